"""A quote that was forgotten is told where its text begins, however far below the parser stumbles."""

import pytest

from house import ROOT
from trees import told
from xuke.document.quotes import unpaired

ENTRY = "- id: a\n  code: {}\n  name: b\n  type: \"01\"\n- id: c\n  code: '1'\n"
RICH = (
    '# "one\n"a b": "c"  # it\'s "so\nd: |\n  e: "f\n\n  \'g\nh: ["i", \'it\'\'s\', "k\\"l"]\n'
    'm: {n: "o", p: \'q\'}\nr:\n  - "s\n    t"\n  - |-\n    "\n  - u "v\n  - "w"\nx: "y"\nz: "1"\n'
)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (ENTRY.format('"1'), "Y001.quote", (2, 9)),
        (ENTRY.format("'1"), "Y001.quote", (2, 9)),
        (ENTRY.format('"'), "Y001.quote", (2, 9)),
        (ENTRY.format('["1", "2]'), "Y001.quote", (2, 15)),
        (ENTRY.format("['1', {x: '2}]"), "Y001.quote", (2, 19)),
        (ENTRY.format('["1, "2"]'), "Y001.quote_early", (2, 10)),
        (ENTRY.format('"a"b"c"'), "Y001.quote_early", (2, 9)),
        ('a:\n  - "b\n  - "c"\n', "Y001.quote", (2, 5)),
        ('a:\n  - - "b\n    - "c"\n', "Y001.quote", (2, 7)),
        ('a:\n  - "b\n\n  # c\n  - "d"\n', "Y001.quote", (2, 5)),
        ('a: [\n  "b,\n  "c"\n]\n', "Y001.quote", (2, 3)),
        ('a: "b\r\nc: "d"\r\n', "Y001.quote", (1, 4)),
        ('a: "b\n\n', "Y001.quote", (1, 4)),
        ('a: |\n  it\'s "\n\nb: "c\nd: "e"\n', "Y001.quote", (4, 4)),
        ('- a: |\n    "\n  b: "c\n  d: "e"\n', "Y001.quote", (3, 6)),
        ('- |\n  "\n- "c\n- "e"\n', "Y001.quote", (3, 3)),
        ('a: "b\n  c" # "d\ne: "f\ng: "h"\n', "Y001.quote", (3, 4)),
        ('a: [b]  # c, "d\ne: "f\ng: "h"\n', "Y001.quote", (2, 4)),
        ('a: "b\n  c\nd: e\n', "Y001.quote", (1, 4)),
    ],
)
def test_the_text_without_its_partner_is_told(text, name, place):
    assert told(text) == [("Y001", name, place)]


def test_quotes_in_pairs_are_none_of_its_business():
    assert unpaired(RICH, len(RICH)) is None
    assert unpaired("d: |", 4) is None
    assert unpaired("", 0) is None


@pytest.mark.parametrize("name", ["departments.yaml", "items/fagai.yaml", "items/caizheng.yaml"])
def test_any_right_quote_of_the_register_is_missed_where_it_belongs(name):
    text = (ROOT / "catalogue/yaoan" / name).read_text("utf-8")
    places = [place for place, sign in enumerate(text) if sign == '"' and text[place + 1] == "\n"]
    assert places
    for place in places:
        ((_, said, (line, _)),) = told(text[:place] + text[place + 1 :])
        assert (line, said) == (text.count("\n", 0, place) + 1, "Y001.quote")

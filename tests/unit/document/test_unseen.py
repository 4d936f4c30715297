"""Characters that nobody sees: each is told at its place, and what is said to be mended is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees import loaded
from xuke.check.check import check
from xuke.document.read import read, read_closely
from xuke.document.unseen import without_unseen
from xuke.edit.fix import fixed

PATH = "catalogue/lan/halls.yaml"
DAY = date(2019, 1, 1)
SIGNS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"


def told(text):
    _, found = read_closely(PATH, text.encode())
    return [(each.message.name, tuple(each.location.start), tuple(each.location.end)) for each in found]


def halls(name):
    return f"provenance: demonstration\nhalls:\n  - id: dating\n    name: {name}\n    kind: hall\n"


@pytest.mark.parametrize("sign", SIGNS)
def test_each_is_told_at_its_place(sign):
    assert told(f"a: 大{sign}厅{sign}\nb: [甲, 乙{sign}]\n") == [
        ("Y009.unseen", (1, 5), (1, 6)),
        ("Y009.unseen", (2, 9), (2, 10)),
    ]


def test_one_that_is_written_as_an_escape_is_told_at_its_value():
    assert told('a: "大\\u200b厅"\nb: "\\n"\n') == [("Y009.unseen", (1, 4), (1, 14))]


def test_names_of_fields_and_remarks_are_not_told():
    assert [name for name, *_ in told("a\u200b: 1 # 大\u200b厅\n")] == ["Y007.key"]


def test_a_text_that_is_nothing_else_is_mended_by_hand():
    assert [name for name, *_ in told('a: "\u200b"\n')] == ["Y009.by_hand"]
    assert [name for name, *_ in told("a: >-\n  大\n  \u200b\n  厅\n")] == ["Y009.by_hand"]


def test_a_file_that_cannot_be_read_is_told_as_such():
    assert [name for name, *_ in told("a: [\u200b\n")] == ["Y001.bracket"]
    assert [name for name, *_ in told("a: \u0085\u200b\n")] == ["Y001.character"]


def test_other_readers_hear_nothing_of_it():
    assert read(PATH, "a: 大\u200b厅\n".encode())[1] == []


def test_a_code_is_told_as_a_code_and_a_choice_as_both():
    code = ("catalogue/lan/items/fagai.yaml", '  - code: "530104004000"', '  - code: "530104\u200b004000"')
    assert [each.code for each in check(loaded(code), DAY)] == ["Y007"]
    kind = (PATH, "    kind: hall\n", "    kind: hall\u200b\n")
    assert sorted(each.code for each in check(loaded(kind), DAY)) == ["S003", "Y009"]


def test_a_record_with_one_is_judged_as_others_are():
    late = ("catalogue/lan/items/fagai.yaml", "        value: 20\n", "        value: 2\n")
    name = ("catalogue/lan/items/fagai.yaml", "name: 政府投资项目审批", "name: 政府投资\u200b项目审批")
    assert [each.code for each in check(loaded(late, name), DAY)] == ["Y009", "T001"]


_TEXTS = st.text(alphabet=f"大厅 #:'\"\\\n👨{SIGNS}", min_size=1)
_WRITTEN = st.sampled_from(("{}", "'{}'", '"{}"', "|-\n      {}", ">-\n      {}"))


@given(_WRITTEN, _TEXTS)
def test_what_is_said_to_be_mended_is_and_nothing_else_changes(form, text):
    data = halls(form.format(text)).encode()
    document, found = read_closely(PATH, data)
    if document is None:
        return
    mended = fixed(PATH, data).new
    again, left = read_closely(PATH, mended)
    names = {each.message.name for each in found}
    if "Y009.unseen" in names and document.value["halls"][0].keys() == {"id", "name", "kind"}:
        assert "Y009.unseen" not in {each.message.name for each in left}
        old, new = (each.value["halls"][0]["name"] for each in (document, again))
        assert new == without_unseen(old)

"""What the reader says of slips, at the line where they were made."""

import sys

import pytest

from trees import parsed, told
from xuke.document import build
from xuke.document.guard import FORBIDDEN, MAX_BYTES, MOST_TOLD, plain_name
from xuke.document.problems import problem_of
from xuke.document.read import read


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_no_text_is_told_at_its_place_behind_a_byte_order_mark_too(mark):
    _, (found,) = read("x.yaml", mark + b"a: 1\nb: \xffc\n")
    assert (found.code, found.location.start) == ("Y004", (2, 4))
    assert dict(found.message.words)["byte"] == "FF"


@pytest.mark.parametrize(
    ("text", "code", "name", "place"),
    [
        ("a:\n\tb: 1\n", "Y001", "Y001.tab", (2, 1)),
        ("a:\n  - b: 1\n\t  c: 2\n", "Y001", "Y001.tab", (3, 1)),
        ("a:\n  \u3000b: [\n", "Y001", "Y001.odd_indent", (2, 3)),
        ("a: 1\n\u3000b: 2\n", "Y001", "Y001.odd_indent", (2, 1)),
        ("a: [1,\n\u3000b\n", "Y001", "Y001.odd_indent", (2, 1)),
        ("a:\n  - x\n\u3000- [\n", "Y001", "Y001.odd_indent", (3, 1)),
        ("a:\n\u00a0b: 1\n", "Y001", "Y001.odd_indent", (2, 1)),
        ("a: b: c\n", "Y001", "Y001.colon", (1, 5)),
        ("a\nb: 1\n", "Y001", "Y001.no_colon", (1, 1)),
        ("x: 1\na\nb: 1\nc: 1\n", "Y001", "Y001.no_colon", (2, 1)),
        ("a：1\nb: 1\n", "Y001", "Y001.wide_colon", (1, 2)),
        ("a: [http://x.org, b]\n", "Y001", "Y001.sign", (1, 9)),
        ("a: [b, c?d]\n", "Y001", "Y001.sign", (1, 9)),
        ("a: {x: :x}\n", "Y001", "Y001.sign", (1, 8)),
        ("a: [b c\n", "Y001", "Y001.bracket", (2, 1)),
        ("a: 1\nb：1\n", "Y001", "Y001.wide_colon", (2, 2)),
        ("a: @b\n", "Y001", "Y001.start", (1, 4)),
        ('a: "b\nc: 1\nd: 1\n', "Y001", "Y001.quote", (1, 4)),
        ("a: 'b\nc: 1\n", "Y001", "Y001.quote", (1, 4)),
        ('a: "b\n---\nc"\n', "Y001", "Y001.quote", (1, 4)),
        ('a: "\\q"\n', "Y001", "Y001.escape", (1, 5)),
        ('a: "\\xZZ"\n', "Y001", "Y001.escape", (1, 7)),
        ('a: "\\ud800"\n', "Y001", "Y001.escape", (1, 7)),
        ("a: [1, 2\nb: 1\n", "Y001", "Y001.bracket", (2, 2)),
        ("a: [1,,2]\n", "Y001", "Y001.bracket", (1, 7)),
        ("a: {b: 1\n", "Y001", "Y001.bracket", (2, 1)),
        ("a:\n  b: 1\n c: 2\n", "Y001", "Y001.indent", (3, 2)),
        ("a:\n  - 1\n - 2\n", "Y001", "Y001.indent", (3, 2)),
        ("a: - 1\n", "Y001", "Y001.indent", (1, 4)),
        ("a: |0\n  x\n", "Y001", "Y001.structure", (1, 5)),
        ("a: 1\n---\nb: 1\n", "Y001", "Y001.documents", (2, 1)),
        ("? [a]\n: 1\n", "Y001", "Y001.complex_key", (1, 3)),
        ("a: b\x07c\n", "Y001", "Y001.character", (1, 5)),
        ("a: b\rc: 1\n", "Y001", "Y001.character", (1, 5)),
        ('a: "\\0"\n', "Y001", "Y001.character", (1, 4)),
        ('"a\\u2028": 1\n', "Y001", "Y001.character", (1, 1)),
        ("a: &x 1\n", "Y002", "Y002.anchor", (1, 4)),
        ("a: &x [1]\n", "Y002", "Y002.anchor", (1, 4)),
        ("a: *x\n", "Y002", "Y002.alias", (1, 4)),
        ("- *x\n", "Y002", "Y002.alias", (1, 3)),
        ("*x : 1\n", "Y002", "Y002.alias", (1, 1)),
        ("<<: *x\n", "Y002", "Y002.merge", (1, 1)),
        ("a: !x 1\n", "Y002", "Y002.tag", (1, 4)),
        ("a: !x {}\n", "Y002", "Y002.tag", (1, 4)),
        ("%YAML 1.2\n---\na: 1\n", "Y002", "Y002.directive", (1, 1)),
        ("%TAG ! x:\n---\na: 1\n", "Y002", "Y002.directive", (1, 1)),
        ("a: 1\nb: 2\na: 3\n", "Y003", "Y003.twice", (3, 1)),
        ("a: {b: 1, c: 2, b: 3}\n", "Y003", "Y003.twice", (1, 17)),
        ("编码: 1\n编 码: 2\n", "Y003", "Y003.twice", (2, 1)),
        ("abc: 1\nａｂｃ: 2\n", "Y003", "Y003.twice", (2, 1)),
        ("ａｂｃ: 1\nabc: 2\n", "Y003", "Y003.twice", (2, 1)),
        ("é: 1\ne\u0301: 2\n", "Y003", "Y003.twice", (2, 1)),
        ("a: 1\n>>>>>>> b\n", "Y005", "Y005.conflict", (2, 1)),
        ("a: |\n  x\n=======\n", "Y005", "Y005.conflict", (3, 1)),
        ("a\u200b: 1\n", "Y007", "Y007.key", (1, 2)),
        ("a：b: 1\n", "Y007", "Y007.colon", (1, 2)),
        ("a:\n  b：1\n", "Y007", "Y007.colon", (2, 4)),
        ("[" * 33 + "]" * 33, "Y008", "Y008.depth", (1, 33)),
        ("a: " + "x" * 200_001, "Y008", "Y008.scalar", (1, 4)),
    ],
)  # fmt: skip
def test_one_slip_is_told_once_at_its_place(text, code, name, place):
    assert told(text) == [(code, name, place)]


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        ("a: 1\n名称: 住房\n".encode("gbk"), "Y004.encoding", (2, 1)),
        ("a: 名\n".encode() + b"\xff\n", "Y004.unknown", (2, 1)),
        ("a: 名".encode() + b"\xff", "Y004.unknown", (1, 5)),
        ("a: 1".encode("utf-16"), "Y004.encoding", (1, 1)),
        (b"#" * (MAX_BYTES + 1), "Y008.bytes", (1, 1)),
    ],
)
def test_bytes_that_are_no_text_are_told(data, name, place):
    assert told(data) == [(name[:4], name, place)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# 注\n", None),
        ("\ufeffa: 1\n", {"a": 1}),
        ("a: 1\r\nb: |\r\n  x\r\n", {"a": 1, "b": "x\n"}),
        ("a:\nb: null\nc: ~\n", {"a": None, "b": None, "c": "~"}),
        ("a: [true, false, no, yes, True]\n", {"a": [True, False, "no", "yes", "True"]}),
        ("a: [0, -1, 10, 999999999999999]\n", {"a": [0, -1, 10, 999_999_999_999_999]}),
        ("a: [1.5, 0.1, -2.0]\n", {"a": [1.5, 0.1, -2.0]}),
        ("a:\n  - 2018-02-30\n  - 12:30\n  - =\n  - 1/2\n", {"a": ["2018-02-30", "12:30", "=", "1/2"]}),
        ("a: ['1', \"true\"]\n", {"a": ["1", "true"]}),
        ("? a\n: 1\n", {"a": 1}),
        ("a: 名称：住房\n", {"a": "名称：住房"}),
        ("'1': 1\n2: 2\ntrue: 3\n", {"1": 1, "2": 2, "true": 3}),
        ('a: "\\U0001F600\\n\\t\\"\\\\"\n', {"a": '😀\n\t"\\'}),
        ("a: >\n  x\n  y\n", {"a": "x y\n"}),
    ],
)
def test_only_canonical_scalars_are_typed(text, value):
    document, found = read("x.yaml", text.encode())
    assert (document.value, found) == (value, [])


def test_text_as_written_is_kept_where_it_only_looks_like_a_number():
    words = ["-0", "00", "01", "+1", "1_0", "0x1", "1000000000000000", "1.10", "1e3", ".5", "1.", ".inf"]
    words += ["01.5", "0.10000000000000001"]
    assert parsed(f"a: [{', '.join(words)}]\n").value["a"] == words


def test_the_first_of_two_values_stays_and_the_second_leaves_no_mark():
    document, found = read("x.yaml", b"a: 1\na: {b: [1, 2]}\na: [3]\nc: 4\n")
    assert document.value == {"a": 1, "c": 4}
    assert [str(each.location) for each in found] == ["x.yaml:2:1", "x.yaml:3:1"]
    assert document.locate(("c",)).start == (4, 4)
    assert document.marks.after(0) == len(document.marks.starts)


def test_the_second_of_two_keys_is_found_behind_lists_and_groups():
    (fault,) = read("x.yaml", b"a: [1, {b: 2}]\nc: {d: {e: 3}}\nf: 1\nf: 2\n")[1]
    assert dict(fault.message.words)["line"] == 3


def test_watched_fields_without_quotes_are_noted():
    text = b"items:\n  - code: 0139\n    codes: [1, '2', x]\n    code2: 5\n  - code: '1'\ncode:\n"
    document, _ = read("x.yaml", text, frozenset({"code", "codes"}))
    assert document.bare == (("items", 0, "code"), ("items", 0, "codes", 0), ("items", 0, "codes", 2))


def test_a_repeated_watched_field_is_noted_once():
    document, _ = read("x.yaml", b"- 1\n- code: 01\n  code: 02\n", frozenset({"code"}))
    assert document.bare[0] == (1, "code")


def test_a_list_at_the_root_is_read():
    document, found = read("x.yaml", b"- 1\n- a\n", frozenset({"code"}))
    assert (document.value, document.bare, found) == ([1, "a"], (), [])


def test_a_file_with_too_many_faults_is_not_read_on():
    document, found = read("x.yaml", b"- *a\n" * (build.MOST_TOLD + 5))
    assert document is None
    assert len(found) == build.MOST_TOLD + 1


def test_odd_characters_and_conflicts_are_told_so_many_times():
    assert len(told("\x00" * 100)) == MOST_TOLD
    assert len(told("<<<<<<< a\n" * 100)) == MOST_TOLD


def test_no_forbidden_character_counts_as_printable():
    every = map(chr, range(sys.maxunicode + 1))
    assert not [f"{ord(each):X}" for each in every if FORBIDDEN(each) and each.isprintable()]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("".join(f"k{number}: 1\n" for number in range(12)), (13, 1)),
        ("{" + "".join(f"k{number}: 1," for number in range(12)) + "}", (1, 76)),
        ("".join(f"k{number}: 1\n" for number in range(11)) + "k1: 1\n", (12, 1)),
    ],
)
def test_a_group_with_too_many_fields_is_not_read_on(monkeypatch, text, place):
    monkeypatch.setattr(build, "MAX_FIELDS", 10)
    assert told(text)[-1] == ("Y008", "Y008.fields", place)


@pytest.mark.parametrize("text", ["[" + "1," * 11 + "1]", "[" + "[]," * 11 + "]", "[" + "*a," * 11 + "1]"])
def test_a_file_with_too_many_values_is_not_read_on(monkeypatch, text):
    monkeypatch.setattr(build, "MAX_NODES", 10)
    document, found = read("x.yaml", text.encode())
    assert document is None
    assert [each.message.name for each in found][-1] == "Y008.nodes"


def test_a_name_is_plain_without_spaces_widths_and_compositions():
    assert plain_name("ａ b\u3000e\u0301") == "abé"


class _Unplaced:
    """An error of the parser without any mark."""

    position = 3


def test_an_error_without_a_mark_is_told_where_reading_stopped():
    code, start, end, message = problem_of("a: 1\n", _Unplaced())
    assert (code, start, end, message.name) == ("Y001", 3, 3, "Y001.structure")
    assert problem_of("a", _Unplaced())[1] == 1

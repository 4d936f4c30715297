"""Texts made to hold other values: comments, quotes, order and blank lines elsewhere stay."""

import pytest

from xuke.document.amend import UnamendableError, amended
from xuke.document.read import read

PATH = "catalogue/lan/items/fagai.yaml"
CODES = frozenset({"code", "suffixes"})
TEXT = """\
# yaml-language-server: $schema=x
provenance: demonstration
items:
  # 一、投资类
  - code: "530104001000"  # 老编码
    name: 核准   # 名称
    bases: # 依据
      - id: b1
        document: '条例'
      # 第二个依据
      - id: b2
        document: 办法
    applicants:
      - enterprise
      # 也可以
      - organ
    limit: {value: 5, unit: working_day}

  # 二、商事类
  - code: "530104002000"
    # 备注
    note: |
      第一行
      第二行
"""


def amend(change, text=TEXT):
    document, _ = read(PATH, text.encode())
    change(document.value)
    return amended(PATH, text.encode(), document.value, CODES).decode()


def differing(new, old=TEXT):
    before, after = old.splitlines(), new.splitlines()
    return [each for each in before if each not in after], [each for each in after if each not in before]


def item(value, index=0):
    return value["items"][index]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (lambda v: item(v).update(name="备案"), ["    name: 核准   # 名称"], ["    name: 备案   # 名称"]),
        (
            lambda v: item(v).update(name="核准: 改"),
            ["    name: 核准   # 名称"],
            ['    name: "核准: 改"   # 名称'],
        ),
        (
            lambda v: item(v)["bases"][0].update(document="it's"),
            ["        document: '条例'"],
            ["        document: 'it''s'"],
        ),
        (
            lambda v: item(v)["bases"][0].update(document="\t"),
            ["        document: '条例'"],
            ['        document: "\\t"'],
        ),
        (
            lambda v: item(v)["limit"].update(value=7),
            ["    limit: {value: 5, unit: working_day}"],
            ["    limit: {value: 7, unit: working_day}"],
        ),
        (
            lambda v: item(v)["limit"].update(unit="a, b"),
            ["    limit: {value: 5, unit: working_day}"],
            ['    limit: {value: 5, unit: "a, b"}'],
        ),
        (
            lambda v: item(v)["limit"].update(basis=["x"]),
            ["    limit: {value: 5, unit: working_day}"],
            ["    limit:", "      value: 5", "      unit: working_day", "      basis:", "        - x"],
        ),
        (
            lambda v: item(v).update(limit={}),
            ["    limit: {value: 5, unit: working_day}"],
            ["    limit: {}"],
        ),
        (lambda v: item(v)["applicants"].insert(1, "citizen"), [], ["      - citizen"]),
        (lambda v: item(v)["applicants"].insert(0, "citizen"), [], ["      - citizen"]),
        (lambda v: item(v)["applicants"].pop(1), ["      # 也可以", "      - organ"], []),
        (lambda v: item(v)["applicants"].pop(0), ["      - enterprise"], []),
        (lambda v: item(v).update(suffixes=["01"]), [], ["    suffixes:", '      - "01"']),
        (
            lambda v: item(v).update(bases=None),
            [
                "    bases: # 依据",
                "      - id: b1",
                "        document: '条例'",
                "      # 第二个依据",
                "      - id: b2",
                "        document: 办法",
            ],
            ["    bases: null  # 依据"],
        ),
        (
            lambda v: item(v, 1).pop("note"),
            ["    # 备注", "    note: |", "      第一行", "      第二行"],
            [],
        ),
        (
            lambda v: item(v, 1).pop("code"),
            ['  - code: "530104002000"', "    # 备注", "    note: |"],
            ["  # 备注", "  - note: |"],
        ),
        (lambda v: item(v, 1).update(note="第一行\n第三行\n"), ["      第二行"], ["      第三行"]),
        (
            lambda v: item(v, 1).update(note=["第一行"]),
            ["    note: |", "      第一行", "      第二行"],
            ["    note:", "      - 第一行"],
        ),
        (lambda v: v.pop("provenance"), ["provenance: demonstration"], []),
    ],
)
def test_only_the_lines_that_differ_are_touched(change, gone, come):
    new = amend(change)
    assert differing(new) == (gone, come)
    assert amend(lambda _: None, new) == new


def test_elements_change_places_with_their_comments():
    new = amend(lambda v: item(v)["bases"].reverse())
    lines = new.splitlines()
    place = lines.index("      # 第二个依据")
    assert lines[place - 1 : place + 5] == [
        "    bases: # 依据",
        "      # 第二个依据",
        "      - id: b2",
        "        document: 办法",
        "      - id: b1",
        "        document: '条例'",
    ]
    assert sorted(lines) == sorted(TEXT.splitlines())


def test_windows_line_ends_and_a_byte_order_mark_stay():
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    document, _ = read(PATH, data)
    item(document.value)["applicants"].append("citizen")
    new = amended(PATH, data, document.value, CODES)
    assert new.startswith(b"\xef\xbb\xbf#")
    assert new.count(b"\r\n") == new.count(b"\n") == TEXT.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1\n", {"b": 1}),
        ("a: 1\n", ["b"]),
        ("[1]\n", {"a": 1}),
        ("a: [\n", {"a": 1}),
        ("a: 1\n", {"a": "\x00"}),
        ("a: 1\n", {"a": 1e300}),
    ],
)
def test_what_cannot_be_held_is_refused(text, wanted):
    with pytest.raises(UnamendableError):
        amended(PATH, text.encode(), wanted, CODES)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ('["A1", "A2"]', ["A1", "A3"], '["A1", "A3"]'),
        ("['A1', 'A2']", ["A2", "A3", "A4"], "['A2', 'A3', 'A4']"),
        ("[A1, 'A2', \"A3\"]", ["A0", "A2", "A3"], "[A0, 'A2', \"A3\"]"),
        # A new one beside different ones is as plain as it can be.
        ("[A1, 'A2']", ["A1", "A2", "A4"], "[A1, 'A2', A4]"),
        ("[A1, A2]", ["A1", "A, 2"], '[A1, "A, 2"]'),
        ("['A1']", ["it's", 5], "['it''s', 5]"),
        ("{a: 'x', b: \"y\"}", {"a": "z", "b": "w", "c": "v"}, "{a: 'z', b: \"w\", c: v}"),
        ("{a: 'x', b: 'y'}", {"c": "v"}, "{c: 'v'}"),
        ('["A1"]', {"a": "x"}, "{a: x}"),
        ("{a: 'x'}", ["x", 5], "[x, 5]"),
        ('["A1"]', "A1", "A1"),
    ],
)
def test_parts_on_one_line_keep_their_quotes(old, new, written):
    text = f"other: 1\nnumbers: {old}  # 号\n"
    assert amend(lambda value: value.update(numbers=new), text) == f"other: 1\nnumbers: {written}  # 号\n"


def test_what_no_line_can_hold_is_written_below():
    found = amend(lambda value: value.update(numbers=[{"a": 1}]), 'other: 1\nnumbers: ["A1"]\n')
    assert found == "other: 1\nnumbers:\n  - a: 1\n"

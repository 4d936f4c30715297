"""Where a file may be cut into its records."""

import pytest

from xuke.document.pieces import likely_pieces, pieces

ONE = '  - code: "1"\n    name: 甲\n'
TWO = '  - code: "2"\n    name: 乙\n'


def cut(text, *names):
    found = pieces(text, names or ("items",))
    return None if found is None else [(each.name, each.text) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        f"items:\n{ONE}{TWO}",
        f"# 备注\nprovenance: demonstration\n\nitems: # 事项\n{ONE}{TWO}",
        f"others:\n  - code: x\nitems:\n{ONE}{TWO}",
        f"note: '一行'\nitems:\n{ONE}{TWO}",
    ],
)
def test_elements_of_a_plain_list_are_cut(text):
    assert cut(text) == [("items", ONE), ("items", TWO)]


def test_lists_that_are_empty_or_not_there_have_no_elements():
    assert cut("items: []\n") == cut("") == cut("others:\n  - code: x\n") == []
    assert cut(f"items:\n{ONE}posts: []\n", "items", "posts") == [("items", ONE)]


def test_lines_may_end_as_on_windows():
    assert cut("items:\r\n  - code: 1\r\n  - code: 2\r\n") == [
        ("items", "  - code: 1\r\n"),
        ("items", "  - code: 2\r\n"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"---\nitems:\n{ONE}",
        f'"items":\n{ONE}',
        f"items:\n{ONE}items:\n{TWO}",
        f"items:\n\n{ONE}",
        "items: [{code: 1}]\n",
        "items:\n",
        "{items: []}\n",
        f"items: |\n{ONE}",
        f"items:\n{ONE}...\n",
        "items:\n  - code: 1\n    name: '甲\n  - code: 2\n    name: 乙'\n",
        'items:\n  - code: 1\n    name: "甲\n  - code: 2\n    name: 乙"\n',
        'items:\n  - code: 1\n    name:\n      "甲\n  - code: 2\n    name: 乙"\n',
        'items:\n  - code: 1\n    names: ["甲\n  - code: 2", "乙"]\n',
        'items:\n  - code: 1\n    names: ["甲", "乙\n  - code: 2"]\n',
        "items:\n  - code: 1\n    name: it's\n",
        'items:\n  - code: 1\n    name: 甲"乙"\n',
        "items:\n  - {a: it's, b: '甲\n  - code: 2'}\n",
        f"items:\n{ONE}<<<<<<< ours\n{TWO}",
    ],
)
def test_what_only_reading_the_whole_can_tell_is_not_cut(text):
    assert cut(text) is None


def test_an_element_is_a_file_of_its_own():
    (first, _) = pieces(f"items:\n{ONE}{TWO}", ("items",))
    assert first.document == f"items:\n{ONE}"


def test_the_lists_of_a_file_are_cut_up_to_the_next_key():
    text = 'a: 1\nitems:  # 甲\n  - code: "1"\n    list:\n      - x\n  # 乙\n  - code: "2"\nlast:\n- id: z\n'
    assert [(name, lines.split("\n")[0]) for name, lines in cut(text, "items", "last")] == [
        ("items", '  - code: "1"'),
        ("items", '  - code: "2"'),
        ("last", "- id: z"),
    ]


def test_of_a_file_that_cannot_be_read_what_looks_like_elements_is_cut():
    text = f"items:\n{ONE}<<<<<<< ours\n{TWO}posts: [\n"
    found = likely_pieces(text, ("items", "posts"))
    assert [each.text for each in found] == [f"{ONE}<<<<<<< ours\n", TWO]

"""What is mended without asking, and what is left alone."""

import pytest

from xuke.document.read import read
from xuke.edit.fix import fixed
from xuke.words.schemas import code_names

PATH = "catalogue/lan/items/fagai.yaml"
HEAD = "provenance: demonstration\nitems:\n"


def mended(text, path=PATH):
    return fixed(path, (HEAD + text).encode()).new.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - code: 530104001000\n", '  - code: "530104001000"\n'),
        ("  - code: 010203   \n", '  - code: "010203"\n'),
        ('  - code: "５３０１"\n', '  - code: "5301"\n'),
        ('  - code: "53\u200b01"\n', '  - code: "5301"\n'),
        ("  - code: “5301”\n", '  - code: "5301"\n'),
        ('  - code: 5301"\n', '  - code: "5301"\n'),
        ("  - code: ５３０１\n", '  - code: "5301"\n'),
        ("  - code: '1'\n    competent: lan\u3000\n", "  - code: '1'\n    competent: lan\n"),
        ("  - code: '1'\n    competent: 'lan '\n", "  - code: '1'\n    competent: 'lan'\n"),
        (
            "  - code: '1'\n    seals:\n      - from: 2018年1月2日\n",
            "  - code: '1'\n    seals:\n      - from: 2018-01-02\n",
        ),
        ("  - code: '1'\n    version: ２\n", "  - code: '1'\n    version: 2\n"),
        ("  - code: '1'\n    name: 甲  \n", "  - code: '1'\n    name: 甲\n"),
        ("  - name: 甲\n    code: '1'\n", "  - code: '1'\n    name: 甲\n"),
        ("  - code: '1'\n    name: 甲\u200b乙\u200e丙\n", "  - code: '1'\n    name: 甲乙丙\n"),
        ("  - code: '1'\n    name: '甲\u2060''乙'\n", "  - code: '1'\n    name: '甲''乙'\n"),
        ("  - code: '1'\n    name: \"甲\\u200b\\n乙\"\n", "  - code: '1'\n    name: \"甲\\n乙\"\n"),
        ("  - code: '1'\n    name: 12\u200b\n", "  - code: '1'\n    name: \"12\"\n"),
        ("  - code: '1'\n    name: 甲 \u200b\n", "  - code: '1'\n    name: \"甲 \"\n"),
        ("  - {code: '1', name: 甲\u200b}\n", "  - {code: '1', name: 甲}\n"),
        (
            "  - code: '1'\n    note: |\n      甲\u200b\n      乙\n",
            "  - code: '1'\n    note: |\n      甲\n      乙\n",
        ),
        (
            "  - code: '1'\n    name: \u0628\u200c\u0628\u200b\n",
            "  - code: '1'\n    name: \"\u0628\u200c\u0628\"\n",
        ),
    ],
)
def test_what_needs_no_judgement_is_mended(old, new):
    assert mended(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "  - code: '1'  # 备注   x\n    name: 甲\n",
        '  - code: "А1"\n',
        "  - code: '1'\n    version: 二\n",
        "  - code: '1'\n    note: |\n      行尾有空格  \n      下一行\n",
        "  - name: 甲\n    # 下面是编码\n    code: '1'\n",
        "  - name: |\n      甲\n    code: '1'\n",
        "  - {name: 甲, code: '1'}\n",
        "  - code: '1'\n    name: ｱ\n",
        "  - colour: ２\n",
        "  - code: true\n",
        "  - code: '1'\n    name: 甲\u3000乙\u00a0丙\n",
        "  - code: '1'\n    name: \u200b\n",
        "  - code: '1'\n    name: 甲\n      \u200b乙\n",
        "  - code: '1'\n    note: >\n      甲\n      \u200b\n      乙\n",
        "  - code: '1'\n    name: \u0628\u200c\u0628\u200f\n",
    ],
)
def test_everything_else_stays_byte_for_byte(text):
    assert mended(text) == text


def test_the_rest_of_the_file_is_not_touched():
    old = "  - code: 1\n    name: 甲 # 甲\n\n\n  - code: '2'  # 乙\n"
    assert mended(old) == old.replace("code: 1\n", 'code: "1"\n')


def test_a_byte_order_mark_and_line_endings_stay():
    data = b"\xef\xbb\xbf" + (HEAD + "  - code: 1\n").replace("\n", "\r\n").encode()
    assert fixed(PATH, data).new == data.replace(b"code: 1", b'code: "1"')


@pytest.mark.parametrize("text", ["items: [", "", "- 1\n"])
def test_what_cannot_be_read_is_left_alone(text):
    result = fixed(PATH, text.encode())
    assert result.new == result.old


def test_mending_twice_changes_nothing_more():
    once = mended("  - name: 甲  \n    code: 530104001000\n    type: 01\n")
    assert mended(once) == once


def test_what_is_mended_has_no_such_finding_any_more():
    document, found = read(PATH, (HEAD + mended("  - code: 530104001000\n")).encode(), code_names())
    assert document is not None
    assert not document.bare
    assert not found


def test_more_digits_than_a_number_has_are_left_alone():
    old = f"  - code: '1'\n    version: {'２' * 5000}\n"
    assert mended(old) == old


def test_what_cannot_be_seen_is_counted():
    assert fixed(PATH, (HEAD + "  - code: '1'\n    name: 甲\u200b\u200b乙\u3000\n").encode()).unseen == 2

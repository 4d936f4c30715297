"""What characters are called that do not belong."""

import re
import sys
import unicodedata

import pytest

import house
from xuke.model.characters import character_named
from xuke.words.render import Language, render
from xuke.words.templates import templates


@pytest.mark.parametrize(
    ("character", "chinese", "english"),
    [
        ("\u3000", "U+3000（全角空格）", "U+3000 (ideographic space)"),
        ("\u200b", "U+200B（零宽空格）", "U+200B (zero-width space)"),
        ("\x00", "U+0000（空字符）", "U+0000 (null)"),
        ("\x01", "U+0001（控制字符）", "U+0001 (control character)"),
        ("\x85", "U+0085（换行控制符）", "U+0085 (next line)"),
        ("\u202e", "U+202E（不可见字符）", "U+202E (invisible character)"),
        ("\uff13", "U+FF13（全角数字）", "U+FF13 (full-width digit)"),
        ("\uff21", "U+FF21（全角字母）", "U+FF21 (full-width letter)"),
        ("\uff0d", "U+FF0D（全角符号）", "U+FF0D (full-width sign)"),
        ("\u0412", "U+0412（西里尔字母）", "U+0412 (Cyrillic letter)"),
        ("\u0391", "U+0391（希腊字母）", "U+0391 (Greek letter)"),
        ("\u2f00", "U+2F00（部首字符）", "U+2F00 (radical in place of a Chinese character)"),
        ("\u2160", "U+2160（变体字符）", "U+2160 (variant of an ordinary character)"),
        ("\u4e00", "U+4E00（汉字或者汉字标点）", "U+4E00 (Chinese character or punctuation)"),
        ("\u0663", "U+0663（其他文字的数字）", "U+0663 (digit of another script)"),
        ("\u05d0", "U+05D0（其他文字的字母）", "U+05D0 (letter of another script)"),
        ("\u0301", "U+0301（组合附加符号）", "U+0301 (combining mark)"),
        ("\u1680", "U+1680（特殊空格）", "U+1680 (unusual space)"),
        ("\u2192", "U+2192（特殊符号）", "U+2192 (unusual sign)"),
        ("\ue000", "U+E000（私用字符）", "U+E000 (private-use character)"),
        ("\ud800", "U+D800（代理码位）", "U+D800 (surrogate)"),
        ("\U0010ffff", "U+10FFFF（未定义的码位）", "U+10FFFF (unassigned code point)"),
    ],
)
def test_a_character_is_named_by_its_code_and_kind(character, chinese, english):
    said = character_named(character)
    assert (render(said, Language.ZH), render(said, Language.EN)) == (chinese, english)


def kinds():
    return {dict(character_named(chr(code)).words)["kind"].name for code in range(0x12000)}


def test_every_name_is_used_and_every_character_has_one():
    ends = {dict(character_named(chr(code)).words)["kind"].name for code in (0xE000, 0x10FFFF)}
    assert kinds() | ends | {"characters.named"} == set(templates("characters", Language.ZH))


@pytest.mark.parametrize("code", range(0, sys.maxunicode, 997))
def test_no_name_of_unicode_itself_stands_in_a_chinese_sentence(code):
    said = render(character_named(chr(code)), Language.ZH)
    assert house.latin_words(re.sub("U[+][0-9A-F]+", "", said)) == []
    assert unicodedata.name(chr(code), "-") not in said or not unicodedata.name(chr(code), "")

"""What to call a character that does not belong, in any language."""

import unicodedata

from xuke.model.diagnostic import Message, say

#: Characters with a name of their own.
_ONES = {
    " ": "blank",
    "\x00": "null",
    "\x07": "bell",
    "\t": "tab",
    "\r": "carriage_return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next_line",
    "\xa0": "no_break_space",
    "\xad": "soft_hyphen",
    "\u200b": "zero_width_space",
    "\u200c": "zero_width_non_joiner",
    "\u200d": "zero_width_joiner",
    "\u2028": "line_separator",
    "\u2029": "paragraph_separator",
    "\u2060": "word_joiner",
    "\u3000": "wide_space",
    "\ufeff": "byte_order_mark",
}

#: What the official name of a character begins with.
_SCRIPTS = {
    "CYRILLIC": "cyrillic",
    "GREEK": "greek",
    "KANGXI RADICAL": "radical",
    "CJK RADICAL": "radical",
    "CJK": "chinese",
}

#: General categories (Unicode), wholly or by their first letter.
_CATEGORIES = {
    "Cc": "control",
    "Cf": "invisible",
    "Cs": "surrogate",
    "Co": "private",
    "Cn": "unassigned",
    "Z": "space",
    "M": "mark",
    "N": "digit",
    "L": "letter",
}


def character_named(character: str) -> Message:
    """A character by its code point and its kind, such as ``U+FF13`` and a full-width digit."""
    return say("characters.named", code=f"U+{ord(character):04X}", kind=say(f"characters.{_kind(character)}"))


def _kind(character: str) -> str:
    category, name = unicodedata.category(character), unicodedata.name(character, "")
    if character in _ONES:
        return _ONES[character]
    if not character.isascii() and unicodedata.normalize("NFKC", character).isascii():
        return f"wide_{_of_category(category)}" if name.startswith("FULLWIDTH") else "styled"
    scripts = (kind for script, kind in _SCRIPTS.items() if name.startswith(script))
    return next(scripts, None) or _of_category(category)


def _of_category(category: str) -> str:
    return _CATEGORIES.get(category) or _CATEGORIES.get(category[0], "sign")

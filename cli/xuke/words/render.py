"""Messages and labels in a language."""

import re

from xuke.model.diagnostic import Label, Message, Word
from xuke.words.templates import FAMILIES, OF_LETTER, Language, template, templates

#: What a screen would obey instead of showing it: controls and marks of direction.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

__all__ = ["FAMILIES", "OF_LETTER", "Language", "label", "render", "template", "templates"]


def render(message: Message, language: Language) -> str:
    """A message in a language."""
    words = {name: _text(word, language) for name, word in message.words}
    return template(message.name, language).format_map(words)


def label(it: Label, language: Language) -> str:
    """The title of a property, or the label of an enum value."""
    from xuke.words.labels import enum_label, property_title  # noqa: PLC0415

    if it.value is not None:
        return enum_label(it.schema, it.path, it.value, language is Language.EN)
    return property_title(it.schema, it.path, language is Language.EN)


def _as_number(found: "re.Match[str]") -> str:
    return found.group().encode("unicode_escape").decode("ascii")


def _text(word: Word, language: Language) -> str:
    match word:
        case Message():
            return render(word, language)
        case Label():
            return label(word, language)
        case tuple():
            joint = ", " if language is Language.EN else "、"
            return joint.join(_text(each, language) for each in word)
        case float() if word.is_integer():
            return str(int(word))
        case str():
            # A value never ends the line of a report, nor a command of a CI that reads it.
            return _CONTROLS.sub(_as_number, word.replace("\r", "").replace("\n", "\\n"))
    return str(word)

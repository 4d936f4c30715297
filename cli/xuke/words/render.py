"""Messages and labels in a language."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module

from xuke.model.diagnostic import Label, Message, Word
from xuke.words.labels import enum_label, property_title


class Language(StrEnum):
    """The languages of the product."""

    ZH = "zh-CN"
    EN = "en"

    @property
    def folder(self) -> str:
        """The package below ``xuke.words`` that holds its templates."""
        return self.value[:2]


#: The module of each family of messages; a message is named ``<family>.<name>`` or ``<code>.<name>``.
FAMILIES = (
    "cli",
    "click",
    "report",
    "text",
    "schema",
    "keys",
    "codes",
    "lists",
    "times",
    "memoranda",
    "plans",
    "figures",
)

#: Which family holds the messages of a finding code, by its letter.
OF_LETTER = {
    "Y": "text",
    "S": "schema",
    "K": "keys",
    "C": "codes",
    "L": "lists",
    "T": "times",
    "M": "memoranda",
    "P": "plans",
    "Q": "figures",
}


@cache
def templates(family: str, language: Language) -> Mapping[str, str]:
    """All templates of a family by name."""
    module = import_module(f"xuke.words.{language.folder}.{family}")
    words: Mapping[str, str] = module.WORDS
    return words


def template(name: str, language: Language) -> str:
    """The template of a message; KeyError for a name that no language knows."""
    head = name.partition(".")[0]
    return templates(OF_LETTER.get(head[0], head), language)[name]


def render(message: Message, language: Language) -> str:
    """A message in a language."""
    words = {name: _text(word, language) for name, word in message.words}
    return template(message.name, language).format_map(words)


def label(it: Label, language: Language) -> str:
    """The title of a property, or the label of an enum value."""
    if it.value is not None:
        return enum_label(it.schema, it.path, it.value, language is Language.EN)
    return property_title(it.schema, it.path, language is Language.EN)


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
    return str(word)

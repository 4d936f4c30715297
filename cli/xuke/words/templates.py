"""Languages and their templates; imports nothing of the model, because every help page starts here."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module


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
    "characters",
    "schema",
    "keys",
    "codes",
    "lists",
    "times",
    "memoranda",
    "plans",
    "figures",
    "staffing",
    "versions",
    "local",
    "merging",
    "drivers",
    "papers",
    "stats",
    "dues",
    "doctor",
    "inputs",
    "fill",
    "diff",
    "books",
    "past",
    "edits",
    "filings",
    "forms",
    "page",
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
    "F": "staffing",
    "V": "versions",
    "X": "books",
    "Z": "local",
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

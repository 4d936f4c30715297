"""The drop-downs of an input workbook: each list once on a hidden sheet, under a defined name."""

from collections.abc import Iterator
from itertools import zip_longest

from xuke.model.place import letters
from xuke.tables.inputs.field import Field, Form
from xuke.tables.inputs.names import Names
from xuke.tables.layout import Cell
from xuke.tables.sheet import Drawn, Look, Sheet, Visibility
from xuke.words.labels import choices
from xuke.words.zh import inputs as zh

NAME = "_lists"

#: Defined names of what the list of sections hangs on: whose they are, and where the first stands.
OWNERS, FIRST_SECTION = "xk_section_owner", "xk_section_first"

#: Defined names of the records' sheet: their keys, and the departments that they name.
RECORD_KEYS, RECORD_OWNERS = "xk_record_key", "xk_record_owner"


class Lists:
    """Collects lists while sheets are drawn; equal lists share a name."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._found: dict[str, tuple[str, ...]] = {}
        self._pairs: list[tuple[str, str]] = []

    def of(self, field: Field) -> str:
        """The defined name of the texts that a column offers; empty where it offers none."""
        texts = self.texts(field)
        return self._name(field, texts) if texts else ""

    def texts(self, field: Field) -> tuple[str, ...]:
        """The texts themselves, 无 at the end where the field may be null."""
        texts = tuple(self._texts(field))
        return (*texts, zh.NONE) if field.is_nullable and texts else texts

    def _texts(self, field: Field) -> Iterator[str]:
        match field.form:
            case Form.CHOICE:
                yield from choices(field.schema, field.path, english=False).values()
            case Form.YES_NO:
                yield from (zh.YES, zh.NO)
            case Form.ROWS:
                yield from (zh.ELSEWHERE, zh.NONE)
            case Form.REFERENCE | Form.CODE if field.refers and not field.owner:
                yield from self._names.printed(field.refers)

    def _name(self, field: Field, texts: tuple[str, ...]) -> str:
        for name, known in self._found.items():
            if known == texts:
                return name
        words = (field.schema.replace("/", "_"), *field.path)
        name = "xk_" + "_".join(words)
        self._found[name] = texts
        return name

    def sections(self, owner: str) -> str:
        """The formula of the sections of the department that a formula gives; empty without any."""
        if not self._pairs:
            self._pairs = list(self._sections())
        count = f"COUNTIF({OWNERS},{owner})"
        found = f"OFFSET({FIRST_SECTION},MATCH({owner},{OWNERS},0)-1,0,{count},1)"
        return found if self._pairs else ""

    def _sections(self) -> Iterator[tuple[str, str]]:
        """Sections with their department, by its printed name and by its id."""
        for name in self._names.listed("department"):
            printed = self._names.shown("department", name)
            for each in dict.fromkeys((printed, name)):
                yield from ((each, section) for section in self._names.printed("section", name))

    def names(self) -> Iterator[tuple[str, str]]:
        """Every defined name with what it stands for."""
        for column, (name, texts) in enumerate(self._found.items(), 1):
            letter = letters(column)
            yield name, f"{NAME}!${letter}$2:${letter}${len(texts) + 1}"
        if self._pairs:
            owner, section = (letters(len(self._found) + step) for step in (1, 2))
            yield OWNERS, f"{NAME}!${owner}$2:${owner}${len(self._pairs) + 1}"
            yield FIRST_SECTION, f"{NAME}!${section}$2"

    def sheet(self) -> Sheet:
        """The hidden sheet: a list a column, under its name."""
        heads = [*self._found, *((OWNERS, FIRST_SECTION) if self._pairs else ())]
        columns = [*self._found.values(), *(zip(*self._pairs, strict=True) if self._pairs else ())]
        rows = [heads, *zip_longest(*columns)] if columns else []
        drawn = tuple(Drawn(15.0, tuple(map(_drawn, row))) for row in rows)
        return Sheet(NAME, (20.0,) * len(heads), drawn, visibility=Visibility.HIDDEN)


def _drawn(cell: Cell) -> tuple[Cell, Look]:
    return cell, Look.TEXT

"""Whose sections a row means: the departments of records, in the register and in a workbook itself."""

from collections.abc import Iterable, Iterator, KeysView

from xuke.model.owners import OWNER
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.tables.inputs.cells import Stated, read
from xuke.tables.inputs.names import Names
from xuke.tables.match import Block


def sections_in(blocks: Iterable[Block]) -> dict[str, dict[str, str]]:
    """The sections that the workbook itself adds, by department: references may name them."""
    found: dict[str, dict[str, str]] = {}
    for block in blocks:
        if block.input.id == f"{Kind.DEPARTMENT}.sections":
            for row in range(block.head + 1, block.end):
                texts = [_text_in(block, row, name) for name in (".id", "id", "name")]
                found.setdefault(texts[0], {})[texts[1]] = texts[2]
    return found


class Owners:
    """The department whose sections each record means, by its key: what the workbook says goes first."""

    def __init__(self, blocks: Iterable[Block], register: Register, names: Names) -> None:
        self._names = names
        self._known: dict[str, str] = {}
        self._asked: dict[str, str] = {}
        self._rows: dict[str, tuple[Block, int]] = {}
        for block in blocks:
            name = OWNER.get(block.input.kind, "id")
            for record in register.snapshot.of(block.input.kind, register.jurisdiction):
                self._known.setdefault(record.key.id, str(record.fields.get(name, "")))
            if block.input.is_main:
                self._rows.update((key, (block, row)) for row, key in _keys(block))

    def keys(self) -> KeysView[str]:
        """Every record that is in the register or has a row of its own."""
        return {**self._known, **self._rows}.keys()

    def of(self, key: str) -> str:
        """The department, empty for a record that is nowhere."""
        # Read when first asked for: most rows come back as they went, and nobody asks.
        if key not in self._asked:
            known = self._known.get(key, "")
            self._asked[key] = self._stated(*self._rows[key], known) if key in self._rows else known
        return self._asked[key]

    def _stated(self, block: Block, row: int, known: str) -> str:
        name = OWNER.get(block.input.kind, "id")
        it = next((each for each in block.input.fields if each.id == name), None)
        reading = read(it, _text_in(block, row, name), self._names) if it else None
        return str(reading.value) if isinstance(reading, Stated) else known


def _keys(block: Block) -> Iterator[tuple[int, str]]:
    column = block.column(block.input.key)
    for row in range(block.head + 1, block.end):
        entry = block.sheet.entries.get((row, column))
        if entry is not None and entry.text.strip():
            yield row, entry.text.strip()


def _text_in(block: Block, row: int, name: str) -> str:
    entry = block.sheet.entries.get((row, block.column(name)))
    return entry.text.strip() if entry is not None else ""

"""Which record a row is about: by its key, by its name where the form has no key, or a new one."""

from collections.abc import Collection, Mapping

from xuke.diff.lists import alike
from xuke.model.diagnostic import Label, Word, say
from xuke.model.names import even
from xuke.model.owners import SENDER
from xuke.model.place import Location
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.tables.given import Row, Said, Told
from xuke.tables.inputs.cells import Stated
from xuke.tables.inputs.field import Field
from xuke.tables.merge import value_at
from xuke.tables.spots import Spot

#: Kinds whose key is a code that only the list can give.
CODED = frozenset({Kind.ITEM, Kind.POWER})

_NAMES = ("name", "title")


class Keys:
    """Finds keys, and makes new ones that nothing bears yet."""

    def __init__(self, register: Register, told: Told) -> None:
        self._register, self._told = register, told
        self._made: set[str] = set()
        #: Where later rows say again what the first row of their record says.
        self.repeats: dict[Spot, list[Location]] = {}

    def key_of(self, row: Row, found: Mapping[Key, Row]) -> Key | None:
        """The key of a row; None where it has none or another row has it, which is told."""
        kind, place = row.input.kind, row.place
        name = row.stated(row.input.key) or self._known(row, found)
        if not name and any(each.field.id == row.input.key for each in row.said):
            # What stands there is told already.
            return None
        if not name and kind in CODED:
            title = Label(row.input.fields[0].schema, (row.input.key,))
            self._told.find("X006", place, say("X006.missing", field=title))
            return None
        if not name:
            name = self._new(row)
            self._told.note(place, say("books.new_id", id=name))
        key = Key(self._register.jurisdiction, kind, name)
        return None if key in found and self._is_twice(key, row, found[key]) else key

    def _is_twice(self, key: Key, row: Row, first: Row) -> bool:
        if not row.is_unique:
            self._told.find("X006", row.place, say("X006.twice", key=str(key)), first.place)
            return True
        mine, taken = _said(row), _said(first)
        for it in dict.fromkeys((*taken, *mine)):
            if _text(mine, it) == _text(taken, it):
                self.repeats.setdefault((key, it.path), []).append(mine[it].place)
            else:
                self._tell_other(key, it, (row, first))
        return True

    def _tell_other(self, key: Key, it: Field, rows: tuple[Row, Row]) -> None:
        """A field of which two rows about one record say different things."""
        found, other = (_text(_said(each), it) or say("books.absent_value") for each in rows)
        place, first = (each.line.cell(it.within) or each.place for each in rows)
        words: dict[str, Word] = {
            "key": str(key),
            "field": Label(it.schema, it.path),
            "found": found,
            "taken": other,
        }
        if rows[0].first_counts:
            self._told.find("X011", place, say("X011.differs", **words), first)
        else:
            self._told.find("X006", place, say("X006.differs", **words), first)

    def _known(self, row: Row, found: Mapping[Key, Row]) -> str:
        """The id of the record that a row without one must mean."""
        name = next((even(text) for each in _NAMES if (text := row.stated(each))), "")
        if name:
            for key, other in found.items():
                if any(even(other.stated(each)) == name for each in _NAMES) and other.input is row.input:
                    return key.id
        records = [each for each in self._register.of(row.input.kind) if self._fits(each.record, row, name)]
        return records[0].id if len(records) == 1 else ""

    def _fits(self, record: Record, row: Row, name: str) -> bool:
        if name:
            return any(even(str(record.fields.get(each, ""))) == name for each in _NAMES)
        return all(
            alike(
                record.key.kind,
                each.field.path,
                each.reading.value,
                value_at(record.fields, each.field.within),
            )
            for each in row.said
            if isinstance(each.reading, Stated)
        )

    def _new(self, row: Row) -> str:
        kind = row.input.kind
        head = row.stated(SENDER.get(kind, "")) or str(kind)
        taken = {each.id for each in self._register.of(kind)} | self._made
        name = free(f"{head}-", taken)
        self._made.add(name)
        return name


def _said(row: Row) -> dict[Field, Said]:
    return {each.field: each for each in row.said}


def _text(said: Mapping[Field, Said], it: Field) -> str:
    return said[it].text.strip() if it in said else ""


def free(head: str, taken: Collection[str], width: int = 2) -> str:
    """The first name of a series that nothing bears: ``fagai-01``, ``fagai-02``."""
    number = 1
    while f"{head}{number:0{width}}" in taken:
        number += 1
    return f"{head}{number:0{width}}"

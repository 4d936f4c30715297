"""Which record a row is about: by its key, by its name where the form has no key, or a new one."""

from collections.abc import Collection, Mapping

from xuke.check.references import OWNER
from xuke.model.diagnostic import Label, say
from xuke.model.names import even
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.tables.given import Row, Told
from xuke.tables.inputs.cells import Stated
from xuke.tables.merge import alike, value_at

#: Kinds whose key is a code that only the list can give.
CODED = frozenset({Kind.ITEM, Kind.POWER})

_NAMES = ("name", "title")

#: The field whose value begins a new id, by kind.
_HEADS = {**OWNER, Kind.POST: "from_department", Kind.HELPER: "engaged_by"}


class Keys:
    """Finds keys, and makes new ones that nothing bears yet."""

    def __init__(self, register: Register, told: Told) -> None:
        self._register, self._told = register, told
        self._made: set[str] = set()

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
        if row.is_unique and _texts(row) == _texts(first):
            return True
        name = "X006.differs" if row.is_unique else "X006.twice"
        self._told.find("X006", row.place, say(name, key=str(key)), first.place)
        return True

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
        head = row.stated(_HEADS.get(kind, "")) or str(kind)
        taken = {each.id for each in self._register.of(kind)} | self._made
        name = free(f"{head}-", taken)
        self._made.add(name)
        return name


def _texts(row: Row) -> list[tuple[str, str]]:
    return [(each.field.id, each.text.strip()) for each in row.said]


def free(head: str, taken: Collection[str], width: int = 2) -> str:
    """The first name of a series that nothing bears: ``fagai-01``, ``fagai-02``."""
    number = 1
    while f"{head}{number:0{width}}" in taken:
        number += 1
    return f"{head}{number:0{width}}"

"""What a workbook would change in the register, and where each change stands in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from xuke.edit.rewrite import new_record
from xuke.model.diagnostic import say
from xuke.model.document import Value, same
from xuke.model.owners import OWNER, SENDER
from xuke.model.place import Location
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.register import Register
from xuke.tables.given import Row, Told
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.records import cells_of, owner_of
from xuke.tables.inputs.stamp import Stamp, digest
from xuke.tables.inputs.table import InputSheet, InputTable
from xuke.tables.keys import Keys
from xuke.tables.merge import MISSING, Conflict, Fields, Ledger, Merge, Three
from xuke.tables.nested import Lists
from xuke.tables.spots import Spots


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan is made on: the register as it is and as it was handed out, and what is asked.

    ``base`` is None where the workbook bears no stamp; then the register as it is stands for it.
    """

    snapshot: Snapshot
    jurisdiction: str
    table: InputTable
    base: Snapshot | None = None
    stamp: Stamp | None = None
    removes: bool = False
    provenance: str = "unattributed"
    #: The heading of every sheet that the workbook has, by the id of its input sheet.
    given: Mapping[str, Location] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """The register as the workbook wants it, what stands against it, and where it speaks of what."""

    new: Snapshot
    told: Told
    conflicts: tuple[Conflict, ...]
    spots: Spots


class Planner:
    """Makes one plan."""

    def __init__(self, ground: Ground, rows: Sequence[Row], told: Told) -> None:
        self._ground, self._told = ground, told
        self._register = Register(ground.snapshot, ground.jurisdiction)
        self._names = Names(self._register)
        self._ledger = Ledger()
        self._keys = Keys(self._register, told)
        self._mains = [each for each in rows if each.input.is_main]
        self._lists = Lists(
            ground.table, [each for each in rows if not each.input.is_main], told, ground.given, ground.stamp
        )
        self._records = dict(ground.snapshot.records)
        sheets = ground.stamp.sheets if ground.stamp else ()
        self._handed = {
            (each.id, row.key[0]): row.digest for each in sheets for row in each.rows if len(row.key) == 1
        }

    def plan(self) -> Plan:
        """Merge every row; records that no row names are told, or removed where that is asked."""
        found: dict[Key, Row] = {}
        for row in self._mains:
            key = self._keys.key_of(row, found)
            if key is not None:
                found[key] = row
        everyone = dict.fromkeys([*found, *self._lists.records(self._ground.jurisdiction)])
        for key in everyone:
            self._take(key, found.get(key))
        for sheet in _main_sheets(self._ground):
            self._absent(sheet, found)
        self._tell_kept()
        self._ledger.spots.repeats.update(self._keys.repeats)
        return Plan(Snapshot(self._records), self._told, tuple(self._ledger.conflicts), self._ledger.spots)

    def _take(self, key: Key, row: Row | None) -> None:
        """Merge one record; one whose rows all came back as they went is left as it has become."""
        is_there = key in self._ground.snapshot.records
        if row is not None and row.handed and is_there and self._lists.are_untouched(key):
            merge = Merge(key, self._ledger, row.place)
            merge.see((), row.line)
            self._lists.see(key, merge)
        else:
            self._merge(key, row)

    def _merge(self, key: Key, row: Row | None) -> None:
        theirs = self._ground.snapshot.records.get(key)
        base = self._base(key, row)
        merge = Merge(key, self._ledger, row.place if row else self._lists.place(key))
        if theirs is None and (base is not None or row is None):
            self._gone(key, base, row, merge)
            return
        target: Fields = deepcopy(dict(theirs.fields)) if theirs else {}
        sides = Three(base.fields if base else None, theirs.fields if theirs else None, target)
        if row is not None:
            merge.see((), row.line)
            if not row.handed:
                said = [each for each in row.said if not self._lists.overrides(key, each)]
                merge.state(sides, said, (), ())
            if not target.get(row.input.key):
                target[row.input.key] = key.id
            merge.keep(sides, row.fields, row.said, row.place)
        self._lists.merge(key, sides, merge, removes=self._ground.removes)
        self._put(key, theirs, target)

    def _put(self, key: Key, old: Record | None, fields: Fields) -> None:
        if old is not None and same(dict(old.fields), fields):
            return
        paths = self._ground.snapshot.paths
        stays = old is not None and self._owner(key.kind, old.fields) == self._owner(key.kind, fields)
        if old is not None and stays:
            self._records[key] = Record(key, fields, old.home)
            return
        provenance = old.provenance if old is not None else self._ground.provenance
        self._records[key] = new_record(key, fields, provenance, paths)

    def _owner(self, kind: Kind, fields: Mapping[str, Value]) -> Value:
        return fields.get(OWNER.get(kind, ""))

    def _gone(self, key: Key, base: Record | None, row: Row | None, merge: Merge) -> None:
        """A row about a record that the register no longer has, or never had."""
        if base is None or row is None:
            self._lists.unknown(key)
        elif merge.differs(base.fields, row.said, ()):
            merge.conflict((), (), (dict(base.fields), row.place.cell, MISSING), row.place)
        else:
            self._told.note(row.place, say("books.removed_there", key=str(key)))

    def _base(self, key: Key, row: Row | None) -> Record | None:
        """The record as it was handed out."""
        ground, theirs = self._ground, self._ground.snapshot.records.get(key)
        stamped = self._stamped(key)
        if ground.stamp is None:
            return theirs
        committed = ground.base.records.get(key) if ground.base else None
        if not stamped or not (ground.stamp.is_dirty or ground.base is None):
            return committed
        for each in (theirs, committed):
            if each is not None and self._digest(each) == stamped:
                return each
        if row is not None and not row.handed:
            self._told.find("X007", row.place, say("X007.unknown", key=str(key)))
        return theirs

    def _stamped(self, key: Key) -> str:
        """The digest of a record's row as it was handed out; empty for a row of no stamp."""
        return self._handed.get((str(key.kind), key.id), "")

    def _digest(self, record: Record) -> str:
        sheet = self._ground.table.sheet(str(record.key.kind))
        owner = owner_of(sheet, record.fields)
        cells = cells_of(sheet, (), record.fields, self._names, owner)
        return digest(dict(zip(sheet.ids, cells, strict=True)))

    def _absent(self, sheet: InputSheet, found: Mapping[Key, Row]) -> None:
        """Records that were handed out, or belong to the departments of the workbook, and have no row."""
        place = self._ground.given[sheet.id]
        for key in self._expected(sheet, found):
            theirs = self._ground.snapshot.records.get(key)
            if key in found or theirs is None:
                continue
            if not self._ground.removes:
                self._told.note(place, say("books.absent", key=str(key)))
                continue
            base = self._base(key, None)
            if base is not None and same(dict(base.fields), dict(theirs.fields)):
                del self._records[key]
            else:
                sides = dict(base.fields) if base else MISSING, MISSING, dict(theirs.fields)
                Merge(key, self._ledger, place).conflict((), (), sides, place)

    def _expected(self, sheet: InputSheet, found: Iterable[Key]) -> Iterator[Key]:
        ground = self._ground
        stamp = ground.stamp.sheet(sheet.id) if ground.stamp else None
        if stamp is not None:
            yield from (Key(ground.jurisdiction, sheet.kind, each.key[0]) for each in stamp.rows if each.key)
        if stamp is not None or not ground.removes:
            return
        name = SENDER.get(sheet.kind, "")
        owners = {self._records[key].fields.get(name) for key in found if key in self._records}
        for record in ground.snapshot.of(sheet.kind, ground.jurisdiction):
            if not name or record.fields.get(name) in owners:
                yield record.key

    def _tell_kept(self) -> None:
        for place, it in self._ledger.kept:
            self._told.note(place, say("books.kept", field=it.heading))


def _main_sheets(ground: Ground) -> list[InputSheet]:
    """The sheets of records that a workbook has."""
    return [each for each in ground.table.sheets if each.is_main and each.id in ground.given]


def plan_of(ground: Ground, rows: Sequence[Row], told: Told) -> Plan:
    """The plan of all rows of one table."""
    return Planner(ground, rows, told).plan()

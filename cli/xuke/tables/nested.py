"""Rows about elements of lists inside records: materials, steps, bases and the like."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from xuke.diff.lists import alike
from xuke.model.diagnostic import say
from xuke.model.document import Value, same
from xuke.model.place import Location
from xuke.model.record import Key
from xuke.tables.given import Row, Said, Told
from xuke.tables.inputs.cells import Stated
from xuke.tables.inputs.field import Form, Path
from xuke.tables.inputs.stamp import RowKey, Stamp
from xuke.tables.inputs.table import InputSheet, InputTable
from xuke.tables.keys import free
from xuke.tables.merge import MISSING, Fields, Merge, Three, value_at

Elements = list[Value]


class Lists:
    """The rows of all sheets of lists, by the record that they belong to."""

    def __init__(
        self,
        table: InputTable,
        rows: Sequence[Row],
        told: Told,
        given: Collection[str],
        stamp: Stamp | None = None,
    ) -> None:
        self._told = told
        self._sheets = [each for each in table.sheets if not each.is_main]
        #: The sheets that the workbook has; only their lists are spoken of.
        self._given = given
        self._rows: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            record = row.stated(row.input.ids[0])
            if not record:
                told.find("X006", row.place, say("X006.address", field=row.input.address[0].heading))
            self._rows.setdefault((row.input.id, record), []).append(row)
        #: The keys of the rows that were handed out, in their order.
        self._handed: dict[tuple[str, str], list[RowKey]] = {}
        for sheet in stamp.sheets if stamp else ():
            for each in sheet.rows:
                self._handed.setdefault((sheet.id, each.key[0] if each.key else ""), []).append(each.key)

    def are_untouched(self, key: Key) -> bool:
        """Whether all rows about a record came back as they were handed out, and in that order."""
        sheets = ((each.id, key.id) for each in self._sheets if each.id in self._given)
        return all(
            [row.handed for row in self._rows.get(each, ())] == self._handed.get(each, []) for each in sheets
        )

    def see(self, key: Key, merge: Merge) -> None:
        """Note the rows about a record that all came back as they went."""
        for sheet in self._sheets:
            for row in self._rows.get((sheet.id, key.id), ()) if sheet.kind is key.kind else ():
                outer = _outer(row)
                path = next(each for each in sheet.lists if (len(each) > 1) == bool(outer))
                steps = (path[0], outer, path[1]) if outer else path
                merge.see((*steps, row.stated(sheet.key)), row.line)
                merge.see_list(steps, row.place)

    def records(self, jurisdiction: str) -> Iterator[Key]:
        """The records that rows of lists belong to."""
        kinds = {each.id: each.kind for each in self._sheets}
        yield from (Key(jurisdiction, kinds[sheet], name) for sheet, name in self._rows if name)

    def place(self, key: Key) -> Location:
        """The first row about a record."""
        rows = (
            rows[0] for (sheet, name), rows in self._rows.items() if name == key.id and sheet in self._given
        )
        return next(rows).place

    def unknown(self, key: Key) -> None:
        """Tell of rows whose record is nowhere."""
        for (_, name), rows in self._rows.items():
            if name == key.id:
                for row in rows:
                    self._told.find("X006", row.place, say("X006.nobody", key=str(key)))

    def overrides(self, key: Key, said: Said, outer: str = "") -> bool:
        """Whether rows tell of a list whose own cell says something else, such as that it is empty."""
        if said.field.form is not Form.ROWS:
            return False
        mine = (each for each in self._sheets if each.kind is key.kind and said.field.path in each.lists)
        return any(self._of(each, key, outer) for each in mine)

    def _of(self, sheet: InputSheet, key: Key, outer: str) -> list[Row]:
        rows = self._rows.get((sheet.id, key.id), [])
        return [each for each in rows if _outer(each) == outer]

    def merge(self, key: Key, sides: Three, merge: Merge, *, removes: bool) -> None:
        """Merge the lists of one record; those inside the elements of another list after that one."""
        for sheet in sorted(self._sheets, key=lambda each: len(each.address)):
            if sheet.kind is key.kind and sheet.id in self._given:
                self._merge_sheet(key, sheet, sides, merge, removes)

    def _merge_sheet(self, key: Key, sheet: InputSheet, sides: Three, merge: Merge, removes: bool) -> None:
        self._merge_list(
            sides, _List(key, sheet, sheet.lists[0], (), self._of(sheet, key, ""), removes), merge
        )
        for path in sheet.lists[1:]:
            name = sheet.address[1].id
            seen = set()
            for element in _elements(sides.target, path[0]):
                outer = str(cast(Fields, element).get(name, ""))
                seen.add(outer)
                inner = Three(
                    _named(sides.base, path[0], name, outer),
                    _named(sides.theirs, path[0], name, outer),
                    cast(Fields, element),
                )
                rows = self._of(sheet, key, outer)
                self._merge_list(inner, _List(key, sheet, path[1:], (path[0], outer), rows, removes), merge)
            for row in self._rows.get((sheet.id, key.id), []):
                if _outer(row) and _outer(row) not in seen:
                    self._told.find("X006", row.place, say("X006.nobody", key=f"{key} {_outer(row)}"))

    def _merge_list(self, sides: Three, it: "_List", merge: Merge) -> None:
        name = it.path[-1]
        target = list(_elements(sides.target, name))
        wanted: list[str] = []
        if it.rows:
            merge.see_list((*it.steps, name), it.rows[0].place)
        for row in it.rows:
            own = self._element_key(row, it, target, wanted)
            if own in wanted:
                self._told.find("X006", row.place, say("X006.twice", key=f"{it.key} {own}"))
                continue
            wanted.append(own)
            self._merge_row(sides, it, merge, row, own, target)
        self._absent(sides, it, merge, wanted, target)
        ordered = _ordered(it, target, wanted)
        if ordered or name in sides.target:
            sides.target[name] = ordered

    def _merge_row(
        self, sides: Three, it: "_List", merge: Merge, row: Row, own: str, target: Elements
    ) -> None:
        name = it.path[-1]
        base, theirs = (
            _named(sides.base, name, it.sheet.key, own),
            _named(sides.theirs, name, it.sheet.key, own),
        )
        steps, path = (*it.steps, name, own), _fields_of(it)
        merge.see(steps, row.line)
        said = [each for each in row.said if each.field in it.sheet.fields]
        said = [each for each in said if not self.overrides(it.key, each, own)]
        if theirs is None and base is not None:
            if merge.differs(base, said, path):
                merge.conflict(steps, path, (dict(base), row.place.cell, MISSING), row.place)
            return
        element = next((each for each in target if _own(it, each) == own), None)
        if element is None:
            element = {it.sheet.key: own}
            target.append(element)
        merge.state(Three(base, theirs, cast(Fields, element)), said, steps, path)

    def _absent(
        self, sides: Three, it: "_List", merge: Merge, wanted: Sequence[str], target: Elements
    ) -> None:
        """Elements that were handed out and have no row."""
        name = it.path[-1]
        for each in list(target):
            own = _own(it, each)
            if own in wanted or _named(sides.base, name, it.sheet.key, own) is None:
                continue
            if not it.removes:
                place = it.rows[0].place if it.rows else merge.place
                self._told.note(place, say("books.absent", key=f"{it.key} {name} {own}"))
            elif same(_named(sides.base, name, it.sheet.key, own), each):
                target.remove(each)
            else:
                steps = (*it.steps, name, own)
                values = dict(_named(sides.base, name, it.sheet.key, own) or {}), MISSING, each
                merge.conflict(steps, _fields_of(it), values, merge.place)

    def _element_key(self, row: Row, it: "_List", target: Elements, taken: Sequence[str]) -> str:
        """The key of an element: stated, that of the one which says the same, or a new one."""
        own = row.stated(it.sheet.key)
        if own:
            return own
        for each in target:
            if _own(it, each) not in taken and _says(row, it, each):
                return _own(it, each)
        known = {_own(it, each) for each in target} | set(taken)
        name = free(it.path[-1][0], known, 1)
        self._told.note(row.place, say("books.new_id", id=name))
        return name


class _List:
    """One list of one record and the rows about it."""

    def __init__(
        self, key: Key, sheet: InputSheet, path: Path, steps: Path, rows: list[Row], removes: bool
    ) -> None:
        self.key, self.sheet, self.path, self.steps = key, sheet, path, steps
        self.rows, self.removes = rows, removes


def _fields_of(it: _List) -> Path:
    return (*it.steps[:1], it.path[-1])


def _outer(row: Row) -> str:
    return row.stated(row.input.ids[1]) if len(row.input.address) > 1 else ""


def _elements(fields: Mapping[str, Value] | None, name: str) -> Elements:
    value = fields.get(name) if fields else None
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _own(it: _List, element: Value) -> str:
    return str(cast(Fields, element).get(it.sheet.key, ""))


def _named(fields: Mapping[str, Value] | None, name: str, key: str, own: str) -> Fields | None:
    found = (each for each in _elements(fields, name) if cast(Fields, each).get(key) == own)
    return cast("Fields | None", next(found, None))


def _says(row: Row, it: _List, element: Value) -> bool:
    fields = cast(Fields, element)
    said = [each for each in row.said if each.field in it.sheet.fields]
    return bool(said) and all(
        alike(it.key.kind, each.field.path, each.reading.value, value_at(fields, each.field.within))
        for each in said
        if isinstance(each.reading, Stated)
    )


def _ordered(it: _List, target: Elements, wanted: Sequence[str]) -> Elements:
    """In the order of the rows; an element without a row stays behind the one that it followed."""
    named = {_own(it, each): each for each in target}
    ordered = [name for name in wanted if name in named]
    before = ""
    for name in named:
        if name not in wanted:
            ordered.insert(ordered.index(before) + 1 if before in ordered else 0, name)
        before = name
    return [named[name] for name in ordered]

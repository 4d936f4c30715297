"""调整对照表: every field that differs from the version before."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xuke.diff.compare import compare
from xuke.diff.kinds import ChangeKind, edit_kind, own_edits, replaced, whole_kind
from xuke.model.change import (
    Change,
    Edited,
    FieldEdit,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Split,
    after,
    before,
)
from xuke.model.diagnostic import Label
from xuke.model.document import Value
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.model.views import View
from xuke.tables.columns import DEPARTMENT, derived, number
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.owner import owner, owner_of
from xuke.tables.present import SCHEMAS, field_title, shown, told
from xuke.words.labels import property_title
from xuke.words.templates import Language, template
from xuke.words.zh import tables as zh

RECORD = 1


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: a record that came, went or goes on as another, or one field of it that differs."""

    change: Change
    edit: FieldEdit | None
    word: str

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last; of a split the source."""
        is_source = isinstance(self.change, Removed | Split)
        return (before if is_source else after)(self.change)[0]


def lines(book: Book) -> Iterator[Line]:
    """By kind, then by the official order of departments; the number counts changes of records."""
    if book.base is not None:
        changes = list(compare(book.base.snapshot, book.register.snapshot))
        yield from told_lines(book, changes, replaced(changes))


def told_lines(book: Book, changes: Iterable[Change], words: Mapping[Key, ChangeKind]) -> Iterator[Line]:
    """The lines of some changes; a move is none, and what other jurisdictions changed is left out."""
    for place, change in enumerate(_sorted(book, changes), 1):
        groups = (change.key.kind.value, change.key.id)
        for difference in _differences(change, words):
            yield Line(difference, place, groups, change.key)


def _differences(change: Change, words: Mapping[Key, ChangeKind]) -> Iterator[Difference]:
    if not isinstance(change, Edited | Moved):
        yield Difference(change, None, _word(whole_kind(change, words)))
    for edit in own_edits(change):
        kind = edit_kind(edit, before(change)[0], after(change)[0])
        yield Difference(change, edit, _word(kind))


def _word(kind: ChangeKind) -> str:
    return template(f"diff.{kind}", Language.ZH)


def _sorted(book: Book, changes: Iterable[Change]) -> list[Change]:
    ranks = {kind: rank for rank, kind in enumerate(Kind)}
    departments = {name: rank for rank, name in enumerate(book.register.departments)}

    def order(change: Change) -> tuple[int, int]:
        return ranks[change.key.kind], departments.get(owner_of(change), len(departments))

    place = book.register.jurisdiction
    mine = (each for each in changes if each.key.jurisdiction == place and not isinstance(each, Moved))
    return sorted(mine, key=order)


def _kind(book: Book, difference: Difference) -> Cell:
    del book
    return property_title(SCHEMAS[difference.change.key.kind], (), False)


def _department(book: Book, difference: Difference) -> Cell:
    return book.register.department_name(owner(difference.record))


def _name(book: Book, difference: Difference) -> Cell:
    del book
    return _title(difference.record)


def _id(book: Book, difference: Difference) -> Cell:
    del book
    return difference.change.key.id


def _field(book: Book, difference: Difference) -> Cell:
    del book
    kind, edit = difference.change.key.kind, difference.edit
    return field_title(kind, edit.steps)[0] if edit else None


def _old(book: Book, difference: Difference) -> Cell:
    edit = difference.edit
    return _side(book, book.base, difference, edit.old) if edit else _named(difference.change, before)


def _new(book: Book, difference: Difference) -> Cell:
    edit = difference.edit
    return _side(book, book.register, difference, edit.new) if edit else _named(difference.change, after)


def _side(book: Book, register: Register | None, difference: Difference, value: Value) -> Cell:
    kind, steps = difference.change.key.kind, difference.edit.steps if difference.edit else ()
    path = field_title(kind, steps)[1]
    return told(shown(register or book.register, SCHEMAS[kind], path, value))


def _named(change: Change, side: Callable[[Change], Sequence[Record]]) -> Cell:
    """Names of records; with their codes where one stands for another."""
    is_joined = isinstance(change, Renumbered | Split | Merged)
    names = (f"{each.key.id} {_title(each)}" if is_joined else _title(each) for each in side(change))
    return "\n".join(names) or None


def _title(record: Record) -> str:
    return View(record.fields, (), record).name or record.key.id


def remarks(book: Book) -> Iterator[str]:
    """Rows before and after; both numbers of every merge and split."""
    if book.base is None:
        return
    before, after = ({item.code for item in each.licences} for each in (book.base, book.register))
    yield zh.CHANGE_COUNTS.format(
        before=len(before), after=len(after), added=len(after - before), removed=len(before - after)
    )
    merged, split = _sides(book.register, "merged"), _sides(book.register, "split")
    if any((*merged, *split)):
        yield zh.MERGE_COUNTS.format(
            merged_before=merged[0], merged_after=merged[1], split_before=split[0], split_after=split[1]
        )


def _sides(register: Register, kind: str) -> tuple[int, int]:
    pairs = [
        (part.text("code"), item.code)
        for item in register.items
        for part in item.parts("replaces")
        if part.text("kind") == kind
    ]
    return len({old for old, _ in pairs}), len({new for _, new in pairs})


CHANGES = Table(
    id="changes",
    title=zh.CHANGES,
    columns=(
        number(RECORD),
        derived("kind", zh.RECORD_KIND, 11, _kind, level=DEPARTMENT),
        derived("department", Label("items/item", ("competent",)), 12, _department, level=RECORD),
        derived("record", zh.RECORD_NAME, 22, _name, level=RECORD),
        derived("id", zh.RECORD_ID, 14.5, _id, Show.CODE, level=RECORD),
        derived("change", zh.CHANGE, 10, lambda _, it: it.word),
        derived("field", zh.FIELD, 18, _field),
        derived("old", zh.OLD, 24, _old),
        derived("new", zh.NEW, 24, _new),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.MEMORANDUM, Kind.SUPERVISION, Kind.POWER, Kind.POST),
    needs_base=True,
    remarks=remarks,
)

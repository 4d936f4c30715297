"""What the published documents state: parts of the register with a source, and the rules that read them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from xuke.check.rules import ALL as RULES
from xuke.model.document import Value
from xuke.model.limit import limit_of
from xuke.model.record import Kind, Record, Snapshot
from xuke.model.rule import Context, Rule
from xuke.model.views import view

#: The day that the register is judged on: after everything that the documents plan.
DAY = date(2026, 1, 1)

#: Fields that state nothing of a document, as those that only demonstrate; ``id`` is part of the name.
ASIDE = ("id", "source", "demonstrated", "provenance", "document")

Path_ = tuple[str, ...]

#: Fields that were read.
Note = set[tuple[Kind, Path_]]


class Stated(NamedTuple):
    """A part of a record that a place of a document states."""

    document: tuple[str, str]
    place: str
    record: Record
    pointer: tuple[str | int, ...]
    fields: Mapping[Path_, Value]

    @property
    def path(self) -> Path_:
        """The names of the fields above it, without numbers."""
        return tuple(step for step in self.pointer if isinstance(step, str))


def stated(snapshot: Snapshot) -> Iterator[Stated]:
    """Everything with a source, in reading order; what has a source of its own is a part of its own."""
    for record in snapshot.records.values():
        yield from _parts(record, record.fields, ())


def _parts(record: Record, value: object, pointer: tuple[str | int, ...]) -> Iterator[Stated]:
    if isinstance(value, Mapping):
        source = value.get("source")
        if isinstance(source, dict):
            aside = {*ASIDE, *value.get("demonstrated", ())}
            own = {name: each for name, each in value.items() if name not in aside and not _is_sourced(each)}
            place = str(source.get("place", ""))
            yield Stated(_document(record, source), place, record, pointer, dict(_fields(own, ())))
        for name, each in value.items():
            yield from _parts(record, each, (*pointer, name)) if name != "source" else ()
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _parts(record, each, (*pointer, index))


def _fields(values: Mapping[str, Value], path: Path_) -> Iterator[tuple[Path_, Value]]:
    """Each field by its path; time limits and the conditions of a count are one value."""
    for name, value in values.items():
        is_one = not isinstance(value, dict) or limit_of(value) or name == "enumerates"
        yield from (((*path, name), value),) if is_one else _fields(value, (*path, name))


def _is_sourced(value: object) -> bool:
    """Whether a part has sources of its own."""
    if isinstance(value, dict):
        return "source" in value or any(map(_is_sourced, value.values()))
    return isinstance(value, list) and any(map(_is_sourced, value))


def _document(record: Record, source: Mapping[str, Any]) -> tuple[str, str]:
    head, slash, name = str(source["document"]).rpartition("/")
    return (head, name) if slash else (record.key.jurisdiction, name)


class Seen(dict[str, Any]):
    """A mapping that notes which of its fields are read, and those of the mappings in it."""

    def __init__(self, value: Mapping[str, Any], note: Note, kind: Kind, path: Path_) -> None:
        super().__init__({name: _seen(each, note, kind, (*path, name)) for name, each in value.items()})
        self.note = note
        self.place = kind, path

    def get(self, name: str, default: Any = None) -> Any:
        """Note the field, whether it is written or not."""
        kind, path = self.place
        self.note.add((kind, (*path, name)))
        return super().get(name, default)


def _seen(value: object, note: Note, kind: Kind, path: Path_) -> object:
    if isinstance(value, dict):
        return Seen(value, note, kind, path)
    return [_seen(each, note, kind, path) for each in value] if isinstance(value, list) else value


def readings(snapshot: Snapshot) -> dict[tuple[Kind, Path_], set[str]]:
    """Which rules read a field of a kind of record."""
    note: Note = set()
    watched = Snapshot(
        {
            key: Record(key, Seen(record.fields, note, key.kind, ()), record.home)
            for key, record in snapshot.records.items()
        }
    )
    result: dict[tuple[Kind, Path_], set[str]] = defaultdict(set)
    for rule in RULES:
        note.clear()
        _play(rule, watched)
        for place in note:
            result[place].add(rule.code)
    return result


def _play(rule: Rule, snapshot: Snapshot) -> None:
    context = Context(snapshot, DAY, snapshot)
    for record in snapshot.of(rule.kind) if context.has(rule.needs) else ():
        for _ in rule.check(view(record), context):
            pass

"""Which departments a record belongs to or concerns: every field that refers to one."""

from collections.abc import Iterator
from functools import cache

from xuke.model.change import Change, after, before
from xuke.model.record import Kind, Record
from xuke.words.schemas import reference_kind, schema_of_kind, walk_record


def concerns(change: Change, departments: frozenset[str]) -> bool:
    """Whether a record before or after the change is such a department, or refers to one."""
    return any(not departments.isdisjoint(departments_of(each)) for each in (*before(change), *after(change)))


def departments_of(record: Record) -> Iterator[str]:
    """Ids of departments, some of them more than once."""
    if record.key.kind in (Kind.DEPARTMENT, Kind.MEMORANDUM):
        yield record.key.id
    for path in _paths(record.key.kind):
        yield from _texts(record.fields, path)


@cache
def _paths(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """The fields of a kind that refer to departments."""
    found = walk_record(schema_of_kind(kind))
    return tuple(path for path, file, node in found if reference_kind(file, node) in ("department", "party"))


def _texts(value: object, path: tuple[str, ...]) -> Iterator[str]:
    match value:
        case list():
            for each in value:
                yield from _texts(each, path)
        case dict() if path:
            yield from _texts(value.get(path[0]), path[1:])
        case str() if not path:
            yield value

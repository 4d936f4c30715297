"""What differs between two versions of some files: which fields of which kinds of records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from xuke.model.document import Document, Value, same
from xuke.model.files import FileKind, seat
from xuke.model.record import Kind
from xuke.sources.load import identity, records_of

#: Names of fields; None where more may differ than what stands in fields: records came, went or moved.
Fields: TypeAlias = "frozenset[str] | None"

#: What differs, by jurisdiction.
Changes: TypeAlias = dict[str, dict[Kind, Fields]]

_NONE: Fields = frozenset()


def unknown(paths: Iterable[str]) -> Changes:
    """All that some files may hold, where it is not known what of it differs."""
    return changes(paths, {}, {})


def changes(paths: Iterable[str], then: Mapping[str, Document], now: Mapping[str, Document]) -> Changes:
    """What differs in some files between two versions of them."""
    found: Changes = {}
    for path in paths:
        place = seat(path)
        if place:
            known = found.setdefault(place.jurisdiction, {})
            for kind, fields in _differing(place.kind, then.get(path), now.get(path)):
                known[kind] = both(known.get(kind, _NONE), fields)
    return found


def both(one: Fields, other: Fields) -> Fields:
    """What differs in either."""
    return None if one is None or other is None else one | other


def everywhere(changed: Changes) -> dict[Kind, Fields]:
    """What differs in any jurisdiction."""
    found: dict[Kind, Fields] = {}
    for fields in changed.values():
        found.update({kind: both(found.get(kind, _NONE), each) for kind, each in fields.items()})
    return found


def _differing(kind: FileKind, old: Document | None, new: Document | None) -> Iterator[tuple[Kind, Fields]]:
    pairs = None if old is None or new is None else _pairs(kind, old, new)
    if pairs is None:
        yield from ((each, None) for each in kind.kinds)
        return
    for each, then, now in pairs:
        names = (
            name for name in {**then, **now} if not same(then.get(name, _ABSENT), now.get(name, _ABSENT))
        )
        yield each, frozenset(names)


#: Stands for a field that is not written, which is not one that is null.
_ABSENT = object()

_Pair: TypeAlias = tuple[Kind, Mapping[str, Value], Mapping[str, Value]]


def _pairs(kind: FileKind, old: Document, new: Document) -> list[_Pair] | None:
    """Both sides of every record; None where they are not the same ones in the same order."""
    then, now = list(records_of(old)), list(records_of(new))
    is_one = [each.key for each in then] == [each.key for each in now]
    if not is_one or not same(_beside(kind, old.value), _beside(kind, new.value)):
        return None
    return [(one.key.kind, one.fields, other.fields) for one, other in zip(then, now, strict=True)]


def _beside(kind: FileKind, value: Value) -> Value:
    """What a file says beside its records; entries of its lists that are none among it."""
    if kind.single is not None or not isinstance(value, dict):
        return None if isinstance(value, dict) else value
    return {
        name: _strays(kind.lists[name], part) if name in kind.lists else part for name, part in value.items()
    }


def _strays(kind: Kind, part: Value) -> Value:
    return [identity(kind, each) is None for each in part] if isinstance(part, list) else part

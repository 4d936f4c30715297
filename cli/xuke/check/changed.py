"""What differs between two versions of some files: which fields of which kinds of records."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from xuke.model.document import Document, Value, same
from xuke.model.files import FileKind, seat
from xuke.model.record import Key, Kind
from xuke.sources.load import identity, records_of

#: Names of fields; None where more may differ than what stands in fields: records came, went or moved.
Fields: TypeAlias = "frozenset[str] | None"


class Changes(NamedTuple):
    """What differs, by jurisdiction; and by record in those files whose records are still the same ones."""

    places: dict[str, dict[Kind, Fields]]
    records: dict[Key, Fields]


_NONE: Fields = frozenset()


def unknown(paths: Iterable[str]) -> Changes:
    """All that some files may hold, where it is not known what of it differs."""
    return changes(paths, {}, {})


def changes(paths: Iterable[str], then: Mapping[str, Document], now: Mapping[str, Document]) -> Changes:
    """What differs in some files between two versions of them."""
    found = Changes({}, {})
    for path in paths:
        place = seat(path)
        if place:
            known = found.places.setdefault(place.jurisdiction, {})
            differing = _differing(place.kind, then.get(path), now.get(path))
            fields = dict.fromkeys(place.kind.kinds) if differing is None else _by_kind(differing)
            known.update({kind: both(known.get(kind, _NONE), each) for kind, each in fields.items()})
            found.records.update(differing or {})
    return found


def both(one: Fields, other: Fields) -> Fields:
    """What differs in either."""
    return None if one is None or other is None else one | other


def everywhere(changed: Changes) -> dict[Kind, Fields]:
    """What differs in any jurisdiction."""
    found: dict[Kind, Fields] = {}
    for fields in changed.places.values():
        found.update({kind: both(found.get(kind, _NONE), each) for kind, each in fields.items()})
    return found


#: Stands for a field that is not written, which is not one that is null.
_ABSENT = object()


def _differing(kind: FileKind, old: Document | None, new: Document | None) -> dict[Key, Fields] | None:
    """The fields that differ, by record; None where they are not the same records in the same order."""
    # A code without quotes keeps its record from being judged, whatever it says.
    if old is None or new is None or old.bare != new.bare:
        return None
    then, now = list(records_of(old)), list(records_of(new))
    is_one = [each.key for each in then] == [each.key for each in now]
    if not is_one or not same(_beside(kind, old.value), _beside(kind, new.value)):
        return None
    return {one.key: _fields(one.fields, other.fields) for one, other in zip(then, now, strict=True)}


def _fields(old: Mapping[str, Value], new: Mapping[str, Value]) -> Fields:
    return frozenset(
        name for name in {**old, **new} if not same(old.get(name, _ABSENT), new.get(name, _ABSENT))
    )


def _by_kind(differing: Mapping[Key, Fields]) -> dict[Kind, Fields]:
    found: dict[Kind, Fields] = {}
    for key, fields in differing.items():
        found[key.kind] = both(found.get(key.kind, _NONE), fields)
    return found


def _beside(kind: FileKind, value: Value) -> Value:
    """What a file says beside its records; entries of its lists that are none among it."""
    if kind.single is not None or not isinstance(value, dict):
        return None if isinstance(value, dict) else value
    return {
        name: _strays(kind.lists[name], part) if name in kind.lists else part for name, part in value.items()
    }


def _strays(kind: Kind, part: Value) -> Value:
    return [identity(kind, each) is None for each in part] if isinstance(part, list) else part

"""What findings about stated figures name, by which one is linked to another."""

from collections.abc import Iterator, Sequence

from xuke.check.linked import Names, keys_of, records_of
from xuke.model.diagnostic import Diagnostic
from xuke.model.part import at
from xuke.model.record import Snapshot


def counted(found: Diagnostic, snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    """Jurisdiction and kind of the records that a stated figure counts."""
    for record in records_of(found, snapshot):
        yield record.key.jurisdiction, at(record.fields, *found.pointer[:-1], "enumerates", "kind")


def condition(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The same, with the fields by which it picks them."""
    for record in records_of(found, snapshot):
        where = at(record.fields, *found.pointer[:-1], "enumerates", "where")
        for name in counted(found, snapshot):
            yield from ((*name, field.split(".")[0]) for field in (where if isinstance(where, dict) else ()))


def field(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of the record, and the field in which something is wrong."""
    yield from ((*key[:2], str(step)) for key in keys_of(found) for step in found.pointer[:1])


def gap(found: Sequence[Diagnostic], snapshot: Snapshot) -> float:
    """By how many records a stated figure is off at the most."""
    return max(abs(over) for each in found for _, over in _beyond(each, snapshot))


def surplus(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What is counted, and how many records more there are than stated."""
    yield from ((*name, over) for name, over in _beyond(found, snapshot) if over > 0)


def shortage(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What is counted, and how many records fewer there are than stated."""
    yield from ((*name, -over) for name, over in _beyond(found, snapshot) if over < 0)


def _beyond(found: Diagnostic, snapshot: Snapshot) -> Iterator[tuple[tuple[object, ...], float]]:
    words = dict(found.message.words)
    for name in counted(found, snapshot):
        yield name, float(str(words["rows"])) - float(str(words["count"]))

"""What findings about posts, helpers and seals name, by which one is linked to another."""

from collections.abc import Iterator

from xuke.check.linked import Names, field_of, keys_of, records_of
from xuke.model.diagnostic import Diagnostic
from xuke.model.part import at
from xuke.model.record import Key, Kind, Snapshot

#: Who gives posts, by the kind of record that says so.
_GIVER = {Kind.MEMORANDUM: "giver", Kind.POST: "from_department"}

#: Fields of a record by which posts are added up.
_ADDED = frozenset({"from_department", "posts", "persons"})


def lost(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of posts or helpers whose number is refused, or of which there are twins."""
    is_number = found.code == "K001" or field_of(found) in {"posts", "persons"}
    yield from (key[:2] for key in keys_of(found) if is_number)


def short(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of which more are wanted."""
    kind = Kind.HELPER if "helpers" in str(found.pointer[-1]) else Kind.POST
    yield from ((key.jurisdiction, kind) for key in keys_of(found))


def astray(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The department whose posts are not added up as they are; none where it cannot be told which."""
    for key in _posts(found):
        record = snapshot.records.get(key)
        owner = at(record.fields, "from_department") if record and found.code != "K002" else None
        yield key.jurisdiction, owner if isinstance(owner, str) and found.code != "K001" else ""


def _posts(found: Diagnostic) -> Iterator[Key]:
    is_added = found.code == "K001" or field_of(found) in _ADDED
    yield from (key for key in keys_of(found) if key.kind is Kind.POST and is_added)


def adding(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The department whose posts are added up, and its jurisdiction."""
    for jurisdiction, name in giver(found, snapshot):
        yield from ((jurisdiction, name), (jurisdiction, ""))


def giver(found: Diagnostic, snapshot: Snapshot) -> Iterator[tuple[object, object]]:
    """The department that gives posts: that of a memorandum or a post, or the one judged."""
    for record in records_of(found, snapshot):
        field = _GIVER.get(record.key.kind)
        yield record.key.jurisdiction, at(record.fields, field) if field else record.key.id


def seal(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The seal in which something is wrong."""
    yield from (f"{key.jurisdiction}/{key.id}" for key in keys_of(found) if key.kind is Kind.SEAL)


def sealed(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The seals that an item carries."""
    yield found.cause

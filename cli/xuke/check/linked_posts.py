"""What findings about posts, helpers and seals name, by which one is linked to another."""

from xuke.check.linked import Names, keys_of, records_of
from xuke.model.diagnostic import Diagnostic
from xuke.model.part import at
from xuke.model.record import Kind, Snapshot

#: Who gives posts, by the kind of record that says so.
_GIVER = {Kind.MEMORANDUM: "giver", Kind.POST: "from_department"}


def staff(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The posts or helpers of a jurisdiction, of which a minimum is wanted."""
    yield from ((key.jurisdiction, kind) for key in keys_of(found) for kind in (Kind.POST, Kind.HELPER))


def posts(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The posts of a jurisdiction."""
    yield from ((key.jurisdiction, Kind.POST) for key in keys_of(found))


def giver(found: Diagnostic, snapshot: Snapshot) -> Names:
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

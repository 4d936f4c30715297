"""The department that a record belongs to."""

from xuke.model.change import Change, after, before
from xuke.model.owners import HOLDER, OWNER
from xuke.model.record import Kind, Record
from xuke.model.views import Part

#: Kinds whose changes are told under a department: what it gives up, keeps or serves itself.
_TOLD = frozenset({*OWNER, Kind.POST, Kind.WINDOW})


def owner(record: Record) -> str:
    """Its id; empty for a record of the whole jurisdiction."""
    if record.key.kind is Kind.DEPARTMENT:
        return record.key.id
    return Part(record.fields, ()).text(HOLDER[record.key.kind]) if record.key.kind in _TOLD else ""


def owner_of(change: Change) -> str:
    """The owner as it is now, or as it was last."""
    return owner((after(change) or before(change))[0])

"""The department that a record belongs to."""

from xuke.model.change import Change, after, before
from xuke.model.record import Kind, Record
from xuke.model.views import Part

#: Fields that name the department that a record belongs to.
OWNERS = ("competent", "supervisor", "department", "giver", "from_department")


def owner(record: Record) -> str:
    """Its id; empty for a record of the whole jurisdiction."""
    if record.key.kind is Kind.DEPARTMENT:
        return record.key.id
    part = Part(record.fields, ())
    return next(filter(None, (part.text(name) for name in OWNERS)), "")


def owner_of(change: Change) -> str:
    """The owner as it is now, or as it was last."""
    return owner((after(change) or before(change))[0])

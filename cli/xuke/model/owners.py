"""The fields by which records say whose they are."""

from collections.abc import Mapping

from xuke.model.record import Kind

#: Of records that stand in the file of their department, and mean its sections.
OWNER: Mapping[Kind, str] = {
    Kind.ITEM: "competent",
    Kind.POWER: "department",
    Kind.SUPERVISION: "supervisor",
    Kind.MEMORANDUM: "giver",
}

#: Of all records that departments send in.
SENDER: Mapping[Kind, str] = {**OWNER, Kind.POST: "from_department", Kind.HELPER: "engaged_by"}

#: Of all records that belong to one department.
HOLDER: Mapping[Kind, str] = {
    **SENDER,
    Kind.HALL: "host",
    Kind.WINDOW: "department",
    Kind.SEAL: "owner",
    Kind.BUNDLE: "lead",
}

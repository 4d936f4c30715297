"""The official order of what departments own."""

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View


def in_order(register: Register, kind: Kind, owner: str) -> list[View]:
    """Records by the official order of the department that a field names, then as they are written."""
    ranks = {name: rank for rank, name in enumerate(register.departments)}
    return sorted(register.of(kind), key=lambda each: ranks.get(each.text(owner), len(ranks)))

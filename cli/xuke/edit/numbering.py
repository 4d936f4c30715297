"""Ids for records that nature gives none: the next number, and a mark that no other branch will make."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.register import Register

_NUMBERED = re.compile(r"(.*?)([0-9]+)(?:-[0-9a-f]{4})?").fullmatch

#: The field by whose value the records of a kind are numbered apart.
_APART = {Kind.POST: "from_department", Kind.SUPERVISION: "supervisor", Kind.MEASURE: "kind"}

#: Those whose ids begin with that value where there is none to go by.
_OWNED = frozenset({Kind.POST, Kind.SUPERVISION})


def fresh_id(register: Register, kind: Kind, fields: Mapping[str, Value]) -> str:
    """``m18-3f2a``: the number after the last one, and four digits of the digest of what the record says.

    Two branches that both make the 18th measure make two ids, unless they say the same.
    """
    field = _APART.get(kind)
    owner = fields.get(field) if field else None
    known = [each for each in register.of(kind) if field is None or each.get(field) == owner]
    found = [match.groups() for each in known if (match := _NUMBERED(each.id))]
    start = f"{owner}-" if kind in _OWNED else str(kind)[0]
    head = found[-1][0] if found else start
    numbers = [number for each, number in found if each == head]
    width = max([2, *map(len, numbers)])
    number = max([0, *map(int, numbers)]) + 1
    said = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return f"{head}{number:0{width}}-{sha256(said.encode()).hexdigest()[:4]}"

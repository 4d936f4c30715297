"""Codes of administrative divisions (GB/T 2260), six digits."""

import re
from functools import cache
from typing import Any

_SHAPE = re.compile("[0-9]{6}").fullmatch


def division_name(code: str) -> str:
    """The name of a division, past ones too; empty for a code that never was one."""
    if not _SHAPE(code):
        return ""
    found = _province(code[:2]).info(code)
    name: str = dict(found[-1][1]).get("county", "") if len(found) > 1 else ""
    return re.sub(r"\[[0-9-]*\]", "", name).partition(",")[0]


@cache
def _province(digits: str) -> Any:
    """The divisions of one province: reading those of all takes longer than most other rules together."""
    from pkgutil import get_data  # noqa: PLC0415

    from stdnum import numdb  # noqa: PLC0415

    text = (get_data("stdnum.cn", "loc.dat") or b"").decode()
    found = re.search(rf"^{digits} .*\n(?: .*\n?)*", text, re.MULTILINE)
    return numdb.read(found.group().splitlines() if found else ())


def is_below(code: str, superior: str) -> bool:
    """Whether a division lies in another: a county in its prefecture, a prefecture in its province."""
    return code != superior and code.startswith(re.sub("(00){1,2}$", "", superior))

"""Codes of administrative divisions (GB/T 2260), six digits."""

import re

_SHAPE = re.compile("[0-9]{6}").fullmatch


def division_name(code: str) -> str:
    """The name of a division, past ones too; empty for a code that never was one."""
    from stdnum import numdb  # noqa: PLC0415

    if not _SHAPE(code):
        return ""
    found = numdb.get("cn/loc").info(code)
    name: str = dict(found[-1][1]).get("county", "") if len(found) > 1 else ""
    return re.sub(r"\[[0-9-]*\]", "", name).partition(",")[0]


def is_below(code: str, superior: str) -> bool:
    """Whether a division lies in another: a county in its prefecture, a prefecture in its province."""
    return code != superior and code.startswith(re.sub("(00){1,2}$", "", superior))

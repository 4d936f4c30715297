"""The tables that departments fill in and `import` reads, as a written list."""

from collections.abc import Mapping
from functools import cache

from xuke.model.record import Kind
from xuke.tables.inputs.table import Declared, InputTable, table_of

ALL = (
    Declared(
        "items",
        (Kind.ITEM,),
        first=("competent", "name", "code", "type", "organ", "section", "limit.statutory", "limit.promised"),
        down=("competent",),
    ),
    Declared(
        "supervision",
        (Kind.SUPERVISION,),
        first=("supervisor", "section", "id", "name", "items"),
        down=("supervisor",),
    ),
    Declared("staffing", (Kind.POST, Kind.HELPER), down=("from_department",)),
    Declared("departments", (Kind.DEPARTMENT,)),
    Declared("powers", (Kind.POWER,), first=("department", "code", "name", "type"), down=("department",)),
    Declared("measures", (Kind.MEASURE,)),
)

INPUTS: Mapping[str, Declared] = {each.id: each for each in ALL}


@cache
def input_table(name: str) -> InputTable:
    """A table by its id, derived from the schemas; KeyError for a name that is not declared."""
    return table_of(INPUTS[name])

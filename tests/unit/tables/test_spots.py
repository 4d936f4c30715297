"""Where a workbook speaks of a record."""

from xuke.model.record import Key, Kind
from xuke.tables.spots import Spots


def test_what_no_workbook_speaks_of_has_no_cell():
    assert Spots().nearest(Key("lan", Kind.ITEM, "1"), ("name",)) is None

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from xuke.tables.archive import normalised, timeless


def archive(names, moment):
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in names:
            target.writestr(name, f"<dcterms:created x='y'>{moment}</dcterms:created>{name}")
    return result.getvalue()


def test_order_compression_and_moment_leave_no_trace():
    names = ["xl/workbook.xml", "docProps/core.xml", "[Content_Types].xml"]
    one = normalised(archive(names, "1980-01-01T00:00:00Z"))
    other = normalised(archive(reversed(names), "1980-01-01T00:00:00Z"))
    assert one == other
    with ZipFile(BytesIO(one)) as found:
        assert found.namelist() == ["[Content_Types].xml", "docProps/core.xml", "xl/workbook.xml"]
        assert {each.compress_type for each in found.infolist()} == {ZIP_STORED}
        assert {each.date_time for each in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_the_core_properties_lose_their_times():
    with ZipFile(BytesIO(normalised(archive(["a.xml", "docProps/core.xml"], "2026-01-01")))) as found:
        assert b"2026" in found.read("a.xml")
        assert b"2026" not in found.read("docProps/core.xml")


def test_both_times_are_fixed():
    core = b"<dcterms:created>now</dcterms:created><dcterms:modified xsi:type='t'>then</dcterms:modified>"
    assert timeless(core).count(b">1980-01-01T00:00:00Z<") == 2

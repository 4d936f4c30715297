"""A workbook's archive with nothing of the moment in it: equal content, equal bytes."""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

#: The earliest time that an archive can hold.
FIXED = (1980, 1, 1, 0, 0, 0)

#: Programs look for this member first.
FIRST = "[Content_Types].xml"

CORE = "docProps/core.xml"

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def normalised(archive: bytes) -> bytes:
    """The same members uncompressed, in fixed order, at a fixed time."""
    with ZipFile(BytesIO(archive)) as old:
        names = sorted(old.namelist(), key=lambda name: (name != FIRST, name))
        contents = ((name, old.read(name)) for name in names)
        return archived((name, timeless(data) if name == CORE else data) for name, data in contents)


def archived(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these members in their order, uncompressed, at a fixed time."""
    result = BytesIO()
    with ZipFile(result, "w", ZIP_STORED) as new:
        for name, content in members:
            new.writestr(_member(name), content)
    return result.getvalue()


def timeless(core: bytes) -> bytes:
    """The core properties with fixed times."""
    return _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", core)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, FIXED)
    # The same on every system; as from Unix, because unzip reads names from elsewhere in an old code page.
    member.create_system, member.external_attr = 3, 0o100644 << 16
    return member

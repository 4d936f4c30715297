"""What earlier runs read of the files of a register."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from xuke.sources.cache import named
from xuke.sources.installation import installation

if TYPE_CHECKING:
    from xuke.sources.parses import Parses


def readings(folder: str | None, *, holds: bool, needs_texts: bool = True) -> "Parses | None":
    """What is kept below a folder of the user, for a ``with``; None where nothing can be kept."""
    # A Python may have been built without SQLite.
    if folder is None or find_spec("_sqlite3") is None:
        return None
    # Late: a check that was kept needs no reader.
    from xuke.sources.parses import Parses  # noqa: PLC0415

    return Parses(folder, named(installation()), holds=holds, needs_texts=needs_texts)

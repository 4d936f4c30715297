"""Files that people hand in: read as bytes, and never more of them than can be judged."""

from pathlib import Path

from xuke.model.errors import XukeError
from xuke.sources.tree import reason_of


def read_input(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file; at most one more than ``most``, which is enough to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(-1 if most is None else most + 1)
    except OSError as error:
        raise XukeError("cli.unreadable", path=str(path), reason=reason_of(error)) from None

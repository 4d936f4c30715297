"""What was read of each file, kept between runs by the digest of its bytes; bounded, never trusted blindly.

One database for all workspaces of a user, beside the kept results. Whatever is wrong with it is as if
it were not there: the file is read.
"""

import os
import sqlite3
from contextlib import suppress
from hashlib import sha256
from typing import Any, Self

from xuke.document.packed import DAMAGES, LAYOUT, packed, unpacked
from xuke.model.diagnostic import Diagnostic
from xuke.model.document import Document
from xuke.sources.cache import is_mine
from xuke.sources.load import Read, parsed, read_file
from xuke.sources.tree import File

#: A new shape of what is kept needs a new number.
NAME = os.path.join("parses-1", "files.sqlite")

#: What the file may hold before the older half goes.
MOST_BYTES = 500_000_000

#: A power cut may break it: what is kept answers to its digest.
_SETTINGS = (
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
    "CREATE TABLE IF NOT EXISTS parses (name BLOB UNIQUE, digest BLOB, data BLOB)",
)
_SIZES = ("page_count", "freelist_count", "page_size")

#: Seconds to wait for another run.
_PATIENCE = 0.2

_GET = "SELECT digest, data FROM parses WHERE name = ?"
_PUT = "INSERT OR REPLACE INTO parses VALUES (?, ?, ?)"
_HALVE = "DELETE FROM parses WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM parses)"


class Parses(dict[File, Read]):
    """Files as they were read, for ``load``; to be used in a ``with``, which keeps what is new.

    ``holds`` keeps them in memory too, for a second version. ``program`` names what a reading depends on.
    """

    def __init__(self, folder: str, program: str, *, holds: bool) -> None:
        super().__init__()
        self._file = os.path.join(folder, NAME)
        self._program = f"{program} {LAYOUT}".encode()
        self._holds = holds
        self._base: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        folder = os.path.dirname(self._file)
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            self._base = _opened(self._file) if is_mine(folder) else None
        except OSError:
            pass
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                self._remove()
        return self

    def __exit__(self, *_: object) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                _make_room(self._base)
                self._base.commit()
        self._close()

    def __missing__(self, file: File) -> Read:
        found = read_file(file, self.parse)
        if self._holds:
            self[file] = found
        return found

    def parse(self, path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
        """What a file of the register holds, and what is wrong with its text."""
        if self._base is None:
            return parsed(path, data)
        name = sha256(self._program + data).digest()
        document = self._get(name, path)
        if document is not None:
            return document, []
        document, problems = parsed(path, data)
        if document is not None and not problems:
            self._put(name, packed(document))
        return document, problems

    def _get(self, name: bytes, path: str) -> Document | None:
        row = self._asked(_GET, name)
        try:
            digest, data = row or (b"", b"")
            return unpacked(path, data) if digest == sha256(name + data).digest() else None
        except DAMAGES:
            return None

    def _put(self, name: bytes, data: bytes | None) -> None:
        if data is not None:
            self._asked(_PUT, name, sha256(name + data).digest(), data)

    def _asked(self, words: str, *values: bytes) -> Any:
        """One row, or None; a database that fails is not asked again, and a broken one is removed."""
        try:
            return self._base.execute(words, values).fetchone() if self._base else None
        except sqlite3.DatabaseError as error:
            self._close()
            # Others may be writing, or the disk be full; neither breaks what is there.
            if not isinstance(error, sqlite3.OperationalError):
                self._remove()
        return None

    def _close(self) -> None:
        base, self._base = self._base, None
        if base is not None:
            with suppress(sqlite3.Error):
                base.close()

    def _remove(self) -> None:
        with suppress(OSError):
            os.unlink(self._file)


def _opened(file: str) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        for words in _SETTINGS:
            base.execute(words)
    except BaseException:
        base.close()
        raise
    return base


def _make_room(base: sqlite3.Connection) -> None:
    pages, free, size = (base.execute(f"PRAGMA {name}").fetchone()[0] for name in _SIZES)
    if (pages - free) * size > MOST_BYTES:
        base.execute(_HALVE)

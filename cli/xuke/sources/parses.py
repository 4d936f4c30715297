"""What was read of each file, kept between runs by the digest of its bytes; bounded, never trusted blindly.

One database for all workspaces of a user, beside the kept results. Whatever is wrong with it is as if
it were not there: the file is read.
"""

import hashlib
import json
import os
import sqlite3
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import Any, Self

from xuke.document.packed import DAMAGES, LAYOUT, packed, unpacked
from xuke.model.diagnostic import Diagnostic
from xuke.model.document import Document
from xuke.model.files import seat
from xuke.sources.cache import is_mine
from xuke.sources.entry import Entry, oddness
from xuke.sources.git import GitTree
from xuke.sources.load import Read, Shelf, parsed, read_file
from xuke.sources.tree import File, Tree

#: A new shape of what is kept needs a new number.
NAME = os.path.join("parses-2", "files.sqlite")

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

#: The digits of a SHA-256.
_LONG = 64

_GET = "SELECT digest, data FROM parses WHERE name = ?"
_PUT = "INSERT OR REPLACE INTO parses VALUES (?, ?, ?)"
_HALVE = "DELETE FROM parses WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM parses)"


class Parses(Shelf):
    """Files as they were read, for ``load``; to be used in a ``with``, which keeps what is new.

    ``holds`` keeps them in memory too, for a second version. ``program`` names what a reading depends on.
    Who ``needs_texts`` finds the bytes of every file here; otherwise those that git holds are asked for by
    the names of their blobs, and only what no earlier run read is fetched.
    """

    def __init__(self, folder: str, program: str, *, holds: bool, needs_texts: bool = True) -> None:
        super().__init__()
        self._file = os.path.join(folder, NAME)
        self._program = f"{program} {LAYOUT}".encode()
        self._holds = holds
        self._needs_texts = needs_texts
        self._blobs: dict[Entry, Read] = {}
        self._lent: list[tuple[bytes, Document, int]] = []
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
        for name, document, noted in self._lent:
            if len(document.notes) != noted:
                self._put(name, json.dumps(document.notes).encode())
        if self._base is not None:
            with suppress(sqlite3.Error):
                _make_room(self._base)
                self._base.commit()
        self._close()

    def __missing__(self, file: File) -> Read:
        name = self._named(file.data)
        found = read_file(file, partial(self._parsed, name))
        self._recall(found, name)
        if self._holds:
            self[file] = found
        return found

    def reads(self, tree: Tree) -> list[Read]:
        """Every file of a tree, in its order."""
        return super().reads(tree) if self._needs_texts else self._of_blobs(tree)

    def _of_blobs(self, tree: Tree) -> list[Read]:
        if not isinstance(tree, GitTree):
            return super().reads(tree)
        found = {each: read for each in tree.entries if (read := self._of_blob(tree, each))}
        rest = tree.part([each for each in tree.entries if each not in found])
        tree.require(each for each in found if each not in self._blobs and not tree.at_hand(each))
        for entry, file in zip(rest.entries, rest.files(), strict=True):
            found[entry] = read = self[file]
            if read.document is not None and not read.problems and _is_blob(entry.blob, file.data):
                self._put(self._named_blob(entry), self._named(file.data))
        if self._holds:
            self._blobs.update(found)
        return [found[each] for each in tree.entries]

    def _of_blob(self, tree: GitTree, entry: Entry) -> Read | None:
        """A file that is known by its blob: in this run first, since versions share what they have."""
        file = tree.at_hand(entry)
        if file is not None:
            return self[file]
        if entry in self._blobs or oddness(entry) or seat(entry.path) is None:
            return self._blobs.get(entry)
        name = self._kept(self._named_blob(entry)) or b""
        document = self._document(name, entry.path)
        found = None if document is None else Read(entry.path, document, [])
        if found is not None:
            self._recall(found, name)
        return found

    def parse(self, path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
        """What a file of the register holds, and what is wrong with its text."""
        return self._parsed(self._named(data), path, data)

    def _parsed(self, name: bytes, path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
        document = self._document(name, path)
        if document is not None:
            return document, []
        document, problems = parsed(path, data)
        if document is not None and not problems and self._base is not None:
            self._put(name, packed(document))
        return document, problems

    def _named(self, data: bytes) -> bytes:
        return self._name(sha256(data).digest()) if self._base is not None else b""

    def _name(self, digest: bytes) -> bytes:
        return sha256(self._program + digest).digest()

    def recalled(self, path: str, digest: str) -> Document | None:
        """What an earlier run read, by the SHA-256 of its bytes."""
        return self._document(self._name(bytes.fromhex(digest)), path)

    def _named_blob(self, entry: Entry) -> bytes:
        return sha256(b"blob " + entry.blob.encode() + self._program).digest()

    def _recall(self, read: Read, name: bytes) -> None:
        """What was worked out of a file in an earlier run, where that is known; its path is part of it."""
        document = read.document
        if document is None or self._base is None:
            return
        noted = sha256(name + read.path.encode()).digest()
        kept = self._kept(noted)
        if kept is not None:
            document.notes.update(json.loads(kept))
        self._lent.append((noted, document, len(document.notes)))

    def _document(self, name: bytes, path: str) -> Document | None:
        data = self._kept(name)
        try:
            return None if data is None else unpacked(path, data)
        except DAMAGES:
            return None

    def _kept(self, name: bytes) -> bytes | None:
        """What is kept under a name, where it answers to its digest."""
        row = self._asked(_GET, name)
        try:
            digest, data = row or (b"", b"")
            return data if row and digest == sha256(name + data).digest() else None
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


def _is_blob(name: str, data: bytes) -> bool:
    """Whether a text is what the name of a blob says."""
    kind = "sha256" if len(name) == _LONG else "sha1"
    return hashlib.new(kind, b"blob %d\0" % len(data) + data).hexdigest() == name


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

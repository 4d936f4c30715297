"""Results kept between runs, in a folder of the user; without it everything works, only slower.

A result is a file of its own: the digest of its text, then the text, JSON. Whatever cannot be read,
or does not answer to its digest, is not there; what cannot be written is not kept.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

#: A new shape of what is kept needs a new number.
FOLDER = "results-1"

#: What the folder may hold; the results that were not asked for the longest are given up first.
MOST_FILES = 300
MOST_BYTES = 200_000_000


class Cache:
    """The results of one workspace, each under a name that says all that it depends on."""

    def __init__(self, folder: str, root: "str | os.PathLike[str]") -> None:
        #: Where other things are kept for the user too.
        self.home = folder
        self._folder = os.path.join(folder, FOLDER)
        self._workspace = named(os.path.realpath(root))[:16]

    def get(self, name: str) -> object:
        """A result; None where there is none that can be trusted."""
        file = self._file(name)
        try:
            if not is_mine(self._folder):
                return None
            with open(file, "rb") as kept:
                digest, _, text = kept.read().partition(b"\n")
            if digest != sha256(text).hexdigest().encode():
                return None
            found: object = json.loads(text)
            os.utime(file)
        except (OSError, ValueError, RecursionError):
            return None
        return found

    def put(self, name: str, result: object) -> None:
        """Keep a result, in one step; a full or read-only disk keeps none."""
        text = json.dumps(result, separators=(",", ":")).encode()
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._folder), exist_ok=True)
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            if is_mine(self._folder) and len(text) < MOST_BYTES:
                _replace(self._file(name), sha256(text).hexdigest().encode() + b"\n" + text)
                self._make_room()

    def _file(self, name: str) -> str:
        return os.path.join(self._folder, f"{self._workspace}-{name}")

    def _make_room(self) -> None:
        room = MOST_BYTES
        newest = sorted(_files(self._folder), reverse=True)
        for number, (_, size, path) in enumerate(newest):
            room -= size
            if room < 0 or number >= MOST_FILES:
                # Another run may have been quicker.
                with suppress(OSError):
                    os.unlink(path)


def named(*parts: object) -> str:
    """A name for everything that a result depends on."""
    return sha256(json.dumps(parts).encode()).hexdigest()


def is_mine(folder: str) -> bool:
    """Whether a folder is the user's own; Windows keeps others out of it, and does not say."""
    return not hasattr(os, "getuid") or os.stat(folder).st_uid == os.getuid()


def _replace(file: str, data: bytes) -> None:
    # Not forced to the disk: after a power cut the digest tells that a file is not whole.
    import tempfile  # noqa: PLC0415

    descriptor, name = tempfile.mkstemp(prefix=".", dir=os.path.dirname(file))
    try:
        with os.fdopen(descriptor, "wb") as draft:
            draft.write(data)
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _files(folder: str) -> Iterator[tuple[int, int, str]]:
    with os.scandir(folder) as found:
        for each in found:
            with suppress(OSError):
                told = each.stat(follow_symlinks=False)
                yield told.st_mtime_ns, told.st_size, each.path

"""Files on disk that the index knows: not read again where their times and sizes are still the same."""

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

#: What ``git ls-files --debug`` tells of a file; another git may tell it otherwise, and then is not believed.
_ROW = re.compile(
    rb"100(?:644|755) ([0-9a-f]+) 0\t([^\0]*)\0"
    rb"  ctime: (\d+):(\d+)\n  mtime: (\d+):(\d+)\n  dev: \d+\tino: (\d+)\n"
    rb"  uid: \d+\tgid: \d+\n  size: (\d+)\tflags: [0-9a-f]+\n"
)
_SECOND = 1_000_000_000


class Stamp(NamedTuple):
    """What the index remembers of a file when it took it: its blob, times in ns, number and size."""

    blob: str
    changed: int
    written: int
    number: int
    size: int


def stamps(text: bytes, index_written: int) -> dict[str, Stamp]:
    """Stamps by path; a file written as late as the index itself may differ without its times telling."""
    found = (each.groups() for each in _ROW.finditer(text))
    made = {
        path.decode("utf-8", "surrogateescape"): Stamp(
            blob.decode(),
            int(changed) * _SECOND + int(changed_ns),
            int(written) * _SECOND + int(written_ns),
            int(number),
            int(size),
        )
        for blob, path, changed, changed_ns, written, written_ns, number, size in found
    }
    return {path: each for path, each in made.items() if each.size and each.written < index_written}


def kept_blob(root: Path, path: str, known: Mapping[str, Stamp]) -> str | None:
    """The blob of a file that is as the index took it; None where only its bytes can tell."""
    stamp = known.get(path)
    if stamp is None:
        return None
    try:
        told = os.lstat(root / path)
    except OSError:
        return None
    is_same = (told.st_ctime_ns, told.st_mtime_ns, told.st_ino & 0xFFFFFFFF, told.st_size) == stamp[1:]
    return stamp.blob if is_same and stat.S_ISREG(told.st_mode) else None

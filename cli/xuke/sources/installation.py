"""What of this installation a result depends on: the program itself, its libraries, its Python."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec

#: What the program consists of: modules, schemas and tables.
_PARTS = (".py", ".json")
_INSTALLED = (".dist-info", ".egg-info")

#: One file: path, size, time of its last change.
Part = tuple[str, int, int]


def installation() -> list[object]:
    """Differs after every change of the program, another release of a library, or another Python."""
    # In a checkout that is worked on, the schemas stand elsewhere.
    specs = (find_spec(name) for name in ("xuke", "xuke.schemas"))
    folders = [each for spec in specs if spec for each in spec.submodule_search_locations or ()]
    parts = sorted({part for folder in folders for part in _parts(folder)})
    return [sys.version, sys.platform, parts, sorted(_libraries())]


def _parts(folder: str) -> Iterator[Part]:
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir():
                yield from _parts(each.path)
            elif each.name.endswith(_PARTS):
                told = each.stat()
                yield each.path, told.st_size, told.st_mtime_ns


def _libraries() -> Iterator[str]:
    # The names of these folders hold the releases; asking importlib.metadata costs more than a warm check.
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            yield from (name for name in os.listdir(folder or ".") if name.endswith(_INSTALLED))

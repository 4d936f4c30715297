"""The data files of a folder by name, and what tells that one of them changed; nothing is read."""

import os
from collections.abc import Iterator

from xuke.model.folders import DATA_FOLDERS

SUFFIXES = (".yaml", ".yml")


def data_paths(root: str) -> list[str]:
    """The path of every data file below a root, sorted; links are named and never followed."""
    return sorted(_data_paths(root))


def _data_paths(root: str) -> Iterator[str]:
    for folder in DATA_FOLDERS:
        for parent, folders, names in os.walk(os.path.join(root, folder), onerror=_refuse):
            folders[:] = [name for name in folders if not name.startswith(".")]
            base = os.path.relpath(parent, root).replace(os.sep, "/")
            links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
            yield from (f"{base}/{name}" for name in links)
            yield from (f"{base}/{name}" for name in names if is_data(name))


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def is_data(name: str) -> bool:
    """Whether a file name is one of data; editors' and Office's leftovers are not."""
    return name.endswith(SUFFIXES) and not name.startswith((".", "~$"))


def traits(path: str) -> list[int] | None:
    """What changes when a file does: its number, size and times; None where nothing can be told."""
    try:
        told = os.lstat(path)
    except (OSError, ValueError):
        return None
    return [told.st_mode, told.st_ino, told.st_dev, told.st_size, told.st_mtime_ns, told.st_ctime_ns]

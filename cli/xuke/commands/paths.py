"""Files and folders that a user names, as paths from the root of the workspace."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from xuke.model.errors import UsageFault


def named(root: Path, paths: Sequence[str], known: Collection[str]) -> list[str]:
    """What is named, each below the root; a path must be there, on disk or among those that are known."""
    wanted = [_inside(root, path) for path in paths]
    for name, path in zip(wanted, paths, strict=True):
        if not (Path(path).exists() or any(is_below(each, name) for each in known)):
            raise UsageFault("cli.no_path", path=path)
    return wanted


def is_wanted(path: str, wanted: Sequence[str]) -> bool:
    """Whether a file is named, or is below a folder that is; all are where none is named."""
    return not wanted or any(is_below(path, each) for each in wanted)


def is_below(path: str, folder: str) -> bool:
    """Whether a file is a path, or is below it."""
    return folder == "." or path == folder or path.startswith(f"{folder}/")


def _inside(root: Path, path: str) -> str:
    full = Path(os.path.abspath(path))
    try:
        return full.relative_to(root).as_posix()
    except ValueError:
        raise UsageFault("cli.outside", path=path) from None

"""Files that are written for users: replaced in one step, and never somebody else's by accident."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from xuke.model.errors import XukeError
from xuke.sources.tree import reason_of

#: How long a file that another program has open is tried again, in seconds.
PATIENCE = 2.0

#: What stands near the beginning of a file of ours: JSON and SARIF, GitLab, JUnit, Markdown, pages, a schema.
MARKS = (
    *(b'"name": "xuke"', b'"engine_name": "xuke"', b'<testsuites name="xuke"', b"<!-- xuke "),
    b'<meta name="generator" content="xuke">',
    b'"$id": "https://xuke.invalid/schemas/',
)

#: Names of the temporary files and folders that a killed write leaves beside its target.
is_leftover = re.compile(r"\.xuke-(init\.[a-z0-9_]{8}|[a-z0-9_]{8}\.tmp)").fullmatch

#: What our workbooks say of their maker, by whichever library it was written down.
_MAKER = re.compile(rb"<dc:creator[^>]*>xuke").search

#: The part of a filing bundle that names its maker.
MANIFEST = "manifest.json"

#: A GitLab report without findings: nothing is lost with it, whoever wrote it.
EMPTY = b"[]\n"


def write_output(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file through a temporary one beside it; a file that xuke did not write needs ``force``.

    One that holds just these bytes is no other file, whoever wrote it.
    """
    if path.exists() and not path.is_file():
        # A folder, a pipe or a device is never replaced, not even by force.
        raise XukeError("cli.not_a_file", path=str(path))
    if path.exists() and not force and not is_ours(path) and not _holds(path, data):
        raise XukeError("cli.not_ours", path=str(path))
    target = path.resolve()
    try:
        _replace(target, data)
    except OSError as error:
        raise XukeError("cli.unwritable", path=str(path), reason=reason_of(error)) from None
    with suppress(OSError):
        # It is there; a disk that cannot say that it will last does not make it undone.
        sync_folder(target.parent)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def is_ours(path: Path) -> bool:
    """Whether xuke wrote a file: its workbooks and reports name their maker."""
    # Late: a check that writes nothing must not wait for readers of archives.
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                if MANIFEST in archive.namelist():
                    return MARKS[0] in archive.read(MANIFEST)[:200]
                return _MAKER(archive.read("docProps/core.xml")) is not None
        with path.open("rb") as file:
            head = file.read(200)
        return head == EMPTY or any(mark in head for mark in MARKS)
    except (OSError, EOFError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error):
        # What zipfile raises for archives that are damaged, locked or packed in a way that it does not know.
        return False


def replace_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file through a temporary one beside it, with its rights; on disk before this returns."""
    _replace(path, data, mode)
    sync_folder(path.parent)


def _replace(path: Path, data: bytes, mode: int | None = None) -> None:
    import tempfile  # noqa: PLC0415

    descriptor, name = tempfile.mkstemp(prefix=".xuke-", suffix=".tmp", dir=path.parent)
    try:
        try:
            _fill(descriptor, data)
        finally:
            os.close(descriptor)
        os.chmod(name, _mode(path) if mode is None else mode)
        _patiently(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _fill(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _patiently(name: str, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            os.replace(name, path)
        except PermissionError:
            if time.monotonic() > end or os.name != "nt":
                raise
            time.sleep(0.1)
        else:
            return


def lasting_folder(folder: Path) -> None:
    """Make a folder that lasts: one that is not forced to the disk takes what is in it along."""
    if not folder.is_dir():
        lasting_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make names that were replaced in a folder last; no such thing on Windows."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

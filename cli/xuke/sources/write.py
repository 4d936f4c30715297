"""The only writer of workspace files: a lock, a journal, and one step for all files or none."""

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xuke.model.errors import XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.sources.output import lasting_folder, replace_file, sync_folder
from xuke.sources.state import own_state_folder, state_folder
from xuke.sources.tree import reason_of

if TYPE_CHECKING:
    from xuke.sources.tags import NewTag

#: How long another writer is waited for, in seconds.
PATIENCE = 1.0


def is_unfinished(root: Path) -> bool:
    """Whether a write was begun and neither finished nor taken back."""
    return (state_folder(root) / "journal").exists()


def write_files(
    root: Path,
    texts: Mapping[str, bytes | None],
    read: Mapping[str, bytes | None] | None = None,
    tag: "NewTag | None" = None,
) -> bool:
    """Write data files, and make a tag with them, all or none; None for a file that goes.

    ``read`` holds what the new texts were made from: where a file is another by now, nothing is
    written. True when an earlier, unfinished write was taken back first.
    """
    with _locked(root) as state:
        was_unfinished = _take_back(root, state)
        for path, data in (read or {}).items():
            if _current(_target(root, path)) != data:
                raise XukeError("cli.changed_meanwhile", path=path)
        _begin(root, state, list(texts), tag)
        try:
            for path, data in texts.items():
                _put(_target(root, path), data)
            if tag is not None:
                _tag(root, tag)
            _end(state)
        except OSError as error:
            _give_up(root, state)
            path = str(error.filename or state)
            raise XukeError("cli.unwritable", path=path, reason=reason_of(error)) from None
        except BaseException:
            _give_up(root, state)
            raise
    return was_unfinished


def _tag(root: Path, tag: "NewTag") -> None:
    # Late, like its opposite: most writes make no tag.
    from xuke.sources.tags import make_tag  # noqa: PLC0415

    make_tag(root, tag)


def _untag(root: Path, name: str, commit: str) -> None:
    from xuke.sources.tags import drop_tag  # noqa: PLC0415

    drop_tag(root, name, commit)


def _give_up(root: Path, state: Path) -> None:
    try:
        _take_back(root, state)
    except OSError as error:
        raise XukeError("cli.half_written", path=str(state / "journal"), reason=reason_of(error)) from None


def _current(target: Path) -> bytes | None:
    return target.read_bytes() if target.exists() else None


def _put(target: Path, data: bytes | None) -> None:
    if data is None:
        target.unlink(missing_ok=True)
        sync_folder(target.parent)
    else:
        lasting_folder(target.parent)
        replace_file(target, data)


def recover(root: Path) -> bool:
    """Take back an unfinished write; True when there was one."""
    with _locked(root) as state:
        return _take_back(root, state)


@contextmanager
def _locked(root: Path) -> Iterator[Path]:
    from filelock import FileLock, Timeout  # noqa: PLC0415

    state = state_folder(root)
    try:
        own_state_folder(root)
        with FileLock(state / "lock", timeout=PATIENCE):
            yield state
    except Timeout:
        raise XukeError("cli.locked", path=str(state / "lock")) from None
    except OSError as error:
        raise XukeError("cli.unwritable", path=str(state), reason=reason_of(error)) from None


def _begin(root: Path, state: Path, paths: list[str], tag: "NewTag | None" = None) -> None:
    draft = state / "journal.draft"
    _remove(draft)
    draft.mkdir()
    kept: list[dict[str, Any]] = []
    for number, path in enumerate(paths):
        target = _target(root, path)
        kept.append({"path": path, "was_there": target.exists()})
        if target.exists():
            replace_file(draft / str(number), target.read_bytes())
            os.chmod(draft / str(number), target.stat().st_mode & 0o777)
    if tag is not None:
        kept.append({"tag": tag.name, "commit": tag.commit})
    replace_file(draft / "plan.json", json.dumps(kept).encode())
    draft.rename(state / "journal")
    sync_folder(state)


def _remove(folder: Path) -> None:
    # Late: a check that writes nothing must not wait for it.
    from shutil import rmtree  # noqa: PLC0415

    rmtree(folder, ignore_errors=True)


def _end(state: Path) -> None:
    """The one moment at which a write, or its taking back, is done; what follows only tidies up."""
    done = state / "journal.done"
    _remove(done)
    (state / "journal").rename(done)
    with suppress(OSError):
        sync_folder(state)
    _remove(done)


def _take_back(root: Path, state: Path) -> bool:
    journal = state / "journal"
    if not journal.exists():
        return False
    # All targets first: a journal with one bad path changes nothing.
    entries = _plan(journal)
    for copy, target, was_there in list(_planned(root, journal, entries)):
        if not was_there:
            target.unlink(missing_ok=True)
        elif copy.exists():
            _move(copy, target)
        if target.parent.is_dir():
            sync_folder(target.parent)
    for each in entries:
        if "tag" in each:
            _untag(root, str(each["tag"]), str(each.get("commit")))
    _end(state)
    return True


def _move(copy: Path, target: Path) -> None:
    # Moved and not copied: a full disk has no room for another copy.
    lasting_folder(target.parent)
    try:
        os.replace(copy, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_file(target, copy.read_bytes())


def _plan(journal: Path) -> list[dict[str, Any]]:
    """The entries of a journal: files with what they were, and a tag that was to be made."""
    plan = journal / "plan.json"
    try:
        entries = json.loads(plan.read_text("utf-8"))
        if isinstance(entries, list) and all(isinstance(each, dict) for each in entries):
            return entries
    except (OSError, ValueError, RecursionError):
        entries = None
    raise XukeError("cli.broken_journal", path=str(plan))


def _planned(root: Path, journal: Path, entries: list[dict[str, Any]]) -> Iterator[tuple[Path, Path, bool]]:
    """The copy, the target and whether it was there, of every file that a journal names."""
    try:
        named = [(str(each["path"]), each["was_there"] is True) for each in entries if "tag" not in each]
    except KeyError:
        raise XukeError("cli.broken_journal", path=str(journal / "plan.json")) from None
    for number, (path, was_there) in enumerate(named):
        copy, target = journal / str(number), _target(root, path)
        # A copy that is gone was moved back before, so its target is there.
        if copy.is_symlink() or (was_there and not copy.is_file() and not target.is_file()):
            raise XukeError("cli.broken_journal", path=str(copy))
        yield copy, target, was_there


def _target(root: Path, path: str) -> Path:
    parts = path.split("/")
    if parts[0] not in DATA_FOLDERS or any(map(_leads_away, parts)):
        raise XukeError("cli.bad_journal", path=path)
    target = root.joinpath(*parts)
    if any(folder.is_symlink() for folder in (target, *target.parents) if folder.is_relative_to(root)):
        raise XukeError("cli.bad_journal", path=path)
    return target


def _leads_away(part: str) -> bool:
    # A backslash or a colon is part of a name here, but not on Windows.
    return part in {"", ".", ".."} or "\\" in part or ":" in part


def settled(root: Path) -> None:
    """Wait until no write is under way; an unfinished one is told, not read over."""
    import time  # noqa: PLC0415

    end = time.monotonic() + PATIENCE
    while is_unfinished(root):
        if time.monotonic() > end:
            raise XukeError("cli.unfinished", path=os.fspath(state_folder(root) / "journal"))
        time.sleep(0.05)

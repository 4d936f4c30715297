"""Writing several files is one step: all of them or none."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest
from filelock import FileLock

from xuke.model.errors import XukeError
from xuke.sources import write
from xuke.sources.state import state_folder
from xuke.sources.write import is_unfinished, recover, settled, write_files

FIRST, SECOND = "catalogue/lan/a.yaml", "memoranda/lan/b.yaml"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "catalogue" / "lan").mkdir(parents=True)
    (tmp_path / FIRST).write_bytes(b"old")
    return tmp_path


def contents(root):
    return [(root / name).read_bytes() if (root / name).exists() else None for name in (FIRST, SECOND)]


def test_all_files_are_written_and_nothing_is_left_behind(root):
    assert write_files(root, {FIRST: b"new", SECOND: b"made"}) is False
    assert contents(root) == [b"new", b"made"]
    assert sorted(path.name for path in state_folder(root).iterdir()) == ["lock"]
    assert not is_unfinished(root)


def test_a_write_that_fails_half_way_is_taken_back(root, monkeypatch):
    real = write.replace_file

    def failing(path, data):
        if path.name == "b.yaml":
            raise OSError(28, "No space left on device", str(path))
        real(path, data)

    monkeypatch.setattr(write, "replace_file", failing)
    with pytest.raises(XukeError):
        write_files(root, {FIRST: b"new", SECOND: b"made"})
    assert contents(root) == [b"old", None]
    assert not is_unfinished(root)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from xuke.sources import write
    real, left = write.replace_file, [int(sys.argv[2])]
    def dying(path, data):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        real(path, data)
    write.replace_file = dying
    write.write_files(Path(sys.argv[1]), {"catalogue/lan/a.yaml": b"new", "memoranda/lan/b.yaml": b"made"})
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
@pytest.mark.parametrize("writes", range(5))
def test_after_a_kill_the_next_writer_finds_all_old_or_all_new(root, writes):
    words = [sys.executable, "-c", textwrap.dedent(KILLED), str(root), str(writes)]
    ended = subprocess.run(words, check=False, capture_output=True)
    assert ended.returncode == (-signal.SIGKILL if writes < 4 else 0)
    was_unfinished = is_unfinished(root)
    assert recover(root) is was_unfinished
    assert contents(root) == ([b"old", None] if writes < 4 else [b"new", b"made"])


def test_an_unfinished_write_is_taken_back_by_the_next_one(root):
    state = state_folder(root)
    state.mkdir()
    write._begin(root, state, [FIRST, SECOND])
    (root / FIRST).write_bytes(b"half")
    with pytest.raises(XukeError):
        settled(root)
    assert write_files(root, {SECOND: b"made"}) is True
    assert contents(root) == [b"old", b"made"]
    settled(root)


def test_a_second_writer_waits_and_then_says_so(root):
    state_folder(root).mkdir()
    with FileLock(state_folder(root) / "lock"), pytest.raises(XukeError) as told:
        write_files(root, {FIRST: b"new"})
    assert told.value.message.name == "cli.locked"
    assert contents(root) == [b"old", None]


@pytest.mark.parametrize(
    "path", ["setup.cfg", "catalogue/../x.yaml", "/etc/passwd", "catalogue//x.yaml", "catalogue/..\\x.yaml"]
)
def test_nothing_outside_the_data_folders_is_ever_written(root, path):
    with pytest.raises(XukeError):
        write_files(root, {path: b"x"})


def test_no_link_is_followed(root, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (root / "memoranda").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(XukeError):
        write_files(root, {SECOND: b"x"})
    assert not list((tmp_path / "elsewhere").iterdir())


def test_state_lies_in_the_folder_of_git(tmp_path):
    (tmp_path / ".git").mkdir()
    assert state_folder(tmp_path) == tmp_path / ".git" / "xuke"


def test_a_linked_work_tree_has_its_state_where_git_has_it(tmp_path):
    kept, root = tmp_path / "main" / ".git" / "worktrees" / "w", tmp_path / "w"
    kept.mkdir(parents=True)
    root.mkdir()
    (root / ".git").write_text("gitdir: ../main/.git/worktrees/w\n")
    assert state_folder(root) == root / ".xuke"
    (kept / "gitdir").write_text(f"{root / '.git'}\n")
    assert state_folder(root) == kept / "xuke"


def test_a_submodule_has_its_state_where_git_has_it(tmp_path):
    kept, root = tmp_path / ".git" / "modules" / "w", tmp_path / "w"
    kept.mkdir(parents=True)
    root.mkdir()
    (root / ".git").write_text("gitdir: ../.git/modules/w\n")
    (kept / "config").write_text("[core]\n\tbare = false\n\tworktree = ../../../w\n")
    assert state_folder(root) == kept / "xuke"


@pytest.mark.parametrize(
    "text", ["", "gitdir:", "gitdir: /etc\n", "gitdir: " + "x" * 5000, "gitdir: ../other\n"]
)
def test_a_folder_that_does_not_name_us_in_turn_is_never_written(tmp_path, text):
    (tmp_path / "other").mkdir()
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / ".git").write_text(text)
    assert state_folder(tmp_path / "w") == tmp_path / "w" / ".xuke"


@pytest.mark.parametrize("name", ["", "lock", "journal", "journal.draft"])
def test_a_link_in_the_place_of_our_state_is_refused(root, tmp_path, name):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "lock").write_bytes(b"precious")
    if name:
        state_folder(root).mkdir()
    (state_folder(root) / name if name else state_folder(root)).symlink_to(
        elsewhere / "lock" if name == "lock" else elsewhere
    )
    with pytest.raises(XukeError, match="linked_state"):
        write_files(root, {FIRST: b"new"})
    assert (contents(root), (elsewhere / "lock").read_bytes()) == ([b"old", None], b"precious")


def test_a_copy_in_the_journal_that_is_a_link_is_not_moved(root, tmp_path):
    journal = state_folder(root) / "journal"
    journal.mkdir(parents=True)
    (journal / "plan.json").write_text('[{"path": "catalogue/lan/a.yaml", "was_there": true}]')
    (journal / "0").symlink_to("/etc/passwd")
    with pytest.raises(XukeError, match="broken_journal"):
        recover(root)
    assert contents(root) == [b"old", None]


def test_a_file_keeps_its_rights_when_a_write_is_taken_back(root, monkeypatch):
    (root / FIRST).chmod(0o640)
    state = state_folder(root)
    state.mkdir()
    write._begin(root, state, [FIRST])
    (root / FIRST).unlink()
    assert recover(root)
    assert (root / FIRST).stat().st_mode & 0o777 == 0o640


def test_a_write_that_cannot_be_taken_back_says_where_the_old_texts_are(root, monkeypatch):
    def failing(*_):
        raise OSError(5, "I/O error")

    monkeypatch.setattr(write, "_put", failing)
    monkeypatch.setattr(write, "_move", failing)
    with pytest.raises(XukeError, match="half_written"):
        write_files(root, {FIRST: b"new"})
    monkeypatch.undo()
    assert recover(root)
    assert contents(root) == [b"old", None]


def test_a_state_on_another_disk_is_copied_back(root, monkeypatch):
    state = state_folder(root)
    state.mkdir()
    write._begin(root, state, [FIRST])
    (root / FIRST).write_bytes(b"half")
    real = os.replace

    def crossing(source, target):
        if str(source).startswith(str(state)):
            raise OSError(18, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr(write.os, "replace", crossing)
    assert recover(root)
    assert contents(root) == [b"old", None]


@pytest.mark.parametrize(
    "plan", ["{", "5", "[5]", '[{"path": "catalogue/lan/a.yaml"}]', '[{"path": 3, "was_there": true}]']
)
def test_a_journal_that_makes_no_sense_changes_nothing(root, plan):
    journal = state_folder(root) / "journal"
    journal.mkdir(parents=True)
    (journal / "plan.json").write_text(plan)
    with pytest.raises(XukeError, match="journal"):
        write_files(root, {FIRST: b"new"})
    assert contents(root) == [b"old", None]
    assert is_unfinished(root)

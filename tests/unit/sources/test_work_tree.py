"""Files on disk: which are data, and what stands in the way."""

import errno
import os

import pytest

from child import workspace
from xuke.model.diagnostic import say
from xuke.model.errors import XukeError
from xuke.sources.paths import is_data
from xuke.sources.tree import WorkTree, find_root, reason_of, shown


def paths(root):
    return [each.path for each in WorkTree(root).files()]


def test_data_files_are_given_sorted_and_nothing_else_is(tmp_path):
    root = workspace(tmp_path / "w")
    (root / "catalogue/lan/.hidden").mkdir()
    (root / "catalogue/lan/.hidden/a.yaml").write_text("")
    for name in ("~$halls.yaml", ".halls.yaml", "halls.xlsx", "README.md"):
        (root / "catalogue/lan" / name).write_text("")
    (root / "other.yaml").write_text("")
    found = paths(root)
    assert found == sorted(found)
    assert len(found) == 10


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("a.yaml", True),
        ("a.yml", True),
        (".a.yaml", False),
        ("~$a.yaml", False),
        ("a.json", False),
        ("a.yaml~", False),
    ],
)
def test_names_say_what_is_data(name, answer):
    assert is_data(name) is answer


def test_a_workspace_without_data_folders_has_no_files(tmp_path):
    assert paths(tmp_path) == []


def test_the_root_is_found_from_below(tmp_path):
    root = workspace(tmp_path / "w").resolve()
    assert find_root(root / "catalogue" / "lan" / "items") == find_root(root) == root
    with pytest.raises(XukeError, match="no_workspace"):
        find_root(tmp_path)


def test_a_file_that_the_system_refuses_is_named(tmp_path, monkeypatch):
    root = workspace(tmp_path / "w")

    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(XukeError) as caught:
        paths(root)
    words = dict(caught.value.message.words)
    assert words == {
        "path": "catalogue/lan/departments.yaml",
        "reason": say("cli.reason_access", code="EACCES"),
    }


def test_a_folder_that_the_system_refuses_is_named(tmp_path, monkeypatch):
    root = workspace(tmp_path / "w")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("items"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(XukeError, match="unreadable"):
        paths(root)


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        (errno.ENOSPC, "cli.reason_full", "ENOSPC"),
        (errno.EROFS, "cli.reason_read_only", "EROFS"),
        (errno.EISDIR, "cli.reason_folder", "EISDIR"),
        (errno.EIO, "cli.reason_other", "EIO"),
        (None, "cli.reason_other", "?"),
    ],
)
def test_reasons_are_told_in_our_words(number, name, code):
    error = OSError() if number is None else OSError(number, "their words")
    assert reason_of(error) == say(name, code=code)


def test_a_path_is_shown_without_bytes_that_no_screen_knows():
    assert shown(os.fsdecode(b"a/\xd0\xd5.yaml")) == r"a/\xd0\xd5.yaml"
    assert shown("catalogue/兰县.yaml") == "catalogue/兰县.yaml"
    assert shown("a\x1b[31m\n\u202eb.yaml") == r"a\x1b[31m\n\u202eb.yaml"

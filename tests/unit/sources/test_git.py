"""Git behind its door, where surroundings or a repository are odd."""

import subprocess
from datetime import date

import pytest

from child import git, repository
from xuke.model.errors import XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.sources.git import Repository, make_repository
from xuke.sources.plumbing import program


def test_a_new_repository_lies_where_it_was_asked_for(tmp_path, monkeypatch):
    root = tmp_path / "a$HOME"
    root.mkdir()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    make_repository(root)
    assert (root / ".git" / "HEAD").is_file()
    assert "worktree" not in (root / ".git" / "config").read_text()
    assert not (tmp_path / "other.git").exists()


def test_without_git_no_repository_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    program.cache_clear()
    try:
        with pytest.raises(XukeError, match="no_git"):
            make_repository(tmp_path)
    finally:
        program.cache_clear()


def test_a_commit_of_a_year_that_no_calendar_knows_is_read(tmp_path):
    root = repository(tmp_path / "w")
    (root / "catalogue" / "lan" / "halls.yaml").unlink()
    git(root, "add", "-A")
    names = [
        subprocess.run(
            ["git", "-C", str(root), *words], check=True, capture_output=True, text=True
        ).stdout.strip()
        for words in (("write-tree",), ("rev-parse", "HEAD"))
    ]
    who = "a <a@b> 999999999999 +0000"
    text = f"tree {names[0]}\nparent {names[1]}\nauthor {who}\ncommitter {who}\n\nx\n"
    words = ["git", "-C", str(root), "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    made = subprocess.run(words, input=text, check=True, capture_output=True, text=True).stdout.strip()
    found = Repository(root).commits(made, DATA_FOLDERS)
    assert [each.day for each in found if each.name == made] == [date.max]

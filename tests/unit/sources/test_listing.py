"""What a revision holds, told by blob ids."""

import os
import subprocess
import time

import pytest

from xuke.sources.git import Repository
from xuke.sources.listing import GitListing, WorkListing
from xuke.sources.stamps import kept_blob, stamps
from xuke.sources.tree import WorkTree

AUTHOR = ["-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
A, B, C = (f"catalogue/lan/items/{name}.yaml" for name in "abc")


@pytest.fixture
def repository(tmp_path):
    def git(*words):
        subprocess.run(["git", *AUTHOR, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    for path in (A, B, "catalogue/lan/items/note.txt"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"items: [] # {path}\n", "utf-8")
        # Older than the index, which a file of the same instant is not.
        os.utime(file, ns=(1_600_000_000_000_000_000, 1_600_000_000_123_456_789))
    time.sleep(0.01)
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    return Repository(tmp_path)


def committed(repository):
    return GitListing(repository, repository.tree(repository.head()))


def test_files_on_disk_have_the_names_that_git_gives_them(repository):
    assert WorkListing(repository).names == committed(repository).names
    assert set(committed(repository).names) == {A, B}


def test_only_files_that_the_index_does_not_know_are_read(repository, monkeypatch):
    asked = []
    read = WorkTree.read
    monkeypatch.setattr(WorkTree, "read", lambda tree, path: asked.append(path) or read(tree, path))
    (repository.root / B).write_text("items: [] # other\n", "utf-8")
    (repository.root / C).write_text("items: []\n", "utf-8")
    work = WorkListing(repository)
    assert [path for path, name in work.names.items() if committed(repository).names.get(path) != name] == [
        B,
        C,
    ]
    assert asked == [B, C]
    assert [(each.path, each.data) for each in work.read([A, C, "catalogue/none.yaml"])] == [
        (A, f"items: [] # {A}\n".encode()),
        (C, b"items: []\n"),
    ]
    assert asked == [B, C, A]


def test_a_file_of_the_same_size_and_time_but_other_text_is_told(repository):
    file = repository.root / A
    was = file.stat()
    file.write_text(file.read_text("utf-8").replace("#", "!"), "utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert WorkListing(repository).names[A] != committed(repository).names[A]


def test_a_link_has_no_blob(repository):
    (repository.root / C).symlink_to("a.yaml")
    assert WorkListing(repository).names[C] == "K009.link"


def test_a_file_as_late_as_the_index_is_not_believed(repository):
    text, written = repository.stamps()
    assert set(stamps(text, written)) == {A, B, "catalogue/lan/items/note.txt"}
    assert stamps(text, 1_600_000_000_000_000_000) == {}
    assert stamps(b"told otherwise", written) == {}


def test_a_file_that_is_gone_has_no_blob(repository):
    known = stamps(*repository.stamps())
    assert kept_blob(repository.root, A, known) == committed(repository).names[A]
    (repository.root / A).unlink()
    assert kept_blob(repository.root, A, known) is None
    assert kept_blob(repository.root, C, known) is None


def test_without_an_index_every_file_is_read(repository):
    (repository.root / ".git" / "index").unlink()
    assert repository.stamps() == (b"", 0)
    assert WorkListing(repository).names == committed(repository).names


def test_files_are_read_by_path(repository):
    listing = committed(repository)
    assert [(each.path, each.data) for each in listing.read([B, A, C])] == [
        (A, f"items: [] # {A}\n".encode()),
        (B, f"items: [] # {B}\n".encode()),
    ]

"""The past of records, read from blobs."""

import subprocess
from datetime import date

import pytest

from xuke.model.record import Key, Kind
from xuke.sources.git import Repository
from xuke.sources.history import GitHistory

AUTHOR = ["-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
ITEM = Key("lan", Kind.ITEM, "530104001000")


def text(name, *more):
    head = "provenance: demonstration\nitems:\n"
    own = f'  - code: "530104001000"\n    name: {name}\n'
    return head + own + "".join(f'  - code: "{code}"\n    name: 另一事项\n' for code in more)


@pytest.fixture
def repository(tmp_path):
    def git(*words):
        subprocess.run(["git", *AUTHOR, *words], cwd=tmp_path, check=True, capture_output=True)

    def commit(files, message):
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_text(content, "utf-8")
        git("add", "-A")
        git("commit", "-q", "--date", "2018-12-01T09:00:00+0800", "-m", message)

    git("init", "-q")
    commit({"catalogue/xuke.yaml": "format: 1\n", "catalogue/lan/items/a.yaml": text("甲")}, "first")
    commit({"catalogue/lan/items/a.yaml": text("甲", "530104002000")}, "another item")
    commit({"catalogue/lan/items/a.yaml": text("甲  # 备注", "530104002000")}, "comment")
    commit({"catalogue/lan/items/a.yaml": text("乙", "530104002000")}, "renamed")
    commit(
        {"catalogue/lan/items/a.yaml": None, "catalogue/lan/items/b.yaml": text("乙", "530104002000")},
        "moved",
    )
    commit({"catalogue/lan/items/b.yaml": None}, "removed")
    commit({"catalogue/lan/items/b.yaml": text("丙"), "memoranda/lan/a.yaml": "giver: a\n"}, "used again")
    return Repository(tmp_path)


def test_only_changes_of_a_record_are_versions_of_it(repository):
    past = GitHistory(repository, repository.head()).versions(ITEM)
    assert [(each.record.fields["name"], each.is_gone) for each in past] == [
        ("丙", False),
        ("乙", True),
        ("乙", False),
        ("甲", False),
    ]
    assert all(isinstance(each.day, date) for each in past)


def test_every_key_that_ever_was_is_known(repository):
    history = GitHistory(repository, repository.head())
    assert sorted(key.id for key in history.keys("lan", Kind.ITEM)) == ["530104001000", "530104002000"]
    assert [len(history.versions(Key("lan", Kind.MEMORANDUM, "a")))] == [1]
    assert history.is_whole


def test_the_past_behind_an_earlier_commit_ends_there(repository):
    first = repository.resolve("HEAD~3")
    past = GitHistory(repository, first).versions(ITEM)
    assert [each.record.fields["name"] for each in past] == ["乙", "甲"]

"""What was worked out of files, and files that git holds: asked for by name, and nothing fetched twice."""

import os
import sqlite3
import zlib
from contextlib import closing

import pytest

from child import git, repository
from xuke.check.facts import citations, is_plain, is_sound
from xuke.sources.git import GitTree, Repository
from xuke.sources.load import load
from xuke.sources.parses import NAME, Parses
from xuke.sources.tree import WorkTree

STRAY = "catalogue/lan/stray.yaml"
BROKEN = "catalogue/lan/seals.yaml"


@pytest.fixture
def place(tmp_path):
    root = repository(tmp_path / "w")
    (root / STRAY).write_text("stray: true\n", "utf-8")
    (root / BROKEN).write_text("seals: [\n", "utf-8")
    git(root, "add", "-A")
    return root


def keeping(place, *, holds=False, needs_texts=False):
    return Parses(os.fspath(place.parent / "kept"), "p", holds=holds, needs_texts=needs_texts)


def staged(place):
    own = Repository(place)
    return GitTree(own, own.index())


def told(loaded):
    facts = [(each.path, is_sound(each), is_plain(each), citations(each)) for each in loaded.documents]
    return loaded.snapshot, loaded.diagnostics, facts


def test_what_git_holds_is_read_once_and_is_the_same(place, count):
    without = told(load(staged(place)))
    count.clear()
    for _ in range(3):
        with keeping(place) as known:
            assert told(load(staged(place), known)) == without
    assert count.count(BROKEN) == 3
    assert max(count.count(each) for each in {*count} - {BROKEN}) == 1


def test_only_what_was_not_read_is_fetched(place, monkeypatch):
    with keeping(place) as known:
        load(staged(place), known)
    fetched = []
    real = Repository.blobs
    monkeypatch.setattr(Repository, "blobs", lambda self, names: real(self, fetched.extend(names) or fetched))
    with keeping(place) as known:
        load(staged(place), known)
    assert len(fetched) == 2


def test_two_versions_share_what_they_have(place):
    for _ in range(2):
        with keeping(place, holds=True) as known:
            sides = [load(staged(place), known) for _ in range(2)]
        assert all(one is other for one, other in zip(*(each.documents for each in sides), strict=True))
    with keeping(place, holds=True) as known:
        here = load(WorkTree(place), known)
        there = load(staged(place).sharing(known), known)
    assert all(one is other for one, other in zip(here.documents, there.documents, strict=True))


def test_a_blob_that_is_not_what_its_name_says_is_not_kept(place, count):
    entry = next(each for each in Repository(place).index() if each.path.endswith("departments.yaml"))
    file = place / ".git" / "objects" / entry.blob[:2] / entry.blob[2:]
    file.chmod(0o600)
    data = zlib.decompress(file.read_bytes())
    file.write_bytes(zlib.compress(data.replace(b"demonstration", b"demonstratiom")))
    with keeping(place) as known:
        load(staged(place), known)
    file.write_bytes(zlib.compress(data))
    with keeping(place) as known:
        assert told(load(staged(place), known)) == told(load(staged(place)))


def test_facts_are_worked_out_once_for_a_path(place, monkeypatch):
    with keeping(place) as known:
        first = told(load(WorkTree(place), known))
    monkeypatch.setattr("xuke.check.facts._worked_out", lambda document: pytest.fail(document.path))
    for tree in (WorkTree(place), staged(place)):
        with keeping(place) as known:
            assert told(load(tree, known)) == first


def test_facts_of_another_file_kind_are_others(place):
    with keeping(place) as known:
        told(load(WorkTree(place), known))
    other = place / "catalogue" / "lan" / "bundles.yaml"
    other.write_bytes((place / "catalogue" / "lan" / "departments.yaml").read_bytes())
    with keeping(place) as known:
        assert told(load(WorkTree(place), known)) == told(load(WorkTree(place)))


_SPOILT = [f"UPDATE parses SET data = {data}" for data in ("data || x'00'", "1", "NULL")]  # noqa: S608


@pytest.mark.parametrize("words", _SPOILT)
def test_what_does_not_answer_to_its_digest_is_read(place, words):
    for _ in range(2):
        with keeping(place) as known:
            told(load(staged(place), known))
    with closing(sqlite3.connect(place.parent / "kept" / NAME)) as base, base:
        base.execute(words)
    with keeping(place) as known:
        assert told(load(staged(place), known)) == told(load(staged(place)))


def test_who_needs_the_texts_has_them(place):
    for _ in range(2):
        with keeping(place, holds=True, needs_texts=True) as known:
            load(staged(place), known)
        assert {file.path: file.data for file in known} == {
            each.path: each.data for each in staged(place).files()
        }

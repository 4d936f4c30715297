"""What was read of files between runs: read once, never otherwise, and never in the way."""

import os
import sqlite3
import sys

import pytest

from xuke.sources import parses as module
from xuke.sources.load import load, read_file
from xuke.sources.parses import NAME, Parses
from xuke.sources.tree import File

PATH = "catalogue/lan/reform.yaml"
FILE = File(PATH, b"a: 1\nb: [x, y]\n")


def once(folder, *files, program="p", holds=False):
    with Parses(os.fspath(folder), program, holds=holds) as known:
        return [known[each] for each in files]


def plain(*reads):
    return [(each.path, each.document and each.document.value, each.problems) for each in reads]


def test_a_file_is_read_once_under_any_name(tmp_path, count):
    first = once(tmp_path, FILE)
    other = File("catalogue/zhou/reform.yaml", FILE.data)
    second = once(tmp_path, FILE, other)
    assert plain(*first, read_file(other)) == plain(*second)
    assert [each.document.path for each in second] == [FILE.path, other.path]
    assert count == [PATH, other.path]


def test_another_text_or_program_is_read(tmp_path, count):
    once(tmp_path, FILE)
    once(tmp_path, File(PATH, FILE.data + b"# more\n"))
    once(tmp_path, FILE, program="q")
    assert len(count) == 3


@pytest.mark.parametrize(
    "file", [File(PATH, b"a: 1\na: 2\n"), File(PATH, b"a: ["), File("catalogue/lan/stray.yaml", FILE.data)]
)
def test_what_has_problems_says_them_again(tmp_path, file):
    once(tmp_path, FILE)
    assert plain(*once(tmp_path, file)) == plain(*once(tmp_path, file)) == plain(read_file(file))
    assert read_file(file).problems


def test_files_are_held_for_a_second_version_alone(tmp_path, count):
    with Parses(os.fspath(tmp_path), "p", holds=True) as known:
        assert known[FILE] is known[FILE]
    with Parses(os.fspath(tmp_path), "p", holds=False) as known:
        assert known[FILE] is not known[FILE]
    assert count == [PATH]


class Files:
    def files(self):
        return iter([FILE])


def test_a_register_is_the_same_read_and_kept(tmp_path):
    without = load(Files())
    for _ in range(2):
        with Parses(os.fspath(tmp_path), "p", holds=False) as known:
            found = load(Files(), known)
        assert found.snapshot == without.snapshot
        assert found.diagnostics == without.diagnostics


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_damaged_database_is_as_if_it_were_not_there(tmp_path, part):
    files = [File(PATH, FILE.data + b"# %d\n" % number) for number in range(200)]
    without = plain(*map(read_file, files))
    once(tmp_path, *files)
    base = tmp_path / NAME
    data = bytearray(base.read_bytes())
    start = int(part * len(data))
    data[start : start + 600] = bytes(each ^ 0x5A for each in data[start : start + 600])
    base.write_bytes(data)
    for _ in range(3):
        assert plain(*once(tmp_path, *files)) == without


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"no database" * 100])
def test_what_is_no_database_is_begun_anew(tmp_path, count, data):
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_bytes(data)
    for _ in range(3):
        assert plain(*once(tmp_path, FILE)) == plain(read_file(FILE))
    assert len(count) <= 5


def test_a_row_that_does_not_answer_to_its_digest_is_read(tmp_path, count):
    once(tmp_path, FILE)
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("UPDATE parses SET data = data || x'00'")
    base.close()
    assert plain(*once(tmp_path, FILE)) == plain(read_file(FILE))
    assert len(count) == 3


def test_a_row_with_another_layout_is_read(tmp_path, count, monkeypatch):
    monkeypatch.setattr(module, "packed", lambda _: b"nothing of ours")
    once(tmp_path, FILE)
    once(tmp_path, FILE)
    assert len(count) == 2


def test_while_another_writes_nothing_is_kept_and_all_is_read(tmp_path, count, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    once(tmp_path, FILE)
    other = File(PATH, b"b: 2\n")
    base = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    assert plain(*once(tmp_path, FILE, other)) == plain(read_file(FILE), read_file(other))
    base.execute("COMMIT")
    base.close()
    once(tmp_path, FILE)
    assert count == [PATH, PATH, PATH, PATH, PATH]


def test_a_folder_that_is_not_ours_or_cannot_be_made_keeps_nothing(tmp_path, count, monkeypatch):
    (tmp_path / "file").write_text("")
    once(tmp_path / "file" / "below", FILE)
    monkeypatch.setattr(module, "is_mine", lambda _: False)
    once(tmp_path, FILE)
    assert not (tmp_path / NAME).exists()
    assert len(count) == 2


def test_text_that_cannot_be_kept_is_read_again(tmp_path, count, monkeypatch):
    monkeypatch.setattr(module, "packed", lambda _: None)
    once(tmp_path, FILE)
    once(tmp_path, FILE)
    assert len(count) == 2


def test_the_older_half_goes_when_there_is_too_much(tmp_path, count, monkeypatch):
    files = [File(PATH, FILE.data + b"# %d\n" % number) for number in range(10)]
    once(tmp_path, *files)
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    once(tmp_path)
    monkeypatch.undo()
    with sqlite3.connect(tmp_path / NAME) as base:
        assert base.execute("SELECT count(*) FROM parses").fetchone() == (5,)
    base.close()


def test_others_may_not_read_it(tmp_path):
    once(tmp_path, FILE)
    if sys.platform != "win32":
        assert (tmp_path / NAME).parent.stat().st_mode & 0o077 == 0

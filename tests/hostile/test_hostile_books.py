"""Every bad workbook ends in time and memory, with a documented exit code and a sentence; nothing changes."""

import bad_books
import pytest
from prison import MEMORY

from child import contents, workspace

SAMPLE = 9


@pytest.fixture
def root(tmp_path):
    return workspace(tmp_path / "w")


def wrong_of(prison, root, bad):
    """What is wrong with the answer to one file; empty where all is well."""
    file = root.parent / bad.file
    file.write_bytes(bad.data)
    before = contents(root.parent)
    ran = prison.run(["import", str(file), "--on", "2019-01-01"], root)
    said = ran.out + ran.err
    faults = {
        "exit code": ran.code != 1 if bad.code else ran.code not in {0, 1},
        "code": bool(bad.code) and bad.code not in said,
        "its name": bool(bad.code) and bad.file not in said,
        "a trace": "Traceback" in said,
        "memory": ran.peak > MEMORY,
        "a changed file": contents(root.parent) != before,
        "a control": "\x1b" in said or "\u202e" in said,
    }
    file.unlink()
    found = [name for name, is_wrong in faults.items() if is_wrong]
    return {bad.name: (found, ran)} if found else {}


@pytest.mark.parametrize("family", bad_books.FAMILIES, ids=lambda each: each.__name__)
def test_a_sample_of_bad_books(prison, root, family):
    for bad in list(family())[::SAMPLE]:
        assert wrong_of(prison, root, bad) == {}


@pytest.mark.slow
@pytest.mark.parametrize("family", bad_books.FAMILIES, ids=lambda each: each.__name__)
def test_every_bad_book(prison, root, family):
    wrong = {}
    for bad in family():
        wrong |= wrong_of(prison, root, bad)
    assert wrong == {}


def test_the_table_is_large_and_its_names_differ():
    names = [bad.name for family in bad_books.FAMILIES for bad in family()]
    assert len(set(names)) == len(names) >= 150


def test_the_table_would_see_a_wrong_answer(prison, root):
    good = bad_books.Bad("x", "a.xlsx", bad_books.BOOK, "X001")
    found, ran = wrong_of(prison, root, good)["x"]
    assert "code" in found
    assert ran.code in {0, 1}

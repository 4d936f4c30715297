"""Every bad text ends in time and memory, with exit code 1, at its place, and changes nothing."""

import re

import bad_yaml
import pytest
from prison import MEMORY

from child import contents, workspace

HALLS = "catalogue/lan/halls.yaml"

#: Every so many of a family is tried in the quick suite.
SAMPLE = 6

_LINE = re.compile(rf"{HALLS}:(\d+):(\d+): 错误 ([A-Z]\d{{3}}) ..").match


def told_of(out):
    """Places and codes of errors, and the codes by themselves."""
    found = [(int(line), int(column), code) for line, column, code in map(_groups, out.splitlines()) if code]
    return {*found, *(code for _, _, code in found)}


def _groups(line):
    found = _LINE(line)
    return found.groups() if found else (0, 0, "")


def wrong_of(prison, root, bad):
    """What is wrong with the answer to one bad file; empty where all is well."""
    (root / HALLS).write_bytes(bad.data)
    before = contents(root)
    ran = prison.run(["check"], root)
    said = told_of(ran.out)
    faults = {
        "exit code": ran.code != 1,
        "place and code": not set(bad.told) <= said,
        "a trace": "Traceback" in ran.out + ran.err,
        "memory": ran.peak > MEMORY,
        "a changed file": contents(root) != before,
        "another file blamed": bool(re.search(rf"^(?!{HALLS})\S+: 错误 [YS]", ran.out, re.MULTILINE)),
    }
    found = [name for name, is_wrong in faults.items() if is_wrong]
    return {bad.name: (found, ran)} if found else {}


@pytest.fixture
def root(tmp_path):
    return workspace(tmp_path / "w")


@pytest.mark.parametrize("family", bad_yaml.FAMILIES, ids=lambda each: each.__name__)
def test_a_sample_of_bad_texts(prison, root, family):
    if family is bad_yaml.sizes:
        pytest.skip("large files are for the full table")
    for bad in list(family())[::SAMPLE]:
        assert wrong_of(prison, root, bad) == {}


@pytest.mark.slow
@pytest.mark.parametrize("family", bad_yaml.FAMILIES, ids=lambda each: each.__name__)
def test_every_bad_text(prison, root, family):
    wrong = {}
    for bad in family():
        wrong |= wrong_of(prison, root, bad)
    assert wrong == {}


def test_the_table_is_large_and_its_names_differ():
    names = [bad.name for family in bad_yaml.FAMILIES for bad in family()]
    assert len(set(names)) == len(names) >= 150


def test_the_table_would_see_a_wrong_place(prison, root):
    bad = bad_yaml.Bad("x", b"halls: [\n", ((9, 9, "Y001"),))
    assert wrong_of(prison, root, bad)["x"][0] == ["place and code"]

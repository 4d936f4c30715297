"""Names, repositories and paths that are wrong: a documented exit code, a sentence, nothing changed."""

import shutil
import sys

import bad_git
import pytest
from prison import MEMORY

from child import contents, repository

SAMPLE = 7

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return repository(tmp_path_factory.mktemp("kept") / "w")


def wrong_of(prison, kept, folder, bad):
    """What is wrong with the answer to one entry; empty where all is well."""
    root = folder / "w"
    shutil.copytree(kept, root, symlinks=True)
    if bad.plant:
        bad.plant(root)
    before = contents(root)
    ran = prison.run([*bad.words, "--on", "2019-01-01"], root)
    said = ran.out + ran.err
    faults = {
        "exit code": ran.code != bad.code,
        "words": not any(each in said for each in bad.says),
        "a trace": "Traceback" in said,
        "memory": ran.peak > MEMORY,
        "a changed file": contents(root) != before,
        "data beside a refusal": ran.code == 3 and bool(ran.out),
        "a name shown raw": "\x1b" in said or "\u202e" in said,
    }
    shutil.rmtree(folder)
    folder.mkdir()
    found = [name for name, is_wrong in faults.items() if is_wrong]
    return {bad.name: (found, ran)} if found else {}


@pytest.mark.parametrize("family", bad_git.FAMILIES, ids=lambda each: each.__name__)
def test_a_sample_of_bad_git(prison, kept, tmp_path, family):
    for bad in list(family())[::SAMPLE]:
        assert wrong_of(prison, kept, tmp_path, bad) == {}


@pytest.mark.slow
@pytest.mark.parametrize("family", bad_git.FAMILIES, ids=lambda each: each.__name__)
def test_all_bad_git(prison, kept, tmp_path, family):
    wrong = {}
    for bad in family():
        wrong |= wrong_of(prison, kept, tmp_path, bad)
    assert wrong == {}


def test_the_table_is_large_and_its_names_differ():
    names = [bad.name for family in bad_git.FAMILIES for bad in family()]
    assert len(set(names)) == len(names) >= 100

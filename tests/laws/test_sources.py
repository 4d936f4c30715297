"""Laws of sources: a register is the same wherever its files are kept."""

import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from child import SMALL, git
from xuke.diff.compare import compare
from xuke.sources.git import GitTree, Repository
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

ROOT = Path(__file__).parents[2]
_FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.yaml"))


def _everywhere(folder):
    """The register of the work tree, of the index and of the commit of one folder."""
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "all")
    own = Repository(folder)
    trees = (WorkTree(folder), GitTree(own, own.index()), GitTree(own, own.tree(own.resolve("HEAD"))))
    return [load(tree) for tree in trees]


def _is_one(registers):
    first, *others = registers
    for each in others:
        assert each.snapshot == first.snapshot
        assert [str(one.location) for one in each.diagnostics] == [
            str(one.location) for one in first.diagnostics
        ]
        assert list(compare(first.snapshot, each.snapshot)) == []


@settings(max_examples=8)
@given(
    st.sets(st.sampled_from(_FILES)),
    st.sets(st.sampled_from(_FILES)),
    st.sampled_from(["兰 县", "lan", "l'an"]),
)
def test_the_work_tree_the_index_and_a_commit_are_one_register(tmp_path_factory, gone, windows, name):
    folder = tmp_path_factory.mktemp("w")
    for file in set(_FILES) - gone:
        target = folder / file.replace("/lan/", f"/{name}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        ending = b"\r\n" if file in windows else b"\n"
        target.write_bytes((SMALL / file).read_bytes().replace(b"\n", ending))
    (folder / "catalogue").mkdir(exist_ok=True)
    (folder / "catalogue" / "broken.yaml").write_bytes(b"\xff")
    _is_one(_everywhere(folder))


def test_the_reference_workspace_is_one_register_everywhere(tmp_path):
    shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue")
    shutil.copytree(ROOT / "memoranda", tmp_path / "memoranda")
    registers = _everywhere(tmp_path)
    _is_one(registers)
    assert len(registers[0].snapshot.records) > 900


@settings(max_examples=8)
@given(st.sets(st.sampled_from(_FILES)), st.sets(st.sampled_from(_FILES)))
def test_a_commit_that_takes_equal_files_from_the_work_tree_is_the_same(tmp_path_factory, changed, windows):
    folder = tmp_path_factory.mktemp("w") / "w"
    shutil.copytree(SMALL, folder)
    own = _committed(folder)
    for file in changed | windows:
        ending = b"\r\n" if file in windows else b"\n"
        text = (folder / file).read_bytes().replace(b"\n", ending)
        (folder / file).write_bytes(text + (b"# new" + ending) * (file in changed))
    tree = GitTree(own, own.tree(own.resolve("HEAD")))
    assert list(tree.sharing(WorkTree(folder).files()).files()) == list(tree.files())


def _committed(folder):
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "all")
    return Repository(folder)

"""What a tree holds, without reading what did not change."""

import os

from child import workspace
from xuke.sources.contents import RACY, Watched, contents
from xuke.sources.tree import WorkTree

ITEMS = "catalogue/lan/items/fagai.yaml"
HOUR = 3600 * 10**9


def later(root):
    return max(each.stat().st_ctime_ns for each in root.rglob("*.yaml")) + HOUR


def test_a_table_is_as_good_as_reading(tmp_path):
    root = workspace(tmp_path / "w")
    (root / "catalogue" / "link.yaml").symlink_to(root / ITEMS)
    (root / "catalogue" / "a\nb.yaml").write_text("a: 1\n")
    watched = Watched(WorkTree(root))
    files = list(watched.files())
    found, known = contents(WorkTree(root), {}, later(root))
    assert found == watched.contents == contents(WorkTree(root), known, later(root))[0]
    assert [each.path for each in files] == [path for path, _, _ in found]
    assert "catalogue/link.yaml" not in known
    assert len(known) == len(files) - 2


def test_a_tree_that_is_read_twice_is_noted_once(tmp_path):
    watched = Watched(WorkTree(workspace(tmp_path / "w")))
    assert len(list(watched.files())) == len(list(watched.files())) == len(watched.contents)


def test_only_files_at_rest_are_known(tmp_path):
    root = workspace(tmp_path / "w")
    _, known = contents(WorkTree(root), {}, (root / ITEMS).stat().st_ctime_ns + RACY)
    assert ITEMS not in known
    _, known = contents(WorkTree(root), {}, later(root))
    assert ITEMS in known


def test_size_times_and_number_of_a_file_tell_that_it_is_another(tmp_path):
    root = workspace(tmp_path / "w")
    before, known = contents(WorkTree(root), {}, later(root))
    file, told = root / ITEMS, (root / ITEMS).stat()
    other = file.with_name("other")
    other.write_bytes(file.read_bytes()[:-1] + b" ")
    os.utime(other, ns=(told.st_atime_ns, told.st_mtime_ns))
    os.replace(other, file)
    after, _ = contents(WorkTree(root), known, later(root))
    assert [
        path for (path, *_), (_, _, new) in zip(before, after, strict=True) if new not in str(before)
    ] == [ITEMS]


def test_a_table_of_another_shape_is_not_believed(tmp_path):
    root = workspace(tmp_path / "w")
    found, known = contents(WorkTree(root), {}, later(root))
    odd = dict(zip(known, [None, {}, [], "x", [1, 2]], strict=False))
    assert contents(WorkTree(root), odd, later(root))[0] == found

"""The folder of kept results: bounded, one step a file, one workspace never another's."""

import os

import pytest

from xuke.sources import cache as module
from xuke.sources.cache import Cache, named


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path, tmp_path / "w")


def test_a_result_is_found_under_its_name_alone(cache):
    cache.put("a", {"x": ["文", 1.5, None]})
    assert cache.get("a") == {"x": ["文", 1.5, None]}
    assert cache.get("b") is None


def test_another_workspace_has_results_of_its_own(cache, tmp_path):
    cache.put("a", 1)
    assert Cache(tmp_path, tmp_path / "v").get("a") is None


def test_the_oldest_give_way_and_what_was_asked_for_stays(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_FILES", 3)
    for number, name in enumerate("abc"):
        cache.put(name, name)
        file = next(each for each in (tmp_path / module.FOLDER).iterdir() if each.name.endswith(f"-{name}"))
        os.utime(file, (number, number))
    assert cache.get("a") == "a"
    cache.put("d", "d")
    assert [cache.get(name) for name in "abcd"] == ["a", None, "c", "d"]


def test_the_folder_does_not_grow_beyond_its_size(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    for number in range(20):
        cache.put(str(number), "x" * 100)
    assert 0 < sum(each.stat().st_size for each in (tmp_path / module.FOLDER).iterdir()) <= 1000
    cache.put("large", "x" * 2000)
    assert cache.get("large") is None


def test_a_folder_that_vanishes_is_made_again(cache, tmp_path):
    cache.put("a", 1)
    for file in (tmp_path / module.FOLDER).iterdir():
        file.unlink()
    (tmp_path / module.FOLDER).rmdir()
    assert cache.get("a") is None
    cache.put("a", 2)
    assert cache.get("a") == 2


def test_names_differ_with_every_part():
    names = [named("a", "b"), named("ab"), named("a", ["b"]), named(["a"], "b"), named("a", None)]
    assert len(set(names)) == len(names)

"""The same command line again: told without being parsed, and never otherwise than if it were."""

import os
import shutil
import subprocess
import sys

import pytest

from child import environment, git, repository
from xuke.commands import again
from xuke.commands.again import asked
from xuke.sources.paths import data_paths, traits
from xuke.sources.standing import standing

DAY = "2019-01-01"
ITEMS = "catalogue/lan/items/fagai.yaml"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there every check goes the long way")


#: A run that believes in times at once, and tells on its error stream whether the long way was gone.
RUN = """\
import sys, xuke.sources.contents as contents
contents.RACY = 0
sys.argv[0] = "xuke"
from xuke.__main__ import main
try: main()
finally: print("long" if "click" in sys.modules else "short", file=sys.__stderr__)
"""


@pytest.fixture
def place(tmp_path):
    return repository(tmp_path / "w")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One place and one cache for all command lines that change nothing."""
    folder = tmp_path_factory.mktemp("shared")
    return repository(folder / "w"), folder / "cache"


def ask(place, cache, *words, **changes):
    """Ask in a process of its own: exit code and both streams, and the way that was gone."""
    env = environment(**{"XDG_CACHE_HOME": str(cache), "XUKE_LANG": "en", **changes})
    command = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)
    *said, way = done.stderr.splitlines()
    return (done.returncode, done.stdout, said), way


SHORT = [
    ("check", "--on", DAY),
    ("check", f"--on={DAY}"),
    ("check", "--on", DAY, "--format", "json"),
    ("check", "--on", DAY, "--format=sarif", "--color", "always"),
    ("check", "--on", DAY, "--fail-on", "warning", "--show-suppressed"),
    ("check", "--on", DAY, "-j", "lan", "-q", "--lang", "zh-CN"),
    ("check", "--on", DAY, "-jlan", "--force", "--"),
]
LONG = [
    ("check", "--on", DAY, "-v"),
    ("check", "--on", DAY, "-C", "."),
    ("check", "--on", DAY, "-qC."),
    ("check", "--on", DAY, ITEMS),
    ("check", "--on", DAY, "--no-cache"),
    ("check", "--on", DAY, "--since", "HEAD"),
    ("check", "--on", DAY, "--at", "HEAD"),
    ("check", "--on", DAY, "--staged"),
    ("check", "--on", DAY, "--fix", "--dry-run"),
    ("check", "--on", DAY, "--format", "github"),
    ("check", "--on", DAY, "-o", "json:out.json", "--force"),
    ("check", "--on", "someday"),
    ("check", "--format", "nothing"),
    ("check", "--nothing"),
    ("check", "--help"),
    ("check", "-j", "nowhere"),
    ("check", "no/such/path"),
    ("-C", ".", "check", "--on", DAY),
    ("--lang", "en", "check", "--on", DAY),
    ("rules",),
    (),
]


@pytest.mark.parametrize(
    ("words", "way"), [*((each, "short") for each in SHORT), *((each, "long") for each in LONG)]
)
def test_every_command_line_says_the_same_both_ways(shared, words, way):
    without, _ = ask(*shared, *words, CI="true")
    assert ask(*shared, *words) == (without, "long")
    assert ask(*shared, *words) == (without, way)


def change_file(place):
    file = place / ITEMS
    file.write_text(file.read_text("utf-8").replace("        value: 20\n", "        value: 2\n", 1), "utf-8")


CHANGES = {
    "content": change_file,
    "new": lambda place: (place / "catalogue" / "lan" / "stray.yaml").write_text("a: 1\n"),
    "gone": lambda place: (place / "catalogue" / "lan" / "measures.yaml").unlink(),
    "commit": lambda place: git(place, "commit", "-q", "--allow-empty", "-m", "next"),
    "no repository": lambda place: shutil.rmtree(place / ".git"),
    "journal": lambda place: (place / ".git" / "xuke" / "journal").mkdir(parents=True),
    "language": lambda place: None,
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_is_asked_anew(place, tmp_path, name):
    words = (place, tmp_path / "cache", "check", "--on", DAY)
    before = [ask(*words)[1], ask(*words)[1]]
    assert before == ["long", "short"]
    CHANGES[name](place)
    changes = {"XUKE_LANG": "zh-CN"} if name == "language" else {}
    assert ask(*words, **changes) == (ask(*words, CI="true", **changes)[0], "long")


@pytest.mark.parametrize("name", ["shallow", "info/grafts", "commondir", "reftable", "xuke/journal"])
def test_what_only_git_can_tell_is_left_to_git(place, name):
    assert standing(str(place), [])[0] == git(place, "rev-parse", "HEAD").strip()
    file = place / ".git" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("")
    assert standing(str(place), []) is None


def test_a_linked_folder_of_git_is_left_to_git(place, tmp_path):
    (place / ".git").rename(tmp_path / "git")
    (place / ".git").symlink_to(tmp_path / "git")
    assert standing(str(place), []) is None
    (place / ".git").unlink()
    (place / ".git").write_text(f"gitdir: {tmp_path / 'git'}\n")
    assert standing(str(place), []) is None


def test_the_commit_is_told_as_git_tells_it(place):
    told = lambda: standing(str(place), [])[0]  # noqa: E731
    first = git(place, "rev-parse", "HEAD").strip()
    git(place, "checkout", "-q", "-b", "other")
    git(place, "commit", "-q", "--allow-empty", "-m", "second")
    second = git(place, "rev-parse", "HEAD").strip()
    assert told() == second
    git(place, "pack-refs", "--all")
    assert told() == second
    git(place, "update-ref", "refs/heads/other", first)
    assert told() == first
    git(place, "checkout", "-q", "--orphan", "new")
    assert told() is None


def test_the_users_settings_and_the_object_are_watched(place, tmp_path):
    settings = tmp_path / "gitconfig"
    before = standing(str(place), [str(settings)])
    settings.write_text("[safe]\n")
    assert standing(str(place), [str(settings)]) != before
    before = standing(str(place), [])
    commit = before[0]
    (place / ".git" / "objects" / commit[:2] / commit[2:]).unlink()
    assert standing(str(place), []) != before


def test_a_commit_that_git_tells_otherwise_is_not_noted(place, tmp_path, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(place)
    question = asked(["check"])
    files = {path: traits(str(place / path)) for path in data_paths(str(place))}
    here = standing(str(place), [])[0]
    question.keep("said", 1, git="", commit="0" * 40, files=files)
    assert question.answer() is None
    question.keep("said", 1, git="", commit=here, files={})
    assert question.answer() is None
    question.keep("said", 1, git="", commit=here, files=files)
    assert question.answer() == ("said", 1)
    monkeypatch.setattr(os, "lstat", refuse)
    assert question.answer() is None


def refuse(*_):
    raise PermissionError


def test_a_reader_that_leaves_is_no_error(place, monkeypatch):
    class Left:
        def write(self, text):
            raise BrokenPipeError

    class Question:
        def answer(self):
            return "said", 1

    monkeypatch.setattr(again, "close_quietly", lambda: 0)
    monkeypatch.setattr(sys, "stdout", Left())
    assert again.told_again(Question()) == 0

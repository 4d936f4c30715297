"""A check that is kept says the same in every format, and only of what is there."""

import json
import os
import shutil
import subprocess
import sys
import time
from hashlib import sha256

import pytest

from child import environment, git, repository, workspace, xuke
from xuke.check import check as module
from xuke.check import engine
from xuke.commands.program import run
from xuke.report.formats import FORMATS
from xuke.sources import load

ITEMS = "catalogue/lan/items/fagai.yaml"
DAY = "2019-01-01"

#: Modules that a check does without when nothing changed.
HEAVY = {"ruamel.yaml", "_ruamel_yaml", "jsonschema", "jsonschema_rs", "git", "stdnum", "xuke.check.check"}
HEAVY |= {"xuke.model.register", "xuke.document.read", "xuke.sources.load", "openpyxl"}


@pytest.fixture
def cache(tmp_path, monkeypatch):
    for name in ("CI", "XUKE_LANG", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache" / "xuke" / "results-1"


@pytest.fixture
def place(tmp_path):
    """A committed workspace with findings of several kinds, last changed an hour ago."""
    root = repository(tmp_path / "w")
    edit(root, "        value: 20\n", "        value: 2\n")
    edit(root, '  - code: "530104003000"', "  - code: 530104003000")
    (root / "catalogue" / "lan" / "halls.yaml").write_text("provenance: [", "utf-8")
    settings = root / "catalogue" / "xuke.yaml"
    lines = ("suppressions:", "  - code: T001", "    record: lan/item/530104001000", "    reason: 待核实 ①")
    settings.write_text(settings.read_text("utf-8") + "\n".join(lines) + "\n", "utf-8")
    age(root)
    return root


def edit(root, old, new):
    file = root / ITEMS
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def age(root, seconds=3600):
    then = time.time() - seconds
    for file in root.rglob("*.yaml"):
        os.utime(file, (then, then))


@pytest.fixture
def told(place, capsys, monkeypatch):
    """Run a check in the place: exit code, both streams, and how often rules were run."""

    calls = []
    real = module.judged
    monkeypatch.setattr(module, "judged", lambda *words, **names: calls.append(1) or real(*words, **names))

    def ask(*words, lang="en"):
        calls.clear()
        code = run(["check", "-C", str(place), "--lang", lang, "--on", DAY, *words])
        said = capsys.readouterr()
        return (code, said.out, said.err), len(calls)

    return ask


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_the_same_cold_warm_and_without(cache, told, form):
    words = ("--format", form, "--show-suppressed")
    without, _ = told(*words, "--no-cache")
    assert not cache.exists()
    assert (told(*words), told(*words)) == ((without, 1), (without, 0))
    assert told(*words, "--no-cache") == (without, 1)


@pytest.mark.parametrize(
    "words",
    [
        (ITEMS,),
        ("catalogue/lan", "-j", "lan"),
        ("-j", "nowhere"),
        ("no/such/path",),
        ("--fail-on", "warning"),
        ("--at", "HEAD"),
        ("--at", "index"),
        ("--since", "HEAD"),
        ("--staged",),
        ("-v",),
    ],
)
def test_what_is_asked_of_a_kept_check_is_answered_alike(cache, told, place, words):
    git(place, "add", "-A")
    without, _ = told(*words, "--no-cache")
    assert told(*words)[0] == without
    assert told(*words) == (without, 0)


def test_one_kept_check_serves_every_language_format_and_part(cache, told):
    told()
    assert told("--format", "sarif", lang="zh-CN")[1] == 0
    assert told(ITEMS, "--show-suppressed")[1] == 0


def test_a_baseline_covers_kept_findings(cache, told, place):
    told()
    _, text, _ = told("--format", "baseline")[0]
    file = place / "baseline.yaml"
    file.write_text(text.replace("null", "2019-06-30"), "utf-8")
    words = ("--baseline", str(file), "--show-suppressed", "--format", "json")
    assert told(*words)[0] == told(*words, "--no-cache")[0]


@pytest.mark.parametrize("change", ["content", "new", "gone", "name", "commit", "day", "rule"])
def test_whatever_a_check_depends_on_makes_it_new(cache, told, place, change, monkeypatch):
    told()
    match change:
        case "content":
            edit(place, "        value: 2\n", "        value: 3\n")
        case "new":
            (place / "catalogue" / "lan" / "stray.yaml").write_text("a: 1\n")
        case "gone":
            (place / "catalogue" / "lan" / "measures.yaml").unlink()
        case "name":
            (place / ITEMS).rename((place / ITEMS).with_name("other.yaml"))
        case "commit":
            git(place, "commit", "-q", "--allow-empty", "-m", "next")
        case "rule":
            monkeypatch.setattr("xuke.sources.installation._PARTS", (".py",))
    words = ("--on", "2019-01-02") if change == "day" else ()
    kept, calls = told(*words)
    assert calls == 1
    assert told(*words, "--no-cache")[0] == kept


def test_a_verdict_without_a_past_that_cannot_be_read_is_not_kept(cache, told, place):
    tree = git(place, "rev-parse", "HEAD^{tree}").strip()
    file = place / ".git" / "objects" / tree[:2] / tree[2:]
    data = file.read_bytes()
    file.chmod(0o644)
    file.write_bytes(b"")
    # Each time with the past, and then without it.
    assert [told()[1], told()[1]] == [2, 2]
    file.write_bytes(data)
    assert [told()[1], told()[1]] == [1, 0]


CHANGES = [
    ("        value: 2\n", "        value: 3\n"),
    ('  - code: "530104001000"', '  - code: "530104009000"'),
    ("      state: excluded\n", "      state: transferred\n"),
    ("    name: ", "    nome: "),
    ("items:\n", "items: [\n"),
]


def test_changes_in_a_row_are_told_as_all_of_the_register_would_be(cache, told, place):
    told()
    for change in CHANGES:
        edit(place, *change)
        kept, calls = told("--format", "json")
        assert calls == 1
        assert told("--format", "json", "--no-cache")[0] == kept


def test_after_a_change_rules_judge_only_what_it_reaches(cache, told, place, monkeypatch):
    asked = []
    real = engine._anew

    def counted(rules, records, context):
        asked.append(len(rules) * len(records))
        return real(rules, records, context)

    monkeypatch.setattr(engine, "_anew", counted)
    told()
    whole = sum(asked)
    asked.clear()
    measures = place / "catalogue" / "lan" / "measures.yaml"
    measures.write_text(measures.read_text("utf-8").replace("title: ", "title: 甲", 1), "utf-8")
    assert told()[1] == 1
    assert 0 < sum(asked) < whole / 4


def test_a_file_that_was_touched_is_no_other_file(cache, told, place):
    told()
    age(place, 7200)
    assert told()[1] == 0


def test_a_change_that_size_and_times_do_not_tell_is_noticed(cache, told, place):
    file = place / ITEMS
    now = time.time_ns()
    os.utime(file, ns=(now, now))
    told()
    text = file.read_text("utf-8")
    file.write_text(text.replace("        value: 2\n", "        value: 3\n", 1), "utf-8")
    os.utime(file, ns=(now, now))
    kept, calls = told()
    assert calls == 1
    assert told("--no-cache")[0] == kept


def test_the_table_of_files_spares_reading_them(cache, told, place, monkeypatch):
    told()
    then = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: then + 10_000_000_000)
    told()
    monkeypatch.setattr("xuke.sources.tree.WorkTree.read", lambda tree, path: pytest.fail(path))
    assert told()[1] == 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-3] + b"xyz",
        lambda data: b"\xff" * 100,
        lambda data: forged(b"[]"),
        lambda data: forged(b'{"a": [1]}'),
        lambda data: forged(b"[[[1, 2]], 1, [], []]"),
        lambda data: forged(b"[" * 100_000),
    ],
)
def test_what_is_damaged_or_not_ours_is_as_if_it_were_not_there(cache, told, damage):
    without, _ = told()
    for file in cache.iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert told() == (without, 1)
    assert told() == (without, 0)


def forged(text):
    return sha256(text).hexdigest().encode() + b"\n" + text


@pytest.mark.parametrize("value", ["true", "1", "yes"])
def test_a_build_server_keeps_nothing(cache, told, monkeypatch, value):
    monkeypatch.setenv("CI", value)
    told()
    assert not cache.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder has another variable")
@pytest.mark.parametrize("names", [{}, {"HOME": ""}, {"HOME": "here"}, {"XDG_CACHE_HOME": "here"}])
def test_without_a_folder_nothing_is_kept(told, place, monkeypatch, names):
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    before = sorted(place.rglob("*"))
    assert (told()[1], told()[1]) == (1, 1)
    assert sorted(place.rglob("*")) == before


def test_a_folder_that_cannot_be_made_keeps_nothing(told, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    without, _ = told("--no-cache")
    assert (told(), told()) == ((without, 1), (without, 1))


def test_a_full_disk_keeps_nothing_and_leaves_nothing(cache, told, monkeypatch):
    def refuse(*names):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", refuse)
    without, _ = told("--no-cache")
    assert (told(), told()) == ((without, 1), (without, 1))
    assert list(cache.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="other users are kept out by Windows")
def test_what_somebody_else_put_there_is_not_believed(cache, told, monkeypatch):
    told()
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert told()[1] == 1


def test_a_past_that_may_grow_is_asked_again(cache, told, place, tmp_path):
    git(place, "commit", "-q", "-a", "-m", "second")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{place}", str(shallow))
    shutil.rmtree(place)
    shallow.rename(place)
    assert (told()[1], told()[1]) == (1, 1)


def test_programs_are_told_that_a_past_is_not_complete(place, tmp_path):
    git(place, "commit", "-q", "-a", "-m", "second")
    shallow, plain = tmp_path / "shallow", tmp_path / "plain"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{place}", str(shallow))
    workspace(plain)
    for folder, is_complete in ((place, True), (shallow, False), (plain, True)):
        done = xuke("check", "-q", "--format", "json", "--on", DAY, cwd=folder)
        assert (json.loads(done.stdout)["complete"], done.stderr) == (is_complete, b"")


def test_a_grafted_past_is_asked_again(cache, told, place):
    (place / ".git" / "info").mkdir(exist_ok=True)
    (place / ".git" / "info" / "grafts").write_text("")
    assert (told()[1], told()[1]) == (1, 1)


def test_a_plain_folder_is_kept_too(cache, told, place):
    shutil.rmtree(place / ".git")
    assert (told()[1], told()[1]) == (1, 0)


def test_the_files_of_a_staged_change_without_a_commit_are_kept(cache, told, place):
    shutil.rmtree(place / ".git")
    git(place, "init", "-q")
    git(place, "add", "-A")
    without = told("--staged", "--no-cache")[0]
    assert (told("--staged"), told("--staged")) == ((without, 1), (without, 0))


def test_a_write_under_way_is_waited_for_though_the_check_is_kept(cache, told, place):
    told()
    journal = place / ".git" / "xuke" / "journal"
    journal.mkdir(parents=True)
    (code, _, said), calls = told()
    assert (code, calls) == (3, 0)
    assert "journal" in said


def test_two_at_once_say_the_same(tmp_path):
    root = workspace(tmp_path / "w")
    env = environment(XDG_CACHE_HOME=str(tmp_path / "cache"), LOCALAPPDATA=str(tmp_path / "cache"))
    words = [sys.executable, "-m", "xuke", "check", "-C", str(root), "--on", DAY]
    for _ in range(2):
        pair = [subprocess.Popen(words, env=env, stdout=subprocess.PIPE) for _ in range(2)]
        said = {each.communicate(timeout=20)[0] for each in pair}
        assert said == {xuke("check", "-C", str(root), "--on", DAY).stdout}


def test_a_warm_check_neither_reads_nor_judges(tmp_path):
    root = repository(tmp_path / "w")
    env = environment(XDG_CACHE_HOME=str(tmp_path / "cache"), LOCALAPPDATA=str(tmp_path / "cache"))
    words = f"import sys, xuke.commands.program as p; p.run(['check', '-C', {str(root)!r}, '--on', {DAY!r}])"
    code = f"{words}; sys.stderr.write(' '.join(sys.modules))"
    said = [
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    cold, warm = ({*each.stderr.split()} for each in said)
    assert HEAVY & warm == set()
    assert HEAVY & cold
    assert said[0].stdout == said[1].stdout


@pytest.mark.parametrize("words", [(), ("--since", "HEAD"), ("--staged",), ("--at", "HEAD")])
def test_of_other_files_nothing_is_read_again_and_all_is_said_as_before(
    cache, told, place, words, monkeypatch
):
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "second")
    told()
    edit(place, "        value: 2\n", "        value: 3\n")
    git(place, "add", "-A")
    read = []
    real = load.read_closely
    monkeypatch.setattr(load, "read_closely", lambda path, *rest: read.append(path) or real(path, *rest))
    told(*words)
    assert set(read) <= {ITEMS, "catalogue/lan/halls.yaml"}
    assert told(*words) == (told(*words, "--no-cache")[0], 0)


def test_a_python_without_sqlite_reads_all(cache, told, monkeypatch):
    monkeypatch.setattr("xuke.commands.readings.find_spec", lambda _: None)
    without = told("--no-cache")[0]
    assert (told(), told()) == ((without, 1), (without, 0))
    assert not (cache.parent / "parses-2").exists()


#: Commands that read a register, each with words that find something in it.
READING = ("list item", "show 530104001000", "stats", "measures", "memo status", "who 530104001000")
READING += (
    "log 530104001000",
    "blame 530104001000",
    "diff HEAD",
    "template items -o {out} --force",
    "doctor",
)


@pytest.mark.parametrize("words", READING)
def test_what_was_read_once_is_not_read_again(words, cache, tmp_path, capsys, monkeypatch):
    root = repository(tmp_path / "w")
    edit(root, "        value: 20\n", "        value: 2\n")

    def ask():
        given = [each.format(out=tmp_path / "out.xlsx") for each in words.split()]
        code = run([*given, "-C", str(root), "--lang", "en"])
        said = capsys.readouterr()
        return code, said.out, said.err

    with monkeypatch.context() as patched:
        patched.setenv("CI", "true")
        alone = ask()
    assert not cache.parent.exists()
    assert ask() == alone
    monkeypatch.setattr("xuke.sources.parses.parsed", lambda path, _: pytest.fail(path))
    assert ask() == alone
    assert alone[0] == 0


@pytest.mark.parametrize(
    "words", ["export filing -o {out}", "filing prepare --kind record -o {out}", "check --no-cache"]
)
def test_what_is_filed_rests_on_nothing_kept(words, cache, tmp_path, capsys):
    root = repository(tmp_path / "w")
    given = [each.format(out=tmp_path / "out") for each in words.split()]
    assert run([*given, "-C", str(root)]) in {0, 1}, capsys.readouterr()
    assert not cache.parent.exists()

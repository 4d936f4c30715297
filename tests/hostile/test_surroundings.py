"""The same run under odd surroundings: same output, same exit code, nothing left behind."""

import os
import subprocess
import sys

import pytest

from child import PATIENCE, contents, environment, workspace, xuke
from test_cases import CASES, edited
from xuke.check import validators
from xuke.commands.program import run

DAY = ["--on", "2019-01-01"]
COMMANDS = (["check", *DAY], ["list", "item", *DAY], ["stats", "--format", "json", *DAY])

ODD = (
    {"TZ": "Pacific/Kiritimati"},
    {"TZ": "nonsense"},
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "4294967295"},
    {"LC_ALL": "tr_TR.UTF-8"},
    {"LC_ALL": "zh_CN.GBK"},
    {"PYTHONIOENCODING": "gbk"},
    {"HOME": ""},
    {"HOME": "/proc"},
    {"XDG_CACHE_HOME": "/proc/nothing"},
    {"TMPDIR": "/proc"},
    {"COLUMNS": "1"},
    {"COLUMNS": "-5"},
    {"TERM": ""},
    {"PYTHONOPTIMIZE": "2"},
    {"PYTHONDEVMODE": "1"},
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return workspace(tmp_path_factory.mktemp("plain") / "w")


@pytest.fixture(scope="module")
def usual(plain):
    return [xuke(*words, cwd=plain) for words in COMMANDS]


@pytest.mark.skipif(os.name == "nt", reason="other variables")
@pytest.mark.parametrize("changes", ODD, ids=str)
def test_output_does_not_depend_on_surroundings(plain, usual, changes):
    before = contents(plain)
    number = ODD.index(changes) % len(COMMANDS)
    done = xuke(*COMMANDS[number], cwd=plain, **changes)
    expected = usual[number]
    assert (done.returncode, done.stdout, done.stderr) == (
        expected.returncode,
        expected.stdout,
        expected.stderr,
    )
    assert contents(plain) == before


@pytest.mark.skipif(os.name == "nt", reason="no such variable")
def test_without_a_home_it_runs(plain, usual):
    env = {name: value for name, value in environment().items() if name != "HOME"}
    done = xuke(*COMMANDS[0], cwd=plain, env=env)
    assert (done.returncode, done.stdout) == (usual[0].returncode, usual[0].stdout)


@pytest.mark.skipif(os.name == "nt", reason="no such mask")
@pytest.mark.parametrize("mask", ["000", "022", "027", "077"])
def test_a_written_file_has_the_rights_that_the_mask_leaves(plain, tmp_path, mask):
    target = tmp_path / "r.json"
    script = f'umask {mask} && exec "$@"'
    words = [sys.executable, "-m", "xuke", "check", *DAY, "-o", f"json:{target}"]
    subprocess.run(
        ["sh", "-c", script, "sh", *words],
        cwd=plain,
        env=environment(),
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert target.stat().st_mode & 0o777 == 0o666 & ~int(mask, 8)


@pytest.mark.skipif(os.name == "nt", reason="no such streams")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_bug(plain, closing):
    words = [sys.executable, "-m", "xuke", "check", *DAY]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closing}', "sh", *words],
        cwd=plain,
        env=environment(),
        check=False,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.slow
def test_without_the_fast_validator_every_case_reads_the_same(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    validators.decider.cache_clear()
    wrong = []
    for case in CASES:
        plan = edited(case, tmp_path / case.name)
        place = ["-C", str(tmp_path / case.name), "--on", "2019-01-01", "--lang", "zh-CN"]
        run(["check", "--no-cache", *place, *plan.get("args", [])])
        if capsys.readouterr().out != (case / "expected.txt").read_text("utf-8"):
            wrong.append(case.name)
    validators.decider.cache_clear()
    assert wrong == []

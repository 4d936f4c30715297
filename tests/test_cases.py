"""Every folder under cases/check is a test: faults in the small workspace, and all that a user reads.

``case.yaml`` holds ``edits`` (file, old text that stands there once, new text; old "" appends),
``commits`` (lists of edits committed one after the other before that) and ``args``; an edit may name the
``encoding`` that the file is written in.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from xuke.commands.program import run

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in (HERE / "cases" / "check").glob("*/case.yaml"))
AUTHOR = ["-c", "user.name=case", "-c", "user.email=case@example.invalid", "-c", "commit.gpgsign=false"]


def edited(case, target):
    """A copy of the small workspace with the faults of a case; returns the words of the case."""
    plan = YAML(typ="safe").load((case / "case.yaml").read_text("utf-8"))
    shutil.copytree(HERE / "workspaces" / plan.get("workspace", "small"), target)
    for number, edits in enumerate(plan.get("commits", [])):
        apply(edits, target, case.name)
        commit(target, is_first=number == 0)
    apply(plan["edits"], target, case.name)
    return plan


def apply(edits, target, name):
    for edit in edits:
        file = target / edit["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8") if file.exists() else ""
        assert edit["old"] == "" or text.count(edit["old"]) == 1, (name, edit["old"])
        new = text.replace(edit["old"], edit["new"], 1) if edit["old"] else text + edit["new"]
        file.write_text(new, edit.get("encoding", "utf-8"))


def commit(target, *, is_first):
    def git(*words):
        subprocess.run(["git", *AUTHOR, *words], cwd=target, check=True, capture_output=True, env=ENVIRONMENT)

    if is_first:
        git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "case")


#: A fixed time makes the names of commits the same on every run.
ENVIRONMENT = {
    **os.environ,
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2018-12-21T09:00:00+0800",
    "GIT_COMMITTER_DATE": "2018-12-21T09:00:00+0800",
}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check(case, tmp_path, request, capsys):
    plan = edited(case, tmp_path / "w")
    shared = ["-C", str(tmp_path / "w"), "--on", "2019-01-01", "--lang", "zh-CN"]
    run(["check", *shared, *plan.get("args", [])])
    output = capsys.readouterr().out
    expected = case / "expected.txt"
    if request.config.getoption("--accept"):
        expected.write_text(output, "utf-8")
    assert output == expected.read_text("utf-8")

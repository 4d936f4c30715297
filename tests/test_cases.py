"""Every folder under cases/check is a test: faults in the small workspace, and all that a user reads."""

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from xuke.commands.program import run

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in (HERE / "cases" / "check").glob("*/case.yaml"))


def edited(case, target):
    """A copy of the small workspace with the faults of a case; returns the words of the case."""
    plan = YAML(typ="safe").load((case / "case.yaml").read_text("utf-8"))
    shutil.copytree(HERE / "workspaces" / plan.get("workspace", "small"), target)
    for edit in plan["edits"]:
        file = target / edit["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8") if file.exists() else ""
        assert edit["old"] == "" or text.count(edit["old"]) == 1, (case.name, edit["old"])
        file.write_text(
            text.replace(edit["old"], edit["new"], 1) if edit["old"] else text + edit["new"], "utf-8"
        )
    return plan


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check(case, tmp_path, request, capsys):
    plan = edited(case, tmp_path / "w")
    args = [
        "check",
        "-C",
        str(tmp_path / "w"),
        "--on",
        "2019-01-01",
        "--lang",
        "zh-CN",
        *plan.get("args", []),
    ]
    run(args)
    output = capsys.readouterr().out
    expected = case / "expected.txt"
    if request.config.getoption("--accept"):
        expected.write_text(output, "utf-8")
    assert output == expected.read_text("utf-8")

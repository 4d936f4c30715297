"""The samples for continuous integration, their commands run in a fresh clone of a small register.

Lines that install are left out, for xuke is installed already; nothing else is changed. What a service sets
before it runs a command is set here: the variables, and what GitHub puts for ``${{ github.base_ref }}``.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from child import repository
from xsd import parsed
from xuke.commands.program import run

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "docs" / "ci"

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="the samples are written for a shell")

_INSTALLS = re.compile(r"\s*(?:python3? -m )?pip install ")

#: A file that belongs nowhere is an error; a title is no change of the register's soundness.
BAD, GOOD = "catalogue/lan/stray.yaml", "README.md"


def git(folder, *words):
    identity = ("-c", "user.name=xuke", "-c", "user.email=xuke@example.invalid", "-c", "commit.gpgSign=false")
    command = ["git", "-C", str(folder), *identity, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder, path):
    (folder / path).write_text("stray: true\n", "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", path)


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """A register without errors, in a repository of its own."""
    folder = tmp_path_factory.mktemp("origin")
    words = ("init", str(folder), "-j", "lan", "--name", "蓝县", "--no-git", "--lang", "en")
    assert run(words) == 0
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    return folder


@pytest.fixture
def clone(origin, tmp_path):
    """Clones the register and adds files: some to the target branch, some by the change, a commit each."""

    def clone(*, before=(), change=()):
        target, folder = tmp_path / "target", tmp_path / "clone"
        git(tmp_path, "clone", "-q", str(origin), str(target))
        for path in before:
            commit(target, path)
        git(tmp_path, "clone", "-q", str(target), str(folder))
        git(folder, "switch", "-q", "-c", "change")
        for path in change:
            commit(folder, path)
        return folder

    return clone


def shell(commands, folder, *words, **variables):
    """Run commands one after the other as the services do: the first that fails ends the run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT", "CI", "XUKE"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    script = "\n".join(line for line in commands.splitlines() if not _INSTALLS.match(line))
    done = subprocess.run(
        ["sh", "-e", "-c", script, "sample", *words],
        cwd=folder,
        env={**kept, "PATH": path, "XUKE_LANG": "en", "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def written(folder):
    """Files that a run left, but for those of the register."""
    return set(git(folder, "status", "--porcelain", "--untracked-files=all").replace("?? ", "").split())


def yaml(path):
    return YAML(typ="safe").load(path.read_text("utf-8"))


def on_github(folder, event):
    """Run the steps that an event runs; the first exit code that is not 0, and all output."""
    steps = yaml(SAMPLES / "github-workflow.yml")["jobs"]["check"]["steps"]
    output = ""
    for step in (each for each in steps if "run" in each):
        if step.get("if", f"github.event_name == '{event}'") != f"github.event_name == '{event}'":
            continue
        given = {
            name: value.replace("${{ github.base_ref }}", "main")
            for name, value in step.get("env", {}).items()
        }
        code, said = shell(
            step["run"], folder, **given, GITHUB_STEP_SUMMARY=str(folder.parent / "summary.md")
        )
        output += said
        if code:
            return code, output
    return 0, output


@pytest.mark.parametrize("event", ["push", "pull_request"])
@pytest.mark.parametrize(("change", "code"), [((GOOD,), 0), ((BAD,), 1)])
def test_the_workflow_of_github_annotates_and_hands_over(clone, event, change, code):
    folder = clone(change=change)
    found, output = on_github(folder, event)
    assert found == code
    assert output.startswith("::error file=catalogue/lan/stray.yaml,") == bool(code)
    assert written(folder) == {"xuke.sarif"}
    (sarif,) = json.loads((folder / "xuke.sarif").read_text("utf-8"))["runs"]
    assert [each["ruleId"] for each in sarif["results"]] == ["K009"] * code
    assert ("K009" in (folder.parent / "summary.md").read_text("utf-8")) == bool(code)


def test_a_pull_request_on_github_is_not_answerable_for_older_errors(clone):
    folder = clone(before=(BAD,), change=(GOOD,))
    assert on_github(folder, "pull_request")[0] == 0
    assert on_github(folder, "push")[0] == 1


def test_github_hands_over_the_file_that_is_written():
    steps = yaml(SAMPLES / "github-workflow.yml")["jobs"]["check"]["steps"]
    (name,) = [each["with"]["sarif_file"] for each in steps if "sarif_file" in each.get("with", {})]
    commands = [each["run"] for each in steps if "xuke check" in each.get("run", "")]
    assert len(commands) == 2
    assert all(f"-o sarif:{name}" in command for command in commands)


def on_gitlab(folder, job):
    pipeline = yaml(SAMPLES / "gitlab-ci.yml")
    base = pipeline[pipeline[job]["extends"]]
    lines = [*base["before_script"], *pipeline[job]["script"]]
    start = git(folder, "merge-base", "HEAD", "origin/main").strip()
    code, _ = shell("\n".join(lines), folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=start)
    reports = base["artifacts"]["reports"]
    assert set(reports.values()) <= written(folder)
    issues = json.loads((folder / reports["codequality"]).read_text("utf-8"))
    cases = parsed((folder / reports["junit"]).read_text("utf-8"))
    return code, [each["check_name"] for each in issues], int(cases.get("failures"))


@pytest.mark.parametrize("job", ["register", "merge-request"])
@pytest.mark.parametrize(("change", "code"), [((GOOD,), 0), ((BAD,), 1)])
def test_the_jobs_of_gitlab_write_their_reports(clone, job, change, code):
    assert on_gitlab(clone(change=change), job) == (code, ["K009"] * code, code)


def test_a_merge_request_on_gitlab_reports_older_errors_but_does_not_fail_for_them(clone):
    folder = clone(before=(BAD,), change=(GOOD,))
    assert on_gitlab(folder, "merge-request") == (0, ["K009"], 0)
    assert on_gitlab(folder, "register") == (1, ["K009"], 1)


@pytest.mark.parametrize(
    ("before", "change", "words", "code"),
    [
        ((), (GOOD,), (), 0),
        ((), (BAD,), (), 1),
        ((), (BAD,), ("origin/main",), 1),
        ((BAD,), (GOOD,), (), 1),
        ((BAD,), (GOOD,), ("origin/main",), 0),
    ],
)
def test_the_plain_script_writes_its_reports(clone, before, change, words, code):
    folder = clone(before=before, change=change)
    found, output = shell((SAMPLES / "plain.sh").read_text("utf-8"), folder, *words)
    assert found == code
    assert written(folder) == {"xuke-check.json", "xuke-check.md"}
    summary = json.loads((folder / "xuke-check.json").read_text("utf-8"))["summary"]
    assert summary["errors"] == code
    assert output.splitlines()[-1] in (folder / "xuke-check.md").read_text("utf-8")


def hook():
    (hook,) = yaml(ROOT / ".pre-commit-hooks.yaml")
    return hook


@pytest.mark.parametrize(("path", "is_staged", "code"), [(BAD, True, 1), (BAD, False, 0), (GOOD, True, 0)])
def test_the_hook_judges_what_is_staged(clone, path, is_staged, code):
    folder = clone()
    (folder / path).write_text("stray: true\n", "utf-8")
    git(folder, "add", *([path] if is_staged else ["--update"]))
    assert hook()["pass_filenames"] is False
    found, output = shell(hook()["entry"], folder)
    assert found == code
    assert (BAD in output) == bool(code)


def test_the_hook_is_run_whatever_is_committed():
    # A pattern would leave out commits that only delete: pre-commit matches none of their files.
    assert hook()["always_run"] is True
    assert not {"files", "types", "types_or", "exclude", "exclude_types"} & hook().keys()


def test_the_hook_judges_a_commit_that_only_deletes(tmp_path):
    folder = repository(tmp_path / "small")
    git(folder, "rm", "-q", "catalogue/lan/departments.yaml")
    found, output = shell(hook()["entry"], folder)
    assert (found, "K002" in output) == (1, True)


def test_every_sample_is_tested_and_installs_by_one_line():
    assert {file.name for file in SAMPLES.iterdir()} == {"github-workflow.yml", "gitlab-ci.yml", "plain.sh"}
    for file in SAMPLES.iterdir():
        lines = file.read_text("utf-8").splitlines()
        commands = [line.strip().removeprefix("- ").removeprefix("run: ") for line in lines]
        assert len([line for line in commands if _INSTALLS.match(line)]) == 1, file.name

"""A repository that was copied from elsewhere runs nothing, whatever it configures."""

import os
import shutil
import subprocess
import sys

import pytest
from traps import HALLS, TRAPS, program_at

from child import PATIENCE, contents, environment, git, repository

ITEM = "item/530104001000"

#: Every command that may ask git for something.
COMMANDS = (
    ["check"],
    ["check", "--at", "HEAD"],
    ["check", "--at", "index"],
    ["check", "--since", "HEAD"],
    ["check", "--staged"],
    ["check", "--fix", "--dry-run"],
    ["diff"],
    ["diff", "HEAD", "index"],
    ["list", "item", "--at", "HEAD"],
    ["show", ITEM, "--at", "HEAD~0"],
    ["log", ITEM],
    ["blame", ITEM],
    ["stats", "--at", "HEAD"],
    ["measures", "--at", "index"],
    ["who", ITEM, "--at", "HEAD"],
    ["git", "status"],
    ["conflicts"],
    ["filing", "list"],
    ["memo", "status"],
    ["withdraw", "530104001000", "--reason", "x", "--dry-run"],
    ["doctor"],
)

#: What does not read a register as of a day.
DAYLESS = {"doctor", "git", "conflicts"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program of the traps is a script")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    root = repository(tmp_path_factory.mktemp("kept") / "w")
    text = (root / HALLS).read_text("utf-8")
    (root / HALLS).write_text(text.replace("县政务服务大厅", "政务大厅"), "utf-8")
    return root


def armed(kept, tmp_path, *traps):
    root = tmp_path / "w"
    tmp_path.mkdir(exist_ok=True)
    shutil.copytree(kept, root, symlinks=True)
    program, canary = program_at(tmp_path)
    for trap in traps:
        trap.arm(root, program)
    # What the set-up itself ran does not count.
    canary.unlink(missing_ok=True)
    return root, canary


def tried(prison, root, canary, commands):
    """Commands that ran the program, changed a file or ended in a trace."""
    before, wrong = contents(root), []
    for words in commands:
        ran = prison.run([*words, *([] if words[0] in DAYLESS else ["--on", "2019-01-01"])], root)
        if canary.exists() or ran.code not in {0, 1, 3} or "Traceback" in ran.err or contents(root) != before:
            wrong.append((words, ran))
            canary.unlink(missing_ok=True)
    return wrong


@pytest.mark.parametrize("trap", TRAPS, ids=lambda each: each.name)
def test_a_trap_is_not_sprung(kept, prison, tmp_path, trap):
    root, canary = armed(kept, tmp_path, trap)
    number = TRAPS.index(trap)
    sample = [COMMANDS[(number * 5 + step) % len(COMMANDS)] for step in (0, 7)]
    assert tried(prison, root, canary, sample) == []


@pytest.mark.slow
@pytest.mark.parametrize("trap", TRAPS, ids=lambda each: each.name)
def test_no_command_springs_a_trap(kept, prison, tmp_path, trap):
    root, canary = armed(kept, tmp_path, trap)
    assert tried(prison, root, canary, COMMANDS) == []


@pytest.mark.parametrize("trap", [each for each in TRAPS if each.spring], ids=lambda each: each.name)
def test_plain_git_would_spring_it(kept, tmp_path, trap):
    root, canary = armed(kept, tmp_path, trap)
    alone = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
    subprocess.run(
        ["git", *trap.spring],
        cwd=root,
        env=environment(**alone, GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@b", EMAIL="a@b"),
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )
    assert canary.exists()


def test_a_git_in_the_folder_is_not_run(kept, tmp_path):
    root = tmp_path / "w"
    shutil.copytree(kept, root)
    program, canary = program_at(tmp_path)
    shutil.copy(program, root / "git")
    for path in (f".:{os.environ['PATH']}", f":{os.environ['PATH']}", f"bin:{os.environ['PATH']}"):
        env = environment(PATH=path)
        done = subprocess.run(
            [sys.executable, "-m", "xuke", "diff"], cwd=root, env=env, capture_output=True, check=False
        )
        assert (done.returncode, canary.exists()) == (0, False)


def test_the_doctor_names_what_would_run(kept, prison, tmp_path):
    for trap in TRAPS:
        if trap.settings and trap.spring:
            root, _ = armed(kept, tmp_path / trap.name.replace(" ", "-"), trap)
            ran = prison.run(["doctor"], root)
            said = next(line for line in ran.out.splitlines() if "仓库自带的设置" in line)
            assert any(name.lower() in said.lower() for name in trap.settings), (trap.name, said)
            git(root, "rev-parse", "HEAD")

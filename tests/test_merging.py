"""Working together: git merges by record and field, says what is left to decide, and loses nothing."""

import json
import shutil
import signal
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

import house
from child import git
from xuke.commands.program import run

SMALL = house.ROOT / "tests" / "workspaces" / "small"
FILE = "catalogue/lan/items/fagai.yaml"
NAME = "    name: 政府投资项目审批\n"
DAYS = "        value: 5\n"


@pytest.fixture
def register(tmp_path, capsys):
    """The small workspace as a repository that knows our drivers."""
    folder = tmp_path / "w"
    shutil.copytree(SMALL, folder)
    git(folder, "init", "-q", "-b", "main", ".")
    git(folder, "config", "user.name", "xuke")
    git(folder, "config", "user.email", "xuke@example.invalid")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "base")
    assert run(["git", "install", "-C", str(folder)]) == 0
    capsys.readouterr()
    return folder


def change(folder, *edits):
    file = folder / FILE
    text = file.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1 or not old, old
        text = text.replace(old, new) if old else text + new
    file.write_text(text, "utf-8", newline="\n")


def merge(folder, ours, theirs):
    """Whether git merged two branches by itself, one with our edits and one with theirs."""
    git(folder, "checkout", "-q", "-b", "other")
    change(folder, *theirs)
    git(folder, "commit", "-q", "--no-verify", "-am", "theirs")
    git(folder, "checkout", "-q", "main")
    change(folder, *ours)
    git(folder, "commit", "-q", "--no-verify", "-am", "ours")
    words = ["git", "-C", str(folder), "merge", "-q", "--no-edit", "other"]
    return subprocess.run(words, capture_output=True, check=False)


def text(folder):
    return (folder / FILE).read_text("utf-8")


def item(code):
    fields = ("name: 新", 'type: "01"', "competent: fagai", "organ: fagai", "level: county")
    return f'  - code: "{code}"\n' + "".join(f"    {each}\n" for each in fields)


def said(folder, capsys, *words):
    code = run([*words, "-C", str(folder), *([] if "--lang" in words else ["--lang", "en"])])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_different_fields_of_one_record_merge_clean(register):
    # The two lines are neighbours, so that git alone would not.
    done = merge(
        register,
        [(NAME, "    name: 甲\n")],
        [
            (
                '    type: "01"\n    competent: fagai\n    organ: shenpi\n',
                '    type: "07"\n    competent: fagai\n    organ: shenpi\n',
            )
        ],
    )
    assert done.returncode == 0
    assert '    name: 甲\n    type: "07"\n' in text(register)


def test_two_appended_records_merge_clean_in_order(register):
    done = merge(register, [("", item("530104008000"))], [("", item("530104009000"))])
    assert done.returncode == 0
    assert text(register).endswith(item("530104008000") + item("530104009000"))


def test_the_same_change_on_both_sides_merges_clean(register):
    done = merge(
        register, [(NAME, "    name: 甲\n")], [(NAME, "    name: 甲\n"), (DAYS, "        value: 4\n")]
    )
    assert done.returncode == 0


def test_remarks_of_both_sides_stay(register):
    theirs = [(NAME, "    # 待核\n    name: 政府投资项目审批  # 老\n"), (DAYS, "        value: 4\n")]
    done = merge(
        register,
        [(NAME, "    name: 政府投资项目审批\n    note: 甲\n"), (DAYS, DAYS.replace("\n", " # 我\n"))],
        theirs,
    )
    assert done.returncode == 0
    assert "    # 待核\n    name: 政府投资项目审批  # 老\n    note: 甲\n" in text(register)
    assert "        value: 4 # 我\n" in text(register)


def test_two_sides_on_one_field_have_markers_around_that_field_alone(register, capsys):
    done = merge(
        register, [(NAME, "    name: 甲\n")], [(NAME, "    name: 乙\n"), (DAYS, "        value: 4\n")]
    )
    assert done.returncode == 1
    marked = f"<<<<<<< ours\n    name: 甲\n||||||| base\n{NAME}=======\n    name: 乙\n>>>>>>> theirs\n"
    assert marked in text(register)
    assert text(register).count("<<<<<<<") == 1
    assert "        value: 4\n" in text(register)
    code, out, _ = said(register, capsys, "conflicts")
    assert (code, out.splitlines()[0]) == (1, "lan/item/530104001000.name  Item name")
    assert "    theirs: 乙" in out.splitlines()


def test_conflicts_in_json_keep_their_contract(register, capsys):
    merge(register, [(NAME, "    name: 甲\n")], [(NAME, "")])
    code, out, _ = said(register, capsys, "conflicts", "--format", "json")
    value = json.loads(out)
    Draft202012Validator(
        json.loads((house.SCHEMAS / "output" / "conflicts.json").read_text("utf-8"))
    ).validate(value)
    (conflict,) = value["conflicts"]
    assert code == 1
    assert (conflict["base"], conflict["ours"]) == ("政府投资项目审批", "甲")
    assert "theirs" not in conflict


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--ours"], "    name: 甲\n"),
        (["--theirs"], "    name: 乙\n"),
        (["--base"], NAME),
        (["--value", "丙: 丁"], '    name: "丙: 丁"\n'),
    ],
)
def test_a_conflict_is_decided_for_one_side(register, capsys, words, line):
    merge(register, [(NAME, "    name: 甲\n")], [(NAME, "    name: 乙\n"), (DAYS, "        value: 4\n")])
    assert said(register, capsys, "resolve", "item/530104001000.name", *words)[0] == 0
    assert line in text(register)
    assert "<<<<<<<" not in text(register)
    assert "        value: 4\n" in text(register)
    assert said(register, capsys, "conflicts")[0] == 0
    unmerged = subprocess.run(["git", "-C", str(register), "ls-files", "-u"], capture_output=True, check=True)
    assert unmerged.stdout != b""


def test_conflicts_are_decided_one_by_one(register, capsys):
    mine = [(NAME, "    name: 甲\n"), (DAYS, "        value: 3\n")]
    merge(register, mine, [(NAME, "    name: 乙\n"), (DAYS, "        value: 4\n")])
    assert said(register, capsys, "resolve", "530104001000.limit.promised.value", "--value", "2")[0] == 0
    assert "        value: 2\n" in text(register)
    assert text(register).count("<<<<<<<") == 1
    assert said(register, capsys, "resolve", "lan/item/530104001000.name", "--theirs")[0] == 0
    assert "<<<<<<<" not in text(register)


def test_a_file_that_was_mended_by_hand_is_not_written_over(register, capsys):
    merge(register, [(NAME, "    name: 甲\n")], [(NAME, "    name: 乙\n")])
    change(register, ("    name: 乙\n", "    name: 乙，手工\n"))
    before = text(register)
    code, _, err = said(register, capsys, "resolve", "530104001000.name", "--ours")
    assert (code, text(register)) == (3, before)
    assert "--force" in err
    assert said(register, capsys, "resolve", "530104001000.name", "--ours", "--force")[0] == 0
    assert "    name: 甲\n" in text(register)


def test_a_merge_that_git_made_alone_can_be_decided_too(register, capsys):
    run(["git", "uninstall", "-C", str(register)])
    done = merge(register, [(NAME, "    name: 甲\n")], [(NAME, "    name: 乙\n")])
    assert done.returncode == 1
    assert said(register, capsys, "resolve", "530104001000.name", "--theirs")[0] == 0
    assert "    name: 乙\n" in text(register)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["resolve", "530104001000.name"], 2),
        (["resolve", "530104001000.name", "--ours", "--theirs"], 2),
        (["resolve", "nothing", "--ours"], 2),
        (["resolve"], 2),
        (["merge-file", "no", "such", "files", FILE], 3),
        (["git", "textconv", "nothing.yaml"], 3),
    ],
)
def test_wrong_use_is_refused(register, capsys, words, code):
    assert said(register, capsys, *words)[0] == code


def test_a_record_edited_here_and_removed_there_is_a_conflict_of_the_record(register, capsys):
    start = text(register).index('  - code: "530104002000"')
    end = text(register).index('  - code: "530104003000"')
    gone = text(register)[start:end]
    done = merge(register, [(gone, "")], [("    name: 固定资产投资项目节能审查\n", "    name: 乙\n")])
    assert done.returncode == 1
    assert said(register, capsys, "conflicts")[1].startswith("lan/item/530104002000\n")
    assert said(register, capsys, "resolve", "530104002000", "--ours")[0] == 0
    assert "530104002000" not in text(register)


def test_a_file_removed_on_one_side_is_decided_as_a_whole(register, capsys):
    git(register, "checkout", "-q", "-b", "other")
    git(register, "rm", "-q", FILE)
    git(register, "commit", "-q", "--no-verify", "-m", "theirs")
    git(register, "checkout", "-q", "main")
    change(register, (NAME, "    name: 甲\n"))
    git(register, "commit", "-q", "--no-verify", "-am", "ours")
    subprocess.run(["git", "-C", str(register), "merge", "-q", "other"], capture_output=True, check=False)
    code, out, _ = said(register, capsys, "conflicts")
    assert code == 1
    assert FILE in out


@pytest.mark.parametrize("spoiled", ["    name: [甲\n", "    name: 甲\n    name: 甲\n"])
def test_what_cannot_be_read_is_merged_by_lines_and_said(register, spoiled):
    done = merge(register, [(NAME, spoiled)], [(DAYS, "        value: 4\n")])
    assert done.returncode == 0
    assert spoiled in text(register)
    assert "        value: 4\n" in text(register)
    assert FILE in done.stderr.decode("utf-8", "replace")


_DYING = """
import os, signal, sys
from xuke.commands import merge_file
merge_file.merged_text = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
from xuke.commands.program import run
run(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed in this way there")
def test_a_driver_that_dies_leaves_the_merge_by_lines(tmp_path):
    names = ["base", "ours", "theirs"]
    for name, value in zip(names, ("一", "二", "三"), strict=True):
        (tmp_path / name).write_text(
            f"provenance: demonstration\nitems:\n  - code: '1'\n    name: {value}\n", "utf-8"
        )
    words = [sys.executable, "-c", _DYING, "merge-file", *names, FILE]
    assert subprocess.run(words, cwd=tmp_path, check=False, capture_output=True).returncode == -signal.SIGKILL
    left = (tmp_path / "ours").read_text("utf-8")
    assert all(part in left for part in ("<<<<<<<", "name: 二", "name: 三", ">>>>>>>"))


def test_differences_have_a_line_a_field(register, capsys):
    change(register, (DAYS, "        value: 4\n"))
    done = subprocess.run(["git", "-C", str(register), "diff", "-U0"], capture_output=True, check=True)
    lines = [each for each in done.stdout.decode().splitlines() if each.startswith(("+i", "-i"))]
    assert lines == [
        "-items.530104001000.limit.promised.value: 5",
        "+items.530104001000.limit.promised.value: 4",
    ]
    broken = register / "broken.yaml"
    broken.write_text("a: [\n", "utf-8")
    assert said(register, capsys, "git", "textconv", str(broken))[1] == "a: [\n"


def test_differences_during_a_merge_show_the_open_field_and_nothing_else(register):
    both = ([(NAME, "    name: 甲\n"), (DAYS, "        value: 4\n")], [(NAME, "    name: 乙\n")])
    assert merge(register, *both).returncode == 1
    done = subprocess.run(["git", "-C", str(register), "diff", "-U0"], capture_output=True, check=True)
    lines = [
        each
        for each in done.stdout.decode().splitlines()
        if each.startswith((" +", "+ ", "++<", "++=", "++>"))
    ]
    assert lines == [
        "++<<<<<<< ours",
        " +items.530104001000.name: 甲",
        "++=======",
        "+ items.530104001000.name: 乙",
        "++>>>>>>> theirs",
    ]
    (register / FILE).write_text("<<<<<<< ours\na: [\n=======\n>>>>>>> theirs\n", "utf-8")
    done = subprocess.run(["git", "-C", str(register), "diff", "-U0"], capture_output=True, check=True)
    assert "a: [" in done.stdout.decode()


def test_a_commit_is_judged_before_it_is_made(register):
    change(register, (DAYS, "        value: 99\n"))
    done = subprocess.run(
        ["git", "-C", str(register), "commit", "-qam", "x"], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"T001" in done.stdout + done.stderr


def test_what_was_installed_is_told_and_goes_without_a_trace(register, capsys):
    code, out, _ = said(register, capsys, "git", "status", "--format", "json")
    schema = json.loads((house.SCHEMAS / "output" / "git-status.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(out))
    assert code == 0
    assert said(register, capsys, "git", "uninstall")[0] == 0
    assert said(register, capsys, "git", "uninstall")[0] == 0
    code, out, _ = said(register, capsys, "git", "status")
    assert (code, out.count("missing")) == (1, 4)
    assert "xuke" not in (register / ".git" / "config").read_text("utf-8").replace("xuke@", "").replace(
        "name = xuke", ""
    )


def test_a_hook_of_another_origin_stays_and_the_line_is_told(register, capsys):
    hook = register / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    code, out, err = said(register, capsys, "git", "install")
    assert (code, hook.read_text("utf-8")) == (1, "#!/bin/sh\nexit 0\n")
    assert "something else" in out
    assert "check --staged" in err
    said(register, capsys, "git", "uninstall")
    assert hook.exists()


def test_a_repository_with_its_own_folder_of_hooks_is_told_the_line(register, capsys):
    run(["git", "uninstall", "-C", str(register)])
    git(register, "config", "core.hooksPath", "elsewhere")
    assert said(register, capsys, "git", "install")[0] == 1
    assert not (register / ".git" / "hooks" / "pre-commit").exists()


def test_attributes_of_others_stay(register, capsys):
    file = register / ".git" / "info" / "attributes"
    file.write_text("*.bin binary\n" + file.read_text("utf-8"), "utf-8")
    said(register, capsys, "git", "install")
    assert file.read_text("utf-8").count("merge=xuke") == 2
    said(register, capsys, "git", "uninstall")
    assert file.read_text("utf-8") == "*.bin binary\n"

"""One more jurisdiction in a workspace: its folders come, and nothing else changes."""

import os

import pytest

from xuke.commands.program import run

REFORM = """\
# yaml-language-server: $schema=../../schemas/reform.json
provenance: unattributed
jurisdiction:
  division: null
  name: 甲县
  level: county
  superior: lan
"""


def files(folder):
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def added(small, *words, name="jia", code=0):
    assert run(["init", "-C", str(small), "-j", name, "--name", "甲县", *words]) == code


def test_a_jurisdiction_is_added_and_no_file_is_touched(small, capsys):
    before = files(small)
    added(small, "--superior", "lan")
    after = files(small)
    assert before.items() <= after.items()
    new = {name for name in after.keys() - before.keys() if not name.startswith(".xuke")}
    assert {name.split("/")[1] for name in new} == {"jia"}
    assert (small / "catalogue/jia/reform.yaml").read_text("utf-8") == REFORM
    assert not (small / ".git").exists()
    capsys.readouterr()
    assert run(["check", "-C", str(small), "-j", "jia", "--on", "2018-12-20", "--lang", "en"]) == 0
    capsys.readouterr()
    run(["fmt", "--check", "-C", str(small)])
    assert "jia" not in capsys.readouterr().out
    assert run(["list", "item", "-C", str(small), "-j", "jia"]) == 0


@pytest.mark.parametrize("file", ["catalogue/jia", "catalogue/jia/note.txt", "memoranda/jia/old.yaml"])
def test_what_is_there_is_neither_overwritten_nor_mixed(small, capsys, file):
    (small / file).parent.mkdir(parents=True, exist_ok=True)
    (small / file).write_text("mine\n", "utf-8")
    before = files(small)
    added(small, code=2)
    assert files(small) == before
    assert "没有写入" in capsys.readouterr().err


def test_a_link_is_no_room_for_a_jurisdiction(small, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    try:
        os.symlink(tmp_path / "elsewhere", small / "catalogue" / "jia")
    except OSError:
        pytest.skip("no links here")
    added(small, code=2)
    assert not any((tmp_path / "elsewhere").iterdir())


def test_empty_folders_that_a_killed_run_left_are_room(small):
    (small / "catalogue/jia/items").mkdir(parents=True)
    added(small)


def test_a_draft_that_a_killed_run_left_is_no_jurisdiction(small):
    draft = small / "catalogue" / "jia" / ".xuke-a1b2c3d4.tmp"
    draft.parent.mkdir()
    draft.write_bytes(b"half")
    added(small)
    assert (small / "catalogue" / "jia" / "reform.yaml").exists()


@pytest.mark.parametrize(("name", "superior"), [("jia", "zhou"), ("jia", "jia"), ("jia", "../lan")])
def test_a_superior_is_a_jurisdiction_of_the_workspace(small, capsys, name, superior):
    before = files(small)
    added(small, "--superior", superior, name=name, code=2)
    assert superior in capsys.readouterr().err
    assert files(small) == before


def test_a_new_workspace_has_no_superior_yet(tmp_path, capsys):
    words = ("--name", "兰县", "--superior", "zhou", "--no-git")
    assert run(["init", str(tmp_path / "new"), "-j", "lan", *words]) == 2
    assert "zhou" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()

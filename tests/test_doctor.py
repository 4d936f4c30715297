"""The doctor names what is wrong with a set-up and how to mend it, and touches nothing."""

import json
import os
from datetime import date
from importlib.metadata import PackageNotFoundError

import pytest

from child import contents, git, repository, workspace, xuke
from xuke.commands import surroundings as looked
from xuke.model.health import State
from xuke.sources import health
from xuke.words.render import Language


def signs(folder, code=0, **changes):
    """What the doctor says, as (topic, state, message, remedy); every file stays as it was."""
    before = contents(folder)
    done = xuke("doctor", "--format", "json", cwd=folder, **changes)
    assert (done.returncode, done.stderr, contents(folder) == before) == (code, b"", True)
    found = json.loads(done.stdout)
    states = [each["state"] for each in found["signs"]]
    assert found["summary"] == {"broken": states.count("broken"), "weak": states.count("weak")}
    assert (found["summary"]["broken"] > 0) == (code == 1)
    return [tuple(each[name] for name in ("topic", "state", "message", "remedy")) for each in found["signs"]]


def of(found, topic):
    """States and texts of one topic."""
    return [(state, f"{message} {remedy or ''}") for name, state, message, remedy in found if name == topic]


@pytest.fixture
def kept(tmp_path):
    root = workspace(tmp_path / "w")
    assert xuke("init", "--schemas", cwd=root).returncode == 0
    (root / ".gitattributes").write_text("*.yaml text eol=lf\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    return root


def test_a_sound_workspace_has_nothing_to_mend(kept):
    found = [each for each in signs(kept) if each[0] not in {"git", "calendar"}]
    assert {state for _, state, _, _ in found} == {"good"}
    assert of(found, "repository") == [("good", f"仓库完整，当前提交 {git(kept, 'rev-parse', 'HEAD')[:10]} ")]


def test_outside_a_workspace_it_looks_at_the_rest(tmp_path):
    assert of(signs(tmp_path), "workspace") == [("good", "这里不是工作区，只查看了运行环境 ")]


def test_a_screen_of_text_says_the_same(kept):
    (kept / ".git" / "xuke" / "journal").mkdir(parents=True)
    done = xuke("doctor", cwd=kept)
    lines = done.stdout.decode().splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("须处理  上一次写入没有完成"))
    assert done.returncode == 1
    assert lines[at + 1] == "        处理：运行 xuke check --fix，会先恢复到写入之前"
    assert lines[-1].startswith("须处理 1 项，注意 ")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("MERGE_HEAD", "没有做完的合并、变基或拣选（MERGE_HEAD）"),
        ("index.lock", "index.lock；xuke 从不删它"),
    ],
)
def test_what_git_left_unfinished_is_named(kept, name, says):
    (kept / ".git" / name).write_text("")
    (found,) = [text for state, text in of(signs(kept), "repository") if state == "weak"]
    assert says in found


def test_a_repository_that_lost_an_object_is_broken(kept):
    blob = git(kept, "rev-parse", "HEAD:catalogue/lan/halls.yaml").strip()
    (kept / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert [state for state, text in of(signs(kept, code=1), "repository") if "已损坏" in text] == ["broken"]


def test_no_repository_and_no_commit_are_weak(tmp_path):
    root = workspace(tmp_path / "w")
    assert "不是 git 仓库" in of(signs(root), "repository")[0][1]
    git(root, "init", "-q")
    assert "还没有提交" in of(signs(root), "repository")[0][1]


def test_a_shallow_clone_and_line_ends_are_named(tmp_path):
    repository(tmp_path / "one")
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "one").as_uri(), "w")
    found = of(signs(tmp_path / "w"), "repository")
    assert [state for state, _ in found] == ["weak", "weak"]
    assert "git fetch --unshallow" in found[0][1]
    assert "*.yaml text eol=lf" in found[1][1]


def test_settings_that_run_programs_are_named_and_ours_are_not(kept):
    for name, value in (
        ("core.fsmonitor", "x"),
        ("diff.Other.textconv", "x"),
        ("merge.xuke.driver", "xuke merge-file %O %A %B"),
        ("diff.xuke.textconv", "xuke git textconv"),
    ):
        git(kept, "config", name, value)
    (kept / ".git" / "hooks").mkdir(exist_ok=True)
    (kept / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\nexec xuke check --staged\n")
    (kept / ".git" / "hooks" / "post-checkout").write_text("#!/bin/sh\n")
    found = signs(kept)
    ((state, text),) = of(found, "programs")
    assert state == "weak"
    assert "：core.fsmonitor、diff.Other.textconv、hooks/post-checkout；" in text
    assert of(found, "drivers") == [("good", "xuke 在 git 里的部件：合并已装，比较已装，提交前检查已装 ")]


def test_an_attribute_without_its_driver_is_named(kept):
    (kept / ".gitattributes").write_text("*.yaml text eol=lf merge=xuke\n")
    assert [state for state, text in of(signs(kept), "drivers") if "xuke git install" in text] == ["weak"]


def test_attributes_of_the_clone_alone_without_their_driver_are_named(kept):
    (kept / ".git" / "info").mkdir(exist_ok=True)
    (kept / ".git" / "info" / "attributes").write_text("*.yaml merge=xuke\n")
    (weak, _) = of(signs(kept), "drivers")
    assert weak[0] == "weak"
    assert weak[1].startswith(".git/info/attributes 要求用 xuke 合并")


def test_hooks_that_git_looks_for_elsewhere_are_not_ours(kept):
    (kept / ".git" / "hooks").mkdir(exist_ok=True)
    (kept / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\nexec xuke check --staged\n")
    assert "提交前检查已装" in of(signs(kept), "drivers")[0][1]
    git(kept, "config", "core.hooksPath", "elsewhere")
    assert "提交前检查未装" in of(signs(kept), "drivers")[0][1]


def test_leftovers_of_a_killed_write_are_listed(kept):
    (kept / "catalogue" / "lan" / ".xuke-ab12cd_3.tmp").write_text("halls:")
    (kept / ".xuke-init.ab12cd_3").mkdir()
    (kept / "catalogue" / "lan" / ".editorconfig").write_text("")
    ((state, text),) = of(signs(kept), "writing")
    assert state == "weak"
    assert "：.xuke-init.ab12cd_3、catalogue/lan/.xuke-ab12cd_3.tmp " in text


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_that_cannot_be_written_is_named(kept):
    (kept / "memoranda").chmod(0o555)
    ((state, text),) = of(signs(kept), "writing")
    (kept / "memoranda").chmod(0o755)
    assert (state, str(kept / "memoranda") in text) == ("weak", True)


def test_stale_schemas_are_named_and_renewed(kept):
    stale = kept / "schemas" / "halls.json"
    text = stale.read_text("utf-8")
    stale.write_text(text.replace("2020-12", "2019-09"), "utf-8")
    ((state, said),) = of(signs(kept), "schemas")
    assert (state, "halls.json" in said, "xuke init --schemas" in said) == ("weak", True, True)
    done = xuke("init", "--schemas", cwd=kept / "catalogue")
    assert (done.returncode, done.stderr.decode()) == (0, "已更新的数据模式：1 个\n")
    assert stale.read_text("utf-8") == text
    stale.unlink()
    assert of(signs(kept), "schemas")[0][0] == "weak"


def test_a_file_that_is_no_schema_of_ours_is_not_replaced(kept):
    mine = kept / "schemas" / "halls.json"
    mine.write_text("{}")
    done = xuke("init", "--schemas", cwd=kept)
    assert (done.returncode, mine.read_text()) == (3, "{}")
    assert "不是 xuke 写的" in done.stderr.decode()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("2.29.9", State.BROKEN),
        ("2.39.5", State.WEAK),
        ("2.43.6", State.WEAK),
        ("2.43.7", State.GOOD),
        ("2.50.1.windows.1", State.GOOD),
        ("2.50.0.windows.2", State.WEAK),
        ("2.51.0", State.GOOD),
        ("3.0.0", State.GOOD),
    ],
)
def test_a_git_is_judged_by_its_number(text, state, monkeypatch):
    monkeypatch.setattr(health, "version_text", lambda: text)
    assert [each.state for each in health.git_signs()] == [state]


def test_without_git_it_says_so(tmp_path):
    assert of(signs(tmp_path, code=1, PATH=str(tmp_path)), "git") == [
        ("broken", "找不到 git；请安装 git 后再试 ")
    ]


def test_a_library_that_is_missing_or_old_is_broken(monkeypatch):
    def version(name):
        if name == "tabulate":
            raise PackageNotFoundError(name)
        return "0.0.1" if name == "click" else "99.0"

    monkeypatch.setattr(looked, "version", version)
    found = list(looked.surroundings(Language.ZH, date(2019, 1, 1)))
    told = {dict(each.message.words)["name"] for each in found if each.state is State.BROKEN}
    assert told == {"tabulate", "click"}
    assert {each.topic for each in found if each.state is State.BROKEN} == {"libraries"}


def test_a_calendar_that_ended_is_weak():
    found = list(looked.surroundings(Language.ZH, date(2999, 1, 1)))
    assert [each.state for each in found if each.topic == "calendar"] == [State.WEAK]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps file names as text")
def test_file_names_that_are_not_utf_8_are_told(tmp_path):
    odd = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ((state, text),) = of(signs(tmp_path, **odd), "encoding")
    assert (state, "文件名的编码是 ascii" in text, "LANG=zh_CN.UTF-8" in text) == ("weak", True, True)

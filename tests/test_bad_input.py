"""Whatever is given: a documented exit code, a sentence with the remedy, no traceback, nothing changed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from child import PATIENCE, contents, environment, git, repository, workspace, xuke

HALLS = "catalogue/lan/halls.yaml"
ITEMS = "catalogue/lan/items/fagai.yaml"
SUMMARY = "个错误，"


def run(folder, *words, code, says, **changes):
    """A run that ends as it should: code, words on one of the streams, and every file as it was."""
    before = contents(folder)
    done = xuke(*words, cwd=folder, **changes)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in out + err, err
    assert (done.returncode, contents(folder) == before) == (code, True), err
    for each in [says] if isinstance(says, str) else says:
        assert each in out + err
    if code in {2, 3}:
        assert out == ""
    return out or err


@pytest.fixture
def plain(tmp_path):
    return workspace(tmp_path / "w")


@pytest.fixture
def kept(tmp_path):
    return repository(tmp_path / "w")


# Where it is run.


@pytest.mark.parametrize(
    "words", [["check"], ["diff"], ["list", "item"], ["show", "fagai"], ["check", "--at", "HEAD"]]
)
def test_a_folder_that_is_no_workspace_is_named(tmp_path, words):
    run(tmp_path, *words, code=3, says=[". 及其上级文件夹都不是工作区", "catalogue/xuke.yaml", "xuke init"])


@pytest.mark.parametrize("words", [["check", "-C", "no/such"], ["-C", "no/such", "check"]])
def test_a_missing_folder_is_named_wherever_the_option_stands(plain, words):
    run(plain, *words, code=3, says="没有这个文件夹：no/such")


#: Starts a program in a folder that it then deletes.
_GONE = "import os, sys; os.rmdir(os.getcwd()); from xuke.__main__ import main; main()"


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no folder that is in use")
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["stats"], 3, "当前文件夹已被删除"),
        (["check"], 3, "当前文件夹已被删除"),
        (["--help"], 0, "check"),
        (["check", "-C", "{plain}"], 0, SUMMARY),
    ],
)
def test_a_current_folder_that_was_deleted_is_told(plain, tmp_path, words, code, says):
    (tmp_path / "gone").mkdir()
    words = [each.format(plain=plain) for each in words]
    done = subprocess.run(
        [sys.executable, "-c", _GONE, *words],
        cwd=tmp_path / "gone",
        env=environment(XUKE_LANG=""),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == code, said
    assert says in said
    assert "Traceback" not in said


def test_a_command_runs_as_if_started_in_the_folder(plain, tmp_path):
    assert SUMMARY in run(tmp_path, "check", "-C", "w/catalogue/lan", code=0, says="10 个文件")


def test_a_plain_folder_is_checked(plain):
    run(plain, "check", code=0, says="0 个错误，0 个警告，0 个已豁免；18 条记录，10 个文件")


@pytest.mark.parametrize("words", [["diff"], ["check", "--at", "HEAD"], ["list", "item", "--at", "index"]])
def test_without_a_repository_it_says_what_it_needs(plain, words):
    run(plain, *words, code=3, says=["不是 git 仓库", "git init"])


@pytest.mark.parametrize("words", [["diff"], ["check", "--at", "HEAD"], ["show", "fagai", "--at", "HEAD~1"]])
def test_without_a_commit_it_says_so(plain, words):
    git(plain, "init", "-q")
    run(plain, *words, code=3, says=["仓库里还没有提交", "git commit"])


def test_an_index_without_a_workspace_is_no_register(plain):
    git(plain, "init", "-q")
    run(plain, "check", "--at", "index", code=3, says="版本 index 里还没有工作区")


def test_a_commit_before_the_workspace_is_no_register(kept):
    git(kept, "checkout", "-q", "--orphan", "empty")
    git(kept, "rm", "-rq", "--cached", ".")
    git(kept, "commit", "-q", "--allow-empty", "-m", "nothing")
    run(kept, "check", "--at", "HEAD", code=3, says="版本 HEAD 里还没有工作区")


def test_an_outer_repository_is_never_climbed_into(tmp_path):
    outer = repository(tmp_path / "outer")
    inner = workspace(outer / "inner")
    run(inner, "diff", code=3, says=["inner 不是 git 仓库", "git init"])
    run(inner, "check", code=0, says=SUMMARY)


# Which revision.


@pytest.mark.parametrize(
    "name",
    [
        "--output=F",
        "-h",
        "--all",
        "@{5}",
        "@{u}",
        "no-such",
        "HEAD~9",
        "a b",
        "名字",
        "x\ny",
        "",
        "HEAD:catalogue",
        "deadbeef",
        "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
        "HEAD^{tree}",
        ":/first;id",
        "$(touch F)",
        "../F",
    ],
)
def test_an_unknown_revision_is_named_and_does_nothing(kept, name):
    run(kept, "check", f"--at={name}", code=3, says=["没有这个版本：", "提交、标签或分支名"])
    run(kept, "diff", "--", name or "..x", code=3, says="没有这个版本：")


def test_both_sides_of_a_range_are_resolved(kept):
    run(kept, "diff", "HEAD..no-such", code=3, says="没有这个版本：no-such")
    run(kept, "diff", "HEAD...HEAD", code=3, says="没有这个版本：.HEAD")


def test_a_shallow_clone_says_how_to_get_the_rest(kept, tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "1", kept.as_uri(), "shallow")
    run(tmp_path / "shallow", "diff", "HEAD~3", code=3, says=["这是浅克隆", "git fetch --unshallow"])


# What is wrong with the repository.


def test_an_unmerged_index_is_named(kept):
    blob = git(kept, "rev-parse", f"HEAD:{HALLS}").strip()
    lines = "".join(f"100644 {blob} {stage}\t{HALLS}\n" for stage in (1, 2, 3))
    git(kept, "rm", "-q", "--cached", HALLS)
    subprocess.run(["git", "update-index", "--index-info"], cwd=kept, input=lines.encode(), check=True)
    run(kept, "check", "--at", "index", code=3, says=[f"{HALLS} 合并未完成", "git add"])
    run(kept, "diff", "HEAD", "index", code=3, says="合并未完成")
    run(kept, "check", code=0, says=SUMMARY)


@pytest.mark.parametrize(
    ("file", "data"),
    [("HEAD", b"garbage\n"), ("HEAD", b""), ("refs/heads/main", b"zzzz\n"), ("refs/heads/main", b"0" * 40)],
)
def test_a_damaged_repository_is_named(kept, file, data):
    (kept / ".git" / file).write_bytes(data)
    run(kept, "diff", code=3, says=["的 git 仓库已损坏", "git fsck"])
    run(kept, "check", code=0, says=SUMMARY)


def test_a_damaged_index_is_named(kept):
    (kept / ".git" / "index").write_bytes(b"DIRC")
    run(kept, "check", "--at", "index", code=3, says=["的 git 仓库已损坏", "git fsck"])


def test_a_missing_object_is_named(kept):
    blob = git(kept, "rev-parse", f"HEAD:{HALLS}").strip()
    (kept / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    run(kept, "check", "--at", "HEAD", code=3, says=[f"仓库缺少对象 {blob}", "git fsck"])


def test_without_git_a_plain_check_still_runs(kept, tmp_path):
    (tmp_path / "empty").mkdir()
    run(kept, "diff", code=3, says=["找不到 git", "安装"], PATH=str(tmp_path / "empty"))
    run(kept, "check", code=0, says=SUMMARY, PATH=str(tmp_path / "empty"))


def test_a_copied_configuration_runs_nothing(kept, tmp_path):
    canary, trap = tmp_path / "canary", tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho run >> '{canary}'\nexit 0\n")
    trap.chmod(0o755)
    arm(kept, trap)
    (kept / HALLS).write_text(
        (kept / HALLS).read_text("utf-8").replace("县政务服务大厅", "政务大厅"), "utf-8"
    )
    for words in (
        ["check", "--at", "HEAD"],
        ["diff"],
        ["diff", "HEAD", "index"],
        ["list", "item", "--at", "index"],
    ):
        run(kept, *words, code=0, says="")
    run(kept, "show", "hall/dating", "--at", "HEAD", code=0, says="县政务服务大厅")
    run(kept, "check", code=0, says=SUMMARY)
    assert not canary.exists()


#: Settings that name a program.
TRAPPED = """
core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy pager.log pager.diff
diff.external diff.x.command diff.x.textconv filter.x.clean filter.x.smudge filter.x.process merge.x.driver
gpg.program gpg.ssh.program credential.helper sequence.editor uploadpack.packObjectsHook
alias.rev-parse alias.ls-files
"""


def arm(folder, trap):
    """Every setting known to run a program, set to one that leaves a trace; and it works."""
    hooks = folder / ".git" / "hooks"
    for name in (
        "post-checkout",
        "post-index-change",
        "pre-commit",
        "reference-transaction",
        "fsmonitor-watchman",
    ):
        (hooks / name).write_bytes(trap.read_bytes())
        (hooks / name).chmod(0o755)
    (folder / ".git" / "info" / "attributes").write_text("*.yaml filter=x diff=x merge=x textconv=x\n")
    (folder / ".gitattributes").write_text("*.yaml filter=x diff=x merge=x\n")
    for name in TRAPPED.split():
        git(folder, "config", name, f"!{trap}" if name.startswith(("alias", "credential")) else str(trap))
    git(folder, "config", "core.hooksPath", str(hooks))
    git(folder, "config", "filter.x.required", "true")
    git(folder, "config", "remote.origin.promisor", "true")
    git(folder, "config", "remote.origin.url", f"ext::{trap}")


def test_the_trap_would_spring_under_plain_git(kept, tmp_path):
    canary, trap = tmp_path / "canary", tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho run >> '{canary}'\nexit 0\n")
    trap.chmod(0o755)
    arm(kept, trap)
    subprocess.run(
        ["git", "status"], cwd=kept, env=environment(), capture_output=True, check=False, timeout=PATIENCE
    )
    assert canary.exists()


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE"])
def test_inherited_variables_of_git_are_not_followed(kept, name):
    run(kept, "diff", code=0, says="没有变化", **{name: "/nonexistent"})


# What is wrong with the files.


def test_a_file_that_cannot_be_read_hides_nothing_else(plain):
    (plain / HALLS).write_bytes(b"halls: [\n")
    text = (plain / ITEMS).read_text("utf-8")
    line = text[: text.index("530104004000")].count("\n") + 1
    (plain / ITEMS).write_text(text.replace('"530104004000"', '"53010400400"'), "utf-8")
    out = run(plain, "check", code=1, says=[f"{HALLS}:2:1: 错误 Y001", f"{ITEMS}:{line}:11: 错误 C001"])
    assert out.count("错误 ") == 2, "no reference into the file that could not be read is told"


def test_a_file_in_another_encoding_is_told_and_not_guessed(plain):
    text = (plain / HALLS).read_text("utf-8")
    (plain / HALLS).write_bytes(text.encode("gbk"))
    run(plain, "check", code=1, says=[f"{HALLS}:5:11: 错误 Y004", "像是 GB18030", "UTF-8", "1 个错误"])
    (plain / HALLS).write_bytes(text.encode("utf-16"))
    run(plain, "check", code=1, says=[f"{HALLS}:1:1: 错误 Y004", "像是 UTF-16", "1 个错误"])


def test_two_records_of_one_key_are_both_named(plain):
    (plain / "catalogue/lan/items/qixiang.yaml").write_bytes((plain / ITEMS).read_bytes())
    out = run(
        plain,
        "check",
        code=1,
        says=["catalogue/lan/items/qixiang.yaml:4:11: 错误 K001", f"另见 {ITEMS}:4:11", "共有 4 条"],
    )
    assert out.count("K001") == 1


def test_a_duplicate_key_is_told_with_both_lines(plain):
    with (plain / HALLS).open("a", encoding="utf-8") as file:
        file.write("    name: 大厅\n")
    run(plain, "check", code=1, says=[f"{HALLS}:7:5: 错误 Y003", "第 5 行", "1 个错误"])


def test_a_link_among_the_data_is_refused_and_not_followed(plain, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("halls: 秘密\n", "utf-8")
    (plain / HALLS).unlink()
    (plain / HALLS).symlink_to(secret)
    (plain / "catalogue/lan/duties/linked").symlink_to(tmp_path, target_is_directory=True)
    out = run(
        plain,
        "check",
        code=1,
        says=[f"{HALLS}:1:1: 错误 K009 这是链接", "duties/linked:1:1: 错误 K009 这是链接"],
    )
    assert "秘密" not in out
    git(plain, "init", "-q")
    git(plain, "add", ".")
    run(
        plain,
        "check",
        "--at",
        "index",
        code=1,
        says=[f"{HALLS}:1:1: 错误 K009 这是链接", "duties/linked:1:1: 错误 K009"],
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_path_that_is_not_utf_8_is_told_and_hides_nothing(plain):
    Path(os.fsdecode(os.fsencode(plain / "catalogue/lan/items") + b"/\xd0\xd5.yaml")).write_text(
        "items: []\n"
    )
    run(
        plain,
        "check",
        code=1,
        says=[r"items/\xd0\xd5.yaml:1:1: 错误 K009 文件名不是 UTF-8", "18 条记录，11 个文件"],
    )
    git(plain, "init", "-q")
    git(plain, "add", ".")
    run(
        plain,
        "check",
        "--at",
        "index",
        code=1,
        says=[r"items/\xd0\xd5.yaml:1:1: 错误 K009", "18 条记录，11 个文件"],
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_without_the_right_to_read_is_named(plain):
    (plain / HALLS).chmod(0)
    done = xuke("check", cwd=plain)
    assert (done.returncode, done.stdout) == (3, b"")
    assert f"不能读取 {HALLS}：没有权限" in done.stderr.decode()


def test_a_folder_named_like_a_file_is_no_data(plain):
    (plain / "catalogue/lan/seals2.yaml").mkdir()
    run(plain, "check", code=0, says=SUMMARY)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: " + "x" * 300_000,
        "[" + "1," * 3_000_000 + "1]",
        "[" + "*a," * 2_000_000 + "1]",
        "{" + "a," * 3_000_000 + "b}",
        "{" + "&a !b ," * 1_000_000 + "b}",
        "- " * 3_000_000,
        "\n" * 8_000_000,
        "x" * 9_000_000,
        "<<<<<<< a\n" * 800_000,
        "\x85" * 4_000_000,
        "-" * 199_000 + "\n: [",
    ],
    ids=lambda text: f"{text[:6]!r} {len(text)}",
)
def test_a_file_made_to_hang_a_reader_is_refused_in_time(plain, text):
    (plain / HALLS).write_text(text, "utf-8")
    out = run(plain, "check", code=1, says=f"{HALLS}:")
    assert out.count(HALLS) <= 101


# What is asked for.


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "item", "-j", "mei"], "没有地区 mei；现有：lan"),
        (["check", "-j", "mei"], "没有地区 mei；现有：lan"),
        (["diff", "-j", "mei"], "没有地区 mei；现有：lan"),
        (["list", "things"], "没有种类 things；可为：bundle"),
        (["show", "item/1"], "没有记录 item/1"),
        (["explain", "X999"], "没有代码 X999；xuke rules"),
        (["list", "item", "--where", "x"], "x 应写成 字段=值"),
        (["list", "item", "--columns", "colour"], "item 没有字段 colour"),
        (["check", "--on", "2018-02-30"], "2018-02-30 不是日期"),
        (["check", "no/such.yaml"], "没有这个文件或文件夹：no/such.yaml"),
        (["check", ".."], ".. 不在工作区里"),
        (["check", "-o", "report.json"], "report.json 应写成 格式:文件"),
        (["check", "--colour"], "没有选项 '--colour'"),
        (["frobnicate"], "没有命令 'frobnicate'"),
        (["check", "--format", "xml"], "'xml'"),
    ],
)
def test_a_name_that_is_not_known_is_a_fault_of_usage(kept, words, says):
    run(kept, *words, code=2, says=says)


# How it is run.


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_ctrl_c_ends_at_once_and_says_that_nothing_was_written(kept, tmp_path):
    """A git that never answers holds the run where the signal shall find it."""
    git_like = tmp_path / "bin" / "git"
    git_like.parent.mkdir()
    git_like.write_text(f"#!/bin/sh\necho > '{tmp_path}/begun'\nexec sleep {PATIENCE}\n")
    git_like.chmod(0o755)
    before = contents(kept)
    # A shell that was started in the background hands down that the signal is ignored.
    known = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        [sys.executable, "-m", "xuke", "diff"],
        cwd=kept,
        env=environment(PATH=f"{git_like.parent}:{os.environ['PATH']}", PYTHONWARNINGS=""),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, known)
    while not (tmp_path / "begun").exists() and child.poll() is None:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, out, err.decode().strip()) == (130, b"", "已中断，没有写入任何文件")
    assert contents(kept) == before


@pytest.mark.skipif(os.name == "nt", reason="no such files")
def test_a_file_that_is_no_file_is_not_waited_for(plain):
    os.mkfifo(plain / "catalogue" / "lan" / "bundles.yaml")
    done = xuke("check", cwd=plain)
    assert done.returncode == 1
    assert "catalogue/lan/bundles.yaml:1:1: 错误 K009 这是链接" in done.stdout.decode()


@pytest.mark.parametrize(
    "words", [["rules"], ["check"], ["list", "item"], ["show", "item/530104001000"], ["--help"]]
)
def test_a_reader_that_leaves_is_no_error(plain, words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "xuke", *words],
        cwd=plain,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=PATIENCE,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "changes",
    [
        {"NO_COLOR": "1"},
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LANG": "zh_CN.UTF-8"},
        {"LC_ALL": "zh_CN.GBK"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C"},
        {"TERM": "dumb"},
        {"COLUMNS": "10"},
        {"HOME": "/root/none"},
    ],
    ids=str,
)
def test_redirected_output_is_the_same_utf_8_everywhere(plain, changes):
    (plain / HALLS).write_text("halls：[]\nb: 1\n", "utf-8")
    expected = f"{HALLS}:1:6: 错误 Y001 此处是全角冒号“：”；请改为半角冒号加一个空格“: ”\n"
    done = xuke("check", cwd=plain, **changes)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("utf-8").startswith(expected)


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({}, "0 个错误"),
        ({"LANG": "C"}, "0 个错误"),
        ({"LANG": "zh_CN.UTF-8"}, "0 个错误"),
        ({"LANG": "en_US.UTF-8"}, "errors 0"),
        ({"LANG": "zh_CN.UTF-8", "XUKE_LANG": "en"}, "errors 0"),
        ({"LANG": "en_US.UTF-8", "XUKE_LANG": "zh"}, "0 个错误"),
        ({"LANG": "fr_FR.UTF-8", "XUKE_LANG": "klingon"}, "0 个错误"),
    ],
    ids=str,
)
def test_the_language_follows_variable_locale_and_workspace(plain, variables, says):
    env = {**{name: value for name, value in environment().items() if name != "XUKE_LANG"}, **variables}
    done = xuke("check", cwd=plain, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert says in done.stdout.decode()

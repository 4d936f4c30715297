"""What ``check --fix`` mends, and what it leaves alone: only the files that the check is about."""

import pytest

from child import edit, git, repository, xuke

ITEMS = "catalogue/lan/items/fagai.yaml"
DUTIES = "catalogue/lan/duties/fagai.yaml"
BARE = ('code: "530104003000"', "code: 530104003000")


@pytest.fixture
def root(tmp_path):
    """A committed workspace in which one file has a code without quotes, another blanks at an end of line."""
    folder = repository(tmp_path / "w")
    edit(folder, ITEMS, *BARE)
    blank(folder, DUTIES)
    return folder


def blank(folder, name):
    file = folder / name
    file.write_text(file.read_text("utf-8").replace("\n", "  \n", 1), "utf-8", newline="\n")


def changed(root, *words):
    """The files that a run with ``--fix`` changed, and what it said."""
    old = {name: (root / name).read_bytes() for name in (ITEMS, DUTIES)}
    done = xuke("check", "--fix", *words, cwd=root)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return [name for name in old if (root / name).read_bytes() != old[name]], done.stderr.decode()


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ([ITEMS], [ITEMS]),
        ([DUTIES], [DUTIES]),
        (["catalogue/lan/items"], [ITEMS]),
        (["memoranda"], []),
        (["-j", "lan"], [ITEMS, DUTIES]),
        ([], [ITEMS, DUTIES]),
        (["--since", "HEAD", DUTIES], [DUTIES]),
        ([ITEMS, "--dry-run"], []),
    ],
    ids=" ".join,
)
def test_only_what_is_named_is_mended(root, words, files):
    assert changed(root, *words)[0] == files


def test_a_dry_run_tells_of_the_named_file_only(root):
    told = xuke("check", "--fix", "--dry-run", DUTIES, cwd=root).stdout.decode()
    assert f"--- {DUTIES}" in told
    assert f"--- {ITEMS}" not in told


def test_of_a_change_only_the_changed_files_are_mended(root):
    git(root, "commit", "-qam", "as it is")
    blank(root, ITEMS)
    assert changed(root, "--since", "HEAD")[0] == [ITEMS]


def test_of_what_is_staged_only_the_staged_files_are_mended_and_left_to_be_staged(root):
    git(root, "add", DUTIES)
    files, said = changed(root, "--staged")
    assert files == [DUTIES]
    assert "改正后的文件还没有暂存" in said
    assert git(root, "status", "--porcelain").splitlines() == [f"MM {DUTIES}", f" M {ITEMS}"]


def test_of_a_first_commit_all_that_is_staged_is_mended(root):
    git(root, "update-ref", "-d", "HEAD")
    git(root, "rm", "-qf", "--cached", ITEMS)
    git(root, "add", DUTIES)
    assert changed(root, "--staged")[0] == [DUTIES]


def test_a_name_that_is_not_there_mends_nothing(root):
    before = (root / ITEMS).read_bytes()
    for words in (("no/such.yaml",), ("-j", "nowhere")):
        assert xuke("check", "--fix", *words, cwd=root).returncode == 2
    assert (root / ITEMS).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--dry-run"], "--dry-run 显示 --fix 将要改正的内容"),
        (["--since", "HEAD", "--staged"], "--since 和 --staged 各自指定"),
        (["--fix", "--since", "HEAD", "--staged"], "--since 和 --staged 各自指定"),
    ],
    ids=" ".join,
)
def test_options_that_contradict_each_other_are_refused(root, words, says):
    done = xuke("check", *words, cwd=root)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_invisible_characters_of_a_text_are_shown_counted_and_deleted(root):
    old = "name: 政府投资项目审批\n"
    edit(root, ITEMS, old, old.replace("项目", "项\u200b目"))
    told = xuke("check", "--fix", "--dry-run", ITEMS, cwd=root)
    assert "-    name: 政府投资项<U+200B>目审批" in told.stdout.decode()
    assert "看不见的字符 1 个" in told.stderr.decode()
    assert "看不见的字符 1 个" in changed(root, ITEMS)[1]
    assert (root / ITEMS).read_text("utf-8").count(old) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["-o", "json:-"], "--format json"),
        (["-o", "json:a.txt", "-o", "markdown:./a.txt"], "几个 -o 都写到 a.txt"),
        (["-o", "json:catalogue/lan/x.json"], "catalogue/lan/x.json 在"),
        (["-o", "json:memoranda/x.json", "--force"], "memoranda/x.json 在"),
    ],
    ids=" ".join,
)
def test_reports_go_to_files_of_their_own_outside_the_register(root, words, says):
    done = xuke("check", *words, cwd=root)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert not {"-", "a.txt"} & {each.name for each in root.iterdir()}
    assert not list(root.rglob("x.json"))

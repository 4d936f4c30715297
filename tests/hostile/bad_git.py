"""What is wrong with a name of a revision, a repository, or a path in a commit; made by code.

Every entry is a name, how it is planted, the command, its exit code, and words that the user then reads.
"""

import subprocess
from dataclasses import dataclass

from child import git

HALLS = "catalogue/lan/halls.yaml"
UNKNOWN = "没有这个版本："
DAMAGED = "的 git 仓库已损坏"


@dataclass(frozen=True)
class Bad:
    """One entry of the table; ``says`` are alternatives."""

    name: str
    words: tuple
    code: int
    says: tuple
    plant: object = None

    def __str__(self):
        return self.name


#: Names that are no revision, among them options, refs of other kinds, and what a shell would expand.
NAMES = (
    "--output=F",
    "--output",
    "-h",
    "--help",
    "--all",
    "--exec=touch F",
    "--git-dir=/tmp",
    "-c",
    "--",
    "-",
    "--end-of-options",
    "@{5}",
    "@{u}",
    "@{upstream}",
    "@{push}",
    "@{-1}",
    "HEAD@{99}",
    "HEAD^{/nothing}",
    ":/nothing",
    ":/",
    "HEAD^2",
    "HEAD~9",
    "HEAD^@x",
    "HEAD..",
    "^HEAD",
    "HEAD^!",
    "HEAD^@",
    "HEAD^-",
    "...",
    "..",
    ".",
    "~",
    "^",
    ":",
    "@{",
    "HEAD:catalogue",
    f"HEAD:{HALLS}",
    f":0:{HALLS}",
    f":{HALLS}",
    "HEAD^{tree}",
    "HEAD^{blob}",
    "FETCH_HEAD",
    "stash@{0}",
    "deadbeef",
    "d" * 40,
    "0" * 40,
    "g" * 40,
    "0" * 64,
    "refs/heads/../../x",
    "refs/heads/",
    "heads/none",
    "INDEX",
    "Index",
    "a b",
    "名字",
    "x\ny",
    "x\ty",
    "\x1b[31mred",
    "%s%n",
    "{0}",
    "$(touch F)",
    "`touch F`",
    "; touch F",
    "| touch F",
    "../F",
    "C:\\x",
    "x" * 5_000,
    "HEAD~99999999999999999999",
    "HEAD^99999999999999999999",
    "\u202eDAEH",
    "ＨＥＡＤ",
    "head\u200b",
    "''",
)


def names():
    """Revisions that are none, to a command that reads one."""
    for number, name in enumerate(NAMES):
        shown = repr(name)[:24]
        if name == "--end-of-options":
            continue
        yield Bad(f"revision {number} {shown}", ("check", f"--at={name}"), 3, (UNKNOWN,))


def writing(file, data):
    """Plant bytes in the folder of git."""

    def plant(root):
        path = root / ".git" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return plant


def removing(file):
    """Remove a file or an empty folder of git."""

    def plant(root):
        path = root / ".git" / file
        path.rmdir() if path.is_dir() else path.unlink()

    return plant


def spoiling(what, data):
    """Replace the bytes of an object."""

    def plant(root):
        name = git(root, "rev-parse", what).strip()
        file = root / ".git" / "objects" / name[:2] / name[2:]
        file.chmod(0o600)
        file.write_bytes(data)

    return plant


def folder_in_place_of(file):
    """A folder where git has a file."""

    def plant(root):
        path = root / ".git" / file
        path.unlink(missing_ok=True)
        path.mkdir()

    return plant


def no_folder(text):
    """A file in the place of git's folder."""

    def plant(root):
        (root / ".git").rename(root.parent / "moved")
        (root / ".git").write_bytes(text)

    return plant


def looping(root):
    """A link that leads to itself, in the place of git's folder."""
    (root / ".git").rename(root.parent / "moved")
    (root / ".git").symlink_to(".git")


def repositories():
    """Repositories that are damaged, foreign or odd; the files on disk are still checked."""
    plants = {
        "HEAD is empty": writing("HEAD", b""),
        "HEAD is garbage": writing("HEAD", b"\x00\xff garbage"),
        "HEAD leads away": writing("HEAD", b"ref: ../../../etc/passwd\n"),
        "HEAD is a loop": writing("HEAD", b"ref: HEAD\n"),
        "HEAD names an object that is not there": writing("HEAD", b"d" * 40 + b"\n"),
        "HEAD is a folder": folder_in_place_of("HEAD"),
        "HEAD is gone": removing("HEAD"),
        "the branch is empty": writing("refs/heads/main", b""),
        "the branch is garbage": writing("refs/heads/main", b"zz\n"),
        "the branch is a loop": writing("refs/heads/main", b"ref: refs/heads/main\n"),
        "the branch is zeros": writing("refs/heads/main", b"0" * 40),
        "the branch names nothing": writing("refs/heads/main", b"e" * 40),
        "config is garbage": writing("config", b"\x00\x01[[["),
        "config is open": writing("config", b"[core\n"),
        "config is of a later version": writing("config", b"[core]\n\trepositoryformatversion = 99\n"),
        "config has an unknown extension": writing(
            "config", b"[core]\n\trepositoryformatversion = 1\n[extensions]\n\tnothing = 1\n"
        ),
        "config includes itself": writing("config", b"[include]\n\tpath = config\n"),
        "config includes a device": writing("config", b"[include]\n\tpath = /dev/zero\n"),
        "config is a folder": folder_in_place_of("config"),
        "the commit is empty": spoiling("HEAD", b""),
        "the commit is garbage": spoiling("HEAD", b"garbage"),
        "the tree is empty": spoiling("HEAD^{tree}", b""),
        "the tree is garbage": spoiling("HEAD:catalogue", b"\x78\x9cgarbage"),
        "the tree is cut": spoiling("HEAD:catalogue/lan", b"x\x9c+)JMU0"),
        "git's folder is a file": no_folder(b"garbage"),
        "git's folder is an empty file": no_folder(b""),
        "git's folder is elsewhere and not there": no_folder(b"gitdir: /nonexistent\n"),
        "git's folder is itself": no_folder(b"gitdir: .git\n"),
        "git's folder has a long name": no_folder(b"gitdir: " + b"x" * 100_000),
        "git's folder is a loop": looping,
    }
    for name, plant in plants.items():
        for words in (("diff",), ("list", "item", "--at", "HEAD")):
            says = (DAMAGED, "不是 git 仓库", "git 出错", "仓库里还没有提交", "仓库缺少对象", UNKNOWN)
            yield Bad(f"{name}, {words[0]}", words, 3, says, plant)
        yield Bad(f"{name}, check", ("check",), 0, ("0 个错误",), plant)


def blob(root, data=b"halls: []\n"):
    return put(root, "blob", data)


def put(root, kind, data):
    words = ["git", "-C", str(root), "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return subprocess.run(words, input=data, capture_output=True, check=True).stdout.decode().strip()


def tree_of(*entries):
    """A commit whose ``catalogue`` holds these entries beside the settings: (mode, name, bytes or None)."""

    def plant(root):
        settings = git(root, "rev-parse", "HEAD:catalogue/xuke.yaml").strip()
        rows = [(b"100644", b"xuke.yaml", settings)]
        rows += [
            (mode, name, blob(root, data) if data is not None else "d" * 40) for mode, name, data in entries
        ]
        body = b"".join(
            mode + b" " + name + b"\0" + bytes.fromhex(of) for mode, name, of in sorted(rows, key=_name)
        )
        inner = put(root, "tree", body)
        top = put(root, "tree", b"40000 catalogue\0" + bytes.fromhex(inner))
        who = b"a <a@b> 1538000000 +0800"
        text = b"tree " + top.encode() + b"\nauthor " + who + b"\ncommitter " + who + b"\n\nx\n"
        made = put(root, "commit", text)
        (root / ".git" / "refs" / "heads" / "main").write_text(made + "\n")

    return plant


def _name(row):
    return row[1]


FILE, LINK, MODULE = b"100644", b"120000", b"160000"


def paths():
    """Paths of a commit that no folder of data should hold."""
    at_head = ("check", "--at", "HEAD")
    odd = {
        "a link": ((LINK, b"a.yaml", b"/etc/passwd"), "catalogue/a.yaml:1:1: 错误 K009 这是链接"),
        "a link outside": ((LINK, b"b.yaml", b"../../x"), "catalogue/b.yaml:1:1: 错误 K009 这是链接"),
        "a submodule": ((MODULE, b"lan", None), "catalogue/lan:1:1: 错误 K009 这是链接"),
        "not UTF-8": (
            (FILE, b"\xd0\xd5.yaml", b""),
            r"catalogue/\xd0\xd5.yaml:1:1: 错误 K009 文件名不是 UTF-8",
        ),
        "a line end": ((FILE, b"a\nb.yaml", b""), r"catalogue/a\nb.yaml:1:1: 错误 K009 文件名不是 UTF-8"),
        "an escape": ((FILE, b"a\x1b[31m.yaml", b""), r"catalogue/a\x1b[31m.yaml:1:1: 错误 K009"),
        "a tab": ((FILE, b"a\tb.yaml", b""), r"catalogue/a\tb.yaml:1:1: 错误 K009"),
        "a mark of direction": (
            (FILE, "a\u202eb.yaml".encode(), b""),
            r"catalogue/a\u202eb.yaml:1:1: 错误 K009",
        ),
        "an option": ((FILE, b"--output=F.yaml", b""), "catalogue/--output=F.yaml:1:1: 错误 K009 此处不应有"),
        "an option of one letter": ((FILE, b"-h.yaml", b""), "catalogue/-h.yaml:1:1: 错误 K009 此处不应有"),
        "a name of Windows": ((FILE, b"CON.yaml", b""), "catalogue/CON.yaml:1:1: 错误 K009 此处不应有"),
        "a colon": ((FILE, b"a:b.yaml", b""), "catalogue/a:b.yaml:1:1: 错误 K009 此处不应有"),
        "a backslash": ((FILE, b"a\\b.yaml", b""), "a\\b.yaml:1:1: 错误 K009 此处不应有"),
        "quotes": ((FILE, b'a"b.yaml', b""), 'catalogue/a"b.yaml:1:1: 错误 K009 此处不应有'),
        "a long name": ((FILE, b"x" * 4_000 + b".yaml", b""), ".yaml:1:1: 错误 K009 此处不应有"),
        "another ending": ((FILE, b"a.yml", b""), "catalogue/a.yml:1:1: 错误 K009 此处不应有"),
        "the parent": ((FILE, b"..", b""), "0 个错误"),
        "git's folder": ((FILE, b".git", b""), "0 个错误"),
        "an object that is not there": ((FILE, b"c.yaml", None), "仓库缺少对象 dddd"),
        "a tree that is a file": ((b"40000", b"lan", b"x"), "的 git 仓库已损坏"),
        "no mode": ((b"0", b"a.yaml", b""), "catalogue/a.yaml:1:1: 错误 K009"),
        "settings twice": ((FILE, b"xuke.yaml", b"format: 1\n"), ""),
    }
    for name, (entry, says) in odd.items():
        code = 3 if says.startswith(("仓库", "的 git")) else 0 if says == "0 个错误" else 1
        yield Bad(f"path: {name}", at_head, code, (says,), tree_of(entry))


FAMILIES = (names, repositories, paths)

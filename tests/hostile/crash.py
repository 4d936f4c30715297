"""A fault at every call that changes a disk: what is left, and what the next command makes of it.

Run as a script with a scenario and a step, so that the forks have a process of their own without threads:
``python crash.py FOLDER SCENARIO STEP``. It prints how many points were tried, and those that went wrong.
"""

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

#: What changes a disk; ``open`` only where it makes or empties a file.
CALLS = (
    *("open", "write", "replace", "rename", "fsync", "unlink", "remove"),
    *("rmdir", "mkdir", "chmod", "link", "truncate"),
)
WRITES = os.O_CREAT | os.O_WRONLY | os.O_RDWR | os.O_TRUNC

#: Killed before the call, killed half way through a write, refused once, refused from then on.
FAULTS = ("kill", "tear", "ENOSPC", "EIO", "EACCES", "full")

KILLED = -signal.SIGKILL


class Faulty:
    """Counts the calls, and lets one of them fail."""

    def __init__(self, fault, number):
        self.fault, self.number, self.seen = fault, number, 0
        for name in CALLS:
            setattr(os, name, self.wrapped(name, getattr(os, name)))

    def wrapped(self, name, real):
        def call(*given, **named):
            if name == "open" and not (given[1] if len(given) > 1 else named["flags"]) & WRITES:
                return real(*given, **named)
            self.seen += 1
            if self.seen == self.number or (self.fault == "full" and self.seen > self.number):
                self.strike(name, real, given)
            return real(*given, **named)

        return call

    def strike(self, name, real, given):
        if self.fault == "tear" and name == "write":
            real(given[0], given[1][: len(given[1]) // 2])
        if self.fault in {"kill", "tear"}:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fault == "full":
            # Room is what a full disk has not; names can still be moved and removed.
            if name in {"open", "write", "mkdir", "fsync"}:
                raise OSError(errno.ENOSPC, "full", *given[:1])
        else:
            raise OSError(getattr(errno, self.fault), "struck", *given[:1])


def forked(work):
    """Exit code (minus a signal) and what was said, of some work in a child."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        said, code = io.TextIOWrapper(io.BytesIO(), "utf-8"), 97
        try:
            with redirect_stdout(said), redirect_stderr(said):
                code = work()
        except BaseException:
            import traceback  # noqa: PLC0415

            traceback.print_exc(file=said)
        said.flush()
        real_write(writing, said.buffer.getvalue()[-60_000:])
        os._exit(code)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        return os.waitstatus_to_exitcode(status), stream.read().decode()


real_write = os.write


def _parts(root, file):
    # Ours and git's; the files of a new workspace that begin so are written with all the others.
    return file.relative_to(root).parts


class Scenario:
    """Something that writes: how it begins, what it runs, and what has to hold."""

    #: Files that may be old or new, below the folder.
    def prepare(self, root):
        raise NotImplementedError

    def work(self, root):
        raise NotImplementedError

    def again(self, root):
        """The next command of the user."""
        return self.work(root)

    def files(self, root):
        """The user's files, without lock, journal and leftovers."""
        return {
            each.relative_to(root).as_posix(): each.read_bytes()
            for each in sorted(root.rglob("*"))
            if each.is_file() and not any(part.startswith((".xuke", ".git")) for part in _parts(root, each))
        }

    def is_known(self, found, old, new):
        """Whether every single file is whole: the old one or the new one."""
        return all(data in {old.get(name), new.get(name)} for name, data in found.items()) and not (
            old.keys() & new.keys() - found.keys()
        )

    #: Whether all files are one step, or each of them one.
    is_one_step = True

    def left(self, root):
        return None


class Fix(Scenario):
    """``xuke check --fix`` over several files."""

    def prepare(self, root):
        shutil.copytree(Path(__file__).parent.parent / "workspaces" / "small", root)
        for name in ("halls", "seals", "measures", "items/fagai"):
            file = root / "catalogue" / "lan" / f"{name}.yaml"
            file.write_text(file.read_text("utf-8").replace("\n", "  \n"), "utf-8")

    def work(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        return run(["check", "--fix", "--no-cache", "-C", str(root)])

    def left(self, root):
        return root / ".xuke" / "journal"


class Many(Fix):
    """``write_files`` with changed, new and removed files, folders among the new."""

    def prepare(self, root):
        super().prepare(root)
        (root / ".git").mkdir()

    def work(self, root):
        from xuke.model.errors import XukeError  # noqa: PLC0415
        from xuke.sources.write import write_files  # noqa: PLC0415

        names = sorted(each.relative_to(root).as_posix() for each in (root / "catalogue").rglob("*.yaml"))
        texts = dict.fromkeys(names, b"new\n" * 300) | {"catalogue/lan/halls.yaml": None}
        texts |= {f"memoranda/new/deep/{number}.yaml": b"made\n" for number in range(3)}
        try:
            if write_files(root, texts):
                sys.stdout.write("上一次写入没有完成")
        except XukeError as error:
            sys.stdout.write(error.message.name)
            return error.exit_code
        return 0

    def left(self, root):
        return root / ".git" / "xuke" / "journal"


class Output(Scenario):
    """``write_output`` over a file of ours, then to a new one; each is a step of its own."""

    is_one_step = False

    data = b'{"tool": {"name": "xuke"}}\n' * 20_000

    def prepare(self, root):
        root.mkdir()
        (root / "report.json").write_bytes(b'{"tool": {"name": "xuke"}}')

    def work(self, root):
        from xuke.model.errors import XukeError  # noqa: PLC0415
        from xuke.sources.output import write_output  # noqa: PLC0415

        try:
            write_output(root / "report.json", self.data)
            write_output(root / "second.json", self.data)
        except XukeError as error:
            sys.stdout.write(error.message.name)
            return error.exit_code
        return 0


class Report(Fix):
    """``xuke check -o`` twice; each file is a step of its own."""

    is_one_step = False

    def work(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        place = ["-C", str(root), "-o", "json:report.json", "-o", "sarif:report.sarif"]
        return run(["check", "--no-cache", *place])


class Export(Fix):
    """``xuke export filing``."""

    def prepare(self, root):
        shutil.copytree(Path(__file__).parent.parent / "workspaces" / "small", root)

    def work(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        words = ["export", "filing", "-C", str(root), "-o", "a.xlsx", "--table", "items"]
        return run(words)


class Init(Scenario):
    """``xuke init``; the settings come last, and without them a folder is no workspace."""

    is_one_step = False

    def prepare(self, root):
        root.mkdir()

    def work(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        return run(["init", "-C", str(root), "-j", "lan", "--name", "兰县", "--no-git"])

    def again(self, root):
        return 0 if (root / "catalogue" / "xuke.yaml").exists() else self.work(root)


class Change(Fix):
    """A command that changes records; said again once it is done, it is refused and changes nothing."""

    words: tuple[str, ...] = ()
    day = "2019-01-10"
    #: What makes the ground: commands that run before.
    before: tuple[tuple[str, ...], ...] = ()
    #: Text that is replaced after these: file, old, new.
    edits: tuple[tuple[str, str, str], ...] = ()

    def prepare(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        shutil.copytree(Path(__file__).parent.parent / "workspaces" / "small", root)
        reform = root / "catalogue" / "lan" / "reform.yaml"
        known = "predecessor: zhengwu\n"
        reform.write_text(
            reform.read_text("utf-8").replace(known, f"{known}  established: 2018-10-01\n"), "utf-8"
        )
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            for words in self.before:
                assert run([*words, "-C", str(root), "--on", "2018-12-20"]) == 0, words
        for name, old, new in self.edits:
            file = root / name
            text = file.read_text("utf-8")
            assert text.count(old) == 1, old
            file.write_text(text.replace(old, new), "utf-8")

    def work(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        day = ("--on", self.day) if self.day else ()
        return run([*self.words, "-C", str(root), *day])

    def again(self, root):
        before = self.files(root)
        code = self.work(root)
        # An item that has its new number is not found under the old one.
        return 1 if code == 2 and self.files(root) == before and not self.left(root).exists() else code


class New(Change):
    """``xuke new``; said again once it is done, it would make another record."""

    def again(self, root):
        is_done = any("丙措施".encode() in data for data in self.files(root).values())
        return 0 if is_done and not self.left(root).exists() else self.work(root)


def git(root, *words, check=True):
    """One run of git, by somebody on some day, so that equal commits have equal names."""
    somebody = ("-c", "user.name=xuke", "-c", "user.email=xuke@example.invalid")
    day = "2018-12-20T12:00:00+08:00"
    told = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    subprocess.run(["git", "-C", str(root), *somebody, *words], check=check, capture_output=True, env=told)


class Resolve(Change):
    """``xuke resolve`` after a merge that left one field to decide."""

    def prepare(self, root):
        super().prepare(root)
        for words in (("init", "-q", "-b", "main", "."), ("add", "-A"), ("commit", "-q", "-m", "base")):
            git(root, *words)
        git(root, "checkout", "-q", "-b", "other")
        for name, branch in (("乙", "main"), ("甲", "")):
            file = root / _ITEMS
            file.write_text(self.changed(file.read_text("utf-8"), name), "utf-8")
            git(root, "commit", "-q", "-am", name)
            if branch:
                git(root, "checkout", "-q", branch)
        git(root, "merge", "-q", "other", check=False)
        self.drive(root)

    def changed(self, text, name):
        return text.replace("政府投资项目审批", name)

    def drive(self, root):
        """As the merge driver leaves it."""
        from xuke.commands.program import run  # noqa: PLC0415

        for number, name in enumerate(("base", "ours", "theirs"), 1):
            told = ["git", "-C", str(root), "show", f":{number}:{_ITEMS}"]
            (root / name).write_bytes(subprocess.run(told, check=True, capture_output=True).stdout)
        words = [str(root / name) for name in ("base", "ours", "theirs")]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            run(["-C", str(root), "merge-file", *words, _ITEMS])
        (root / "ours").replace(root / _ITEMS)

    def left(self, root):
        return root / ".git" / "xuke" / "journal"


class ResolveMore(Resolve):
    """The same with another field to decide, which can be decided after any death."""

    def again(self, root):
        copy = root.with_name("copy")
        shutil.copytree(root, copy)
        if (copy / ".git" / "xuke" / "journal").exists():
            self.work(copy)
        try:
            code = self.decided(copy, "530104001000.hall", "--ours")
        finally:
            shutil.rmtree(copy)
        return code or self.work_or_done(root)

    def work_or_done(self, root):
        code = self.work(root)
        # What was decided is no question any more.
        return 1 if code == 2 and not self.left(root).exists() else code

    def decided(self, root, name, side):
        from xuke.commands.program import run  # noqa: PLC0415

        return run(["resolve", name, side, "-C", str(root)])

    def changed(self, text, name):
        hall = {"甲": "zhongxin", "乙": "fenting"}[name]
        return super().changed(text, name).replace("hall: dating", f"hall: {hall}", 1)


_ITEMS = "catalogue/lan/items/fagai.yaml"
_CHANGED = (_ITEMS, "        article: 第九条\n", "        article: 第十条\n")
_SIGNED = (("memo", "draft", "fagai"), ("memo", "sign", "fagai", "--number", "1号"))
_SUPPLEMENTED = (*_SIGNED, ("withdraw", "530104003000", "--reason", "取消"))


_SPLIT = (
    "split",
    "530104002000",
    "--into",
    "530104002001=甲",
    "--into",
    "530104002002=乙",
    "--reason",
    "拆分",
)
_COMBINE = (
    *("merge", "530104002001", "530104002002", "--into", "530104002001"),
    *("--name", "丙", "--reason", "合并"),
)
_NEW = ("title=丙措施", "kind=措施", "lead=fagai", "responsible=fagai", "due=长期")


def _changing(name, words, before=(), edits=(), day="2019-01-10", base=Change):
    return type(name, (base,), {"words": words, "before": before, "edits": edits, "day": day})


class Import(Change):
    """``xuke import`` of a form of the product's own, filled in by somebody."""

    words = ("import", "in.xlsx", "--yes")
    #: Made once: it is the same each time.
    book: bytes = b""

    def prepare(self, root):
        super().prepare(root)
        if not self.book:
            type(self).book = self.filled(root)
        (root / "in.xlsx").write_bytes(self.book)

    def filled(self, root):
        from openpyxl import load_workbook  # noqa: PLC0415

        from xuke.commands.program import run  # noqa: PLC0415

        form = root / "form.xlsx"
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert run(["template", "items", "-C", str(root), "-o", str(form)]) == 0
        book = load_workbook(form)
        cells = [cell for row in book["行政许可事项清单"].iter_rows() for cell in row]
        for cell in cells:
            if cell.value == "政府投资项目审批":
                cell.value = "政府投资项目的审批"
        book.save(form)
        data = form.read_bytes()
        form.unlink()
        return data

    def again(self, root):
        return self.work(root)


class Filed(Change):
    """A workspace under git with the bundle of a filing; tags count as files."""

    bundle: bytes = b""

    def prepare(self, root):
        super().prepare(root)
        git(root, "init", "-q", "-b", "main", ".")
        for name, value in (("user.name", "xuke"), ("user.email", "xuke@example.invalid")):
            git(root, "config", name, value)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "all")
        self.settle(root)

    def settle(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        words = [
            "filing",
            "prepare",
            "--kind",
            "record",
            "-o",
            "a.zip",
            "-C",
            str(root),
            "--on",
            "2018-12-30",
        ]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert run(words) == 0

    def left(self, root):
        return root / ".git" / "xuke" / "journal"

    def files(self, root):
        told = ["git", "-C", str(root), "for-each-ref", "--format=%(refname) %(*objectname)"]
        found = subprocess.run(told, check=True, capture_output=True).stdout
        return {**super().files(root), **{f"{each.decode()}": b"" for each in found.split(b"\n")}}


class Answer(Filed):
    """``xuke filing reply`` to a filing that was recorded."""

    def settle(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        super().settle(root)
        words = ["filing", "record", "a.zip", "--number", "1号", "-C", str(root), "--on", "2018-12-31"]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert run(words) == 0


class Drivers(Change):
    """``xuke git install`` and ``uninstall``; each part is a step of its own, and saying it again ends it."""

    is_one_step = False

    def prepare(self, root):
        super().prepare(root)
        git(root, "init", "-q", "-b", "main", ".")
        self.settle(root)

    def settle(self, root):
        """What stands before."""

    def again(self, root):
        return self.work(root)

    def left(self, root):
        return None

    def files(self, root):
        home = root / ".git"
        parts = [
            each for each in (home / "info" / "attributes", home / "hooks" / "pre-commit") if each.exists()
        ]
        told = ["git", "-C", str(root), "config", "--local", "--list"]
        found = subprocess.run(told, check=True, capture_output=True).stdout.split(b"\n")
        return {
            **super().files(root),
            **{each.name: each.read_bytes() + oct(each.stat().st_mode).encode() for each in parts},
            **{f"config {each.decode()}": b"" for each in found},
        }


class Undrivers(Drivers):
    """The same the other way round."""

    def settle(self, root):
        from xuke.commands.program import run  # noqa: PLC0415

        (root / ".git" / "info" / "attributes").write_text("*.txt text\n", "utf-8")
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert run(["git", "install", "-C", str(root)]) == 0


class Written(Change):
    """A command that writes one file for a user, in one step; said again it writes it anew."""

    def again(self, root):
        return self.work(root)


class Compared(Written):
    """``xuke diff`` as a paper, of a change that is not committed."""

    def prepare(self, root):
        super().prepare(root)
        for words in (("init", "-q", "-b", "main", "."), ("add", "-A"), ("commit", "-q", "-m", "base")):
            git(root, *words)
        file = root / _ITEMS
        file.write_text(file.read_text("utf-8").replace("政府投资项目审批", "甲"), "utf-8")

    def left(self, root):
        return root / ".git" / "xuke" / "journal"


class Driver(Change):
    """``xuke merge-file`` as git calls it: ours, or git's own merge by lines, or the merge by records."""

    is_one_step = False

    def prepare(self, root):
        super().prepare(root)
        text = (root / _ITEMS).read_text("utf-8")
        sides = {"base": text, "ours": text.replace("第九条", "第十条", 1)}
        sides["theirs"] = text.replace("政府投资条例\n", "政府投资条例（修订）\n", 1)
        for name, each in sides.items():
            (root / name).write_text(each, "utf-8")
        words = ["git", "merge-file", "-p", "--diff3", "ours", "base", "theirs"]
        labels = [word for name in ("ours", "base", "theirs") for word in ("-L", name)]
        done = subprocess.run([*words[:4], *labels, *words[4:]], cwd=root, check=False, capture_output=True)
        assert b"<<<<<<< ours" in done.stdout
        self.lines = done.stdout

    def again(self, root):
        # Git hands the driver our side each time.
        text = (root / "base").read_text("utf-8")
        (root / "ours").write_text(text.replace("第九条", "第十条", 1), "utf-8")
        return self.work(root)

    def left(self, root):
        return None

    def is_known(self, found, old, new):
        here = {**found, "ours": new["ours"] if found.get("ours") == self.lines else found.get("ours")}
        return super().is_known(here, old, new)


#: Every command that changes records, with the ground that it needs.
CHANGES = (
    _changing("Draft", ("memo", "draft", "fagai")),
    _changing(
        "Sign",
        ("memo", "sign", "fagai", "--number", "1号", "--effective", "2018-12-30"),
        _SIGNED[:1],
        day="2018-12-20",
    ),
    _changing("Supplement", ("memo", "supplement", "fagai"), _SIGNED, (_CHANGED,)),
    _changing("SignSupplement", ("memo", "sign", "fagai", "--supplement", "bc1"), _SUPPLEMENTED),
    _changing(
        "Confirm", ("memo", "confirm", "fagai", "530104001000", "--reason", "条文调整"), _SIGNED, (_CHANGED,)
    ),
    _changing("Transfer", ("transfer", "530104002000", "--effective", "2018-12-30"), _SIGNED),
    _changing("Withdraw", ("withdraw", "530104001000", "--reason", "取消"), _SIGNED),
    _changing("Split", _SPLIT),
    _changing("Combine", _COMBINE, (_SPLIT,)),
    _changing("Format", ("fmt",), day=""),
    _changing("Create", ("new", "measure", *(word for each in _NEW for word in ("--set", each))), base=New),
    _changing("Found", ("init", "-j", "jia", "--name", "甲县"), day=""),
    _changing("Decide", ("resolve", "530104001000.name", "--theirs"), day="", base=Resolve),
    _changing("DecideMore", ("resolve", "530104001000.name", "--theirs"), day="", base=ResolveMore),
    _changing("Renumber", ("renumber", "530104001000", "530104009000", "--reason", "调整"), _SIGNED),
    Import,
    _changing("Record", ("filing", "record", "a.zip", "--number", "1号"), base=Filed),
    _changing("Reply", ("filing", "reply", "--number", "2号", "--issuer", "州政府"), base=Answer),
    _changing("MergeFile", ("merge-file", "base", "ours", "theirs", _ITEMS), day="", base=Driver),
    _changing("Install", ("git", "install"), day="", base=Drivers),
    _changing("Uninstall", ("git", "uninstall"), day="", base=Undrivers),
)

#: Every command that writes a file for a user and has no scenario of its own above.
OUTPUTS = (
    _changing("Template", ("template", "items", "-o", "out.xlsx"), base=Written),
    _changing("Render", ("memo", "render", "fagai", "-o", "out.docx"), _SIGNED, base=Written),
    _changing("Prepare", ("filing", "prepare", "--kind", "record", "-o", "b.zip"), base=Filed),
    _changing("Page", ("diff", "--format", "html", "-o", "out.html"), base=Compared),
    _changing("Workbook", ("diff", "--format", "xlsx", "-o", "out.xlsx"), base=Compared),
    _changing("Status", ("memo", "status", "--format", "xlsx", "-o", "out.xlsx"), base=Written),
    _changing("Figures", ("stats", "--format", "xlsx", "-o", "out.xlsx"), base=Written),
    _changing("Annotate", ("import", "in.xlsx", "--annotate", "out.xlsx"), base=Import),
    _changing("DraftMap", ("fill", "in.xlsx", "--draft-map", "-o", "map.yaml"), base=Import),
)

SCENARIOS = {
    each.__name__.lower(): each for each in (Fix, Many, Output, Report, Export, Init, *CHANGES, *OUTPUTS)
}


def laid(scenario, root):
    """The ground of a scenario, made once and copied from then on."""
    ground = root.with_name(f"ground of {type(scenario).__name__}")
    if not ground.exists():
        scenario.prepare(root)
        root.rename(ground)
    shutil.copytree(ground, root, symlinks=True)


def counted(scenario, root):
    """How many calls there are, and the files before and after."""
    laid(scenario, root)
    old = scenario.files(root)

    def work():
        faulty = Faulty("none", 0)
        code = scenario.work(root)
        sys.stdout.write(f"\n{faulty.seen}")
        return code

    code, said = forked(work)
    assert code in {0, 1}, said
    new = scenario.files(root)
    shutil.rmtree(root)
    return int(said.split()[-1]), old, new


def tried(scenario, root, fault, number, old, new):
    """What is wrong after one fault; empty where all is well."""
    laid(scenario, root)

    def struck():
        Faulty(fault, number)
        return scenario.work(root)

    code, said = forked(struck)
    journal = scenario.left(root)
    was_left = journal is not None and journal.exists()
    wrong = list(wrong_now(scenario, scenario.files(root), old, new, code, said, was_left))
    code, told = forked(lambda: scenario.again(root))
    if code not in {0, 1} or scenario.files(root) != new:
        wrong.append(f"the next command: {code} {told[-1500:]}")
    if was_left and "上一次写入没有完成" not in told:
        wrong.append(f"the next command does not say what it took back: {told}")
    shutil.rmtree(root)
    return wrong


def wrong_now(scenario, found, old, new, code, said, was_left):
    """What is wrong before anything else runs."""
    is_half = scenario.is_one_step and not was_left and found not in (old, new)
    if not scenario.is_known(found, old, new):
        yield "a file is torn or lost"
    if is_half:
        yield "half applied, and nothing says so"
    if code in {0, 1} and found != new:
        yield "said to be done, and is not"
    if code not in {0, 1, 3, KILLED} or "Traceback" in said:
        yield f"exit code {code}: {said[-1500:]}"
    if code == 3 and found != old and not was_left and scenario.is_one_step:
        yield f"said to have changed nothing, and did: {said}"


def main(folder, name, step):
    """Try every ``step``-th point of a scenario; as JSON: how many, and what went wrong where."""
    os.environ["XUKE_LANG"] = "zh-CN"
    scenario, root = SCENARIOS[name](), Path(folder) / "w"
    import filelock  # noqa: F401, PLC0415

    from xuke.commands import check, export, init  # noqa: F401, PLC0415

    # Once in this process, so that no fork has to build the validators again.
    laid(scenario, root)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        scenario.work(root)
    shutil.rmtree(root)
    calls, old, new = counted(scenario, root)
    points = [(fault, number) for fault in FAULTS for number in range(1, calls + 1)][:: int(step)]
    wrong = {}
    for fault, number in points:
        found = tried(scenario, root, fault, number, old, new)
        if found:
            wrong[f"{fault} at call {number} of {calls}"] = found
    told = {"points": len(points), "calls": calls, "wrong": wrong}
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])

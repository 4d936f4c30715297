"""Everything that is measured: ours, the peers', and the floors."""

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from made import bundled, data_files, made, noted, staged, with_change, with_faults, with_history
from many_rows import NAME, many_rows
from place import PEERS, ROOT
from timing import Contender

#: Demonstration data is judged on the day that it was made for.
DAY = "2019-01-01"

#: The jurisdiction whose filing is exported.
JURISDICTION = "yaoan"


#: The code of an item where its file has it.
ITEM = re.compile(r'^  - code: "([0-9A-Z]+)"', re.MULTILINE)

#: Checks by what was kept: of an equal workspace, of one that differs in a file.
WARM = "xuke check, kept"
ONE_CHANGED = "xuke check, one file changed"

#: Lines over a made register, and those about the workbook.
CHECKS = (
    "read bytes",
    "xuke check",
    WARM,
    ONE_CHANGED,
    "plain libraries",
    "jsonschema-rs on JSON",
    "check-jsonschema",
)
FAULTY = "xuke check, one item in twelve broken"
CHANGES = ("xuke check with history", "xuke check --since HEAD~1", "xuke check --staged")
CHANGES_KEPT = ("xuke check --since HEAD~1, kept", "xuke check --staged, kept")
STAGED_ONE = "xuke check --staged, one file changed"
READING = "xuke list with history"
STANDING = ("xuke check with history, kept", "git ls-files and stat")
PASTS = ("xuke log", "xuke blame", "git log -- file")
DIFFS = (
    *("xuke diff", "xuke diff --format html", "xuke diff --format xlsx"),
    *("diff-tree and records", "diff-tree and events", "diff-tree and safe loader", "git diff", "daff"),
)
WORKBOOKS = ("xuke export filing", "plain openpyxl workbook")


def contenders(
    folder: Path, python: Path, program: Path, given: argparse.Namespace
) -> tuple[list[Contender], list[str]]:
    """The lines to be measured, and a remark for each peer that is not there."""
    runs = [str(python), str(program)]
    peer = given.check_jsonschema or shutil.which("check-jsonschema")
    found = [*starts(python, runs), *checks(folder, python, runs, ROOT, "reference")]
    size = f"{given.items} items"
    if wanted(given.only, *(f"{name}, {size}" for name in (*CHECKS, FAULTY))):
        found += checks(folder, python, runs, made(folder / "made", given.items), size)
        found += [outside(peer, folder, size)] if peer else []
    if wanted(given.only, f"{FAULTY}, {size}"):
        found += [faulty(runs, with_faults(made(folder / "faulty", given.items)), size)]
    lines = (*CHANGES, *CHANGES_KEPT, STAGED_ONE, READING, *STANDING, *PASTS)
    if wanted(given.only, *(f"{name}, {size}" for name in lines)):
        changed = with_history(made(folder / "changed", given.items), given.commits)
        found += [*changes(folder, runs, changed, size), *pasts(runs, changed, size)]
        found += standing(folder, python, runs, changed, size)
    if wanted(given.only, *(f"{name}, {size}" for name in DIFFS)):
        two = with_change(made(folder / "two", given.items), given.every)
        found += diffs(folder, python, runs, two, size)
    if given.only and NAME in given.only:
        found += many_rows(folder, python, runs, given)
    if wanted(given.only, *WORKBOOKS):
        found += workbooks(folder, python, runs)
    peers = {"check-jsonschema": peer, "daff": shutil.which("daff")}
    missing = [f"{name} is not installed: its line is skipped" for name, path in peers.items() if not path]
    return chosen(found, given.only), missing


def wanted(only: Sequence[str] | None, *names: str) -> bool:
    """Whether any of some lines is asked for; those that are not are not even prepared."""
    return not only or any(text in name for name in names for text in only)


def chosen(found: Sequence[Contender], only: Sequence[str] | None) -> list[Contender]:
    """The lines asked for, those they are held against, and the start of Python."""
    asked = [each for each in found if wanted(only, each.name)]
    names = {"python -c pass", *(each.name for each in asked), *(each.peer for each in asked)}
    return [each for each in found if each.name in names]


def changes(folder: Path, runs: Sequence[str], root: Path, size: str) -> Iterator[Contender]:
    """What CI and a commit hook wait for, beside the check of everything."""
    whole = f"{CHANGES[0]}, {size}"
    words = [*runs, "check", "-C", str(root), "--on", DAY]
    asked = ([], ["--since", "HEAD~1"], ["--staged"])
    for name, more in zip(CHANGES, asked, strict=True):
        peer = "" if name == CHANGES[0] else whole
        yield Contender(f"{name}, {size}", [*words, *more, "--no-cache"], peer)
    for name, more in zip(CHANGES_KEPT, asked[1:], strict=True):
        yield Contender(f"{name}, {size}", [*words, *more], whole, environment=keeping(folder, name))
    read = [*runs, "list", "jurisdiction", "-C", str(root)]
    yield Contender(f"{READING}, {size}", read, whole, environment={"CI": "true"})
    yield staged_one(folder, runs, root, size)


def staged_one(folder: Path, runs: Sequence[str], root: Path, size: str) -> Contender:
    """What a commit hook waits for: a field of one item is changed and staged, all other files are known."""
    root = Path(shutil.copytree(root, folder / "staged-one"))
    file = next(each for each in data_files(root) if "/items/" in each.as_posix())
    text, numbers = file.read_text("utf-8"), count()

    def change() -> None:
        file.write_text(noted(text, f"暂存第{next(numbers)}次"), "utf-8", newline="\n")
        staged(root)

    words = [*runs, "check", "-C", str(root), "--on", DAY, "--staged"]
    name, whole = f"{STAGED_ONE}, {size}", f"{CHANGES[0]}, {size}"
    return Contender(name, words, whole, environment=keeping(folder, name), before=change)


def standing(folder: Path, python: Path, runs: Sequence[str], root: Path, size: str) -> Iterator[Contender]:
    """A kept check under git, beside what git lists of the same files with the times of each."""
    ours, peer = (f"{name}, {size}" for name in STANDING)
    words = [*runs, "check", "--on", DAY]
    yield Contender(ours, words, peer, root, keeping(folder, ours))
    yield Contender(peer, [str(python), str(PEERS / "listed_files.py"), str(root)])


def keeping(folder: Path, name: str) -> dict[str, str]:
    """The variables of a run that keeps its results in a folder of its own."""
    place = str(folder / "kept" / name.replace(" ", "-"))
    return {"XDG_CACHE_HOME": place, "LOCALAPPDATA": place}


def pasts(runs: Sequence[str], root: Path, size: str) -> Iterator[Contender]:
    """What happened to one record, beside what git itself tells of the file that holds it."""
    log, blame, peer = (f"{name}, {size}" for name in PASTS)
    file = next(iter(sorted((root / "catalogue" / JURISDICTION / "items").rglob("*.yaml"))))
    code = ITEM.findall(file.read_text("utf-8"))[0]
    words = ["-C", str(root), f"{JURISDICTION}/item/{code}"]
    yield Contender(log, [*runs, "log", *words], peer)
    yield Contender(blame, [*runs, "blame", *words], peer)
    yield Contender(peer, ["git", "-C", str(root), "log", "--", str(file.relative_to(root))])


def diffs(folder: Path, python: Path, runs: Sequence[str], root: Path, size: str) -> Iterator[Contender]:
    """Two commits of which one item in a hundred differs: ours, reading what changed, and what git shows."""
    ours, page, book, records, events, plain, git, table = (f"{name}, {size}" for name in DIFFS)
    words = [*runs, "diff", "-C", str(root), "HEAD~1", "HEAD"]
    yield Contender(ours, words, peer=records)
    for name, form in ((page, "html"), (book, "xlsx")):
        file = ("-j", JURISDICTION, "--format", form, "-o", str(folder / f"diff.{form}"), "--force", "-q")
        yield Contender(name, [*words, *file], peer=ours)
    script = [str(python), str(PEERS / "changed_files.py"), str(root)]
    yield Contender(records, [*script, "--records"])
    yield Contender(events, script, peer=ours)
    yield Contender(plain, [*script, "--safe"], peer=ours)
    yield Contender(git, ["git", "--no-pager", "diff", "HEAD~1", "HEAD"], peer=ours, folder=root)
    peer = shutil.which("daff")
    if peer:
        # More memory than node allows itself, which tables of this size need.
        room = {"NODE_OPTIONS": "--max-old-space-size=8192"}
        yield Contender(table, [peer, *tables(python, root)], peer=ours, environment=room)


def tables(python: Path, root: Path) -> Iterator[str]:
    """The items of both commits as tables, for a peer that knows nothing else."""
    for revision in ("HEAD~1", "HEAD"):
        file = str(root.with_name(f"{revision}.csv"))
        subprocess.run([str(python), str(PEERS / "as_table.py"), str(root), revision, file], check=True)
        yield file


def starts(python: Path, runs: Sequence[str]) -> Iterator[Contender]:
    """What a user waits for before anything is done."""
    completing = {"_XUKE_COMPLETE": "bash_complete", "COMP_WORDS": "xuke ch", "COMP_CWORD": "1"}
    yield Contender("python -c pass", [str(python), "-c", "pass"])
    yield Contender("xuke --version", [*runs, "--version"])
    yield Contender("xuke --help", [*runs, "--help"])
    yield Contender("xuke completion", runs, environment=completing)


def checks(folder: Path, python: Path, runs: Sequence[str], root: Path, size: str) -> Iterator[Contender]:
    """One register checked by xuke and by its libraries used plainly, and what reading alone takes."""
    script = {
        name: [str(python), str(PEERS / f"{name}.py"), str(root)] for name in ("read_bytes", "plain_yaml")
    }
    yield Contender(f"read bytes, {size}", script["read_bytes"])
    words, cold = [*runs, "check", "--on", DAY], f"xuke check, {size}"
    yield Contender(cold, [*words, "--no-cache"], f"plain libraries, {size}", root)
    yield Contender(f"{WARM}, {size}", words, cold, root, keeping(folder, f"warm {size}"))
    yield Contender(f"plain libraries, {size}", script["plain_yaml"])
    store = root / "parsed.json" if size != "reference" else None
    if store:
        yield one_changed(folder, words, root, size)
        parsed(python, root, store)
        yield Contender(
            f"jsonschema-rs on JSON, {size}", [str(python), str(PEERS / "rust_schema.py"), str(store)]
        )


def faulty(runs: Sequence[str], root: Path, size: str) -> Contender:
    """The same register with many findings: half of the broken items break the schema, half a rule."""
    words = [*runs, "check", "--on", DAY, "--no-cache"]
    return Contender(f"{FAULTY}, {size}", words, f"xuke check, {size}", root)


def one_changed(folder: Path, words: Sequence[str], root: Path, size: str) -> Contender:
    """A check after each change of one file, all other files being those of the check before."""
    root = Path(shutil.copytree(root, folder / "one-changed"))
    file = next(each for each in data_files(root) if "/items/" in each.as_posix())
    text, numbers = file.read_text("utf-8"), count()

    def change() -> None:
        file.write_text(f"{text}# {next(numbers)}\n", "utf-8", newline="\n")

    place = keeping(folder, f"changed {size}")
    return Contender(f"{ONE_CHANGED}, {size}", words, f"{WARM}, {size}", root, place, change)


def parsed(python: Path, root: Path, store: Path) -> None:
    """The same files as JSON, so that a validator can be measured without a reader of YAML."""
    subprocess.run([str(python), str(PEERS / "plain_yaml.py"), str(root), "--save", str(store)], check=True)


def outside(peer: str, folder: Path, size: str) -> Contender:
    """check-jsonschema over the item files alone; it knows one schema and no rules."""
    schema = bundled("items", folder / "items.json")
    files = [str(file) for file in data_files(folder / "made") if "/items/" in file.as_posix()]
    words = [peer, "-q", "--schemafile", str(schema), *files]
    return Contender(f"check-jsonschema, {size}", words, f"xuke check, {size}")


def workbooks(folder: Path, python: Path, runs: Sequence[str]) -> Iterator[Contender]:
    """A filing by xuke, register read and checked, and plain openpyxl writing the cells of that filing."""
    book, cells = folder / "filing.xlsx", folder / "cells.json"
    export = [*runs, "export", "filing", "-j", JURISDICTION, "--on", DAY, "-o", str(book), "--force", "-q"]
    script = [str(python), str(PEERS / "plain_openpyxl.py")]
    subprocess.run(export, check=True, cwd=ROOT)
    subprocess.run([*script, "read", str(book), str(cells)], check=True)
    yield Contender("xuke export filing", export, "plain openpyxl workbook", ROOT)
    yield Contender("plain openpyxl workbook", [*script, "write", str(cells), str(folder / "plain.xlsx")])

"""A register of any size, made from the items of the reference workspace that need no memorandum."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from place import ROOT

JURISDICTION = "yaoan"
A_FILE = 60
#: There are no more free codes for one.
A_JURISDICTION = 9_000

_HEAD = "provenance: demonstration\nitems:\n"
_DUTY = """\
provenance: demonstration
supervision:
  - id: {name}
    name: 对{name}所列许可事项的监督检查
    supervisor: {department}
    section: jianguan-gu
    items:
{codes}"""
#: How many departments hold items, and how those begin that the reference workspace does not have.
DEPARTMENTS = 40
_MORE = "more-"
_DEPARTMENT = re.compile(r"^  - id: (\S+)\n(?:    .*\n)*", re.MULTILINE)
_DIGITS = re.compile(r'competence_digits: "([0-9]{2})"')
_NOTED = re.compile("(?:    note: [^\n]*\n)?    version: 1\n")
_ENTRY = re.compile(r"^(?=  - code:)", re.MULTILINE)
_CODE = re.compile(r'^  - code: "([0-9]{6})([0-9]{3})000"', re.MULTILINE)
#: What a schema refuses, and what a rule does.
_FAULTS = (("    version: 1\n", "    version: one\n"), ("        days: ", "        days: 9"))
_NAME = re.compile(r"^    name: .*$", re.MULTILINE)


def data_files(root: Path) -> list[Path]:
    """The data files of a workspace, sorted."""
    return sorted(file for name in ("catalogue", "memoranda") for file in (root / name).rglob("*.yaml"))


def made(root: Path, items: int) -> Path:
    """Write a workspace of so many items, those of the reference jurisdiction among them."""
    for number, start in enumerate(range(0, items, A_JURISDICTION), 1):
        name = JURISDICTION if number == 1 else f"{JURISDICTION}-{number}"
        _jurisdiction(root, name, min(items - start, A_JURISDICTION))
    (root / "catalogue" / "xuke.yaml").write_text("format: 1\nlanguage: zh-CN\n", "utf-8")
    return root


def _jurisdiction(root: Path, place: str, items: int) -> None:
    for name in ("catalogue", "memoranda"):
        shutil.copytree(ROOT / name / JURISDICTION, root / name / place)
    folder = root / "catalogue" / place / "items"
    texts = {file.stem: _ENTRY.split(file.read_text("utf-8"))[1:] for file in sorted(folder.glob("*.yaml"))}
    texts |= _more_departments(folder.parent / "departments.yaml", texts)
    missing = items - sum(len(entries) for name, entries in texts.items() if not name.startswith(_MORE))
    batches: dict[str, list[str]] = {}
    for (department, text), _ in zip(_copies(texts), range(missing), strict=False):
        batches.setdefault(department, []).append(text)
    for department, entries in batches.items():
        for start in range(0, len(entries), A_FILE):
            _write(folder.parent, department, f"more-{start // A_FILE:03}", entries[start : start + A_FILE])


def _write(folder: Path, department: str, name: str, entries: list[str]) -> None:
    codes = "".join(f'      - "{"".join(_CODE.findall(each)[0])}000"\n' for each in entries)
    duty = _DUTY.format(name=f"{department}-{name}", department=department, codes=codes)
    for kind, text in (("items", _HEAD + "".join(entries)), ("duties", duty)):
        file = folder / kind / department / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


def _copies(texts: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Items that stay with their department, again and again under codes not yet taken."""
    taken = {
        match.groups() for entries in texts.values() for each in entries for match in _CODE.finditer(each)
    }
    usable = [(name, each) for name, entries in texts.items() for each in entries if _stays(each)]
    numbers = {match[1]: iter(range(1000)) for _, each in usable for match in _CODE.finditer(each)}
    for department, text in cycle(usable):
        prefix = _CODE.findall(text)[0][0]
        number = next((f"{each:03}" for each in numbers[prefix] if (prefix, f"{each:03}") not in taken), None)
        if number is None:
            raise SystemExit(f"no more codes under {prefix}: ask for fewer items")
        named = _NAME.sub(rf"\g<0>（{number}）", text, count=1)
        yield department, _CODE.sub(f'  - code: "{prefix}{number}000"', named)


def _more_departments(file: Path, texts: dict[str, list[str]]) -> dict[str, list[str]]:
    """Doubles of departments and of their items that stay, until there are as many as wanted."""
    known = file.read_text("utf-8")
    blocks = {match[1]: match[0] for match in _DEPARTMENT.finditer(known)}
    models = [name for name, entries in texts.items() if any(map(_stays, entries))]
    made: dict[str, list[str]] = {}
    free = iter(sorted({f"{each:02}" for each in range(40, 100)} - set(_DIGITS.findall(known))))
    for number, (model, digits) in enumerate(zip(cycle(models), free, strict=False), 1):
        if len(texts) + len(made) == DEPARTMENTS:
            break
        name = f"{_MORE}{number:02}"
        block = _DIGITS.sub(
            f'competence_digits: "{digits}"', blocks[model].replace(f"id: {model}\n", f"id: {name}\n")
        )
        known += re.sub(
            r"(    (?:name|short_name): .*)", rf"\1（{number}）", re.sub(r"order: ", "order: 1", block)
        )
        made[name] = [
            _CODE.sub(rf'  - code: "5301{digits}\g<2>000"', each).replace(f": {model}\n", f": {name}\n")
            for each in filter(_stays, texts[model])
        ]
    file.write_text(known, "utf-8", newline="\n")
    return made


def _stays(text: str) -> bool:
    return "state: resident" in text and len(_CODE.findall(text)) == 1 and "handlings:" not in text


def bundled(name: str, file: Path) -> Path:
    """A schema with the shared definitions inside: a peer without a registry reads them for each use."""
    text, common = ((ROOT / "schemas" / f"{each}.json").read_text("utf-8") for each in (name, "common"))
    value = json.loads(text.replace("common.json#/$defs/", "#/$defs/common/"))
    del value["$id"]
    value["$defs"]["common"] = json.loads(common.replace("#/$defs/", "#/$defs/common/"))["$defs"]
    file.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return file


def with_history(root: Path, commits: int) -> Path:
    """Put a made workspace under git: a first commit, then one changed item a commit; the last is staged."""
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "first")
    files = cycle(sorted(root.glob("catalogue/*/items/**/*.yaml")))
    for number, file in zip(range(commits), files, strict=False):
        text = file.read_text("utf-8")
        file.write_text(noted(text, f"第{number}次修改"), "utf-8", newline="\n")
        _git(root, "add", "-A")
        if number < commits - 1:
            _git(root, "commit", "-q", "-m", f"change {number}")
    return root


def noted(text: str, note: str) -> str:
    """A file whose first item has another note."""
    return _NOTED.sub(f"    note: {note}\n    version: 1\n", text, count=1)


def staged(root: Path) -> None:
    """Stage all that has changed in a workspace under git."""
    _git(root, "add", "-A")


def with_change(root: Path, every: int = 100) -> Path:
    """Put a made workspace under git in two commits; the second has another version of some items."""
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "before")
    _with_others(root, every, lambda _, entry: entry.replace("    version: 1\n", "    version: 2\n", 1))
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "after")
    return root


def with_faults(root: Path, every: int = 12) -> Path:
    """Break one item in so many of a made workspace: its type in turn, or the sum of its steps."""
    _with_others(root, every, lambda turn, entry: entry.replace(*_FAULTS[turn % len(_FAULTS)], 1))
    return root


def _with_others(root: Path, every: int, other: Callable[[int, str], str]) -> None:
    """Put others in place of one item in so many; ``other`` is given the turn, from 1, and the entry."""
    number = 0
    for file in sorted(root.glob("catalogue/*/items/**/*.yaml")):
        entries = _ENTRY.split(file.read_text("utf-8"))
        for place in range(1, len(entries)):
            number += 1
            if number % every == 0:
                entries[place] = other(number // every, entries[place])
        file.write_text("".join(entries), "utf-8", newline="\n")


def _git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgSign=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)  # noqa: S607

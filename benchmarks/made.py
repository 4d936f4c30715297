"""A register of any size, made from the items of the reference workspace that need no memorandum."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from place import ROOT

JURISDICTION = "yaoan"
A_FILE = 60

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
_ENTRY = re.compile(r"^(?=  - code:)", re.MULTILINE)
_CODE = re.compile(r'^  - code: "([0-9]{6})([0-9]{3})000"', re.MULTILINE)
_NAME = re.compile(r"^    name: .*$", re.MULTILINE)


def data_files(root: Path) -> list[Path]:
    """The data files of a workspace, sorted."""
    return sorted(file for name in ("catalogue", "memoranda") for file in (root / name).rglob("*.yaml"))


def made(root: Path, items: int) -> Path:
    """Write a workspace of so many items, those of the reference jurisdiction among them."""
    for name in ("catalogue", "memoranda"):
        shutil.copytree(ROOT / name / JURISDICTION, root / name / JURISDICTION)
    (root / "catalogue" / "xuke.yaml").write_text("format: 1\nlanguage: zh-CN\n", "utf-8")
    folder = root / "catalogue" / JURISDICTION / "items"
    texts = {file.stem: _ENTRY.split(file.read_text("utf-8"))[1:] for file in sorted(folder.glob("*.yaml"))}
    missing = items - sum(map(len, texts.values()))
    batches: dict[str, list[str]] = {}
    for (department, text), _ in zip(_copies(texts), range(missing), strict=False):
        batches.setdefault(department, []).append(text)
    for department, entries in batches.items():
        for start in range(0, len(entries), A_FILE):
            _write(folder.parent, department, f"more-{start // A_FILE:03}", entries[start : start + A_FILE])
    return root


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
    files = cycle(sorted((root / "catalogue" / JURISDICTION / "items").rglob("*.yaml")))
    for number, file in zip(range(commits), files, strict=False):
        text = file.read_text("utf-8")
        file.write_text(
            text.replace("    version: 1\n", f"    note: 第{number}次修改\n    version: 1\n", 1), "utf-8"
        )
        _git(root, "add", "-A")
        if number < commits - 1:
            _git(root, "commit", "-q", "-m", f"change {number}")
    return root


def _git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgSign=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)  # noqa: S607

"""Lists of powers as large as a prefecture's, and the workbooks in which its counties hand them in."""

import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from place import ROOT

#: The jurisdiction whose lists are copied, and how the counties are called that hold the copies.
MODEL = "yaoan"
COUNTIES = tuple(f"county-{number:02}" for number in range(1, 11))

#: What a jurisdiction needs besides its powers.
_KEPT = ("departments.yaml", "documents.yaml", "lists.yaml", "reform.yaml", "halls.yaml", "seals.yaml")
A_FILE = 60

_HEAD = "provenance: demonstration\npowers:\n"
_ENTRY = re.compile(r"^(?=  - code:)", re.MULTILINE)
_CODE = re.compile(r'^  - code: "[^"]*"', re.MULTILINE)
_NAME = re.compile(r"^    name: .*$", re.MULTILINE)
_ITEM = re.compile(r'^    item: "[^"]*"\n', re.MULTILINE)
#: A row of a workbook: the power itself, and each element of its lists.
_ROW = re.compile(r"^(?:  - code:|      - id:)", re.MULTILINE)


def made_powers(root: Path, rows: int) -> Path:
    """Write a workspace whose powers fill so many rows of workbooks, the same number in each county."""
    for county in COUNTIES:
        home = root / "catalogue" / county
        home.mkdir(parents=True)
        for name in _KEPT:
            shutil.copy(ROOT / "catalogue" / MODEL / name, home / name)
        for department, entries in _filled(rows // len(COUNTIES)).items():
            _write(home / "duties" / department, entries)
    (root / "catalogue" / "xuke.yaml").write_text("format: 1\nlanguage: zh-CN\n", "utf-8")
    return root


def _filled(rows: int) -> dict[str, list[str]]:
    """The model's powers again and again under codes of their own, by department."""
    found: dict[str, list[str]] = {}
    for number, (department, text) in enumerate(cycle(_models()), 1):
        rows -= len(_ROW.findall(text))
        if rows < 0:
            return found
        coded = _CODE.sub(f'  - code: "{number:012}"', text)
        found.setdefault(department, []).append(_NAME.sub(rf"\g<0>（{number}）", coded, count=1))
    return found


def _models() -> list[tuple[str, str]]:
    """Powers that stand by themselves, one department after the other."""
    files = sorted((ROOT / "catalogue" / MODEL / "duties").glob("*.yaml"))
    return [
        (file.stem, _ITEM.sub("", each))
        for file in files
        for each in _ENTRY.split(file.read_text("utf-8").partition("\nsupervision:")[0])[1:]
    ]


def _write(folder: Path, entries: list[str]) -> None:
    folder.mkdir(parents=True)
    for number, some in enumerate(_batches(entries)):
        text = "".join(each if each.endswith("\n") else f"{each}\n" for each in some)
        (folder / f"{number:03}.yaml").write_text(_HEAD + text, "utf-8", newline="\n")


def _batches(entries: list[str]) -> Iterator[list[str]]:
    rest = iter(entries)
    while some := list(islice(rest, A_FILE)):
        yield some

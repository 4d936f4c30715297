"""A published list, as dirty as it is, into a fresh workspace: ``python benchmarks/dirty_list.py FILE.csv``.

FILE is a table with the columns 实施部门, 实施主体编码, 事项名称 and 事项编码. Two maps tell what they are;
every row comes in as it stands, and what is wrong is told at its cell. Nothing of the file is kept.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DEPARTMENTS = """\
table: departments
columns: {实施部门: [name, kind], 实施主体编码: credit_code}
values: {kind: {区行政审批局: 审批局, "*": 部门}}
unique: first
"""

ITEMS = """\
table: items
columns:
  实施部门: [competent, organ]
  事项名称: name
  事项编码: code
constants: {type: "01", level: 县级}
"""


def xuke(folder: Path, *words: str) -> str:
    """What a command prints; findings are no failure here."""
    line = [sys.executable, "-m", "xuke", *words]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def imported(folder: Path, file: Path, text: str) -> dict[str, Any]:
    """The outcome of one import, by a map."""
    (folder / "map.yaml").write_text(text, "utf-8")
    words = ("import", str(file), "--map", "map.yaml", "--yes", "--format", "json")
    return json.loads(xuke(folder, *words))  # type: ignore[no-any-return]


def cells(value: dict[str, Any]) -> set[tuple[str, str]]:
    """Every cell that something is told of, with the code; cells that say the same again count too."""
    found = value["findings"]
    first = {(each["code"], each["cell"]) for each in found}
    # The other side of a finding about rows (X) is the row that is right.
    again = {
        (each["code"], side["cell"]) for each in found if each["code"][0] != "X" for side in each["also"]
    }
    return {(code, cell) for code, cell in first | again if cell}


def told(name: str, value: dict[str, Any]) -> Iterator[str]:
    """What became of the rows."""
    rows = sum(each["rows"] for each in value["blocks"])
    yield f"{name}: {rows} rows, {value['summary']['added']} records, written: {value['written']}"
    for code, count in sorted(Counter(code for code, _ in cells(value)).items()):
        yield f"  {code}: {count} cells"


def split(folder: Path) -> dict[str, int]:
    """The items by who decides, and all of them."""
    groups = json.loads(xuke(folder, "stats", "--format", "json"))["groups"]
    return {each["id"] or "all": each["items"] for each in groups if each["scope"] in {"organ", "all"}}


def main(file: Path) -> None:
    """Import the list and tell what became of its rows."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        place = ("-j", "list", "--name", "名单", "--level", "district", "--division", "")
        xuke(folder, "init", ".", *place, "--no-git")
        lines = [*told("departments", imported(folder, file, DEPARTMENTS))]
        lines += told("items", imported(folder, file, ITEMS))
        counts = ", ".join(f"{name} {count}" for name, count in split(folder).items())
    sys.stdout.write("".join(f"{line}\n" for line in (*lines, f"stats: {counts}")))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

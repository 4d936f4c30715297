"""A published list, as dirty as it is, into a fresh workspace: ``python benchmarks/dirty_list.py FILE.csv``.

FILE is a table with the columns 实施部门, 事项名称 and 事项编码. Two maps tell what they are; every row
comes in as it stands, and what is wrong is told at its cell. Nothing of the file is kept.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

DEPARTMENTS = """\
table: departments
columns: {实施部门: name}
constants: {kind: 部门}
unique: true
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


def imported(folder: Path, file: Path, text: str) -> dict:
    """The outcome of one import, by a map."""
    (folder / "map.yaml").write_text(text, "utf-8")
    return json.loads(xuke(folder, "import", str(file), "--map", "map.yaml", "--yes", "--format", "json"))


def main(file: Path) -> None:
    """Import the list and tell what became of its rows."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        place = ("-j", "list", "--name", "名单", "--level", "district", "--division", "")
        xuke(folder, "init", ".", *place, "--no-git")
        departments, items = (imported(folder, file, text) for text in (DEPARTMENTS, ITEMS))
    for name, value in (("departments", departments), ("items", items)):
        codes = Counter(each["code"] for each in value["findings"])
        cells = len({each["cell"] for each in value["findings"]})
        rows = sum(each["rows"] for each in value["blocks"])
        added, told = (
            value["summary"]["added"],
            ", ".join(f"{code} {count}" for code, count in sorted(codes.items())),
        )
        line = (
            f"{name}: {rows} rows, {added} records, written: {value['written']}; {cells} cells told ({told})"
        )
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

"""Input workbooks as a reader sees them: their stamp, and the records that their rows state."""

import shutil
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook

import house
import paper
from xuke.tables.inputs import input_table
from xuke.tables.inputs.cells import read
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.records import Given, element_of, owner_of, records_of
from xuke.tables.inputs.stamp import NAME, stamp_of


def stamp_in(path):
    """The stamp on the hidden sheet of a workbook."""
    return stamp_of(load_workbook(path)[NAME].iter_rows(values_only=True))


def grid_of(workbook, stamp, sheet):
    """The cells below the headings, rows without any left out."""
    rows = workbook[sheet.title].iter_rows(
        min_row=stamp.head + 1, max_col=len(sheet.columns), values_only=True
    )
    return [row for row in rows if any(cell is not None for cell in row)]


def records_in(path, register):
    """Every record that a filled form states, by its key."""
    workbook, stamp = load_workbook(path), stamp_in(path)
    table, names = input_table(stamp.table), Names(register)
    owners, given = {}, {}
    for sheet in table.sheets:
        given[sheet.id] = [
            _given(sheet, row, names, owners) for row in grid_of(workbook, stamp.sheet(sheet.id), sheet)
        ]
    return {(sheet.kind, str(fields[sheet.key])): fields for sheet, fields in records_of(table, given)}


def _given(sheet, cells, names, owners):
    count = len(sheet.address)
    address = tuple(str(each or "") for each in cells[:count])
    owner = owners.get(address[0], "") if address else ""
    if sheet.is_main:
        plain = element_of(sheet.fields, _read(sheet, cells, names, ""))
        owner = owner_of(sheet, plain)
        owners[str(plain.get(sheet.key))] = owner
    return Given(address, _read(sheet, cells[count:], names, owner))


def _read(sheet, cells, names, owner):
    return tuple(read(field, cell, names, owner) for field, cell in zip(sheet.fields, cells, strict=True))


def saved_again(path, folder):
    """The workbook after LibreOffice opened and saved it."""
    folder.mkdir(exist_ok=True)
    profile = (folder / "profile").resolve().as_uri()
    paper.run(
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(folder),
        str(path),
    )
    return folder / Path(path).name


def patched_package(folder, *edits):
    """A copy of the product with some texts of its schemas replaced: (file, old, new)."""
    shutil.copytree(house.PACKAGE, folder / "xuke")
    shutil.copytree(house.SCHEMAS, folder / "xuke" / "schemas")
    for name, old, new in edits:
        path = folder / "xuke" / "schemas" / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8")

    def run(*words):
        command = [sys.executable, "-m", "xuke", *map(str, words)]
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=60,
            check=False,
            env={"PYTHONPATH": str(folder), "LANG": "C.UTF-8"},
        )
        return done.returncode, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")

    return run

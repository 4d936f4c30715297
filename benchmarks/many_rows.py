"""100,000 rows out and in: the workbooks of ten counties, beside plain openpyxl on the same cells."""

import argparse
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from made_powers import COUNTIES, made_powers
from place import PEERS
from timing import Contender

IMPORT, CHANGED = "xuke import, {rows} rows", "xuke import with changes, {rows} rows"
LOAD, READ = "xuke list, {rows} rows", "openpyxl reads, {rows} rows"
TEMPLATE, FORM = "xuke template, {rows} rows", "openpyxl writes, form of {rows} rows"
EXPORT, TABLE = "xuke export powers, {rows} rows", "openpyxl writes, powers of {rows} rows"
FLAT = "xuke export powers as CSV, {rows} rows"

#: These lines are only measured where they are asked for.
NAME = "rows"


def many_rows(
    folder: Path, python: Path, runs: Sequence[str], given: argparse.Namespace
) -> Iterator[Contender]:
    """The lines; the workbooks are made once, by the product itself, before anything is measured."""
    root = made_powers(folder / "powers", given.rows)
    books = [folder / f"{county}.xlsx" for county in COUNTIES]
    script = [str(python), str(PEERS / "many_rows.py")]
    subprocess.run([*script, "make", str(root), str(folder), *COUNTIES], check=True)
    changed = [folder / f"changed-{book.name}" for book in books]
    whole, load, read = (name.format(rows=given.rows) for name in (IMPORT, LOAD, READ))
    words = [*runs, "import", "-C", str(root), "-q"]
    yield Contender(whole, [*words, *map(str, books)], read)
    yield Contender(CHANGED.format(rows=given.rows), [*words, *map(str, changed)], read)
    yield Contender(load, [*runs, "list", "department", "-C", str(root), "-j", COUNTIES[0]])
    yield Contender(read, [*script, "read", *map(str, books)])
    yield from _out(folder, runs, script, root, given.rows)


def _out(
    folder: Path, runs: Sequence[str], script: Sequence[str], root: Path, rows: int
) -> Iterator[Contender]:
    """One county's form and its filing table, each beside plain openpyxl writing the same cells."""
    place = ["-C", str(root), "-j", COUNTIES[0], "-q", "--force"]
    form, table, flat = folder / "form.xlsx", folder / "table.xlsx", folder / "table.csv"
    export = [*runs, "export", "filing", "--table", "powers", *place]
    county = rows // len(COUNTIES)
    for name, peer, words, book in (
        (TEMPLATE, FORM, [*runs, "template", "powers", *place], form),
        (EXPORT, TABLE, export, table),
    ):
        cells = book.with_suffix(".json")
        subprocess.run([*words, "-o", str(book)], check=True)
        plain = [script[0], str(PEERS / "plain_openpyxl.py")]
        subprocess.run([*plain, "read", str(book), str(cells)], check=True)
        other = peer.format(rows=county)
        yield Contender(name.format(rows=county), [*words, "-o", str(book)], other)
        yield Contender(other, [*plain, "write", str(cells), str(folder / "plain.xlsx")])
    yield Contender(FLAT.format(rows=county), [*export, "--format", "csv", "-o", str(flat)])

"""Workbooks of many rows: ``make ROOT FOLDER PLACE...`` makes them, ``read BOOK...`` merely reads them.

``make`` writes the form of each jurisdiction as ``xuke template`` does, and beside it one in which a name in
a hundred differs. ``read`` is plain openpyxl in its fastest mode, which looks at the rows of the table alone.
"""

import sys
from pathlib import Path

#: The sheets of the table; help, lists and stamp come after them.
SHEETS = 3
HEAD = 4


def make(root: str, folder: str, *places: str) -> None:
    """Write the forms."""
    from xuke.sources.load import load  # noqa: PLC0415
    from xuke.sources.tree import WorkTree  # noqa: PLC0415
    from xuke.tables.template import Template, TemplateRequest  # noqa: PLC0415

    snapshot = load(WorkTree(Path(root))).snapshot
    for place in places:
        request = TemplateRequest(snapshot, place, "powers", "", False, "", False, "0")
        path = Path(folder) / f"{place}.xlsx"
        path.write_bytes(Template(request).book())
        change(path, Path(folder) / f"changed-{path.name}")


def change(path: Path, target: Path) -> None:
    """A copy in which every hundredth power has another name."""
    # Late: the product says, before the first import, what openpyxl is to write with.
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[HEAD - 1] if cell.value == "职权名称")
    for row in range(HEAD + 100, sheet.max_row + 1, 100):
        sheet.cell(row, column).value += "（改）"
    book.save(target)


def read(*books: str) -> None:
    """Read every row of the table."""
    from openpyxl import load_workbook  # noqa: PLC0415

    count = 0
    for path in books:
        book = load_workbook(path, read_only=True)
        for sheet in book.worksheets[:SHEETS]:
            for _ in sheet.iter_rows(min_row=HEAD + 1, values_only=True):
                count += 1
        book.close()
    sys.stdout.write(f"{count} rows\n")


if __name__ == "__main__":
    {"make": make, "read": read}[sys.argv[1]](*sys.argv[2:])

"""A workbook on paper: ``python tests/paper.py BOOK.xlsx OUTDIR`` writes a PDF and a picture of each page."""

import shutil
import subprocess
import sys
from pathlib import Path

#: What has to be installed: LibreOffice and poppler.
TOOLS = ("soffice", "pdftoppm", "pdftotext", "pdfinfo")


def missing():
    """The tools that are not there."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def pdf_of(book, folder):
    """The workbook printed by LibreOffice, with a profile of its own."""
    profile = (folder / "profile").resolve().as_uri()
    run(
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(book),
    )
    return folder / f"{Path(book).stem}.pdf"


def pictures_of(pdf, folder, last=9999):
    """One PNG a page, in order, up to the last one wanted."""
    run("pdftoppm", "-r", "70", "-l", str(last), "-png", str(pdf), str(folder / "page"))
    return sorted(folder.glob("page-*.png"))


def pages_of(pdf):
    """The text of each page."""
    return run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


def sizes_of(pdf):
    """Width and height of each page in points."""
    lines = run("pdfinfo", "-f", "1", "-l", "9999", str(pdf)).splitlines()
    sizes = [line.split("size:")[1].split() for line in lines if "size:" in line and line.startswith("Page ")]
    return [(float(size[0]), float(size[2])) for size in sizes]


def run(*command):
    """Run a tool and return what it prints."""
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    return done.stdout.decode("utf-8")


def main(book, folder):
    """Write the PDF and its pages."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    pdf = pdf_of(Path(book), target)
    for picture in pictures_of(pdf, target):
        sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

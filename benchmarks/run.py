"""Ratios of xuke to the start of Python, to peers and to floors, all measured in turn in one run.

Run as ``python benchmarks/run.py``; nothing here is a test, and only ratios are worth comparing.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from contenders import contenders
from place import installed
from table import heading, table
from timing import measured


def options() -> argparse.Namespace:
    """What is to be measured, how often, and with which peers."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="fresh processes each (default 5)")
    parser.add_argument(
        "--only", action="append", metavar="TEXT", help="only lines whose name contains this, and their peers"
    )
    parser.add_argument("--items", type=int, default=600, metavar="N", help="items of the made workspace")
    parser.add_argument(
        "--rows", type=int, default=100_000, metavar="N", help='rows of the lines of "--only rows"'
    )
    parser.add_argument("--commits", type=int, default=300, metavar="N", help="commits of its history")
    parser.add_argument("--every", type=int, default=100, metavar="N", help="one item in N differs (100)")
    parser.add_argument("--cpu", action="store_true", help="ratios of processor time, for a busy machine")
    parser.add_argument("--check-jsonschema", metavar="PATH", help="the peer, if it is not on the path")
    return parser.parse_args()


def main() -> None:
    """Install, prepare, measure, print."""
    given = options()
    with tempfile.TemporaryDirectory(prefix="xuke-benchmarks.") as name:
        folder = Path(name)
        python, program = installed(folder)
        chosen, missing = contenders(folder, python, program, given)
        times = measured(chosen, given.runs)
        lines = [*heading(given.runs, by_processor=given.cpu), *missing, ""]
        lines += table(chosen, times, by_processor=given.cpu)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

"""The floor of a kept check: ``git ls-files -s``, and the size and times of every file that it lists."""

import os
import subprocess
import sys


def main() -> None:
    """List and look."""
    words = ["git", "-C", sys.argv[1], "ls-files", "-s", "-z"]
    rows = subprocess.run(words, capture_output=True, check=True).stdout.split(b"\0")
    root = os.fsencode(sys.argv[1])
    for row in filter(None, rows):
        os.lstat(os.path.join(root, row.partition(b"\t")[2]))


main()

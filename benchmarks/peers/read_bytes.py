"""The floor: the data files of a workspace, read and thrown away."""

import os
import sys


def main() -> None:
    """Read every data file below a root."""
    for name in ("catalogue", "memoranda"):
        for parent, _, files in os.walk(os.path.join(sys.argv[1], name)):
            for file in files:
                if file.endswith(".yaml"):
                    with open(os.path.join(parent, file), "rb") as data:
                        data.read()


main()

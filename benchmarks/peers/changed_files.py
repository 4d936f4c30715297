"""The floor of a comparison: ``git diff-tree``, then every event of YAML in the files that differ.

Both sides are read. Nothing is built of the events and nothing compared. With ``--safe`` the safe loader of
ruamel.yaml reads them. With ``--records`` a file is cut at every element of a list, blindly, and only the
events of elements are read that are on one side only.
"""

import subprocess
import sys
from collections.abc import Iterator

from _ruamel_yaml import CParser
from ruamel.yaml import YAML


def git(root: str, *words: str, given: bytes = b"") -> bytes:
    """What git prints."""
    return subprocess.run(["git", "-C", root, *words], input=given, capture_output=True, check=True).stdout  # noqa: S607


def texts(root: str) -> list[bytes]:
    """The blobs that differ between the last two commits, old and new."""
    rows = git(root, "diff-tree", "-r", "-z", "HEAD~1", "HEAD", "--", "catalogue", "memoranda").split(b"\0")
    names = [name for row in rows if row.startswith(b":") for name in row.split()[2:4] if name.strip(b"0")]
    answer = git(root, "cat-file", "--batch", given=b"".join(name + b"\n" for name in names))
    found, start = [], 0
    for _ in names:
        stop = answer.index(b"\n", start)
        size = int(answer[start:stop].split()[2])
        found.append(answer[stop + 1 : stop + 1 + size])
        start = stop + 2 + size
    return found


def records(found: list[bytes]) -> Iterator[bytes]:
    """The elements of lists on one side only; sides follow each other."""
    for old, new in zip(found[::2], found[1::2], strict=True):
        for text in set(old.split(b"\n  - ")) ^ set(new.split(b"\n  - ")):
            yield b"  - " + text


def main() -> None:
    """Read what differs."""
    found = texts(sys.argv[1])
    for text in records(found) if sys.argv[2:] == ["--records"] else found:
        if sys.argv[2:] == ["--safe"]:
            YAML(typ="safe").load(text)
        else:
            parser = CParser(text)
            while type(parser.get_event()).__name__ != "StreamEndEvent":
                pass


main()

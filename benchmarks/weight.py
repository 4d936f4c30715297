"""What one item weighs in memory, by what it is made of: ``python benchmarks/weight.py [--items N]``.

Objects are counted once, wherever they are used; the rest of the process is what Python holds besides: room
between objects, records, indexes and views. Texts of a made register repeat more than those of a real one.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from multiprocessing import Process
from pathlib import Path

from contenders import DAY
from made import made

from xuke.check.check import check
from xuke.document.packed import packed, unpacked
from xuke.model.document import Document
from xuke.model.record import Kind
from xuke.sources.load import load
from xuke.sources.tree import WorkTree


def resident() -> int:
    """Bytes of this process now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def weights(documents: list[Document]) -> Counter[str]:
    """Bytes by kind of object."""
    found: Counter[str] = Counter()
    parts: list[object] = [each.value for each in documents]
    seen = set()
    while parts:
        part = parts.pop()
        if id(part) not in seen:
            seen.add(id(part))
            found[type(part).__name__] += sys.getsizeof(part)
            parts.extend(_inside(part))
    marks = (each.marks for each in documents)
    found["marks"] = sum(sys.getsizeof(each) for all_ in marks for each in _arrays(all_))
    return found


def _inside(part: object) -> Iterator[object]:
    if isinstance(part, dict):
        yield from part.keys()
        yield from part.values()
    elif isinstance(part, list):
        yield from part


def _arrays(marks: object) -> Iterator[object]:
    return (getattr(marks, name) for name in ("starts", "ends", "sizes", "lines"))


def told(name: str, found: Counter[str], count: int) -> str:
    """One line: bytes an item, the heaviest first."""
    parts = ", ".join(f"{kind} {size / count:,.0f}" for kind, size in found.most_common() if size > count)
    return f"{name}: {sum(found.values()) / count:,.0f} bytes an item ({parts})"


def main() -> None:
    """Make, read, judge, and say what is held after each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=5_000, metavar="N", help="items of the made workspace")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xuke-weight.") as name:
        # In a process of its own, whose memory does not count.
        making = Process(target=made, args=(Path(name), given.items))
        making.start()
        making.join()
        tree = WorkTree(Path(name))
        before = resident()
        loaded = load(tree)
        read = resident()
        check(loaded, date.fromisoformat(DAY))
        judged = resident()
    count = sum(1 for _ in loaded.snapshot.of(Kind.ITEM))
    again = [unpacked(each.path, packed(each) or b"") for each in loaded.documents]
    lines = [
        told("read", weights(list(loaded.documents)), count),
        told("kept and read again", weights(again), count),
        f"process: {(read - before) / count:,.0f} bytes an item when read, "
        f"{(judged - read) / count:,.0f} more when judged (rules and libraries among it)",
    ]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()

"""A nation's register, read and compared jurisdiction by jurisdiction: ``python benchmarks/huge.py``.

It is one made jurisdiction under as many names as are wanted, in two commits of which one item in a hundred
differs. git keeps it once; the product reads it as often as it has names, and holds one at a time.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from made import A_JURISDICTION, JURISDICTION, made, with_change

from xuke.diff.compare import compare
from xuke.model.files import seat
from xuke.model.record import Kind
from xuke.sources.differing import halves
from xuke.sources.git import Entry, GitTree, Repository
from xuke.sources.listing import GitListing
from xuke.sources.load import load

REVISIONS = ("HEAD~1", "HEAD")


def git(root: Path, *words: str, given: str = "") -> str:
    """What git prints; the author is nobody."""
    author = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgSign=false")
    line = ["git", "-C", str(root), *author, *words]
    return subprocess.run(line, input=given, capture_output=True, text=True, check=True).stdout.strip()


def widened(root: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Two commits with the made jurisdiction under each of the names."""
    found: list[str] = []
    for revision in REVISIONS:
        folders = [_folder(root, revision, folder, names) for folder in ("catalogue", "memoranda")]
        tree = git(root, "mktree", given="".join(folders))
        found.append(git(root, "commit-tree", "-m", revision, tree, *(f"-p{each}" for each in found)))
    return tuple(found)


def _folder(root: Path, revision: str, folder: str, names: Sequence[str]) -> str:
    tree = git(root, "rev-parse", f"{revision}:{folder}/{JURISDICTION}")
    lines = [f"040000 tree {tree}\t{name}\n" for name in names]
    if folder == "catalogue":
        settings = git(root, "rev-parse", f"{revision}:catalogue/xuke.yaml")
        lines.append(f"100644 blob {settings}\txuke.yaml\n")
    return f"040000 tree {git(root, 'mktree', given=''.join(lines))}\t{folder}\n"


def by_place(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Files by the jurisdiction that they belong to."""
    found: dict[str, list[Entry]] = {}
    for each in entries:
        place = seat(each.path)
        if place is not None and place.jurisdiction:
            found.setdefault(place.jurisdiction, []).append(each)
    return found


def megabytes() -> float:
    """The most memory that this process held."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def processor() -> float:
    """Seconds of the processor that this process and its ended children took."""
    return sum(os.times()[:4])


def compared(repository: Repository, commits: Sequence[str], items: int) -> Iterator[str]:
    """All changes between the two commits, one jurisdiction after the other."""
    start, count = time.perf_counter(), 0
    began = processor()
    old, new = (by_place(repository.tree(each)) for each in commits)
    for place in sorted(old.keys() | new.keys()):
        sides = (GitListing(repository, each.get(place, [])) for each in (old, new))
        count += sum(1 for _ in compare(*(half.snapshot for half in halves(*sides))))
    times = f"{time.perf_counter() - start:.0f} s ({processor() - began:.0f} s of the processor)"
    yield f"diff of {items:,} items: {count:,} changes in {times}, peak {megabytes():.0f} MB"


def read(repository: Repository, commit: str, seconds: float) -> Iterator[str]:
    """Every record of a commit, as many jurisdictions as fit into the time."""
    start, count, first = time.perf_counter(), 0, 0.0
    began = processor()
    for entries in by_place(repository.tree(commit)).values():
        if time.perf_counter() - start > seconds:
            yield "the time is over; the rest was not read"
            break
        count += sum(1 for _ in load(GitTree(repository, entries)).snapshot.of(Kind.ITEM))
        first = first or megabytes()
    times = f"{time.perf_counter() - start:.0f} s ({processor() - began:.0f} s of the processor)"
    yield f"{count:,} items read in {times}"
    yield f"peak {first:.0f} MB after the first jurisdiction, {megabytes():.0f} MB at the end"


def main() -> None:
    """Make, compare, read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1_000_000, metavar="N", help="items of the register")
    parser.add_argument("--minutes", type=float, default=10, metavar="N", help="time for reading (10)")
    given = parser.parse_args()
    names = [f"place-{number:04}" for number in range(-(-given.items // A_JURISDICTION))]
    with tempfile.TemporaryDirectory(prefix="xuke-huge.") as name:
        root = with_change(made(Path(name), A_JURISDICTION))
        commits, repository = widened(root, names), Repository(root)
        for line in compared(repository, commits, len(names) * A_JURISDICTION):
            print(line, flush=True)  # noqa: T201
        for line in read(repository, commits[1], given.minutes * 60):
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

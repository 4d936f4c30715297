"""How many records a revision holds, mostly without reading them."""

from collections import Counter
from collections.abc import Collection
from typing import TypeAlias

from xuke.document.guard import decoded
from xuke.document.pieces import pieces
from xuke.document.read import read
from xuke.model.files import seat
from xuke.model.record import Kind, Record
from xuke.model.views import view
from xuke.sources.listing import Listing
from xuke.sources.load import records_of
from xuke.sources.tree import File

#: Records of each kind in one file.
Counts: TypeAlias = Counter[Kind]


def counted(
    both: tuple[Listing, Listing], kinds: Collection[Kind], jurisdiction: str = ""
) -> tuple[Counts, Counts]:
    """Records in force of some kinds on both sides.

    Costs the text of every file that may hold them, once where both sides have the same; only elements
    that may be withdrawn are read.
    """
    known: dict[tuple[str, str], Counts] = {}
    old, new = (_counted(each, frozenset(kinds), jurisdiction, known) for each in both)
    return old, new


def _counted(
    listing: Listing, kinds: frozenset[Kind], jurisdiction: str, known: dict[tuple[str, str], Counts]
) -> Counts:
    wanted = {path: name for path, name in listing.names.items() if _is_wanted(path, kinds, jurisdiction)}
    for file in listing.read([path for path, name in wanted.items() if (path, name) not in known]):
        known[file.path, wanted[file.path]] = _in_file(file)
    found: Counts = Counter()
    for place in wanted.items():
        found.update(known[place])
    return Counter({kind: found[kind] for kind in kinds})


def _is_wanted(path: str, kinds: frozenset[Kind], jurisdiction: str) -> bool:
    found = seat(path)
    if found is None or kinds.isdisjoint(found.kind.kinds):
        return False
    return not jurisdiction or found.jurisdiction == jurisdiction


def _in_file(file: File) -> Counts:
    found = seat(file.path)
    text, _ = decoded(file.path, file.data)
    cut = pieces(text, found.kind.lists) if text and found and not found.kind.single else None
    if cut is None or found is None:
        return _read(file.path, file.data)
    counts: Counts = Counter()
    for name, chunks in ((each.name, each) for each in cut):
        if "withdrawn" in chunks.text:
            counts.update(_read(file.path, chunks.document.encode()))
        else:
            counts[found.kind.lists[name]] += 1
    return counts


def _read(path: str, data: bytes) -> Counts:
    document, _ = read(path, data)
    records = records_of(document) if document else ()
    return Counter(each.key.kind for each in records if not _is_withdrawn(each))


def _is_withdrawn(record: Record) -> bool:
    return record.key.kind is Kind.ITEM and view(record).text("status") == "withdrawn"

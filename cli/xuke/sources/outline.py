"""A register in outline: what is referred to by name, where each item belongs, where each file is from."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from xuke.document.guard import decoded
from xuke.document.pieces import pieces
from xuke.document.read import read
from xuke.model.document import Document
from xuke.model.files import Seat, seat
from xuke.model.memory import no_collection
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.sources.listing import Listing
from xuke.sources.load import records_of
from xuke.sources.tree import File

#: What others refer to, or what belongs to no jurisdiction: read as it is.
_NAMED = frozenset(
    {
        *(Kind.WORKSPACE, Kind.JURISDICTION, Kind.DEPARTMENT, Kind.DOCUMENT),
        *(Kind.HALL, Kind.WINDOW, Kind.SEAL, Kind.INTERMEDIARY),
    }
)
#: Known of every jurisdiction, so that one can be chosen.
_EVERYWHERE = frozenset({Kind.WORKSPACE, Kind.JURISDICTION})

#: The origin of a file with all lines that belong to it, where no quote reaches beyond its line.
_ORIGIN = re.compile(r"^provenance:.*(?:\n(?:[ \t].*|\r?$))*", re.MULTILINE)

#: The records of one file, by its path and what stands for its content.
_Known = dict[tuple[str, str], list[Record]]


def outlines(both: Sequence[Listing], places: Collection[str]) -> list[Snapshot]:
    """Both sides of some jurisdictions.

    Items have their code and their department alone, unless they may be withdrawn; records that are
    neither items nor named by others are one a list and a file, which tells of nothing but its origin.
    Costs the text of every file, once where both sides have the same, and hardly any reading; what is
    broken inside an item is therefore not noticed.
    """
    known: _Known = {}
    with no_collection():
        return [_outline(each, frozenset(places), known) for each in both]


def _outline(listing: Listing, places: frozenset[str], known: _Known) -> Snapshot:
    wanted = {path: name for path, name in listing.names.items() if _is_wanted(path, places)}
    for file in listing.read([path for path, name in wanted.items() if (path, name) not in known]):
        known[file.path, wanted[file.path]] = list(_in_file(file))
    found: dict[Key, Record] = {}
    for place in sorted(wanted.items()):
        for record in known.get(place, ()):
            found.setdefault(record.key, record)
    return Snapshot(found)


def _is_wanted(path: str, places: frozenset[str]) -> bool:
    found = seat(path)
    return found is not None and (
        found.jurisdiction in places or not _EVERYWHERE.isdisjoint(found.kind.kinds)
    )


def _in_file(file: File) -> Iterator[Record]:
    found = seat(file.path)
    text, _ = decoded(file.path, file.data) if file.problem is None else (None, None)
    if text is None or found is None:
        return
    cut = None if _NAMED.intersection(found.kind.kinds) else _cut(found, text)
    document, _ = read(file.path, file.data if cut is None else _origin(text))
    if document is not None:
        yield from records_of(document) if cut is None else _thin(found, document, cut)


#: Elements as files of their own, with the code and the department of an item where they are plain.
_Element = tuple[Kind, str | None, str | None, str]


def _cut(found: Seat, text: str) -> list[_Element] | None:
    """What a file holds; None where only reading can tell."""
    if found.kind.single is not None:
        return [(found.kind.single, None, None, "")] if pieces(text, ()) is not None else None
    cut = pieces(text, found.kind.lists)
    if cut is None:
        return None
    named = ((found.kind.lists[each.name], each) for each in cut)
    return [
        (kind, each.identity("code"), each.identity("competent"), each.document)
        if kind is Kind.ITEM
        else (kind, None, None, "")
        for kind, each in named
    ]


def _origin(text: str) -> bytes:
    found = _ORIGIN.search(text)
    return f"{found[0]}\n".encode() if found else b""


def _thin(found: Seat, document: Document, cut: Sequence[_Element]) -> Iterator[Record]:
    home = Home(document, ())
    for kind, code, department, text in cut:
        if kind is not Kind.ITEM:
            yield Record(Key(found.jurisdiction, kind, document.path), {}, home)
        elif code is None or department is None or department.isdigit() or "withdrawn" in text:
            whole, _ = read(document.path, text.encode())
            yield from (Record(each.key, each.fields, home) for each in (records_of(whole) if whole else ()))
        else:
            yield Record(Key(found.jurisdiction, kind, code), {"code": code, "competent": department}, home)


def origins(snapshot: Snapshot) -> Mapping[str, str]:
    """What each file says of its origin, by path."""
    return {each.path: each.provenance for each in snapshot.records.values()}

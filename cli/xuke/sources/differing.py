"""Two revisions as far as they differ: only files that differ are read, and of them only such records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xuke.document.guard import decoded
from xuke.document.pieces import Chunk, pieces
from xuke.document.read import read
from xuke.model.diagnostic import Message
from xuke.model.files import Seat, seat
from xuke.model.memory import no_collection
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import view
from xuke.sources.listing import Listing
from xuke.sources.load import records_of
from xuke.sources.tree import File


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why not."""

    path: str
    reason: Message


@dataclass
class Half:
    """One side: every record that may differ, and the files that could not be read."""

    listing: Listing
    records: dict[Key, Record] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)

    @property
    def snapshot(self) -> Snapshot:
        """The records as a register; what is the same on both sides is not in it."""
        return Snapshot(self.records)

    def add(self, records: Iterable[Record]) -> None:
        """Take records in; the first of a key counts, as in a register that is read whole."""
        for each in records:
            self.records.setdefault(each.key, each)


def halves(
    old: Listing, new: Listing, *, jurisdiction: str = "", kinds: Iterable[Kind] = (), moves: bool = False
) -> tuple[Half, Half]:
    """Both sides of a comparison, of some jurisdiction and kinds of records or of all.

    Costs as much as differs: the names of all files, the texts of those that differ, and of these the
    records whose text is not on the other side. With ``moves``, also those that stand in another file.
    """
    both = Half(old), Half(new)
    with no_collection():
        paths = [path for path in _differing(old, new) if _is_wanted(path, jurisdiction, frozenset(kinds))]
        _Reading(both, moves).read(paths)
        for mine, other in (both, both[::-1]):
            _forget(mine, other)
        _add_sources(*both)
    return both


def _differing(old: Listing, new: Listing) -> list[str]:
    before, after = old.names, new.names
    return sorted(path for path in before | after if before.get(path) != after.get(path))


def _is_wanted(path: str, jurisdiction: str, kinds: frozenset[Kind]) -> bool:
    found = seat(path)
    if found is None or (jurisdiction and found.jurisdiction != jurisdiction):
        return False
    return not kinds or not kinds.isdisjoint(found.kind.kinds)


#: Files of each side that are held at a time: their texts are a multiple of what is told of them.
_AT_ONCE = 64


class _Cut(NamedTuple):
    """A file in its elements: those on one side only by side, and what stands for those on both."""

    alone: tuple[list[Chunk], list[Chunk]]
    #: Hashes: an element of another file is the same with a doubt of one in a billion billions.
    common: frozenset[int] = frozenset()


class _Reading:
    """Files cut into records, and the records that are on one side only."""

    def __init__(self, both: tuple[Half, Half], moves: bool) -> None:
        self._both = both
        self._moves = moves
        self._known: dict[tuple[str, Chunk], Record | None] = {}

    def read(self, paths: Sequence[str]) -> None:
        """Take the records in file by file, in the order of the paths."""
        groups = (paths[start : start + _AT_ONCE] for start in range(0, len(paths), _AT_ONCE))
        cuts = {path: cut for group in groups for path, cut in self._cut(group)}
        found = self._read_cut(cuts)
        whole = [path for path in paths if found[path] is None]
        files = [{each.path: each for each in half.listing.read(whole)} for half in self._both]
        for path in paths:
            for number, half in enumerate(self._both):
                records = found[path]
                if records is not None:
                    half.add(records[number])
                elif path in files[number]:
                    _read_whole(half, files[number][path])

    def _cut(self, paths: Sequence[str]) -> Iterator[tuple[str, _Cut | None]]:
        files = [{each.path: each for each in half.listing.read(paths)} for half in self._both]
        for path in paths:
            yield path, _cut(path, *(side.get(path) for side in files))

    def _read_cut(self, cuts: Mapping[str, _Cut | None]) -> dict[str, list[list[Record]] | None]:
        """Records by path and side; None for a file that has to be read whole."""
        kept = cuts if self._moves else _without_common(cuts)
        found = {path: cut and self._records(path, cut) for path, cut in kept.items()}
        whole = {path for path, records in found.items() if records is None and cuts[path] is not None}
        # What such a file has in common with others is no longer known to be the same.
        return self._read_cut({**cuts, **dict.fromkeys(whole)}) if whole else found

    def _records(self, path: str, cut: _Cut) -> list[list[Record]] | None:
        """Both sides record by record; None where one element turns out to be no record."""
        found = [[self._record(path, chunk) for chunk in chunks] for chunks in cut.alone]
        if any(each is None for side in found for each in side):
            return None
        return [[each for each in side if each is not None] for side in found]

    def _record(self, path: str, chunk: Chunk) -> Record | None:
        place = path, chunk
        if place not in self._known:
            document, _ = read(path, chunk.document.encode())
            records = list(records_of(document)) if document else []
            self._known[place] = records[0] if len(records) == 1 else None
        return self._known[place]


def _cut(path: str, old: File | None, new: File | None) -> _Cut | None:
    """A file that is cut on both sides; None where it is to be read whole."""
    found = seat(path)
    sides = [_pieces(found, each) for each in (old, new)] if found else []
    match sides:
        case [list() as before, list() as after]:
            both = set(before) & set(after)
            alone = tuple([each for each in side if each not in both] for side in (before, after))
            return _Cut((alone[0], alone[1]), frozenset(map(hash, both)))
    return None


def _pieces(found: Seat, file: File | None) -> list[Chunk] | None:
    if file is None:
        return []
    text, _ = decoded(file.path, file.data) if file.problem is None else (None, None)
    return None if text is None or found.kind.single else pieces(text, found.kind.lists)


def _without_common(cuts: Mapping[str, _Cut | None]) -> dict[str, _Cut | None]:
    """What is on one side only in all of its jurisdiction."""
    known = {place: _Known() for place in map(_place, cuts)}
    for path, cut in cuts.items():
        if cut:
            known[_place(path)].add(cut)
    return {path: cut and known[_place(path)].kept(cut) for path, cut in cuts.items()}


def _place(path: str) -> str:
    found = seat(path)
    return found.jurisdiction if found else path


class _Known:
    """The elements of a jurisdiction on each side."""

    def __init__(self) -> None:
        self._alone: tuple[set[Chunk], set[Chunk]] = (set(), set())
        self._common: set[int] = set()

    def add(self, cut: _Cut) -> None:
        self._common |= cut.common
        for known, chunks in zip(self._alone, cut.alone, strict=True):
            known.update(chunks)

    def kept(self, cut: _Cut) -> _Cut:
        old, new = (
            [each for each in chunks if each not in other and hash(each) not in self._common]
            for chunks, other in zip(cut.alone, self._alone[::-1], strict=True)
        )
        return _Cut((old, new))


def _read_whole(half: Half, file: File) -> None:
    document, problems = (None, ()) if file.problem else read(file.path, file.data)
    reason = file.problem or next((each.message for each in problems), None)
    if document is not None:
        half.add(records_of(document))
    elif reason is not None:
        half.unread.append(Unread(file.path, reason))


def _forget(mine: Half, other: Half) -> None:
    """Leave out what only seems to have come or gone because the other side could not be read."""
    lost = {each.path for each in other.unread}
    for key in [key for key, each in mine.records.items() if each.path in lost and key not in other.records]:
        del mine.records[key]


def _add_sources(old: Half, new: Half) -> None:
    """Items that others say to be split from them and that stay as they are: they are part of the change."""
    known = {(each.key, key) for each in old.records.values() for key in _split_from(each)}
    links = {(each.key, key) for each in new.records.values() for key in _split_from(each)}
    named = {key for _, key in links - known} - old.records.keys()
    for jurisdiction in sorted({key.jurisdiction for key in named}):
        codes = {key.id for key in named if key.jurisdiction == jurisdiction}
        for record in _found(old.listing, jurisdiction, codes):
            if record.key in named and record.key not in new.records:
                old.add([record])
                new.add([record])


def _split_from(record: Record) -> Iterator[Key]:
    if record.key.kind is Kind.ITEM:
        for each in view(record).parts("replaces"):
            if each.text("kind") == "split":
                yield Key(record.key.jurisdiction, Kind.ITEM, each.text("code"))


def _found(listing: Listing, jurisdiction: str, codes: set[str]) -> Iterator[Record]:
    """The items of a jurisdiction that have some codes; of the files that name one, all are read."""
    home = f"catalogue/{jurisdiction}/items/"
    signs = [code.encode() for code in codes]
    for file in listing.read([path for path in listing.names if path.startswith(home)]):
        if any(sign in file.data for sign in signs):
            document, _ = read(file.path, file.data)
            yield from (records_of(document) if document else ())

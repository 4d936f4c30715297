"""What every commit did to the records of some files: only trees, and the blobs that differ, are read."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from xuke.document.pieces import Chunk, likely_pieces, pieces
from xuke.document.read import read
from xuke.model.files import FileKind, seat
from xuke.model.past import Commit
from xuke.model.record import Key, Record
from xuke.sources.commits import Difference
from xuke.sources.git import Repository
from xuke.sources.load import ID_FIELDS, Parse, parsed, records_of

#: So many changed files are held in memory at a time.
BATCH = 64

#: Where a record is written: files in reading order, each with its text.
Places = Mapping[str, Chunk]


@dataclass(slots=True)
class Edge:
    """What differs of one record between a commit and one of its parents."""

    old: dict[str, Chunk] = field(default_factory=dict)
    new: dict[str, Chunk] = field(default_factory=dict)

    def before(self, after: Places) -> Places:
        """Where the record stood in the parent."""
        return {**{path: text for path, text in after.items() if path not in self.new}, **self.old}

    def after(self, before: Places) -> Places:
        """Where the record stands in the commit."""
        return {**{path: text for path, text in before.items() if path not in self.old}, **self.new}


Edges = dict[Key, Edge]


class Past:
    """All commits behind one that concern some files, and what they did there; read when first asked for.

    With ``ids``, of records in lists, files that name none of them are passed over.
    """

    def __init__(
        self,
        repository: Repository,
        newest: str,
        paths: Sequence[str],
        parse: Parse = parsed,
        ids: Collection[str] = (),
    ) -> None:
        self._repository = repository
        self._parse = parse
        self._newest = newest
        self._paths = paths
        # A name is written as it is, or with an escape.
        self._signs = [*(each.encode() for each in ids), b"\\"] if ids else [b""]
        self._records: dict[tuple[str, Chunk], Record | None] = {}
        self._chains: dict[str, frozenset[str]] = {}
        self._touching_ranks: dict[Key, list[int]] = {}

    @cached_property
    def commits(self) -> dict[str, Commit]:
        """Commits by name, children first."""
        return {each.name: each for each in self._repository.commits(self._newest, self._paths)}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Place of every commit in that order."""
        return {name: rank for rank, name in enumerate(self.commits)}

    @cached_property
    def edges(self) -> dict[tuple[str, str], Edges]:
        """What differs, by commit and parent; the parent of a root has no name."""
        pairs = [(name, parent) for name, each in self.commits.items() for parent in each.parents or ("",)]
        trees = [(self.commits[old].tree if old else "", self.commits[new].tree) for new, old in pairs]
        found: dict[tuple[str, str], Edges] = {pair: {} for pair in pairs}
        differing = zip(pairs, self._repository.differences(trees, self._paths), strict=True)
        changes = [(pair, each) for pair, group in differing for each in group if seat(each.path)]
        for start in range(0, len(changes), BATCH):
            self._fill(found, changes[start : start + BATCH])
        return found

    def _fill(
        self,
        found: dict[tuple[str, str], Edges],
        changes: Sequence[tuple[tuple[str, str], Difference]],
    ) -> None:
        names = list(dict.fromkeys(name for _, each in changes for name in (each.old, each.new) if name))
        texts = dict(zip(names, self._repository.blobs(names), strict=True))
        cuts: dict[tuple[str, str], dict[Chunk, None]] = {}
        named = {name for name, text in texts.items() if any(sign in text for sign in self._signs)}
        for pair, each in changes:
            if each.old not in named and each.new not in named:
                continue
            old, new = (_cut(each.path, name, texts, cuts) for name in (each.old, each.new))
            for chunk in old:
                if chunk not in new and (key := self._key(each.path, chunk)):
                    found[pair].setdefault(key, Edge()).old[each.path] = chunk
            for chunk in new:
                if chunk not in old and (key := self._key(each.path, chunk)):
                    found[pair].setdefault(key, Edge()).new[each.path] = chunk

    def _key(self, path: str, chunk: Chunk) -> Key | None:
        found = seat(path)
        if found and (kind := found.kind.lists.get(chunk.name)):
            identity = chunk.identity(ID_FIELDS.get(kind, "id"))
            if identity is not None:
                return Key(found.jurisdiction, kind, identity)
        record = self._record(path, chunk)
        return record.key if record else None

    def _record(self, path: str, chunk: Chunk) -> Record | None:
        place = path, chunk
        if place not in self._records:
            text = (chunk.document if chunk.name else chunk.text).encode()
            # A whole file may have been read before, a record of it by itself hardly.
            document, _ = read(path, text) if chunk.name else self._parse(path, text)
            self._records[place] = next(records_of(document), None) if document else None
        return self._records[place]

    def record(self, places: Places) -> Record | None:
        """The record that is written in some places: the first counts; None where it cannot be read."""
        found = (self._record(path, places[path]) for path in sorted(places))
        return next((each for each in found if each), None)

    @cached_property
    def touching(self) -> dict[Key, list[str]]:
        """Commits that have a record other than their first parent has it, oldest first."""
        found: dict[Key, list[str]] = {}
        for name in reversed(self.commits):
            for key in self.first_edges(name):
                found.setdefault(key, []).append(name)
        return found

    def touching_ranks(self, key: Key) -> list[int]:
        """Places of those commits in the order of the past."""
        if key not in self._touching_ranks:
            self._touching_ranks[key] = [self.ranks[name] for name in reversed(self.touching.get(key, []))]
        return self._touching_ranks[key]

    def first_edges(self, commit: str) -> Edges:
        """What differs between a commit and its first parent."""
        return self.edges[commit, next(iter(self.commits[commit].parents), "")]

    def places(self, commit: str, key: Key) -> Places:
        """Where a record stands in a commit."""
        here: Places = {}
        chain = self._chain(commit)
        for name in self.touching.get(key, ()):
            if name in chain:
                here = self.first_edges(name)[key].after(here)
        return here

    def _chain(self, commit: str) -> frozenset[str]:
        """A commit, its first parent, the first parent of that, and so on."""
        if commit not in self._chains:
            self._chains[commit] = frozenset(self._behind(commit))
        return self._chains[commit]

    def _behind(self, commit: str) -> Iterator[str]:
        names: tuple[str, ...] = (commit,)
        while names:
            yield names[0]
            names = self.commits[names[0]].parents

    @cached_property
    def is_linear(self) -> bool:
        """Whether no commit has two parents."""
        return all(len(each.parents) < 2 for each in self.commits.values())


def _cut(
    path: str, name: str, texts: Mapping[str, bytes], known: dict[tuple[str, str], dict[Chunk, None]]
) -> dict[Chunk, None]:
    found = seat(path)
    place = name, found.kind.schema if found else ""
    if place not in known:
        text = texts.get(name, b"").decode("utf-8-sig", "replace")
        known[place] = dict.fromkeys(_pieces(path, text, found.kind) if found and text else ())
    return known[place]


def _pieces(path: str, text: str, kind: FileKind) -> Iterator[Chunk]:
    if kind.single is not None:
        yield Chunk("", text)
    elif (cut := pieces(text, kind.lists)) is not None:
        yield from cut
    else:
        yield from _read_pieces(path, text, kind)


def _read_pieces(path: str, text: str, kind: FileKind) -> Iterator[Chunk]:
    document, _ = read(path, text.encode())
    if document is None:
        yield from likely_pieces(text, kind.lists)
        return
    # A list in brackets, or with a remark before its first element: as if each were written plainly.
    for record in records_of(document):
        (name, *_) = record.home.pointer
        yield Chunk(str(name), f"  - {json.dumps(record.fields, ensure_ascii=False)}\n")

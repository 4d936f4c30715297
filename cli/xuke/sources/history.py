"""The past of records: every commit that touched them, read from blobs, only what differs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from xuke.document.cut import Chunk, chunks
from xuke.document.read import read
from xuke.model.files import seat
from xuke.model.record import Key, Kind, Record
from xuke.model.rule import Version
from xuke.sources.git import Change, Repository
from xuke.sources.load import records_of


class GitHistory:
    """The history behind one commit; read when first asked for, by jurisdiction and kind of file."""

    def __init__(self, repository: Repository, commit: str) -> None:
        self._repository = repository
        self._commit = commit
        self._changes: list[Change] | None = None
        self._versions: dict[tuple[str, str], dict[Key, list[Version]]] = {}
        self._known: dict[tuple[str, Chunk], tuple[Record, ...]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether no commit is cut off."""
        return not self._repository.is_shallow

    def versions(self, key: Key) -> Sequence[Version]:
        """The different versions of a record, newest first."""
        return self._group(key.jurisdiction, key.kind).get(key, [])[::-1]

    def keys(self, jurisdiction: str, kind: Kind) -> Sequence[Key]:
        """Every key of a kind that ever was."""
        return [key for key in self._group(jurisdiction, kind) if key.kind is kind]

    def _group(self, jurisdiction: str, kind: Kind) -> dict[Key, list[Version]]:
        place = jurisdiction, str(kind)
        if place not in self._versions:
            self._versions[place] = self._read(jurisdiction, kind)
        return self._versions[place]

    def _read(self, jurisdiction: str, kind: Kind) -> dict[Key, list[Version]]:
        changes = [each for each in self._all() if _concerns(each.path, jurisdiction, kind)]
        names = sorted({name for each in changes for name in (each.old, each.new) if name})
        texts = dict(zip(names, self._repository.blobs(names), strict=True))
        found: dict[Key, list[Version]] = {}
        for commit, group in groupby(changes, key=lambda change: change.commit):
            self._step(commit, list(group), texts, found)
        return found

    def _step(
        self, commit: str, changes: list[Change], texts: dict[str, bytes], found: dict[Key, list[Version]]
    ) -> None:
        old = dict(record for change in changes for record in self._differing(change, texts, is_old=True))
        new = dict(record for change in changes for record in self._differing(change, texts, is_old=False))
        for key, record in {**old, **new}.items():
            known = found.setdefault(key, [])
            is_gone = key not in new
            if not known or known[-1].record != record or known[-1].is_gone != is_gone:
                known.append(Version(commit, changes[0].day, record, is_gone))

    def _differing(
        self, change: Change, texts: dict[str, bytes], *, is_old: bool
    ) -> Iterator[tuple[Key, Record]]:
        mine, other = (change.old, change.new) if is_old else (change.new, change.old)
        same = set(_cut(change.path, texts.get(other, b"")))
        for chunk in _cut(change.path, texts.get(mine, b"")):
            if chunk not in same:
                yield from ((record.key, record) for record in self._records(change.path, chunk))

    def _records(self, path: str, chunk: Chunk) -> tuple[Record, ...]:
        place = path, chunk
        if place not in self._known:
            text = chunk.document if chunk.name else chunk.text
            document, _ = read(path, text.encode())
            self._known[place] = tuple(records_of(document)) if document else ()
        return self._known[place]

    def _all(self) -> list[Change]:
        if self._changes is None:
            self._changes = self._repository.changes(self._commit)
        return self._changes


def _concerns(path: str, jurisdiction: str, kind: Kind) -> bool:
    found = seat(path)
    return found is not None and found.jurisdiction == jurisdiction and kind in found.kind.kinds


def _cut(path: str, data: bytes) -> list[Chunk]:
    text = data.decode("utf-8-sig", "replace")
    found = seat(path)
    is_single = found is not None and found.kind.single is not None
    return [Chunk("", text)] if is_single else list(chunks(text))

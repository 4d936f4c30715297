"""The past of records: every commit that touched them, read from blobs, only what differs."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from xuke.model.errors import XukeError
from xuke.model.files import ALL, places
from xuke.model.folders import DATA_FOLDERS
from xuke.model.past import Step
from xuke.model.record import Key, Kind, Record
from xuke.model.rule import Version
from xuke.model.views import Memo, view
from xuke.sources.git import Repository
from xuke.sources.load import Parse, parsed, records_of
from xuke.sources.past import Past
from xuke.sources.paths import is_data
from xuke.sources.walk import Walk

#: Records that are named where they are written, not by their file.
_LISTED = frozenset(kind for each in ALL for kind in each.lists.values())

#: A commit as records name it; whatever else stands there is asked of nobody.
_HASH = re.compile(r"[0-9a-f]{7,64}").fullmatch


class GitHistory:
    """The history behind one commit; read when first asked for, by jurisdiction and kind of file."""

    def __init__(self, repository: Repository, commit: str, parse: Parse = parsed) -> None:
        self._repository = repository
        self._commit = commit
        self._parse = parse
        self._pasts: dict[tuple[str, ...], Past] = {}

    def reading(self, parse: Parse) -> "GitHistory":
        """The same history, whose whole files are read in another way."""
        return GitHistory(self._repository, self._commit, parse)

    @property
    def is_whole(self) -> bool:
        """Whether no commit is cut off."""
        return not self._repository.is_shallow

    def versions(self, key: Key) -> Sequence[Version]:
        """The different versions of a record under its own code, newest first, those of merges among them."""
        past = self._past(key.jurisdiction, key.kind)
        steps, _ = Walk(past, follows=False).steps([key], frozenset())
        return [found for each in steps if (found := _version(each, steps))]

    def keys(self, jurisdiction: str, kind: Kind) -> Sequence[Key]:
        """Every key of a kind that ever was."""
        return [key for key in self._past(jurisdiction, kind).touching if key.kind is kind]

    def after(self, commit: str) -> Mapping[str, date] | None:
        """The commits that one has not behind it, each with its day; None where that one is not known."""
        if not _HASH(commit):
            return None
        try:
            name = self._repository.resolve(commit)
        except XukeError:
            return None
        return {each.name: each.day for each in self._repository.commits(f"{name}..{self._commit}", ())}

    def all_keys(self) -> Sequence[Key]:
        """Every key of any kind that ever was; reads what every commit changed."""
        return list(self._at(DATA_FOLDERS).touching)

    def steps(self, key: Key, *others: Key) -> tuple[list[Step], list[int]]:
        """What commits did to a record, newest first, under the codes that it replaces too.

        ``others`` are further records of its kind; the numbers are those of the newest step of each.
        """
        keys, paths = [key, *others], places(key.kind, key.jurisdiction)
        ids = {each.id for each in keys}
        while True:
            past = self._pasts.get(paths) or self._of(paths, ids if key.kind in _LISTED else ())
            found = Walk(past, follows=True).steps(keys, self._cut)
            more = {other.id for step in found[0] for other, _ in step.replaces} - ids
            if not more:
                return found
            ids |= more

    def memoranda(
        self, jurisdiction: str, commits: Sequence[str], codes: Collection[str]
    ) -> dict[str, list[Memo]]:
        """The memoranda of a jurisdiction that may list some items, as they were in some commits."""
        (folder,) = places(Kind.MEMORANDUM, jurisdiction)
        found = list(self._repository.folders(commits, folder))
        blobs = [
            [(f"{folder}/{each.path}", each.blob) for each in entries if is_data(each.path)]
            for entries in found
        ]
        known = dict(self._mentioning(sorted({each for group in blobs for each in group}), codes))
        read_ones = ([known[each] for each in group if each in known] for group in blobs)
        return {name: list(_memos(records)) for name, records in zip(commits, read_ones, strict=True)}

    def _mentioning(
        self, asked: Sequence[tuple[str, str]], codes: Collection[str]
    ) -> Iterator[tuple[tuple[str, str], Record | None]]:
        """Files read, but for those that cannot mean a code: only an escape writes one otherwise."""
        signs = [*(each.encode() for each in codes), b"\\"]
        for place, data in zip(asked, self._repository.blobs(blob for _, blob in asked), strict=True):
            if any(sign in data for sign in signs):
                document, _ = self._parse(place[0], data)
                yield place, next(records_of(document), None) if document else None

    def _past(self, jurisdiction: str, kind: Kind) -> Past:
        return self._at(places(kind, jurisdiction))

    def _at(self, paths: tuple[str, ...]) -> Past:
        if paths not in self._pasts:
            self._pasts[paths] = self._of(paths)
        return self._pasts[paths]

    def _of(self, paths: tuple[str, ...], ids: Collection[str] = ()) -> Past:
        return Past(self._repository, self._commit, paths, self._parse, ids)

    @cached_property
    def _cut(self) -> frozenset[str]:
        return self._repository.cut


def _memos(records: Sequence[Record | None]) -> Iterator[Memo]:
    found = (view(each) for each in records if each is not None)
    yield from (each for each in found if isinstance(each, Memo))


def _version(step: Step, steps: Sequence[Step]) -> Version | None:
    """What a step made of a record; None where only its text, its file or the order of its fields differs."""
    before = [record for each in step.befores if (record := steps[each].record)]
    record = step.record or next(iter(before), None)
    if step.commit is None or record is None or (step.record and step.record in before):
        return None
    return Version(step.commit.name, step.commit.day, record, step.record is None)

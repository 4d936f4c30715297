"""Records that go on under other codes, as ``replaces`` says: renumbered, split, merged; never by guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xuke.diff.fields import edits_of
from xuke.model.change import (
    Added,
    Change,
    Difference,
    Edited,
    FieldEdit,
    Merged,
    Removed,
    Renumbered,
    Split,
)
from xuke.model.past import replaced
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import view


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of ``replaces`` that is new: the code that stops, the item that names it, and how."""

    old: Key
    new: Key
    kind: str


def joined(found: Sequence[Difference], old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """The differences, those of records that replace each other told as one change."""
    named = dict.fromkeys(link for each in found for link in links_of(each))
    links = [link for link in named if link.old in old.records and link.old != link.new]
    yield from _Joining(found, links, old, new).changes()


def links_of(change: Difference) -> Iterator[Link]:
    """What a record says since this change of the codes that it replaces."""
    if isinstance(change, Added | Edited) and change.key.kind is Kind.ITEM:
        known = set(replaced(change.old)) if isinstance(change, Edited) else set()
        for key, kind in replaced(change.new):
            if (key, kind) not in known:
                yield Link(key, change.key, kind)


@dataclass
class _Joining:
    """Merges first, then splits, then new numbers; a record takes part in one change only."""

    found: Sequence[Difference]
    links: list[Link]
    old: Snapshot
    new: Snapshot

    def changes(self) -> Iterator[Change]:
        yield from self._merged()
        yield from self._split()
        yield from self._renumbered()
        yield from (each for each in self.found if not self._is_told(each))

    @cached_property
    def _sources(self) -> set[Key]:
        return set()

    @cached_property
    def _results(self) -> set[Key]:
        return set()

    def _is_told(self, change: Difference) -> bool:
        # A source that is still written, as withdrawn, keeps its own edit.
        key = change.key
        return key in self._results or (isinstance(change, Removed) and key in self._sources)

    def _merged(self) -> Iterator[Merged]:
        for key in self._named("merged"):
            gone = [
                link.old for link in self.links if link.new == key and self._goes_on_elsewhere(link, "merged")
            ]
            if gone:
                kept = [key] if key in self.old.records else []
                sources = tuple(self.old.records[each] for each in [*kept, *gone])
                self._sources.update(gone)
                self._results.add(key)
                yield Merged(sources, self.new.records[key], _edits(sources[0], self.new.records[key]))

    def _split(self) -> Iterator[Split]:
        for source in dict.fromkeys(link.old for link in self.links if link.kind == "split"):
            come = [link.new for link in self.links if link.old == source and self._comes(link, "split")]
            kept = [] if self._is_stopped(source) else [source]
            if come and source not in self._sources and not self._results.intersection(kept):
                results = tuple(self.new.records[each] for each in [*kept, *come])
                self._sources.add(source)
                self._results.update([*kept, *come])
                before = self.old.records[source]
                yield Split(before, results, tuple(_edits(before, each) for each in results))

    def _renumbered(self) -> Iterator[Renumbered]:
        for link in self.links:
            if self._comes(link, "renumbered") and self._goes_on_elsewhere(link, "renumbered"):
                before, after = self.old.records[link.old], self.new.records[link.new]
                self._sources.add(link.old)
                self._results.add(link.new)
                yield Renumbered(before, after, _edits(before, after))

    def _named(self, kind: str) -> Iterator[Key]:
        yield from dict.fromkeys(link.new for link in self.links if link.kind == kind)

    def _comes(self, link: Link, kind: str) -> bool:
        is_new = link.new not in self.old.records and link.new not in self._results
        return link.kind == kind and is_new

    def _goes_on_elsewhere(self, link: Link, kind: str) -> bool:
        return link.kind == kind and link.old not in self._sources and self._is_stopped(link.old)

    def _is_stopped(self, key: Key) -> bool:
        after = self.new.records.get(key)
        return after is None or (_is_withdrawn(after) and not _is_withdrawn(self.old.records[key]))


def _is_withdrawn(record: Record) -> bool:
    return view(record).text("status") == "withdrawn"


def _edits(old: Record, new: Record) -> tuple[FieldEdit, ...]:
    return tuple(edits_of(new.key.kind, old.fields, new.fields))

"""The way of one record back through the commits: through merges, and to the records that it replaces."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from xuke.model.past import Step, replaced
from xuke.model.record import Key, Kind
from xuke.sources.past import Edge, Past, Places

#: A record at a commit, by the place of the commit in the order of the past.
_Node = tuple[int, Key]

_NOTHING = Edge()


class Walk:
    """Steps of one record, newest first; a merge that keeps a parent's text leads to that parent alone."""

    def __init__(self, past: Past, *, follows: bool) -> None:
        self._past = past
        self._names = list(past.commits)
        self._follows = follows
        self._places: dict[_Node, Places] = {}
        self._ahead: list[_Node] = []
        #: Where a commit that did nothing to a record leads; None where the record never was.
        self._passing: dict[_Node, _Node | None] = {}
        self._behind: dict[_Node, tuple[_Node, ...]] = {}
        self._replaces: dict[_Node, tuple[tuple[Key, str], ...]] = {}

    def steps(self, keys: Sequence[Key], cut: frozenset[str]) -> tuple[list[Step], list[int]]:
        """Every commit that touched the text of some records or moved them, and the newest step of each.

        ``cut`` are the oldest commits of a shallow clone. A record that never was has no newest step.
        """
        if not self._names:
            return [], []
        for key in keys:
            self._enter((0, key), self._past.places(self._names[0], key))
        while self._ahead:
            self._visit(heappop(self._ahead))
        nodes = list(self._behind)
        numbers = {node: number for number, node in enumerate(nodes)}
        newest = (self._resolved((0, key), numbers) for key in keys)
        steps = [self._step(node, numbers, cut) for node in nodes]
        return steps, [each for each in newest if each is not None]

    def _enter(self, node: _Node, places: Places) -> None:
        if node not in self._places:
            self._places[node] = places
            heappush(self._ahead, node)

    def _visit(self, node: _Node) -> None:
        onward = self._jump(node)
        if onward != node:
            self._pass(node, onward, self._places[node])
            return
        rank, key = node
        here, name = self._places[node], self._names[rank]
        parents = {
            self._past.ranks[each]: self._past.edges[name, each].get(key, _NOTHING).before(here)
            for each in self._past.commits[name].parents
        }
        same = [each for each, before in parents.items() if before == here]
        if not parents and not here:
            self._passing[node] = None
        elif parents and (same or (here and self._past.record(here) is None)):
            nearest = next(iter(same or parents))
            self._pass(node, (nearest, key), parents[nearest])
        else:
            self._turn(node, parents)

    def _jump(self, node: _Node) -> _Node:
        """The next commit that touches the record or has no parent, where no commit has two."""
        rank, key = node
        if not self._past.is_linear:
            return node
        ranks = self._past.touching_ranks(key)
        place = bisect_left(ranks, rank)
        return ranks[place] if place < len(ranks) else len(self._names) - 1, key

    def _pass(self, node: _Node, onward: _Node, places: Places) -> None:
        self._passing[node] = onward
        self._enter(onward, places)

    def _turn(self, node: _Node, parents: dict[int, Places]) -> None:
        """A commit that did something: what was there before, under this code and under others."""
        own = [(each, node[1]) for each in parents]
        for each in own:
            self._enter(each, parents[each[0]])
        new = self._new_replaces(node, parents) if self._follows else ()
        others = [(each, other) for other, _ in new for each in parents if self._past.touching.get(other)]
        for rank, other in others:
            self._enter((rank, other), self._past.places(self._names[rank], other))
        is_new = not any(parents.values())
        self._replaces[node] = new
        self._behind[node] = (*(() if is_new and others else own), *others)

    def _new_replaces(self, at: _Node, parents: dict[int, Places]) -> tuple[tuple[Key, str], ...]:
        """Codes that the record says for the first time to replace."""
        now = self._replaced(at[1], self._places[at])
        before = {key for places in parents.values() for key, _ in self._replaced(at[1], places)}
        return tuple((key, how) for key, how in now if key not in before and key != at[1])

    def _replaced(self, key: Key, places: Places) -> list[tuple[Key, str]]:
        if key.kind is not Kind.ITEM or not any("replaces" in each.text for each in places.values()):
            return []
        record = self._past.record(places)
        return replaced(record) if record else []

    def _step(self, node: _Node, numbers: dict[_Node, int], cut: frozenset[str]) -> Step:
        rank, key = node
        name, here = self._names[rank], self._places[node]
        found = (self._resolved(each, numbers) for each in self._behind[node])
        return Step(
            self._past.commits[name],
            key,
            self._past.record(here) if here else None,
            tuple(dict.fromkeys(each for each in found if each is not None)),
            is_cut=name in cut,
            replaces=self._replaces[node],
            replaced_by=() if here or not self._follows else tuple(self._successors(name, key)),
        )

    def _resolved(self, node: _Node, numbers: dict[_Node, int]) -> int | None:
        here: _Node | None = node
        while here is not None and here not in numbers:
            here = self._passing[here]
        return None if here is None else numbers[here]

    def _successors(self, commit: str, key: Key) -> Iterator[tuple[Key, str]]:
        """Records that say since a commit that they replace this one."""
        for other, edge in self._past.first_edges(commit).items():
            if edge.new and other != key:
                now = self._replaced(other, edge.new)
                yield from ((other, how) for replacing, how in now if replacing == key)

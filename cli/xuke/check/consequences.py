"""Findings that only follow from others, by a table of what links them."""

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from xuke.model.diagnostic import Diagnostic, say
from xuke.model.record import Snapshot

#: So many other places of one cause are named; the message tells how many there are.
MOST = 9

#: What a finding puts in doubt, or rests on: of two findings with one such name, one follows from the other.
Naming: TypeAlias = Callable[[Diagnostic, Snapshot], Iterable[Hashable]]

#: How many causes there must be to explain some findings.
Needing: TypeAlias = Callable[[Sequence[Diagnostic], Snapshot], float]


def one(found: Sequence[Diagnostic], snapshot: Snapshot) -> float:
    """One cause explains whatever rests on it."""
    return 1


def one_each(found: Sequence[Diagnostic], snapshot: Snapshot) -> float:
    """A cause for each that is told by itself."""
    return len({each.cause or each.message for each in found})


@dataclass(frozen=True, slots=True)
class Link:
    """Findings by code or name of message: the causes, and those that rest on what they put in doubt.

    ``told`` names the message by which a cause says what follows from it; ``points`` has it name the
    places of that.
    """

    causes: Container[str]
    doubts: Naming
    results: Container[str]
    rests: Naming
    needs: Needing = one
    told: str = ""
    points: bool = False


def consequent(found: Iterable[Diagnostic], snapshot: Snapshot, links: Iterable[Link]) -> list[Diagnostic]:
    """The findings in order; those that a link explains follow from a cause that stands by itself.

    A cause weighs as much as what follows from it.
    """
    told = list(found)
    named: dict[str, list[int]] = {}
    for place, each in enumerate(told):
        if not each.suppressed:
            for name in (each.code, each.message.name):
                named.setdefault(name, []).append(place)
    for link in links:
        causes = _places(link.causes, named)
        results = _places(link.results, named) if causes else []
        if results:
            _linked(link, causes, results, told, snapshot)
    return _rooted(told)


def _places(names: Container[str], named: Mapping[str, Iterable[int]]) -> list[int]:
    return sorted({place for name, places in named.items() if name in names for place in places})


def _linked(
    link: Link, causes: Iterable[int], results: Iterable[int], told: list[Diagnostic], snapshot: Snapshot
) -> None:
    doubted = _by_name(link.doubts, causes, told, snapshot)
    open_ones = [each for each in results if not told[each].follows] if doubted else []
    for name, resting in _by_name(link.rests, open_ones, told, snapshot).items():
        causing = doubted.get(name, [])
        places = [each for each in resting if each not in causing] if causing else []
        if places and len(causing) >= link.needs([told[each] for each in places], snapshot):
            _attribute(causing[0], places, told, link)


def _by_name(
    naming: Naming, places: Iterable[int], told: Sequence[Diagnostic], snapshot: Snapshot
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place in places:
        for name in naming(told[place], snapshot):
            found.setdefault(name, []).append(place)
    return found


def _attribute(cause: int, places: Sequence[int], told: list[Diagnostic], link: Link) -> None:
    it = _saying(told[cause], [told[each] for each in places], link)
    told[cause] = it if it.cause else replace(it, cause=_name_of(it))
    for place in places:
        if told[place].cause != told[cause].cause:
            told[place] = replace(told[place], follows=told[place].follows or told[cause].cause)


def _saying(it: Diagnostic, others: Sequence[Diagnostic], link: Link) -> Diagnostic:
    """A cause, with what follows from it in its words or among its places."""
    if link.told and it.message.name != link.told:
        words = {**dict(it.message.words), "problem": others[0].message}
        return replace(it, message=say(link.told, **words), also=(others[0].location,), cause="")
    if link.points:
        also = dict.fromkeys((*it.also, *(each.location for each in others)))
        return replace(it, also=tuple(also)[:MOST])
    return it


def _name_of(found: Diagnostic) -> str:
    """A cause that no other finding has."""
    text = repr((found.location, found.message))
    return f"{found.code}/{sha256(text.encode()).hexdigest()[:24]}"


def _rooted(told: list[Diagnostic]) -> list[Diagnostic]:
    """Every finding follows from one that stands, which weighs no less; in a circle the first one stands."""
    bearing: dict[str, int] = {}
    for place, each in enumerate(told):
        if each.cause and not each.suppressed:
            bearing.setdefault(each.cause, place)
    for place, each in enumerate(told):
        if each.follows in bearing and not each.suppressed:
            root = _root(place, told, bearing)
            weight = min(each.severity, told[root].severity)
            told[root] = replace(told[root], severity=weight)
            told[place] = replace(told[place], follows=told[root].cause if root != place else "")
    return told


def _root(place: int, told: Sequence[Diagnostic], bearing: Mapping[str, int]) -> int:
    """The finding at the end of a chain; where it comes back to itself, the one where it began."""
    passed, at = {place}, place
    while told[at].follows in bearing:
        at = bearing[told[at].follows]
        if at in passed:
            return place
        passed.add(at)
    return at

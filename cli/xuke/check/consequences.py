"""Findings that only follow from others, by a table of what links them."""

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.record import Snapshot

#: So many other places of one cause are named; the message tells how many there are.
MOST = 9

#: What a finding puts in doubt, or rests on: of two findings with one such name, one follows from the other.
Naming: TypeAlias = Callable[[Diagnostic, Snapshot], Iterable[Hashable]]


@dataclass(frozen=True, slots=True)
class Link:
    """Findings by code or name of message: the causes, and those that rest on what they put in doubt.

    Where each cause explains but one other (``is_single``), more than there are causes are explained by
    none. ``told`` names the message by which a cause says what follows from it; ``points`` has it name
    the places.
    """

    causes: Container[str]
    doubts: Naming
    results: Container[str]
    rests: Naming
    is_single: bool = False
    told: str = ""
    points: bool = False


def consequent(found: Iterable[Diagnostic], snapshot: Snapshot, links: Iterable[Link]) -> list[Diagnostic]:
    """The findings in order; those that a link explains follow from the cause, which stands by itself.

    Earlier links come first: what rests on a finding that itself follows, follows from that one's cause.
    """
    told = list(found)
    named: dict[str, list[int]] = {}
    for place, each in enumerate(told):
        for name in (each.code, each.message.name):
            named.setdefault(name, []).append(place)
    for link in links:
        causes = _places(link.causes, named)
        results = _places(link.results, named) if causes else []
        if results:
            _linked(link, causes, results, told, snapshot)
    return told


def _places(names: Container[str], named: dict[str, list[int]]) -> list[int]:
    return sorted({place for name, places in named.items() if name in names for place in places})


def _linked(
    link: Link, causes: Iterable[int], results: Iterable[int], told: list[Diagnostic], snapshot: Snapshot
) -> None:
    doubted = _by_name(link.doubts, [each for each in causes if not told[each].suppressed], told, snapshot)
    open_ones = [each for each in results if not told[each].follows] if doubted else []
    for name, resting in _by_name(link.rests, open_ones, told, snapshot).items():
        causing = doubted.get(name, [])
        places = [each for each in resting if each not in causing] if causing else []
        kinds = {told[each].cause or told[each].message for each in places}
        if places and (not link.is_single or len(kinds) <= len(causing)):
            if link.points:
                _point(causing[0], places, told)
            _attribute(causing[0], places, told, link.told)


def _by_name(
    naming: Naming, places: Iterable[int], told: Sequence[Diagnostic], snapshot: Snapshot
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place in places:
        for name in naming(told[place], snapshot):
            found.setdefault(name, []).append(place)
    return found


def _point(cause: int, places: Iterable[int], told: list[Diagnostic]) -> None:
    also = dict.fromkeys((*told[cause].also, *(told[each].location for each in places)))
    told[cause] = replace(told[cause], also=tuple(also)[:MOST])


def _attribute(cause: int, places: Sequence[int], told: list[Diagnostic], name: str) -> None:
    """Have findings follow from a cause, which then weighs as much as they do."""
    it, first = told[cause], told[places[0]]
    is_new = bool(name) and it.message.name != name
    root = it.follows or ("" if is_new else it.cause) or _name_of(it)
    if not it.follows:
        weight = Severity.ERROR if any(told[each].severity == "error" for each in places) else it.severity
        it = replace(it, cause=root, severity=weight)
        words = {**dict(it.message.words), "problem": first.message}
        told[cause] = replace(it, message=say(name, **words), also=(first.location,)) if is_new else it
    for place in places:
        if told[place].cause != root:
            told[place] = replace(told[place], follows=told[place].follows or root)


def _name_of(found: Diagnostic) -> str:
    """A cause that no other finding has."""
    text = repr((found.location, found.message))
    return f"{found.code}/{sha256(text.encode()).hexdigest()[:24]}"

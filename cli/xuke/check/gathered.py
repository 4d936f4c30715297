"""What is shown of all that is found: a cause once, and nothing that only follows from one that is shown."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from xuke.check.consequences import MOST
from xuke.check.verdict import Entry
from xuke.model.diagnostic import Diagnostic, say


class Shown(NamedTuple):
    """A finding as it is shown, its fingerprint, and those of one cause that it stands for."""

    found: Diagnostic
    fingerprint: str
    parts: tuple[Entry, ...]


def open_causes(found: Iterable[Diagnostic]) -> set[str]:
    """The causes that are told, which suppressed ones are not."""
    return {each.cause for each in found if each.cause and not each.suppressed}


def rests(each: Diagnostic, causes: Container[str]) -> bool:
    """Whether a finding only follows from one of some causes."""
    return bool(each.follows) and each.follows in causes


def standing(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that do not follow from another one among them."""
    causes = open_causes(found)
    return [each for each in found if not rests(each, causes)]


def shown(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those that stand, of several with one cause the first, in order."""
    return [each.found for each in gathered([Entry(each, "") for each in found])]


def gathered(entries: Sequence[Entry]) -> list[Shown]:
    """The same with fingerprints: that of a cause in several places changes where one comes or goes."""
    causes = open_causes(each.found for each in entries)
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for number, each in enumerate(entries):
        it = each.found
        if not rests(it, causes):
            groups.setdefault((it.code, it.cause, it.suppressed) if it.cause else (number,), []).append(each)
    return [_one(each) for each in groups.values()]


def _one(entries: Sequence[Entry]) -> Shown:
    if len(entries) == 1:
        return Shown(*entries[0], tuple(entries))
    first, *rest = (each.found for each in entries)
    words = dict(first.message.words) | {"others": say(f"{first.code}.others", count=len(entries))}
    places = dict.fromkeys((*first.also, *(each.location for each in rest[:MOST])))
    weight = min(each.found.severity for each in entries)
    found = replace(first, severity=weight, message=say(first.message.name, **words), also=tuple(places))
    names = sorted(each.fingerprint for each in entries)
    return Shown(found, sha256("\n".join(names).encode()).hexdigest()[:32], tuple(entries))

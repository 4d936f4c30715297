"""What rules look at, for those who ask whether a silent rule may speak later."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, Rule

#: A jurisdiction, and the kind of records there.
Home: TypeAlias = tuple[str, Kind]

#: Whether rules of a code, judging a jurisdiction, may be silent because of what is wrong with some homes.
Looks: TypeAlias = Callable[[str, str, Collection[Home]], bool]


def looks(rules: Iterable[Rule], context: Context) -> Looks:
    """The answer for some rules; one that was not given what it needs is silent anyhow."""
    by_code: dict[str, list[Rule]] = {}
    for each in rules:
        by_code.setdefault(each.code, []).append(each)

    def may_be_silent(code: str, place: str, homes: Collection[Home]) -> bool:
        return any(not context.has(each.needs) or _sees(each, place, homes) for each in by_code.get(code, ()))

    return may_be_silent


def at_nothing(code: str, place: str, homes: Collection[Home]) -> bool:
    """As if no rule ever looked at another record."""
    del code, place, homes
    return False


def _sees(rule: Rule, place: str, homes: Collection[Home]) -> bool:
    if rule.is_wide or rule.needs is not Needs.NOTHING:
        return bool(homes)
    return any((place, kind) in homes for kind in (*rule.reads, *rule.beside))

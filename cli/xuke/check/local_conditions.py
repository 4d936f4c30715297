"""The conditions that a local rule may put: each a function from its written form to a judge."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from xuke.check.local_fields import (
    Found,
    found_at,
    holds,
    in_text,
    is_same,
    label_of,
    number_of,
    order_of,
    title_of,
)
from xuke.check.patterns import LONGEST, Pattern
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.limit import Conversion, limit_of
from xuke.model.owners import HOLDER
from xuke.model.part import Part
from xuke.model.place import Location, Pointer
from xuke.model.record import Kind, Snapshot
from xuke.model.rule import Context
from xuke.model.views import View, view

#: What is said where a condition could not be judged.
UNJUDGED = frozenset({"Z.unlike", "Z.unlike_limits", "Z.long"})

Judge: TypeAlias = Callable[[View, Context], Iterator[Finding]]


def exists_in(spec: Part, kind: str) -> Judge:
    """A value is found among the records of another kind in the same jurisdiction."""
    path, target, by = spec.text("field"), Kind(spec.text("kind")), spec.text("by")

    def known(snapshot: Snapshot, jurisdiction: str) -> set[object]:
        records = map(view, snapshot.of(target, jurisdiction))
        return {_mark(value) for each in records for value in _names(each, by)}

    def judge(it: View, context: Context) -> Iterator[Finding]:
        name = "exists_in", target, by, it.jurisdiction
        if name not in context.indexes:
            context.indexes[name] = known(context.snapshot, it.jurisdiction)
        for found in found_at(it, path):
            if _mark(found.value) not in context.indexes[name]:
                words = {"field": label_of(kind, path), "value": in_text(found.value)}
                by_words = label_of(target, by) if by else say("Z.id")
                message = say("Z.exists_in", **words, kind=title_of(target), by=by_words)
                yield Finding(found.pointer, message)

    return judge


def _names(it: View, by: str) -> list[object]:
    return [each.value for each in found_at(it, by)] if by else [it.id]


def _mark(value: object) -> object:
    """A value that can be looked up, and in which true is not 1."""
    return (isinstance(value, bool), value) if isinstance(value, str | int | float) else repr(value)


def unique(spec: Part, kind: str) -> Judge:
    """Some fields together have a value once in the workspace, the jurisdiction or the department."""
    paths, within = spec.texts("fields"), spec.text("within")

    def scope(it: View) -> tuple[object, ...]:
        owner = it.text(HOLDER.get(Kind(kind), "")) if within == "department" else ""
        return (it.jurisdiction if within else "", owner, *(_mark(value) for value in _values(it, paths)))

    def judge(it: View, context: Context) -> Iterator[Finding]:
        name = "unique", kind, within, *paths
        if name not in context.indexes:
            context.indexes[name] = index(context.snapshot)
        if len(_values(it, paths)) == len(paths):
            first = context.indexes[name][scope(it)]
            yield from [_repeated(it, first, paths, kind)] if first.key != it.key else []

    def index(snapshot: Snapshot) -> dict[tuple[object, ...], View]:
        firsts: dict[tuple[object, ...], View] = {}
        for each in map(view, snapshot.of(Kind(kind))):
            firsts.setdefault(scope(each), each)
        return firsts

    return judge


def _values(it: Part, paths: list[str]) -> list[object]:
    """The first value of each field that is stated."""
    found = (found_at(it, path) for path in paths)
    return [each[0].value for each in found if each]


def _repeated(it: View, first: View, paths: list[str], kind: str) -> Finding:
    found = [found_at(it, path)[0] for path in paths]
    also = (_also(first, found_at(first, paths[0])[0].pointer),)
    fields = tuple(label_of(kind, path) for path in paths)
    values = tuple(in_text(each.value) for each in found)
    return Finding(found[0].pointer, say("Z.unique", fields=fields, value=values, other=str(first.key)), also)


def _also(it: View, pointer: Pointer) -> Location:
    return it.record.locate(*pointer)


def compare(spec: Part, kind: str) -> Judge:
    """A number, date or limit stands in a relation to another field or to a fixed value."""
    path, op, other = spec.text("field"), spec.text("op"), spec.text("with")
    fixed = spec.get("limit") if spec.has("limit") else spec.get("value")

    def judge(it: View, context: Context) -> Iterator[Finding]:
        conversion = context.register(it.jurisdiction).conversion
        for found in found_at(it, path):
            sides = found_at(it, other, found.pointer) if other else [Found((), fixed)]
            for side in sides:
                is_right = holds(op, found.value, side.value, conversion)
                if not is_right:
                    also = (_also(it, side.pointer),) if other else ()
                    yield Finding(found.pointer, said(found, side, is_unlike=is_right is None), also)

    def said(found: Found, side: Found, *, is_unlike: bool) -> Message:
        expected = say("Z.of", field=label_of(kind, other), value=in_text(side.value)) if other else None
        shown = expected or in_text(side.value)
        words = {"field": label_of(kind, path), "value": in_text(found.value), "expected": shown}
        if is_unlike:
            is_of_limits = limit_of(found.value) and limit_of(side.value)
            return say("Z.unlike_limits" if is_of_limits else "Z.unlike", **words)
        return say("Z.compare", **words, op=say(f"Z.op_{op}"))

    return judge


def sum_(spec: Part, kind: str) -> Judge:
    """Numbers add up to what another field states."""
    paths, whole = spec.texts("fields"), spec.text("equals")

    def judge(it: View, _: Context) -> Iterator[Finding]:
        for found in found_at(it, whole):
            parts = _numbers(it, paths, found)
            total = sum(number for _, number in parts)
            if parts and number_of(found.value) != total:
                fields = tuple(label_of(kind, path) for path in paths)
                words = {"field": label_of(kind, whole), "expected": in_text(found.value)}
                message = say("Z.sum", **words, fields=fields, value=f"{total:f}")
                yield Finding(found.pointer, message, (_also(it, parts[0][0]),))

    return judge


def _numbers(it: Part, paths: list[str], near: Found) -> list[tuple[Pointer, Decimal]]:
    """The numbers that belong to a total, with their places."""
    found = (each for path in paths for each in found_at(it, path, near.pointer))
    numbers = ((each.pointer, number_of(each.value)) for each in found)
    return [(pointer, number) for pointer, number in numbers if number is not None]


def count(spec: Part, kind: str) -> Judge:
    """There are so many elements or values."""
    path, least, most = spec.text("field"), spec.number("min"), spec.number("max")

    def judge(it: View, _: Context) -> Iterator[Finding]:
        number = len(found_at(it, path))
        if number < (least or 0) or (most is not None and number > most):
            bounds = say("Z.at_least", count=least or 0) if number < (least or 0) else None
            bounds = bounds or say("Z.at_most", count=most or 0)
            message = say("Z.count", field=label_of(kind, path), value=number, expected=bounds)
            yield Finding(tuple(path.split(".")), message)

    return judge


def date_order(spec: Part, kind: str) -> Judge:
    """Dates do not go backwards in the order of their fields."""
    paths = spec.texts("fields")

    def judge(it: View, _: Context) -> Iterator[Finding]:
        rows = {tuple(found.pointer for _, found in row): row for row in _rows(it, paths)}
        for row in rows.values():
            for (earlier, one), (later, other) in pairwise(row):
                if (order_of(one.value, other.value, Conversion()) or 0) > 0:
                    yield Finding(other.pointer, said(later, other, earlier, one), (_also(it, one.pointer),))

    def said(later: str, other: Found, earlier: str, one: Found) -> Message:
        words = {"field": label_of(kind, later), "value": in_text(other.value)}
        return say("Z.date_order", **words, other=label_of(kind, earlier), expected=in_text(one.value))

    return judge


def _rows(it: Part, paths: list[str]) -> Iterator[list[tuple[str, Found]]]:
    """The dates that belong together, for every element of the lists that the paths go through."""
    for anchor in (found for path in paths for found in found_at(it, path)):
        near = ((path, found_at(it, path, anchor.pointer)) for path in paths)
        yield [(path, found[0]) for path, found in near if found]


def pattern(spec: Part, kind: str) -> Judge:
    """A text fits a pattern from its first to its last character."""
    path, text = spec.text("field"), spec.text("pattern")
    wanted = Pattern(text)

    def judge(it: View, _: Context) -> Iterator[Finding]:
        for found in found_at(it, path):
            if not wanted.fits(str(found.value)):
                words = {"field": label_of(kind, path), "value": in_text(found.value)}
                is_long = len(str(found.value)) > LONGEST
                long = say("Z.long", field=label_of(kind, path), count=len(str(found.value)), most=LONGEST)
                yield Finding(found.pointer, long if is_long else say("Z.pattern", **words, pattern=text))

    return judge


def one_of(spec: Part, kind: str) -> Judge:
    """A value is one of those listed."""
    path, values = spec.text("field"), spec.get("values")
    allowed = values if isinstance(values, list) else []

    def judge(it: View, _: Context) -> Iterator[Finding]:
        for found in found_at(it, path):
            if not any(is_same(found.value, each) for each in allowed):
                words = {"field": label_of(kind, path), "value": in_text(found.value)}
                yield Finding(found.pointer, say("Z.one_of", **words, allowed=tuple(map(in_text, allowed))))

    return judge


#: Every condition by the name that it is written under.
CONDITIONS: Mapping[str, Callable[[Part, str], Judge]] = {
    "exists_in": exists_in,
    "unique": unique,
    "compare": compare,
    "sum": sum_,
    "count": count,
    "date_order": date_order,
    "pattern": pattern,
    "one_of": one_of,
}


def applies(conditions: list[Part], it: View) -> bool:
    """Whether all of ``where`` holds for a record."""
    return all(_applies(each, found_at(it, each.text("field"))) for each in conditions)


@cache
def _compiled(text: str) -> Pattern:
    return Pattern(text)


def _applies(condition: Part, found: list[Found]) -> bool:
    if condition.has("exists"):
        return bool(found) == condition.get("exists")
    if condition.has("matches"):
        wanted = _compiled(condition.text("matches"))
        return any(wanted.fits(str(each.value)) for each in found)
    listed = condition.get("in")
    allowed = listed if isinstance(listed, list) else [condition.get("equals")]
    return any(is_same(each.value, value) for each in found for value in allowed)

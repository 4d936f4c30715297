"""Stated figures recomputed: shares, reductions, sums of parts, and the rows that a figure counts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import count as count_from
from itertools import takewhile
from math import ceil, floor

from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item, Part, View, at

Number = int | float

_HALF = Fraction(1, 2)


def exact(number: Number) -> Decimal:
    """A number as it is printed: 88.2 is 88.2, not its nearest binary fraction."""
    return Decimal(repr(number))


def places(number: Number) -> int:
    """How many decimals are printed: 2 for 4.25, 0 for 88."""
    exponent = exact(number).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def share(count: Number, whole: Number) -> Fraction | None:
    """So many percent of a whole; None of a whole of nothing."""
    return Fraction(exact(count)) * 100 / Fraction(exact(whole)) if whole else None


def reduction(before: Number, after: Number) -> Fraction | None:
    """By how many percent a number fell; negative where it rose, None where there was nothing."""
    fallen = Fraction(exact(before)) - Fraction(exact(after))
    return fallen * 100 / Fraction(exact(before)) if before else None


def rounded(value: Fraction, decimals: int) -> str:
    """A value at so many decimals, halves away from zero."""
    whole = floor(abs(value) * 10**decimals + _HALF) * (-1 if value < 0 else 1)
    return f"{Decimal(whole).scaleb(-decimals):f}"


def percentage(share: Fraction, decimals: int = 1) -> str:
    """A share as papers and workbooks print it: 6.3% for a sixteenth."""
    return f"{rounded(share * 100, decimals)}%"


def is_printed_as(value: Fraction, printed: Number) -> bool:
    """Whether a value rounds to what is printed; halves may go away from zero or to the even digit."""
    scale = 10 ** places(printed)
    sign = -1 if value < 0 else 1
    last = sign * Fraction(exact(printed)) * scale
    above = abs(value) * scale - last
    return bool(-_HALF <= above < _HALF or (above == _HALF and last % 2 == 0))


def wholes(count: int, percent: Number) -> Iterator[int]:
    """The whole denominators, rising, of which a count is the printed percentage; may be endless."""
    highest = Fraction(exact(percent)) + _HALF / 10 ** places(percent)
    if count < 0 or highest <= 0:
        return iter(())
    first = max(count, 1, ceil(count * 100 / highest))
    # At the upper edge of the printed figure rounding may go either way.
    first += not _is_share(count, first, percent)
    return takewhile(lambda whole: _is_share(count, whole, percent), count_from(first))


def _is_share(count: int, whole: int, percent: Number) -> bool:
    return is_printed_as(Fraction(count * 100, whole), percent)


def sum_of_parts(figure: Part) -> Decimal | None:
    """What the parts of a stated figure add up to; None where none says how much of it it is."""
    numbers = [each for part in figure.parts("parts") if (each := part.number("count")) is not None]
    return sum(map(exact, numbers), Decimal()) if numbers else None


def enumerated(figure: Part, register: Register) -> list[View] | None:
    """The records that a stated figure counts; None where it names none.

    Of items only those that count: no withdrawn ones, no heads of other items. An item is
    counted when one of its handlings meets all conditions.
    """
    kind, where = figure.text("enumerates", "kind"), figure.part("enumerates", "where").fields
    if kind not in set(Kind):
        return None
    rows = register.licences if kind == Kind.ITEM else register.of(Kind(kind))
    return [row for row in rows if any(_meets(side, row, where) for side in _sides(row))]


def giver_of(figure: Part) -> str:
    """The department whose transferred items a stated figure counts, all of them and no others."""
    match figure.get("enumerates"):
        case {"kind": "item", "where": {"competent": str(giver), "disposition.state": "transferred", **rest}}:
            return "" if rest else giver
    return ""


def _sides(row: View) -> list[Part]:
    return list(row.handlings()) if isinstance(row, Item) else [row]


def _meets(side: Part, row: View, where: Mapping[str, Value]) -> bool:
    return all(_holds(_stated(side, row, *path.split(".")), wanted) for path, wanted in where.items())


def _stated(side: Part, row: View, head: str, *path: str) -> Value:
    return at(side.fields if side.has(head) else row.record.fields, head, *path)


def _holds(value: Value, wanted: Value) -> bool:
    values = value if isinstance(value, list) else [value]
    # In Python true equals 1, in a register it does not.
    return any(each == wanted and isinstance(each, bool) is isinstance(wanted, bool) for each in values)

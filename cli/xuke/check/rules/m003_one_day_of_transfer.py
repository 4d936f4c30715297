"""M003."""

from collections.abc import Iterator
from datetime import date, timedelta

from xuke.check.periods import span
from xuke.model.diagnostic import Finding, say
from xuke.model.place import Location
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Memo, Part

_DAY = timedelta(days=1)


@rule("M003", Kind.MEMORANDUM, Kind.ITEM)
def one_day_of_transfer(memo: Memo, context: Context) -> Iterator[Finding]:
    """The bureau acts from one day: in the memorandum, in its items, and after the last day of old cases."""
    listed, effective = context.register(memo.jurisdiction).listed_items(memo), memo.day("effective")
    # What a supplement adds later has a day of its own.
    first = ((entry, item) for entry, item in listed if entry.pointer[0] == "items")
    moved = [(entry, each) for entry, item in first for each in item.transferred]
    starts = {each.effective: _place(each) for _, each in moved if each.effective}
    if effective:
        starts = {effective: memo.record.locate("effective")}
        count = len(moved) if len({each.effective for _, each in moved}) == 1 else 1
        for entry, handling in moved[: None if count == 1 else 1]:
            yield from _compare(memo, entry, handling, effective, count)
    cut_off = memo.day("open_cases", "cut_off")
    if cut_off and starts and cut_off + _DAY not in starts:
        start, place = min(starts.items())
        told = say("M003.cut_off", cut_off=str(cut_off), start=str(start))
        yield Finding(("open_cases", "cut_off"), told, (place,))


def _place(handling: Handling) -> Location:
    return handling.record.locate(*handling.place("disposition", "effective"))


def _compare(memo: Memo, entry: Part, handling: Handling, effective: date, count: int) -> Iterator[Finding]:
    start = handling.effective or effective
    days, is_gap = span(min(start, effective), max(start, effective) - _DAY), start > effective
    if start != effective and count > 1:
        words = {"count": count, "days": days, "start": f"{start}"}
        told = say("M003.all_gap", **words) if is_gap else say("M003.all_overlap", **words)
        yield Finding(("effective",), told, (_place(handling),))
    elif start != effective:
        code = handling.code_by("disposition")
        told = say("M003.gap", code=code, days=days) if is_gap else say("M003.overlap", code=code, days=days)
        yield Finding((*entry.pointer, "code"), told, (_place(handling), memo.record.locate("effective")))

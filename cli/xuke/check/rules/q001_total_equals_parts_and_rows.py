"""Q001."""

from collections.abc import Iterator

from xuke.figures.stated import enumerated, giver_of, sum_of_parts
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("Q001", Kind.JURISDICTION, is_wide=True)
def total_equals_parts_and_rows(reform: View, context: Context) -> Iterator[Finding]:
    """A stated total equals the sum of its parts and the number of records that it counts."""
    for figure in reform.parts("stated"):
        count = figure.number("count")
        others = {"parts": sum_of_parts(figure), "rows": _rows(figure, reform.jurisdiction, context)}
        wrong = [name for name, other in others.items() if other not in (None, count)]
        if count is not None and wrong:
            words = {name: f"{other}" for name, other in others.items()}
            subject, rows = figure.text("subject"), others["rows"]
            message = say(f"Q001.{'_'.join(wrong)}", subject=subject, count=count, others="", **words)
            # Several figures that are off by as much count one record that is missing or too many.
            off = "" if rows is None else f"{figure.text('enumerates', 'kind')}/{float(rows) - float(count)}"
            cause = f"{reform.jurisdiction}/{off}" if wrong == ["rows"] else ""
            yield Finding((*figure.pointer, "count"), message, cause=cause)


def _rows(figure: Part, jurisdiction: str, context: Context) -> int | None:
    """How many records it counts; None where some may be missing, or where M007 counts them."""
    register = context.register(jurisdiction)
    found = enumerated(figure, register)
    if found is None or giver_of(figure) in register.memoranda:
        return None
    kind = Kind(figure.text("enumerates", "kind"))
    return len(found) if context.snapshot.is_whole(jurisdiction, kind) else None

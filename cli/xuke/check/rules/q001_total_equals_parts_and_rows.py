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
            message = say(f"Q001.{'_'.join(wrong)}", subject=figure.text("subject"), count=count, **words)
            yield Finding((*figure.pointer, "count"), message)


def _rows(figure: Part, jurisdiction: str, context: Context) -> int | None:
    """How many records it counts; None where some may be missing, or where M007 counts them."""
    register = context.register(jurisdiction)
    found = enumerated(figure, register)
    if found is None or giver_of(figure) in register.memoranda:
        return None
    kind = Kind(figure.text("enumerates", "kind"))
    return len(found) if context.snapshot.is_whole(jurisdiction, kind) else None

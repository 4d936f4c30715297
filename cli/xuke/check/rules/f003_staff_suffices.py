"""F003."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("F003", Kind.JURISDICTION, Kind.POST, Kind.HELPER)
def staff_suffices(reform: View, context: Context) -> Iterator[Finding]:
    """Posts, persons and helpers reach what the plan demands; what is not recorded is not counted."""
    register = context.register(reform.jurisdiction)
    posts, helpers = register.of(Kind.POST), register.of(Kind.HELPER)
    approved = reform.number("bureau", "establishment", "posts_approved")
    totals = {
        "posts_min": approved if approved is not None else _total(posts, "posts"),
        "persons_min": _total(posts, "persons"),
        "helpers_min": _total(helpers, "persons"),
    }
    for name, total in totals.items():
        least = reform.number("policy", "staffing", name)
        if least is not None and total is not None and total < least:
            what = Label("reform", ("policy", "staffing", name))
            yield Finding(
                ("policy", "staffing", name), say("F003.short", what=what, least=least, total=total)
            )


def _total(records: list[View], field: str) -> float | None:
    return sum(each.number(field) or 0 for each in records) if records else None

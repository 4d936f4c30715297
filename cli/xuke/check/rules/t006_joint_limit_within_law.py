"""T006."""

from collections.abc import Iterator

from xuke.check.limits import is_longer, working_days
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

LIMIT, EXTENDED = working_days(45), working_days(60)

#: Only these are handled jointly; other bundles order procedures that stay apart.
JOINT = frozenset({"joint_procedure", "parallel_approval", ""})


@rule("T006", Kind.BUNDLE, Kind.JURISDICTION)
def joint_limit_within_law(bundle: View, context: Context) -> Iterator[Finding]:
    """Joint handling takes 45 working days at most, and 15 more where the government approves."""
    conversion, limit = context.register(bundle.jurisdiction).conversion, bundle.limit("limit")
    is_joint = bundle.text("kind") in JOINT
    if limit and is_joint and is_longer(limit, LIMIT, conversion):
        name = "T006.beyond" if is_longer(limit, EXTENDED, conversion) else "T006.extended"
        yield Finding(("limit",), say(name, bundle=bundle.name, limit=limit_said(limit)))

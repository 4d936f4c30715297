"""T019."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

#: Procedures in which somebody looks into the matter; a tender, an auction or a notice is none.
KINDS = frozenset(
    {"site_survey", "technical_argument", "expert_review", "hearing", "inspection_testing", "appraisal"}
)
NEEDED = ("method", "organisation", "experts", "requirements", "result")


@rule("T019", Kind.ITEM)
def special_procedure_published(item: Item, context: Context) -> Iterator[Finding]:
    """Surveys, arguments, reviews, hearings, tests and appraisals publish how they are done."""
    for each in item.stating("special_procedures"):
        for part in each.stated_parts("special_procedures"):
            path, kind = ("special_procedures",), part.text("kind")
            missing = [name for name in NEEDED if kind in KINDS and not part.has(name)]
            if missing:
                fields = tuple(Label("items/item", (*path, name)) for name in missing)
                label = Label("items/item", (*path, "kind"), kind)
                message = say("T019.missing", code=each.code_by(*path), kind=label, fields=fields)
                yield Finding(part.pointer, message)

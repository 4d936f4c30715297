"""T009."""

from collections.abc import Iterator

from xuke.check.steps import is_delivery, is_idle
from xuke.model.diagnostic import Finding, Label, Word, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, Part


@rule("T009", Kind.ITEM)
def uncounted_time_stated(item: Item, context: Context) -> Iterator[Finding]:
    """What is not counted into the limit has its own time, and the provision that lets it be left out."""
    for each in item.stating("special_procedures"):
        code = each.code_by("special_procedures")
        for part in filter(_is_uncounted, each.stated_parts("special_procedures")):
            kind = Label("items/item", ("special_procedures", "kind"), part.text("kind"))
            yield from _missing(part, code, kind, ("days", "basis"))
    for each in item.stating("steps"):
        for part in filter(_is_uncounted, each.stated_parts("steps")):
            # A step with neither provision nor substance is to go, as T021 says.
            needed = ("days",) if is_idle(part) else ("days", "basis")
            if not is_delivery(part):
                yield from _missing(part, each.code_by("steps"), part.text("name"), needed)


def _is_uncounted(part: Part) -> bool:
    return part.get("counted") is False


def _missing(part: Part, code: str, name: Word, needed: tuple[str, ...]) -> Iterator[Finding]:
    missing = [each for each in needed if not part.has(each)]
    if missing:
        path = tuple(step for step in part.pointer if step in {"steps", "special_procedures"})
        fields = tuple(Label("items/item", (*map(str, path), each)) for each in missing)
        yield Finding(part.pointer, say("T009.missing", code=code, name=name, fields=fields))

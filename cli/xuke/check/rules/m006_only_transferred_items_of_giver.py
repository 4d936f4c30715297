"""M006."""

from collections.abc import Iterator

from xuke.check.references import is_settled
from xuke.check.withdrawn import withdrawn_entry
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Item, Memo, Part


@rule("M006", Kind.MEMORANDUM, Kind.ITEM, Kind.DEPARTMENT, beside=[Kind.MEMORANDUM])
def only_transferred_items_of_giver(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum lists transferred items of its giver; of a partly transferred one, what is transferred."""
    register = context.register(memo.jurisdiction)
    for entry, item in register.listed_items(memo) if memo.text("status") != "ended" else ():
        if item.text("status") == "withdrawn":
            yield from withdrawn_entry(memo, entry, item, register)
        else:
            yield from _own(memo, entry, item, register) or _moved(entry, item)


def _own(memo: Memo, entry: Part, item: Item, register: Register) -> list[Finding]:
    is_told = item.transferred and len(register.memoranda_listing(item.code)) > 1
    both = is_settled(memo, memo.giver, register) and is_settled(item, item.competent, register)
    if item.competent == memo.giver or is_told or not both:
        return []
    giver, competent = map(register.department_name, (memo.giver, item.competent))
    message = say("M006.giver", code=item.code, giver=giver, competent=competent)
    return [Finding((*entry.pointer, "code"), message, (item.record.locate("competent"),))]


def _moved(entry: Part, item: Item) -> Iterator[Finding]:
    if item.transferred:
        yield from _suffixes(entry, item)
    elif all(each.state for each in item.handlings()):
        also = item.record.locate(*item.handlings()[0].place("disposition", "state"))
        yield Finding((*entry.pointer, "code"), say("M006.state", code=item.code), (also,))


def _suffixes(entry: Part, item: Item) -> Iterator[Finding]:
    moved = [each.suffix for each in item.transferred if each.suffix]
    listed = entry.texts("suffixes")
    if set(listed) != set(moved) and (listed or item.extent == "partial"):
        name = "suffixes" if moved and listed else "unlisted" if moved else "undivided"
        message = say(f"M006.{name}", code=item.code, moved=tuple(moved), listed=tuple(listed))
        yield Finding((*entry.pointer, "suffixes"), message, (item.record.locate("handlings"),))

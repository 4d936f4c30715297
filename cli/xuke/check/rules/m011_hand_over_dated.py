"""M011."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part

#: What is handed over, list by list.
LISTS = ("documents", "certificates", "equipment", "accounts", "archives", "seals")


@rule("M011", Kind.MEMORANDUM)
def hand_over_dated(memo: Memo, context: Context) -> Iterator[Finding]:
    """Hand-over lists, the register of seals and the training have their days."""
    clause = memo.part("handover")
    if any(clause.get(name) for name in LISTS) and clause.day("date") is None:
        yield Finding(("handover", "date"), say("M011.date"))
    if clause.has("date") and not any(clause.get(name) for name in LISTS):
        yield Finding(("handover",), say("M011.empty"))
    for seal in clause.parts("seals"):
        yield from _seal(seal)
    if memo.text("training", "text") and memo.day("training", "by") is None:
        yield Finding(("training", "by"), say("M011.training"))


def _seal(seal: Part) -> Iterator[Finding]:
    stopped, returned = seal.day("stopped"), seal.day("returned")
    if stopped is None:
        yield Finding((*seal.pointer, "stopped"), say("M011.seal", seal=seal.text("name")))
    elif returned and returned < stopped:
        days = {"stopped": str(stopped), "returned": str(returned)}
        message = say("M011.returned", seal=seal.text("name"), **days)
        yield Finding((*seal.pointer, "returned"), message)

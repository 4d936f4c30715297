"""Items that are withdrawn or have another code, where something still goes on as before."""

from collections.abc import Iterator

from xuke.check.renumbered import replaced_codes
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item, Memo, Part


def withdrawn_entry(memo: Memo, entry: Part, item: Item, register: Register) -> Iterator[Finding]:
    """A memorandum that still lists such an item; a signed one is supplemented, or knows its successor."""
    if memo.is_closed and item.code in replaced_codes(register):
        return
    words = {"code": item.code, "name": item.name}
    message = say("M006.withdrawn_signed", **words) if memo.is_closed else say("M006.withdrawn", **words)
    yield Finding((*entry.pointer, "code"), message, (item.record.locate("status"),))


def withdrawn_above(item: Item, listed: Item) -> Finding:
    """An item that the superior's list has withdrawn: since when and why, as it says there."""
    over = listed.part("disposition")
    day, reason = over.text("effective"), over.text("reason")
    words: dict[str, Word] = {
        "code": item.code,
        "name": item.name,
        "when": say("L001.since", day=day) if day else "",
        "why": say("L001.reason", reason=reason) if reason else "",
    }
    return Finding(("code",), say("L001.withdrawn", **words), (listed.record.locate("status"),))


def renumbered_above(item: Item, later: list[Item], own: Register) -> Finding:
    """What goes on under another code there; whether that code is listed here decides what to do."""
    others = tuple(each.code for each in later)
    is_here = any(own.get(Kind.ITEM, each) for each in others)
    words: dict[str, Word] = {"code": item.code, "name": item.name, "others": others}
    message = say("L001.replaced", **words) if is_here else say("L001.renumbered", **words)
    return Finding(("code",), message, tuple(each.record.locate("replaces") for each in later))

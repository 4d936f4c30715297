"""C015."""

from collections.abc import Iterator, Mapping, Sequence

from xuke.check.reused import former_owner
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, Version, rule
from xuke.model.views import Item

#: Fields whose change is none of the item.
_ASIDE = ("version", "note", "source")


@rule("C015", Kind.ITEM, needs=Needs.HISTORY)
def version_counts_changes(item: Item, context: Context) -> Iterator[Finding]:
    """The version of a published item grows by one with each change of it; C011 judges other items."""
    if item.text("status") != "published" or context.history is None:
        return
    past = context.history.versions(item.key)
    last = _last_other(item, past)
    if last is None or last.record.fields.get("status") != "published":
        return
    if former_owner(item, past, context.register(item.jurisdiction)) is last:
        return
    old, new = last.record.fields.get("version"), item.get("version")
    if isinstance(old, int) and new != old + 1:
        words: dict[str, Word] = {
            "code": item.code,
            "old": old,
            "expected": old + 1,
            "commit": last.commit[:12],
        }
        yield Finding(("version",), say("C015.version", **words))


def _last_other(item: Item, past: Sequence[Version]) -> Version | None:
    """The newest version that says something else of the item."""
    mine = _said(item.record.fields)
    return next((each for each in past if not each.is_gone and _said(each.record.fields) != mine), None)


def _said(fields: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if name not in _ASIDE}

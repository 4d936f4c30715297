"""M012."""

from collections.abc import Iterator

from xuke.check.agreements import Drift
from xuke.check.explain import shown
from xuke.check.suspects import suspects
from xuke.check.titles import titled
from xuke.model.diagnostic import Finding, Message, Word, say
from xuke.model.record import Kind, Record
from xuke.model.rule import Context, rule
from xuke.model.views import Memo


@rule("M012", Kind.MEMORANDUM, Kind.ITEM, is_wide=True)
def signed_item_unchanged(memo: Memo, context: Context) -> Iterator[Finding]:
    """What the parties agreed on about an item is as it was signed, supplemented or confirmed."""
    for each in suspects(memo, context.register(memo.jurisdiction), context.history):
        place = (*each.entry.pointer, "fingerprint")
        if each.drift is None:
            yield Finding(place, say("M012.suspect", code=each.item.key.id), (each.item.locate(),))
        else:
            also = each.item.locate(each.drift.edit.steps[0])
            yield Finding(place, _told(each.item, each.drift), (also,))


def _told(item: Record, drift: Drift) -> Message:
    words: dict[str, Word] = {
        "code": item.key.id,
        "title": titled(Kind.ITEM, drift.edit.steps),
        "field": drift.field,
        "old": shown(drift.edit.old),
        "new": shown(drift.edit.new),
    }
    if drift.version is None:
        return say("M012.uncommitted", **words)
    return say("M012.changed", **words, commit=drift.version.commit[:10], day=str(drift.version.day))

"""M013."""

from collections.abc import Iterator

from xuke.check.agreements import pointer_of
from xuke.check.exchanged import exchanges, untouched
from xuke.check.explain import shown
from xuke.check.signature import Closed, closed_texts, edits_since, record_digest
from xuke.check.titles import titled
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.part import name_field
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, at


@rule("M013", Kind.MEMORANDUM, is_wide=True)
def signed_text_unchanged(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum, and each supplement, reads as it did when it was signed; what changes is a supplement."""
    versions = context.history.versions(memo.key) if context.history else ()
    found = [each for text in closed_texts(memo, versions) for each in _edits(memo, text)]
    yield from found
    told = {each.pointer[:2] if each.pointer[:1] == ("supplements",) else () for each in found}
    papers = [(memo, ()), *((each, ("supplements",)) for each in memo.parts("supplements"))]
    for paper, path in papers:
        digest = paper.text("signature", "record")
        if digest and paper.pointer not in told and digest != record_digest(paper.fields, path):
            yield Finding((*paper.pointer, "signature", "record"), say("M013.digest"))


def _edits(memo: Memo, text: Closed) -> Iterator[Finding]:
    where: dict[str, Word] = {"commit": text.version.commit[:10], "day": str(text.version.day)}
    edits = [*edits_since(text)]
    pairs = [*exchanges(edits, text.then, text.now)]
    for pair in pairs:
        both: dict[str, Word] = {"place": pair.place + 1, "old": pair.old, "new": pair.new}
        title = titled(Kind.MEMORANDUM, pair.steps)
        place = (*pointer_of(memo.record, pair.steps), pair.place)
        message = say("M013.exchanged", title=title, **both, **where)
        yield Finding((*place, name_field(at(memo.fields, *place))), message)
    for edit in untouched(edits, pairs):
        words: dict[str, Word] = {
            "title": titled(Kind.MEMORANDUM, edit.steps),
            "field": ".".join(edit.steps),
            "old": shown(edit.old),
            "new": shown(edit.new),
        }
        yield Finding(pointer_of(memo.record, edit.steps), say("M013.edited", **words, **where))

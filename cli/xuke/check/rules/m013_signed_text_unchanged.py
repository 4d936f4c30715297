"""M013."""

from collections.abc import Iterator, Sequence

from xuke.check.agreements import pointer_of
from xuke.check.explain import shown
from xuke.check.signature import LIVING, record_digest
from xuke.diff.fields import edits_of
from xuke.model.change import FieldEdit
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Version, rule
from xuke.model.views import Memo, at

#: What may be filled in later where it was blank.
BLANKS = ("number", "signed", "effective", "fingerprint")


@rule("M013", Kind.MEMORANDUM)
def signed_text_unchanged(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum reads as it did when it was signed; what changes since is a supplement."""
    signed = _first_signed(context.history.versions(memo.key) if context.history else ())
    found = list(_edits(memo, signed)) if signed else []
    yield from found
    digest = memo.text("signature", "record")
    if not found and digest and digest != record_digest(memo.fields):
        yield Finding(("signature", "record"), say("M013.digest"))


def _edits(memo: Memo, signed: Version) -> Iterator[Finding]:
    for edit in edits_of(Kind.MEMORANDUM, signed.record.fields, memo.fields):
        if not _is_allowed(edit):
            words = {"old": shown(edit.old), "new": shown(edit.new), "field": ".".join(edit.steps)}
            message = say("M013.edited", commit=signed.commit[:10], day=str(signed.day), **words)
            yield Finding(pointer_of(memo.record, edit.steps), message)


def _first_signed(versions: Sequence[Version]) -> Version | None:
    there = (each for each in reversed(versions) if not each.is_gone)
    return next((each for each in there if at(each.record.fields, "status") == "signed"), None)


def _is_allowed(edit: FieldEdit) -> bool:
    head, last = edit.steps[0], edit.steps[-1]
    is_remark = head == "items" and last in {"note", "source"}
    return head in LIVING or is_remark or (last in BLANKS and edit.old is None)

"""What changed since a memorandum was signed, and what the parties have since said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from xuke.diff.fields import edits_of
from xuke.figures.fingerprint import agreed, fingerprint
from xuke.model.change import FieldEdit
from xuke.model.document import Value, same
from xuke.model.place import Pointer
from xuke.model.record import Kind, Record
from xuke.model.rule import Version
from xuke.model.views import Memo, Part, at, element_name


@dataclass(frozen=True, slots=True)
class Drift:
    """One agreed field that differs from what was signed, and the commit that gave it its value.

    No commit where the change is not committed yet.
    """

    edit: FieldEdit
    version: Version | None

    @property
    def field(self) -> str:
        """The field as confirmations name it: ``limit.promised.value``."""
        return ".".join(self.edit.steps)


def drifts(item: Record, entry: Part, versions: Sequence[Version]) -> list[Drift] | None:
    """How an item differs from the version that was signed; None where that one is not known."""
    suffixes, mark = entry.texts("suffixes"), entry.text("fingerprint")
    versions = [each for each in versions if not each.is_gone]
    places = (
        index for index, each in enumerate(versions) if fingerprint(each.record.fields, suffixes) == mark
    )
    place = next(places, None)
    if place is None:
        return None
    now, signed = agreed(item.fields, suffixes), agreed(versions[place].record.fields, suffixes)
    found = edits_of(Kind.ITEM, signed, now)
    return [Drift(each, _since(each, versions[:place], suffixes)) for each in found]


def _since(edit: FieldEdit, newer: Sequence[Version], suffixes: list[str]) -> Version | None:
    """The oldest version from which on the field has had its present value without a break."""
    pairs = ((each, value_at(agreed(each.record.fields, suffixes), edit.steps)) for each in newer)
    kept = [each for each, _ in takewhile(lambda pair: same(pair[1], edit.new), pairs)]
    return kept[-1] if kept else None


def value_at(value: Value, steps: tuple[str, ...]) -> Value:
    """What stands where an edit leads; None where that is no longer written."""
    for step in steps:
        match value:
            case list():
                value = next((each for each in value if element_name(each) == step), None)
            case _:
                value = at(value, step)
    return value


def is_settled_since(memo: Memo, item: Record, drift: Drift | None) -> bool:
    """Whether a supplement names the item, or the field is confirmed, after signing and after the change.

    Without a known change, any confirmation of the item will do.
    """
    version = drift.version if drift else None
    since = max(memo.day("signed") or date.min, version.day if version else date.min)
    return _supplemented(memo, item, drift, since) or any(
        (each.day("on") or date.min) >= since and (drift is None or _covers(each.text("field"), drift.field))
        for each in memo.parts("confirmations")
        if each.text("item") == item.key.id
    )


def _supplemented(memo: Memo, item: Record, drift: Drift | None, since: date) -> bool:
    """One without a date is a draft and settles nothing; one that lists changes settles just those.

    One that takes an item over says as what it is taken over, and nothing of what changes later.
    """
    signed = (each for each in memo.parts("supplements") if (each.day("date") or date.min) >= since)
    return any(_names(each, item, drift) for each in signed if each.has("date"))


def _names(supplement: Part, item: Record, drift: Drift | None) -> bool:
    changes = [each for each in supplement.parts("changes") if each.text("item") == item.key.id]
    if "changes" not in supplement.fields:
        taken = {each.text("code") for each in supplement.parts("items")}
        return item.key.id in supplement.text("text") and item.key.id not in taken
    return any(drift is None or _covers(each.text("field"), drift.field) for each in changes)


def _covers(confirmed: str, field: str) -> bool:
    return field == confirmed or field.startswith(f"{confirmed}.")


def pointer_of(record: Record, steps: tuple[str, ...]) -> Pointer:
    """Where an edited field stands in a record; as far as it is still written there."""
    return tuple(_walked(dict(record.fields), steps))


def _walked(value: Value, steps: tuple[str, ...]) -> Iterator[str | int]:
    for step in steps:
        name: str | int | None = step
        if isinstance(value, list):
            name = next((index for index, each in enumerate(value) if element_name(each) == step), None)
        value = None if name is None else at(value, name)
        if name is None or value is None:
            return
        yield name

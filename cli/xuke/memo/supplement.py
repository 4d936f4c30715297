"""What follows a change after signing: a supplement that states it, or a confirmation that it needs none."""

from collections.abc import Iterable, Sequence
from datetime import date

from xuke.check.suspects import Suspect
from xuke.edit.supplement import free
from xuke.memo.clauses import Fields
from xuke.memo.paper import numeral
from xuke.model.document import Value
from xuke.model.views import Memo, view
from xuke.words.labels import property_title
from xuke.words.zh import gongwen as zh

#: What is written for a change of which only the item is known.
UNKNOWN = "fingerprint"


def supplemented(memo: Memo, found: Sequence[Suspect]) -> Fields:
    """The memorandum with a supplement drafted for just these changes; a former draft gives way."""
    # What somebody wrote without a list of changes is no draft of ours.
    drafts = [each for each in memo.parts("supplements") if not each.has("date") and each.parts("changes")]
    kept = [dict(each.fields) for each in memo.parts("supplements") if each not in drafts]
    texts = [_sentence(place, each, len(found)) for place, each in enumerate(found, 1)]
    changes: list[Value] = [
        {"id": f"b{place}", "item": each.item.key.id, "field": field_of(each)}
        for place, each in enumerate(found, 1)
    ]
    name = free("bc", (str(each.get("id")) for each in kept))
    draft: Fields = {"id": name, "text": "\n".join(texts), "changes": changes}
    return {**memo.fields, "supplements": [*kept, draft]}


def confirmed(memo: Memo, found: Sequence[Suspect], day: date, reason: str) -> Fields:
    """The memorandum with a confirmation of each change."""
    rows: list[Value] = [dict(each.fields) for each in memo.parts("confirmations")]
    for each in found:
        name = free("qr", (str(row.get("id")) for row in rows if isinstance(row, dict)))
        fields = {"item": each.item.key.id, "field": field_of(each), "on": day.isoformat()}
        rows.append({"id": name, **fields, "reason": reason})
    return {**memo.fields, "confirmations": rows}


def field_of(suspect: Suspect) -> str:
    """The field as confirmations name it."""
    return suspect.drift.field if suspect.drift else UNKNOWN


def _sentence(place: int, suspect: Suspect, of: int) -> str:
    head = f"（{numeral(place)}）" if of > 1 else ""
    words = {"code": suspect.item.key.id, "name": view(suspect.item).name}
    if suspect.drift is None:
        return head + zh.CHANGED_SOMEHOW.format(**words)
    edit = suspect.drift.edit
    title = "".join(_title(edit.steps))
    old, new = (
        _text(value, is_there) for value, is_there in ((edit.old, edit.has_old), (edit.new, edit.has_new))
    )
    return head + zh.CHANGED.format(field=title, old=old, new=new, **words)


def _title(steps: tuple[str, ...]) -> Iterable[str]:
    path: tuple[str, ...] = ()
    for step in steps:
        title = property_title("items/item", (*path, step), False)
        if title == step:
            yield f"（{step}）"
        else:
            path = (*path, step)
            yield title


def _text(value: Value, is_there: bool) -> str:
    return zh.WHOLE_VALUE.format(value=_plain(value)) if is_there and value is not None else zh.NO_VALUE


def _plain(value: Value) -> str:
    match value:
        case dict():
            return "，".join(_plain(each) for each in value.values() if each is not None)
        case list():
            return "；".join(map(_plain, value))
        case bool():
            return zh.YES if value else zh.NO
    return str(value)

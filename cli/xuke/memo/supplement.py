"""What follows a change after signing: a supplement that states it, or a confirmation that it needs none."""

from collections.abc import Iterable, Sequence
from datetime import date

from xuke.check.suspects import Suspect
from xuke.edit.supplement import Fields, Said, free, is_open, unlisted
from xuke.memo.paper import numeral
from xuke.model.document import Value
from xuke.model.register import Register
from xuke.model.views import Memo, view
from xuke.words.labels import property_title
from xuke.words.zh import gongwen as zh

#: What is written for a change of which only the item is known.
UNKNOWN = "fingerprint"


def supplemented(memo: Memo, found: Sequence[Suspect], register: Register) -> Fields:
    """The memorandum with a supplement drafted for just these changes; a former draft gives way.

    What comes to the list of items or leaves it is found here; ``found`` is what changed in those that stay.
    """
    # What somebody wrote without a list of changes is no draft of ours.
    papers = [dict(each.fields) for each in memo.parts("supplements")]
    kept = [each for each in papers if not (is_open(each) and "changes" in each)]
    rest: Fields = {name: value for name, value in memo.fields.items() if name != "supplements"}
    before: Fields = {**rest, **({"supplements": list[Value](kept)} if kept else {})}
    said = unlisted(Memo(before, (), memo.record), register)
    listed = {each.text("code") for each in Memo(before, (), memo.record).listed} - {*said.removed}
    stays = [each for each in found if each.item.key.id in listed]
    if not (stays or said.sentences):
        return before
    draft = _drafted(free("bc", (str(each.get("id")) for each in kept)), said, stays)
    return {**memo.fields, "supplements": [*kept, draft]}


def _drafted(name: str, said: Said, found: Sequence[Suspect]) -> Fields:
    texts = [*said.sentences, *map(_sentence, found)]
    if len(texts) > 1:
        texts = [f"（{numeral(place)}）{text}" for place, text in enumerate(texts, 1)]
    changes: list[Value] = [
        {"id": f"b{place}", "item": each.item.key.id, "field": field_of(each)}
        for place, each in enumerate(found, 1)
    ]
    items, removed = list[Value](said.entries), list[Value](said.removed)
    lists: Fields = {**({"items": items} if items else {}), **({"removed": removed} if removed else {})}
    return {"id": name, "text": "\n".join(texts), **lists, "changes": changes}


def count_of(memo: Memo, fields: Fields) -> int:
    """How many changes the draft states that was just made; none where there is no draft."""
    papers = Memo(fields, (), memo.record).parts("supplements")
    drafts = [each for each in papers if is_open(dict(each.fields)) and "changes" in each.fields]
    names = ("items", "removed", "changes")
    lists = [each.get(name) for each in drafts for name in names]
    return sum(len(each) for each in lists if isinstance(each, list))


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


def _sentence(suspect: Suspect) -> str:
    words = {"code": suspect.item.key.id, "name": view(suspect.item).name}
    if suspect.drift is None:
        return zh.CHANGED_SOMEHOW.format(**words)
    edit = suspect.drift.edit
    title = "".join(_title(edit.steps))
    old, new = (
        _text(value, is_there) for value, is_there in ((edit.old, edit.has_old), (edit.new, edit.has_new))
    )
    return zh.CHANGED.format(field=title, old=old, new=new, **words)


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

"""Items that are no longer handled: they stay on record, and what goes on without them lets them go."""

from collections.abc import Sequence
from datetime import date

from xuke.edit.change import papers_on, whole_change
from xuke.edit.guards import Desk
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Said
from xuke.model.document import Value
from xuke.model.record import Record
from xuke.model.views import Item, Memo
from xuke.words.zh import supplements as zh


def withdrawn(desk: Desk, codes: Sequence[str], day: date | None) -> list[Step]:
    """The steps that cancel and withdraw items; who watched them goes on watching."""
    items = desk.items(codes)
    own = [Step(each.record, _result(desk, each, day)) for each in items]
    papers = {memo.id: _said(desk, memo, items) for memo in papers_on(desk.register, codes)}
    return whole_change(desk, own, dict.fromkeys(codes, ()), papers)


def _said(desk: Desk, memo: Memo, items: Sequence[Item]) -> Said:
    listed = {each.text("code") for each in memo.listed}
    gone = [each for each in items if each.code in listed]
    return Said([_sentence(desk, each) for each in gone], (), [each.code for each in gone])


def _sentence(desk: Desk, item: Item) -> str:
    return zh.WITHDRAWN.format(name=item.name, old=item.code, reason=desk.reason)


def _result(desk: Desk, item: Item, day: date | None) -> Record:
    over: Value = {
        "state": "cancelled",
        **({"effective": day.isoformat()} if day else {}),
        "reason": desk.reason,
    }
    fields: dict[str, Value] = {**item.fields, "disposition": over, "status": "withdrawn"}
    handlings = item.parts("handlings")
    if handlings:
        fields["handlings"] = [
            {name: each for name, each in one.fields.items() if name != "disposition"} for one in handlings
        ]
    return Record(item.record.key, desk.counted(item.record, fields), item.record.home)

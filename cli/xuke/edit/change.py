"""One change of items as steps: the items themselves, those that need them, and all that cites them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xuke.edit.citations import Codes, cited, recited
from xuke.edit.guards import Desk
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Said, supplemented
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Memo

#: What the supplement of each signed memorandum says, by its giver.
Papers = Mapping[str, Said]


def whole_change(desk: Desk, own: Sequence[Step], codes: Codes, papers: Papers) -> list[Step]:
    """The steps of a change; ``own`` are those of the items that change, without what they cite."""
    register = desk.register
    steps = {_name(each): each for each in _items(desk, own, codes)}
    for each in cited(register.snapshot, register.jurisdiction, codes):
        steps[_name(each)] = each
    for giver, said in papers.items():
        memo = register.memoranda[giver]
        step = steps.get(str(memo.key))
        now = step.new if step and step.new else memo.record
        fields = supplemented(Memo(now.fields, (), now), said)
        steps[str(memo.key)] = Step(memo.record, Record(memo.key, fields, memo.record.home))
    return list(steps.values())


def _name(step: Step) -> str:
    record = step.old or step.new
    return str(record.key) if record else ""


def _items(desk: Desk, own: Sequence[Step], codes: Codes) -> Iterator[Step]:
    """The steps of all items, with the prerequisites that stand now; the version of each counts it."""
    touched = {each.old.key for each in own if each.old is not None}
    for step in own:
        yield Step(step.old, _cleaned(step.new, codes) if step.new else None)
    for record in desk.register.snapshot.of(Kind.ITEM, desk.register.jurisdiction):
        fields = recited(record, codes)
        if record.key not in touched and fields != record.fields:
            yield Step(record, Record(record.key, desk.counted(record, fields), record.home))


def _cleaned(record: Record, codes: Codes) -> Record:
    """With the codes of now; an item that is merged with what it needed no longer waits for it."""
    fields = recited(record, codes)
    needed = fields.pop("prerequisites", None)
    if isinstance(needed, list):
        needed = [each for each in needed if each != record.key.id]
        fields = {**fields, **({"prerequisites": needed} if needed else {})}
    return Record(record.key, fields, record.home)


def papers_on(register: Register, codes: Iterable[str]) -> list[Memo]:
    """The signed memoranda that list one of the codes."""
    listed = {
        memo.id: memo for code in codes for memo, _ in register.memoranda_listing(code) if memo.is_closed
    }
    return list(listed.values())

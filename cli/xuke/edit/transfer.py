"""Items that move to the approval bureau, with memorandum, seals, licence power, supervision and posts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from xuke.edit.change import whole_change
from xuke.edit.citations import Codes
from xuke.edit.guards import Desk
from xuke.edit.rewrite import Step, new_record
from xuke.edit.supplement import Fields, Said, addition, entry, with_entries
from xuke.edit.terms import Terms, handed_over, lacks
from xuke.model.diagnostic import say
from xuke.model.errors import Refusal, UsageFault
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Handling, Item, View

_NONE: Codes = {}


@dataclass(frozen=True, slots=True)
class Wish:
    """An item that is to move: whole, or the handlings with these suffixes."""

    item: Item
    suffixes: tuple[str, ...]

    @property
    def targets(self) -> list[Handling]:
        """The handlings that move."""
        return [each for each in self.item.handlings() if not self.suffixes or each.suffix in self.suffixes]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the item stays."""
        moved = {each.suffix for each in [*self.targets, *self.item.transferred]}
        return len(moved) == len(self.item.handlings())


def wishes(desk: Desk, names: Sequence[str]) -> list[Wish]:
    """The items that a user names, by basic code or with the suffix of a handling (14 characters)."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        code, suffix = (name[:12], name[12:]) if desk.register.get(Kind.ITEM, name) is None else (name, "")
        if code in found and not (suffix and found[code]):
            raise UsageFault("edits.named_twice", code=name)
        found[code] = (*found.get(code, ()), *filter(None, [suffix]))
    return [_wish(desk, code, suffixes) for code, suffixes in found.items()]


def _wish(desk: Desk, code: str, suffixes: tuple[str, ...]) -> Wish:
    item = desk.item(code)
    known = [each.suffix for each in item.handlings() if each.suffix]
    for each in suffixes:
        if each not in known:
            raise UsageFault("edits.unknown_suffix", code=code, suffix=each, known=tuple(known))
    wish = Wish(item, suffixes)
    for handling in wish.targets:
        if handling.is_transferred:
            raise Refusal("edits.moved_already", code=item.code + handling.suffix, name=item.name)
        if handling.state == "cancelled":
            raise Refusal("edits.cancelled", code=item.code + handling.suffix, name=item.name)
    return wish


def transferred(desk: Desk, wanted: Sequence[Wish], giver: str, terms: Terms) -> list[Step]:
    """The steps that move items of one department to the bureau."""
    register = desk.register
    memo = register.memoranda.get(giver)
    for wish in wanted:
        if wish.item.competent != giver:
            words = {"code": wish.item.code, "owner": register.department_name(wish.item.competent)}
            raise Refusal("edits.other_memorandum", giver=register.department_name(giver), **words)
    _refuse_lacking(desk, wanted, terms)
    moved = [_moved(desk, wish, terms) for wish in wanted]
    own = [Step(wish.item.record, each) for wish, each in zip(wanted, moved, strict=True)]
    entries = [entry(Item(each.fields, (), each)) for each in moved]
    is_closed = memo is not None and memo.is_closed
    papers = {giver: Said([*_sentences(wanted, moved)], entries)} if is_closed else {}
    steps = whole_change(desk, own, _NONE, papers)
    if memo is not None and not is_closed:
        fields = {**memo.fields, "items": with_entries(memo.entries, entries)}
        steps.append(Step(memo.record, Record(memo.key, fields, memo.record.home)))
    return [*steps, *_powers(desk, wanted, terms), *_lists(desk, wanted, terms)]


def _refuse_lacking(desk: Desk, wanted: Sequence[Wish], terms: Terms) -> None:
    """Everything that is still to be named is asked for at once."""
    found = [*lacks(desk.register, [(wish.item, wish.targets) for wish in wanted], terms)]
    codes = [wish.item.code for wish in wanted]
    bare = tuple(code for code in codes if not terms.supervision and not desk.register.supervision_of(code))
    if bare:
        found.append(say("edits.unsupervised", code=bare))
    if found:
        chain = reduce(lambda all_, each: say("edits.both", first=all_, rest=each), found)
        raise Refusal("edits.lacking", what=chain)


def _moved(desk: Desk, wish: Wish, terms: Terms) -> Record:
    record = wish.item.record
    fields = handed_over(desk.register, wish.item, wish.targets, terms)
    return Record(record.key, desk.counted(record, fields), record.home)


def _sentences(wanted: Sequence[Wish], moved: Sequence[Record]) -> Iterator[str]:
    for wish, record in zip(wanted, moved, strict=True):
        item, suffixes = Item(record.fields, (), record), {each.suffix for each in wish.targets}
        yield addition(item, [each for each in item.transferred if each.suffix in suffixes])


def _powers(desk: Desk, wanted: Sequence[Wish], terms: Terms) -> Iterator[Step]:
    """The power to license goes with an item that moves as a whole (L015); the others stay."""
    register = desk.register
    sections = register.departments[register.bureau].parts("sections")
    for wish in (each for each in wanted if each.is_whole):
        for power in register.powers_of(wish.item.code):
            if (
                power.text("type") == wish.item.text("type")
                and power.text("department") == wish.item.competent
            ):
                rest = {name: each for name, each in power.fields.items() if name != "section"}
                is_known = any(each.text("id") == terms.section for each in sections)
                section: Fields = {"section": terms.section} if is_known else {}
                yield _rehomed(desk, power, {**rest, "department": register.bureau, **section})


def _rehomed(desk: Desk, power: View, fields: Fields) -> Step:
    old = power.record
    paths = desk.register.snapshot.paths
    return Step(old, new_record(old.key, fields, old.provenance, paths))


def _lists(desk: Desk, wanted: Sequence[Wish], terms: Terms) -> Iterator[Step]:
    """The supervision entry and the posts that are named take the items in."""
    codes = [wish.item.code for wish in wanted]
    for kind, name in ((Kind.SUPERVISION, terms.supervision), (Kind.POST, terms.post)):
        if name:
            record = desk.register.get(kind, name)
            if record is None:
                raise UsageFault("edits.unknown_record", key=f"{kind}/{name}")
            listed = View(record.fields, (), record).texts("items")
            new = (
                sorted({*listed, *codes}) if listed == sorted(listed) else [*dict.fromkeys([*listed, *codes])]
            )
            if new != listed:
                yield Step(record, Record(record.key, {**record.fields, "items": list(new)}, record.home))


def day_of_transfer(register: Register, giver: str) -> date | None:
    """The day that a memorandum gives: its own, the one after the last of old cases, that of its items."""
    memo = register.memoranda.get(giver)
    last = memo.day("open_cases", "cut_off") if memo else None
    stated = (memo.day("effective") if memo else None) or (last + timedelta(days=1) if last else None)
    moved = (each for item in register.transferred_of(giver) for each in item.active())
    days = {each.effective for each in moved if each.is_transferred}
    return stated or (days.pop() if len(days) == 1 else None)

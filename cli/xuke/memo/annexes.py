"""The annexes of a memorandum: its items, its stage table by period, what is handed over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xuke.figures.stages import unit_of
from xuke.memo.paper import Block, Grid, Text, day_text
from xuke.model.part import Part, day_of
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item, Memo, view
from xuke.words.labels import enum_label, property_title
from xuke.words.zh import gongwen as zh

#: Lists of what is handed over, in the order of the schema.
LISTS = ("documents", "certificates", "equipment", "accounts", "archives")


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: what it shows (``items``, ``stages``, ``handover``, or nothing) and its title."""

    shows: str
    title: str


def annexes(memo: Memo) -> list[Annex]:
    """Those that the memorandum lists; what it has to show and does not list comes behind them."""
    found: list[Annex] = []
    for title in memo.texts("annexes"):
        known = {each.shows for each in found}
        names = (name for name, word in zh.ANNEX_OF.items() if word in title and name not in known)
        found.append(Annex(next(names, ""), title))
    listed = {each.shows for each in found}
    rest = [name for name in zh.ANNEX_OF if name not in listed and memo.get(name)]
    return [*found, *(Annex(name, zh.ANNEX_NAMES[name]) for name in rest)]


def annex_blocks(annex: Annex, memo: Memo, register: Register) -> Iterator[Block]:
    """What an annex shows; one that shows nothing of the record is to be put behind the paper."""
    match annex.shows:
        case "items":
            yield items_grid(memo.entries, register)
        case "stages":
            yield _stages(memo, register)
        case "handover":
            yield from _handover(memo)
        case _:
            yield Text("text", zh.ANNEX_APART)


def items_grid(entries: Sequence[Part], register: Register) -> Grid:
    """Listed items as the annex shows them."""
    rows = [_item(place, entry, register) for place, entry in enumerate(entries, 1)]
    return Grid(zh.ITEM_HEADS, rows, (6, 28, 24, 9, 20, 13))


def _item(place: int, entry: Part, register: Register) -> list[str]:
    record = register.get(Kind.ITEM, entry.text("code"))
    item = Item(record.fields, (), record) if record else None
    suffixes = entry.texts("suffixes")
    names = {each.suffix: each.text("name") for each in item.handlings()} if item else {}
    parts = "\n".join(f"{suffix} {names.get(suffix, '')}".rstrip() for suffix in suffixes)
    extent = zh.PARTLY if suffixes else zh.WHOLE
    name, note = item_name(entry, register), entry.text("note")
    return [str(place), name, entry.text("code"), extent, parts, note]


def item_name(entry: Part, register: Register) -> str:
    """The name of a listed item; empty where the register does not have it."""
    record = register.get(Kind.ITEM, entry.text("code"))
    return view(record).name if record else ""


def _stages(memo: Memo, register: Register) -> Grid:
    rows = [row for stage in memo.parts("stages") for row in _stage(stage, memo, register)]
    return Grid(zh.STAGE_HEADS, rows, (18, 20, 20, 20, 22))


def _stage(row: Part, memo: Memo, register: Register) -> Iterator[list[str | None]]:
    title: str | None = enum_label("memorandum", ("stages", "stage"), row.text("stage"), False)
    remarks = [*([zh.IN_PRINCIPLE] if row.get("principle") is True else []), row.text("differs")]
    remark: str | None = "\n".join(each for each in remarks if each)
    for period in row.parts("periods"):
        sides = [period.text("lead"), *period.texts("assist")]
        lead, *assist = (unit_name(side, memo, register) for side in sides)
        yield [title, period_text(period), lead, "\n".join(assist), remark]
        title, remark = None, None


def unit_name(side: str, memo: Memo, register: Register) -> str:
    """The printed name of a side of a stage table; its label where nobody is named for it."""
    unit = unit_of(side, memo.giver, memo.text("taker"), register)
    label = enum_label("memorandum", ("stages", "periods", "lead"), side, False)
    return register.department_name(unit) if unit else label


def period_text(period: Part) -> str:
    """A period by its days and events; from the start where it names neither."""
    start, end = period.day("from"), period.day("until")
    parts = [
        zh.FROM.format(start=day_text(start)) if start else "",
        zh.FROM_EVENT.format(event=period.text("from_event")) if period.text("from_event") else "",
        zh.UNTIL.format(end=day_text(end)) if end else "",
        zh.UNTIL_EVENT.format(event=period.text("until_event")) if period.text("until_event") else "",
    ]
    return "\n".join(each for each in parts if each) or zh.ALWAYS


def _handover(memo: Memo) -> Iterator[Block]:
    clause, number = memo.part("handover"), 0
    for name in LISTS:
        texts = clause.texts(name)
        number += bool(texts)
        yield from _list(number, ("handover", name), texts)
    if seals := clause.parts("seals"):
        yield Text("three", f"{number + 1}.{property_title('memorandum', ('handover', 'seals'), False)}")
        yield Grid(zh.SEAL_HEADS, [_seal(each) for each in seals], (40, 30, 30))


def _list(number: int, path: tuple[str, ...], texts: Sequence[str]) -> Iterator[Text]:
    if texts:
        yield Text("three", f"{number}.{property_title('memorandum', path, False)}")
    for place, text in enumerate(texts, 1):
        yield Text("text", f"（{place}）{text}")


def _seal(seal: Part) -> list[str]:
    days = (day_of(seal.get(name)) for name in ("stopped", "returned"))
    return [seal.text("name"), *(day_text(day) for day in days)]

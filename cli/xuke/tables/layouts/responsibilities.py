"""审管责任清单: who answers for each stage of a transferred item, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Item, Part
from xuke.tables.columns import PART, derived, item_columns
from xuke.tables.layout import Book, Cell, Line, Table
from xuke.tables.layouts.transfers import memorandum_text
from xuke.tables.present import date_text, joined
from xuke.words.labels import enum_label
from xuke.words.zh import tables as zh


@dataclass(frozen=True, slots=True)
class Duty:
    """Stages of an item that one party leads in one period."""

    item: Item
    ground: str
    stages: tuple[Part, ...]
    period: Part

    @property
    def record(self) -> Record:
        """The item's record, which the shared columns read."""
        return self.item.record


def lines(book: Book) -> Iterator[Line]:
    """Stages with equal parties in one row; the number counts items."""
    moved = (item for item in book.register.licences if item.transferred)
    tables: dict[int, list[tuple[Part, ...]]] = {}
    for place, item in enumerate(moved, 1):
        ground, owner = stage_table(book, item)
        # All items of one memorandum share its stages.
        if id(owner.fields) not in tables:
            tables[id(owner.fields)] = alike(owner.parts("stages"))
        for part, stages in enumerate(tables[id(owner.fields)]):
            for period in stages[0].parts("periods"):
                groups = (item.competent, item.code, str(part))
                yield Line(Duty(item, ground, stages, period), place, groups, item.key)


def stage_table(book: Book, item: Item) -> tuple[str, Part]:
    """Whose stages hold: the memorandum's that lists the item, else the policy's, named so."""
    for memo, _ in book.register.memoranda_listing(item.code):
        if memo.has("stages"):
            return memorandum_text(book, item.code), memo
    return zh.BY_POLICY, book.register.policy


def alike(table: list[Part]) -> list[tuple[Part, ...]]:
    """Stages by what their periods say, in the order of the first of each."""
    groups: dict[str, list[Part]] = {}
    for stage in table:
        said = [
            (when(each), each.text("lead"), sorted(each.texts("assist"))) for each in stage.parts("periods")
        ]
        groups.setdefault(f"{said}{stage.get('principle') is True}", []).append(stage)
    return [tuple(stages) for stages in groups.values()]


def when(period: Part) -> str:
    """From a day or an event until a day or an event; the whole time where neither is stated."""
    ends = (
        (zh.FROM_DAY, period.day("from")),
        (zh.FROM_EVENT, period.text("from_event")),
        (zh.UNTIL_DAY, period.day("until")),
        (zh.UNTIL_EVENT, period.text("until_event")),
    )
    found = (form.format(what=end if isinstance(end, str) else date_text(end)) for form, end in ends if end)
    return "".join(found) or zh.WHOLE_TIME


def party(register: Register, item: Item, side: str) -> str:
    """The unit behind 主管部门, 审批局 or 前身单位; that word itself where the data names none."""
    units = {"department": item.competent, "bureau": register.bureau, "predecessor": register.predecessor}
    unit = units.get(side)
    if unit:
        return register.department_name(unit)
    return enum_label("memorandum", ("stages", "periods", "lead"), side, False)


def _stages(book: Book, duty: Duty) -> Cell:
    del book
    path = ("stages", "stage")
    names = (enum_label("memorandum", path, each.text("stage"), False) for each in duty.stages)
    principle = duty.stages[0].get("principle") is True
    return joined(names) + (zh.IN_PRINCIPLE if principle else "")


def _period(book: Book, duty: Duty) -> Cell:
    del book
    return when(duty.period)


def _lead(book: Book, duty: Duty) -> Cell:
    return party(book.register, duty.item, duty.period.text("lead"))


def _assist(book: Book, duty: Duty) -> Cell:
    sides = duty.period.texts("assist")
    return joined(party(book.register, duty.item, side) for side in sides)


def _ground(book: Book, duty: Duty) -> Cell:
    del book
    return duty.ground


RESPONSIBILITIES = Table(
    id="responsibilities",
    title=zh.RESPONSIBILITIES,
    columns=(
        *item_columns(),
        derived("stages", zh.STAGES, 28, _stages, level=PART),
        derived("period", zh.PERIOD, 18, _period),
        derived("lead", zh.LEAD, 16, _lead),
        derived("assist", zh.ASSIST, 16, _assist),
        derived("ground", zh.GROUND, 14, _ground, level=PART),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.MEMORANDUM, Kind.JURISDICTION),
    kind=Kind.ITEM,
)

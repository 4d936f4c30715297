"""Who answers for an item on a day: for every stage the party, its section and the paper behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from xuke.figures.stages import end_of, period_on, unit_of
from xuke.model.part import Part
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.model.views import Handling, Item, Memo
from xuke.words.labels import choices

#: The stages that end in the decision, which the law gives to the organ of an item.
APPROVAL = ("acceptance", "review", "decision", "delivery")

#: The stages that the entries of the supervision list speak of.
_SUPERVISED = ("supervision", "penalties")


class State(StrEnum):
    """How far a part of an item has come on a day."""

    #: The bureau acts for it already.
    MOVED = "moved"
    #: It will move, from a later day or from none that is known.
    MOVES_LATER = "moves_later"
    #: It stays with its department.
    STAYS = "stays"
    #: Nobody exercises it any more.
    ENDED = "ended"


class Source(StrEnum):
    """What kind of paper an answer rests on."""

    MEMORANDUM = "memorandum"
    DRAFT = "draft"
    POLICY = "policy"
    LAW = "law"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper that an answer rests on; ``place`` is the part of it that says so."""

    source: Source
    record: Record
    number: str = ""
    title: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who leads one stage; ``until`` and ``event`` end it where a later period follows, led by ``then``."""

    stage: str
    lead: str
    assist: tuple[str, ...]
    section: str
    paper: Paper
    in_principle: bool = False
    until: date | None = None
    event: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """Some business items of an item for which the same units answer; without suffixes, all of it.

    ``start`` is the day of their disposition: for what moves, that from which the bureau acts.
    """

    state: State
    start: date | None
    answers: tuple[Answer, ...]
    handlings: tuple[Handling, ...] = ()


def shares(item: Item, register: Register, day: date) -> list[Share]:
    """Who answers for every part of an item on a day: what has moved, what will, what stays."""
    parts, ground = item.handlings(), _Ground(item, register, day)
    alone = [_share(each, ground) for each in parts]
    found = [
        replace(
            each, handlings=tuple(part for part, other in zip(parts, alone, strict=True) if other == each)
        )
        for place, each in enumerate(alone)
        if each not in alone[:place]
    ]
    return sorted(found, key=lambda each: list(State).index(each.state))


def _state(handling: Handling, day: date) -> State:
    if handling.state == "cancelled" or handling.record.fields.get("status") == "withdrawn":
        return State.ENDED
    if not handling.is_transferred:
        return State.STAYS
    start = handling.effective
    return State.MOVED if start and start <= day else State.MOVES_LATER


@dataclass(frozen=True, slots=True)
class _Ground:
    item: Item
    register: Register
    day: date


def _share(handling: Handling, ground: _Ground) -> Share:
    """What is so of a business item, before it is told of which others too."""
    state = _state(handling, ground.day)
    answers = sorted(_answers(state, handling, ground), key=_rank)
    return Share(state, handling.effective, tuple(answers))


def _answers(state: State, handling: Handling, ground: _Ground) -> Iterator[Answer]:
    match state:
        case State.MOVED:
            yield from _moved(handling, ground)
        case State.MOVES_LATER | State.STAYS:
            yield from _kept(state, handling, ground)


def _rank(answer: Answer) -> int:
    return stage_names().index(answer.stage)


def stage_names() -> list[str]:
    """All stages in the order of the schema."""
    return list(choices("memorandum", ("stages", "stage"), False))


def _kept(state: State, handling: Handling, ground: _Ground) -> Iterator[Answer]:
    """Before a transfer the department answers for every stage, and after none; by the law that sets it."""
    item = ground.item
    lead = item.competent if state is State.MOVES_LATER else handling.organ or item.competent
    paper = _law(item)
    for stage in stage_names():
        unit = item.competent if stage in _SUPERVISED else lead
        yield Answer(stage, unit, (), _section(stage, unit, handling, ground), paper)


def _law(item: Item) -> Paper:
    bases = item.parts("bases")
    sets = next((each for each in bases if each.text("role") == "sets"), Part({}, ()))
    if not sets.fields:
        return Paper(Source.REGISTER, item.record, title=item.name)
    return Paper(Source.LAW, item.record, sets.text("number"), sets.text("document"), sets.text("article"))


def _moved(handling: Handling, ground: _Ground) -> Iterator[Answer]:
    memo, entry = memo_of(ground.item, ground.register), _bound_by(handling, ground)
    own = _memo_paper(Source.MEMORANDUM if entry else Source.DRAFT, memo, entry) if memo else None
    tables = [
        (ground.register.policy.parts("stages"), _policy_paper(ground.register)),
    ]
    if memo and own:
        # What is agreed goes before the policy, what is only planned behind it.
        tables.insert(0 if entry else 1, (memo.parts("stages"), own))
    answers: dict[str, Answer] = {}
    for rows, paper_of in tables:
        for row in rows:
            found = _answer(row, paper_of, memo, handling, ground)
            if found and found.stage in stage_names():
                answers.setdefault(found.stage, found)
    for stage in APPROVAL:
        answers.setdefault(stage, _by_organ(stage, handling, ground))
    yield from answers.values()


def memo_of(item: Item, register: Register) -> Memo | None:
    """The memorandum that lists an item: that of its department, else the first."""
    listing = [memo for memo, _ in register.memoranda_listing(item.code)]
    own = [memo for memo in listing if memo.giver == item.competent]
    return next(iter([*own, *listing]), None)


def _bound_by(handling: Handling, ground: _Ground) -> Part | None:
    """The entry by which a memorandum in force, or a supplement signed by then, covers a handling."""
    memo = memo_of(ground.item, ground.register)
    is_bound = memo is not None and in_force(memo, ground.day)
    return memo.covering(ground.item.code, ground.day, handling.suffix) if memo and is_bound else None


def in_force(memo: Memo, day: date) -> bool:
    """Whether a memorandum binds the parties on a day: signed, in effect, and not ended.

    One that states no day of its own binds from its signing.
    """
    start = memo.day("effective") or memo.day("signed")
    return memo.text("status") == "signed" and start is not None and start <= day


def _answer(
    row: Part, paper_of: Callable[[Part, Part], Paper], memo: Memo | None, handling: Handling, ground: _Ground
) -> Answer | None:
    register, stage = ground.register, row.text("stage")
    period = period_on(row, ground.day, register)
    if period is None:
        return None
    giver, taker = ground.item.competent, memo.text("taker") if memo else ""
    lead = unit_of(period.text("lead"), giver, taker, register)
    later = _after(row, period)
    end = end_of(period, register)
    return Answer(
        stage,
        lead,
        tuple(unit_of(each, giver, taker, register) for each in period.texts("assist")),
        _section(stage, lead, handling, ground),
        paper_of(row, period),
        row.get("principle") is True,
        None if end == date.max else end,
        period.text("until_event"),
        unit_of(later.text("lead"), giver, taker, register) if later else "",
    )


def _after(row: Part, period: Part) -> Part | None:
    periods = row.parts("periods")
    return next((each for each in periods if each.pointer > period.pointer), None)


def _memo_paper(source: Source, memo: Memo, entry: Part | None) -> Callable[[Part, Part], Paper]:
    supplement = memo.paper_of(entry) if entry else memo
    place = "" if supplement is memo else supplement.text("number") or supplement.text("id")
    paper = Paper(source, memo.record, memo.text("number"), memo.name, place)
    return lambda _row, _period: paper


def _policy_paper(register: Register) -> Callable[[Part, Part], Paper]:
    def paper(row: Part, period: Part) -> Paper:
        source = period.part("source") if period.has("source") else row.part("source")
        document = register.document(source.text("document") or register.reform.text("document"))
        record = document.record if document else register.snapshot.records[_reform(register)]
        title = document.name if document else register.title
        number = document.text("number") if document else ""
        return Paper(Source.POLICY, record, number, title, source.text("place"))

    return paper


def _reform(register: Register) -> Key:
    return Key(register.jurisdiction, Kind.JURISDICTION, register.jurisdiction)


def _by_organ(stage: str, handling: Handling, ground: _Ground) -> Answer:
    lead = handling.organ or ground.register.bureau
    paper = Paper(Source.REGISTER, ground.item.record, title=ground.item.name)
    return Answer(stage, lead, (), _section(stage, lead, handling, ground), paper)


def _section(stage: str, unit: str, handling: Handling, ground: _Ground) -> str:
    """The id or the name of the section that acts; empty where the register does not say."""
    item, register = ground.item, ground.register
    if unit == item.competent and stage in _SUPERVISED:
        entries = register.supervision_of(item.code)
        return next((each.text("section") for each in entries if each.text("supervisor") == unit), "")
    if unit == item.competent:
        department = register.departments.get(unit)
        own = handling.stated_text("section") if not handling.is_transferred else ""
        return own or (department.text("approval_section") if department else "")
    return handling.disposition.text("section")

"""The board of memoranda: tables for the screen, or JSON."""

from collections.abc import Iterator, Sequence
from datetime import date

from xuke.calendar.working_days import UnknownYear
from xuke.check.suspects import Suspect
from xuke.diff.steps import path_of
from xuke.figures.board import Matter, Stand, Standing, waiting
from xuke.figures.stages import Turn
from xuke.model.diagnostic import Label, Word, say
from xuke.model.record import Kind
from xuke.report.board_json import BINDING, Board, board_json, suspects_of
from xuke.report.sections import Section, text_lines, told
from xuke.report.show import names_in, shown
from xuke.words.render import Language

#: Cells of the screen that a column takes at the most.
_WIDEST = 36

#: So many departments are named in a cell; more are counted.
_NAMED = 3

_Change = tuple[str, str, str, str, tuple[str, ...]]

_STANDS: dict[Stand, Word] = {
    Stand.NONE: say("papers.none"),
    Stand.DRAFT: Label("memorandum", ("status",), "draft"),
    Stand.SIGNED: Label("memorandum", ("status",), "signed"),
    Stand.EFFECTIVE: say("papers.effective"),
    Stand.ENDED: Label("memorandum", ("status",), "ended"),
}

_MATTERS: dict[Matter, Word] = {
    Matter.SIGN: say("papers.sign"),
    Matter.CUT_OFF: Label("memorandum", ("open_cases", "cut_off")),
    Matter.TRAINING: Label("memorandum", ("training", "by")),
    Matter.EFFECTIVE: Label("memorandum", ("effective",)),
    Matter.HANDOVER: Label("memorandum", ("handover", "date")),
    Matter.SEAL_STOPPED: Label("memorandum", ("handover", "seals", "stopped")),
    Matter.SEAL_RETURNED: Label("memorandum", ("handover", "seals", "returned")),
    Matter.PUSH: Label("memorandum", ("push",)),
}


def board_lines(board: Board, form: str, language: Language) -> Iterator[str]:
    """The board as text for the screen, or as JSON."""
    return board_json(board) if form == "json" else _Telling(board, language).lines()


def board_sections(board: Board) -> list[Section]:
    """The tables of the board in Chinese, in which all workbooks are."""
    return _Telling(board, Language.ZH).sections()


class _Telling:
    def __init__(self, board: Board, language: Language) -> None:
        self.board = board
        self.register = board.register
        self.language = language

    def _word(self, word: Word) -> str:
        return told(word, self.language)

    def _heads(self, *words: Word) -> list[str]:
        return [self._word(each) for each in words]

    def _unit(self, name: str) -> str:
        return self.register.department_name(name)

    def lines(self) -> Iterator[str]:
        """The sections below a title."""
        title = say("papers.board", place=self.register.title, day=str(self.board.day))
        return text_lines(self._word(title), self.sections(), _WIDEST)

    def sections(self) -> list[Section]:
        """Departments, then what is suspect, what changes hands, and what is due."""
        found = (self._departments(), self._suspects(), self._turns(), self._deadlines())
        return [each for each in found if each.rows or each.remarks]

    def _departments(self) -> Section:
        heads = self._heads(
            say("papers.department"),
            say("papers.items"),
            say("papers.covered"),
            Label("memorandum", ("status",)),
            Label("memorandum", ("number",)),
            Label("memorandum", ("signed",)),
            Label("memorandum", ("effective",)),
            say("papers.suspect"),
            say("papers.posts"),
            say("papers.persons"),
        )
        rows = [self._department(each) for each in self.board.standings]
        total = [self._total(self.board.standings)] if len(rows) > 1 else []
        none = [] if rows else [self._word(say("papers.no_items"))]
        return Section(self._word(say("papers.departments")), heads if rows else (), [*rows, *total], none)

    def _department(self, each: Standing) -> list[str]:
        memo = each.memo
        signed = memo.text("signed") if memo and each.stand in BINDING else ""
        return [
            self._unit(each.department),
            str(each.items),
            str(each.covered),
            self._word(_STANDS[each.stand]),
            memo.text("number") if memo else "",
            signed,
            str(each.start or ""),
            str(suspects_of(self.board, each)),
            str(each.posts),
            str(each.persons),
        ]

    def _total(self, found: Sequence[Standing]) -> list[str]:
        bound = sum(each.stand in BINDING for each in found)
        return [
            self._word(say("papers.total")),
            str(sum(each.items for each in found)),
            str(sum(each.covered for each in found)),
            self._word(say("papers.signed_of", signed=bound, all=len(found))),
            *("", "", ""),
            str(len(self.board.suspects)),
            str(sum(each.posts for each in found)),
            str(sum(each.persons for each in found)),
        ]

    def _suspects(self) -> Section:
        heads = self._heads(
            say("papers.department"),
            say("papers.item"),
            say("papers.field"),
            say("papers.old"),
            say("papers.new"),
            say("papers.commit"),
        )
        rows = [self._suspect(each) for each in self.board.suspects]
        return Section(self._word(say("papers.suspects")), heads, rows)

    def _suspect(self, each: Suspect) -> list[str]:
        head = [self._unit(each.memo.giver), each.item.key.id]
        if each.drift is None:
            return [*head, self._word(say("papers.unknown_change")), "", "", ""]
        edit, version = each.drift.edit, each.drift.version
        path, names = path_of(each.item, edit.steps), names_in(self.register)
        values = [shown(Kind.ITEM, path, value, self.language, names) for value in (edit.old, edit.new)]
        commit = f"{version.commit[:10]} {version.day}" if version else self._word(say("papers.uncommitted"))
        return [*head, each.drift.field, *values, commit]

    def _turns(self) -> Section:
        heads = self._heads(
            say("papers.department"),
            say("papers.stages"),
            say("papers.from"),
            say("papers.to"),
            say("papers.when"),
        )
        rows = [self._change(turn, names) for turn, names in _changes(self.board.standings).items()]
        events = tuple(waiting(self.register, self.board.standings))
        remarks = [self._word(say("papers.waiting", events=events))] if events else []
        return Section(self._word(say("papers.turns")), heads if rows else (), rows, remarks)

    def _change(self, turn: _Change, names: Sequence[str]) -> list[str]:
        old, new, day, event, stages = turn
        titles = tuple(Label("memorandum", ("stages", "stage"), stage) for stage in stages)
        sides = (self._word(Label("memorandum", ("stages", "periods", "lead"), side)) for side in (old, new))
        when = day or event or self._word(say("papers.undated"))
        return [self._units(names), self._word(say("papers.list", words=titles)), *sides, when]

    def _units(self, names: Sequence[str]) -> str:
        units = tuple(map(self._unit, names))
        if len(units) <= _NAMED:
            return self._word(say("papers.list", words=units))
        return self._word(say("papers.and_more", names=units[:_NAMED], count=len(units)))

    def _deadlines(self) -> Section:
        heads = self._heads(
            say("papers.department"), say("papers.matter"), say("papers.due"), say("papers.left")
        )
        dues: dict[tuple[date, Matter, int | UnknownYear], list[str]] = {}
        for each in self.board.standings:
            for due in each.deadlines:
                dues.setdefault((due.day, due.matter, due.left), []).append(each.department)
        rows = [
            [
                self._units(list(dict.fromkeys(names))),
                self._word(_MATTERS[matter]),
                str(day),
                self._left(left),
            ]
            for (day, matter, left), names in sorted(dues.items(), key=lambda pair: pair[0][0])
        ]
        return Section(self._word(say("papers.deadlines")), heads, rows)

    def _left(self, left: int | UnknownYear) -> str:
        match left:
            case UnknownYear(year, first, last):
                words = {"year": str(year), "first": str(first), "last": str(last)}
                return self._word(say("papers.no_calendar", **words))
            case 0:
                return self._word(say("papers.today"))
        return self._word(say("papers.days_left", days=left) if left > 0 else say("papers.late", days=-left))


def _changes(found: Sequence[Standing]) -> dict[_Change, list[str]]:
    """The departments by what changes hands: old side, new side, day, event, stages."""
    changes: dict[_Change, list[str]] = {}
    for each in found:
        for head, stages in _grouped(each.turns).items():
            changes.setdefault((*head, tuple(stages)), []).append(each.department)
    return changes


def _grouped(turns: Sequence[Turn]) -> dict[tuple[str, str, str, str], list[str]]:
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for each in turns:
        day = each.day.isoformat() if each.day else ""
        groups.setdefault((each.old, each.new, day, each.event), []).append(each.stage)
    return groups

"""The task list as a table, CSV, Markdown or JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xuke.calendar.working_days import UnknownYear
from xuke.figures.deadlines import PushDue
from xuke.figures.dues import Due, with_day
from xuke.figures.filings import FilingDue
from xuke.figures.measures import Role, Share, Standing, Task
from xuke.model.diagnostic import Label, Message, Word, say
from xuke.model.register import Register
from xuke.report.filing_due import due_told
from xuke.report.grid import csv_lines
from xuke.report.json import day_json, json_lines, limit_json
from xuke.report.sections import Section, day_text, limit_text, markdown_lines, text_lines, told
from xuke.report.stats_json import filing_json
from xuke.words.render import Language

#: Cells of the screen that a column takes at the most.
_WIDEST = 34

#: So many units are named in a table for the screen; more are counted.
_NAMED = 3

_SCHEMA = "measures/measure"
_FIELDS = ("number", "title", "lead", "responsible", "due", "state")

_STANDINGS = {
    Standing.DONE: "stats.done",
    Standing.OPEN: "stats.open",
    Standing.UNREPORTED: "stats.unreported",
    Standing.UNDATED: "stats.undated",
    Standing.NOT_RUNNING: "dues.not_running",
    Standing.UNKNOWN: "stats.uncomputed",
}


@dataclass(frozen=True, slots=True)
class TaskList:
    """What is shown: tasks in order, deadlines beside them, the day and whose they are."""

    register: Register
    day: date
    department: str
    tasks: Sequence[Task]
    pushes: Sequence[PushDue]
    filing: FilingDue | None


def measures_lines(found: TaskList, form: str, language: Language) -> Iterator[str]:
    """The list in one of the formats; CSV holds the tasks only."""
    telling = _Telling(found, language)
    if form == "json":
        return _json(found)
    if form == "csv":
        return csv_lines(telling.headings, [telling.row(each) for each in found.tasks])
    if form == "markdown":
        return markdown_lines(telling.title, telling.sections())
    telling.named = _NAMED
    return text_lines(telling.title, telling.sections(), _WIDEST)


class _Telling:
    """A task list in one language; ``named`` bounds how many units a cell names."""

    def __init__(self, found: TaskList, language: Language) -> None:
        self.found = found
        self.language = language
        self.named: int | None = None

    def _word(self, word: Word) -> str:
        return told(word, self.language)

    @property
    def title(self) -> str:
        register, department = self.found.register, self.found.department
        place, day = register.title, str(self.found.day)
        if not department:
            return self._word(say("stats.tasks", place=place, day=day))
        name = register.department_name(department)
        return self._word(say("stats.tasks_of", place=place, day=day, department=name))

    @property
    def headings(self) -> list[str]:
        names: list[Word] = [Label(_SCHEMA, (name,)) for name in _FIELDS]
        roles: list[Word] = [say("stats.role")] if self.found.department else []
        return [self._word(each) for each in (*names, say("stats.standing"), *roles)]

    def sections(self) -> list[Section]:
        rows = [self.row(each) for each in self.found.tasks]
        tasks = Section(
            self._word(say("stats.task_list")), self.headings if rows else (), rows, self._none(rows)
        )
        pushes = [self._push(each) for each in self.found.pushes]
        names = ("stats.memo", "stats.push", "stats.limit_of", "stats.due")
        headings = [self._word(say(each)) for each in names]
        others = Section(self._word(say("stats.pushes")), headings, pushes)
        return [each for each in (tasks, others, self._filing()) if each.rows or each.remarks]

    def _none(self, rows: Sequence[Sequence[str]]) -> list[str]:
        return [] if rows else [self._word(say("stats.no_tasks"))]

    def row(self, task: Task) -> list[str]:
        """The cells of a task."""
        measure, state = task.measure, task.state
        units = [self._units(measure.texts(role)) for role in Role]
        known = self._word(Label(_SCHEMA, ("state",), state) if state else say("stats.not_reported"))
        due = measure.text("due") or self._word(with_day(task.due) or say("stats.no_due"))
        roles = ["\n".join(map(self._role, task.roles))] if self.found.department else []
        return [measure.text("number"), measure.name, *units, due, known, self._standing(task), *roles]

    def _units(self, parties: Sequence[str]) -> str:
        names = tuple(self.found.register.printed_name("party", each) for each in parties)
        if self.named is None or len(names) <= self.named + 1:
            return self._word(say("stats.list", words=names))
        return self._word(say("stats.and_more", names=names[: self.named], count=len(names)))

    def _standing(self, task: Task) -> str:
        match task.late:
            case UnknownYear(year, first, last):
                words = {"year": str(year), "first": str(first), "last": str(last)}
                return self._word(say("stats.overdue_unknown", **words))
            case int(days):
                return self._word(say("stats.overdue", days=days))
        return self._word(say(_STANDINGS[task.standing]))

    def _role(self, share: Share) -> str:
        label = Label(_SCHEMA, (str(share.role),))
        if not share.group:
            return self._word(label)
        group = self.found.register.printed_name("party", share.group)
        return self._word(say("stats.through", role=label, group=group))

    def _push(self, it: PushDue) -> list[str]:
        within = limit_text(it.within, self.language)
        trigger = it.push.text("trigger")
        after: Message = say("stats.each_time", trigger=trigger) if trigger else say("stats.no_start")
        content = it.push.text("content") or it.push.text("id")
        due = day_text(it.due, self.language) if it.due else self._word(after)
        return [it.memo.name or it.memo.id, content, within, due]

    def _filing(self) -> Section:
        title, it = self._word(say("stats.filing")), self.found.filing
        if it is None or it.last is None:
            return Section(title, (), ())
        return Section(title, (), (), list(map(self._word, due_told(it, self.language))))


def _json(found: TaskList) -> Iterator[str]:
    standings = [each.standing for each in found.tasks]
    return json_lines(
        {
            "jurisdiction": found.register.jurisdiction,
            "on": found.day.isoformat(),
            "department": found.department or None,
            "measures": [_task(found.register, each) for each in found.tasks],
            "pushes": [_push(each) for each in found.pushes],
            "filing": filing_json(found.filing),
            "summary": {
                "measures": len(found.tasks),
                "overdue": standings.count(Standing.OVERDUE),
                "unreported": standings.count(Standing.UNREPORTED),
            },
        }
    )


def _task(register: Register, task: Task) -> dict[str, Any]:
    measure = task.measure
    parties = {
        role: [{"id": each, "name": register.printed_name("party", each)} for each in measure.texts(role)]
        for role in Role
    }
    return {
        "record": str(measure.key),
        **{name: measure.text(name) or None for name in ("number", "title", "kind", "due", "state")},
        **({"due": day_json(task.due.day)} if task.due.start else {}),
        "within": _within(task.due),
        "lead": parties[Role.LEAD],
        "responsible": parties[Role.RESPONSIBLE],
        "standing": str(task.standing),
        "overdue_working_days": task.late if isinstance(task.late, int) else None,
        "roles": [{"role": str(each.role), "group": each.group or None} for each in task.roles],
    }


def _within(it: Due) -> dict[str, Any] | None:
    if it.start is None or it.within is None:
        return None
    start = {"event": it.start.event, "name": it.start.name, "start": day_json(it.start.day)}
    return {**limit_json(it.within), **start}


def _push(it: PushDue) -> dict[str, Any]:
    return {
        "memorandum": str(it.memo.key),
        "id": it.push.text("id"),
        "direction": it.push.text("direction") or None,
        "trigger": it.push.text("trigger") or None,
        "within": limit_json(it.within),
        "due": day_json(it.due),
    }

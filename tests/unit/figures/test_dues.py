"""Deadlines that are computed from what their time runs from."""

from datetime import date

import pytest

from trees import loaded
from xuke.calendar.working_days import UnknownYear
from xuke.figures.dues import STARTS, due_of, reckoned, with_day
from xuke.figures.measures import Standing, tasks
from xuke.model.diagnostic import say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.report.sections import told
from xuke.words.render import Language
from xuke.words.schemas import property_of, resolved

MEASURES = "catalogue/lan/measures.yaml"
MEMO = "memoranda/lan/fagai.yaml"
PLAN = "兰县相对集中行政许可权改革实施方案"
DOCUMENTS = "catalogue/lan/documents.yaml"
SIGNED = (MEMO, "status: draft\n", "status: signed\nsigned: 2019-10-21\neffective: 2019-12-01\n")
PUBLISHED = (DOCUMENTS, "    date: 2018-09-25\n", "    date: 2018-09-25\n    published: 2018-10-08\n")
COMING = (DOCUMENTS, "    kind: plan\n", "    kind: plan\n    state: drafted\n")
ELSEWHERE = (
    "catalogue/bei/documents.yaml",
    "",
    "documents:\n  - {id: reply, title: 批复, number: null, date: 2018-09-28, kind: reply}\n",
)


def register(of, *edits, within="value: 20, unit: working_day", due="null", state="under_way"):
    row = (
        "{id: m01, title: 任务, kind: measure, lead: [], responsible: [],"
        f" due: {due}, state: {state}, within: {{{within}, of: {{{of}}}}}}}"
    )
    text = f"provenance: demonstration\nmeasures:\n  - {row}\n"
    return Register(loaded((MEASURES, "", text), *edits).snapshot, "lan")


def due(of, *edits, **words):
    found = register(of, *edits, **words)
    return due_of(found, found.of(Kind.MEASURE)[0])


# 2018-10-01 to 07 and 2018-12-31 were holidays, 2018-09-29, 09-30 and 12-29 were worked.
@pytest.mark.parametrize(
    ("of", "edits", "day"),
    [
        ("signed: fagai", (SIGNED,), "2019-11-18"),
        ("effective: fagai", (SIGNED,), "2019-12-27"),
        ("issued: plan", (), "2018-10-26"),
        ("published: plan", (PUBLISHED,), "2018-11-05"),
        ("issued: bei/reply", (ELSEWHERE,), "2018-10-31"),
        ("begins: shishi", (), "2018-11-29"),
        ("ends: zhunbei", (), "2018-11-28"),
        ("milestone: shishi/guapai", (), "2019-01-18"),
        ("date: 2018-09-25", (), "2018-10-26"),
    ],
)
def test_the_last_day_is_counted_from_what_the_time_runs_from(of, edits, day):
    found = due(of, *edits)
    assert (str(found.day), found.known, found.field) == (day, date.fromisoformat(day), "within")
    assert bool(found.places) is (not of.startswith("date"))


@pytest.mark.parametrize(
    ("within", "day"),
    [
        ("value: 20, unit: day", "2018-10-15"),
        ("value: 3, unit: month", "2018-12-25"),
        ("value: 1, unit: year", "2019-09-25"),
    ],
)
def test_days_months_and_years_are_those_of_the_calendar(within, day):
    assert str(due("issued: plan", within=within).day) == day


@pytest.mark.parametrize(
    ("of", "edits"),
    [
        ("signed: fagai", ()),
        # A draft that already bears a day is not signed.
        ("signed: fagai", ((MEMO, "status: draft\n", "status: draft\nsigned: 2019-10-21\n"),)),
        ("effective: fagai", ((MEMO, "status: draft\n", "status: draft\neffective: 2019-10-21\n"),)),
        ("signed: nobody", ()),
        ("published: plan", ()),
        ("issued: plan", (COMING,)),
        ("issued: nothing", ()),
        ("issued: bei/nothing", ()),
        ("begins: zhunbei", ()),
        ("ends: nothing", ()),
        ("milestone: shishi/nothing", ()),
        ("milestone: guapai", ()),
        ("date: soon", ()),
        ("foreseen: fagai", ()),
    ],
)
def test_what_has_no_day_yet_lets_no_time_run_and_makes_nothing_late(of, edits):
    found = due(of, *edits)
    assert (found.day, found.known) == (None, None)
    assert told(with_day(found), Language.EN).endswith(" (not yet running)")
    assert [each.standing for each in tasks(register(of, *edits), date(2030, 1, 1))] == [Standing.NOT_RUNNING]


def test_a_year_without_a_calendar_is_refused_and_makes_nothing_late():
    found = register("date: 2003-06-02")
    (task,) = tasks(found, date(2019, 1, 1))
    assert isinstance(task.due.day, UnknownYear)
    assert (task.due.known, task.standing, task.late) == (None, Standing.UNKNOWN, None)
    assert told(with_day(task.due), Language.EN).startswith(
        "within 20 working day(s) of 2003-06-02 (cannot be computed: the working-day calendar has no year"
    )


def test_a_task_that_is_late_counts_its_working_days_from_the_computed_day():
    (task,) = tasks(register("issued: plan"), date(2018, 11, 1))
    assert (task.standing, task.late) == (Standing.OVERDUE, 4)


def test_a_task_that_is_done_is_done_whatever_its_deadline():
    found = tasks(register("signed: fagai", state="done"), date(2019, 1, 1))
    assert [each.standing for each in found] == [Standing.DONE]


@pytest.mark.parametrize(("stated", "day"), [("2018-12-20", date(2018, 12, 20)), ("长期", None)])
def test_a_stated_deadline_counts_before_a_computed_one(stated, day):
    found = due("issued: plan", due=stated)
    assert (found.day, found.start, found.field, found.places) == (day, None, "due", ())
    assert (with_day(found), reckoned(found)) == (None, str(day))


def test_a_time_that_runs_from_nothing_is_not_computed():
    assert due("").start is None


@pytest.mark.parametrize(
    ("of", "chinese", "english"),
    [
        (
            "issued: plan",
            f"2018-10-26（2018-09-25 《{PLAN}》印发后 20 个工作日）",
            f'2018-10-26 (20 working day(s) after the issue of "{PLAN}" on 2018-09-25)',
        ),
        (
            "date: 2018-09-25",
            "2018-10-26（2018-09-25 后 20 个工作日）",
            "2018-10-26 (20 working day(s) after 2018-09-25)",
        ),
    ],
)
def test_findings_tell_how_a_day_was_computed(of, chinese, english):
    found = due(of)
    assert [told(reckoned(found), each) for each in (Language.ZH, Language.EN)] == [chinese, english]


def test_tasks_without_a_day_stand_behind_those_with_one_and_before_the_silent():
    rows = "".join(
        f"  - {{id: {name}, title: 任务, kind: measure, lead: [], responsible: [], {rest}}}\n"
        for name, rest in {
            "m01": "due: null",
            "m02": "due: null, within: {value: 1, unit: day, of: {signed: fagai}}",
            "m03": "due: 2018-12-20",
            "m04": "due: null, within: {value: 1, unit: day, of: {issued: plan}}",
        }.items()
    )
    text = f"provenance: demonstration\nmeasures:\n{rows}"
    found = tasks(Register(loaded((MEASURES, "", text)).snapshot, "lan"), date(2019, 1, 1))
    assert [each.measure.id for each in found] == ["m04", "m03", "m02", "m01"]


def test_every_start_of_the_schema_can_be_found():
    node = property_of("measures/measure", ("within", "of"))
    assert list(resolved(*node)[1]["properties"]) == list(STARTS)


def test_a_start_that_no_schema_knows_is_told_by_its_name():
    found = due("foreseen: fagai")
    assert with_day(found).words[0][1].words[1] == ("event", say("dues.date", name="fagai"))

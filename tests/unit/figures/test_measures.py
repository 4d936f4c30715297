from datetime import date

import pytest

from trees import loaded
from xuke.calendar.working_days import UnknownYear
from xuke.figures.measures import Role, Share, Standing, open_groups, ordinal, tasks
from xuke.model.register import Register

MEASURES = "catalogue/lan/measures.yaml"
REFORM = "catalogue/lan/reform.yaml"
GROUPS = """groups:
  - id: zhuguan
    text: 各主管部门
    members: [fagai]
    open: false
  - id: qita
    text: 其他部门
    open: true
"""


def register(*measures, groups=GROUPS):
    rows = "".join(f"  - {row}\n" for row in measures)
    text = f"provenance: demonstration\nmeasures:\n{rows}"
    reform = f"provenance: demonstration\njurisdiction: {{name: 兰县, level: county}}\n{groups}"
    return Register(loaded((MEASURES, "", text), (REFORM, "", reform)).snapshot, "lan")


def measure(name, due, state="", number="", **parties):
    lead, responsible = (parties.get(role, "") for role in ("lead", "responsible"))
    stated = f", state: {state}" if state else ""
    numbered = f", number: {number}" if number else ""
    return (
        f"{{id: {name}, title: 任务, kind: measure, lead: [{lead}], responsible: [{responsible}],"
        f" due: {due}{stated}{numbered}}}"
    )


@pytest.mark.parametrize(
    ("due", "state", "standing", "late"),
    [
        ("2018-12-20", "under_way", Standing.OVERDUE, 7),
        ("2018-12-20", "not_started", Standing.OVERDUE, 7),
        ("2018-12-20", "done", Standing.DONE, None),
        ("2018-12-20", "", Standing.UNREPORTED, None),
        ("2019-01-01", "under_way", Standing.OPEN, None),
        ("2019-06-30", "", Standing.OPEN, None),
        ("长期", "under_way", Standing.UNDATED, None),
        ("null", "", Standing.UNDATED, None),
    ],
)
# 29 December 2018 was worked, 30 December to 1 January were not.
def test_how_a_task_stands(due, state, standing, late):
    (found,) = tasks(register(measure("m01", due, state)), date(2019, 1, 1))
    assert (found.standing, found.late) == (standing, late)


def test_working_days_of_an_unknown_year_are_not_guessed():
    (found,) = tasks(register(measure("m01", "1999-12-20", "under_way")), date(2019, 1, 1))
    assert found.standing is Standing.OVERDUE
    assert isinstance(found.late, UnknownYear)


def test_tasks_stand_by_deadline_then_by_number_and_those_without_a_day_last():
    found = tasks(
        register(
            measure("m01", "null", number="一"),
            measure("m02", "长期", number="十二"),
            measure("m03", "2018-12-20", number="十"),
            measure("m04", "2018-12-20", number="（九）"),
            measure("m05", "2018-11-20"),
            measure("m06", "长期", number="'3'"),
        ),
        date(2019, 1, 1),
    )
    assert [each.measure.id for each in found] == ["m05", "m04", "m03", "m06", "m02", "m01"]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十七", 17),
        ("二十", 20),
        ("（三十一）", 31),
        ("12", 12),
        ("1" * 5000, 999),
        ("", 999),
        ("甲", 999),
        ("一二", 999),
        ("十一二", 999),
    ],
)
def test_numbers_are_read_in_chinese_too(number, value):
    assert ordinal(number) == value


def test_a_department_owes_by_name_and_through_groups():
    found = tasks(
        register(
            measure("m01", "长期", lead="fagai", responsible="zhuguan"),
            measure("m02", "长期", responsible="zhuguan"),
            measure("m03", "长期", lead="shenpi", responsible="qita"),
        ),
        date(2019, 1, 1),
        "fagai",
    )
    assert [(each.measure.id, each.roles) for each in found] == [
        ("m01", (Share(Role.LEAD), Share(Role.RESPONSIBLE, "zhuguan"))),
        ("m02", (Share(Role.RESPONSIBLE, "zhuguan"),)),
    ]


def test_groups_that_do_not_say_who_belongs_to_them_are_named():
    known = register(measure("m01", "长期", lead="fagai"), measure("m03", "长期", responsible="qita"))
    assert open_groups(known, tasks(known, date(2019, 1, 1), "fagai")) == ["其他部门"]
    assert open_groups(known, tasks(known, date(2019, 1, 1))) == []

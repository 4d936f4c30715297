import pytest
from judging import ITEMS, REFORM, said

from xuke.check.rules.q001_total_equals_parts_and_rows import total_equals_parts_and_rows
from xuke.check.rules.q002_percentage_reachable import percentage_reachable
from xuke.check.rules.q003_reduction_recomputed import reduction_recomputed
from xuke.check.rules.q005_figures_agree import figures_agree

FIGURE = "stated:\n  - id: shu\n    subject: 数\n"


def figure(**fields):
    written = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    return (REFORM, "stated:\n", FIGURE + written)


def counting(count, kind, **where):
    lines = "".join(f"        {name.replace('__', '.')}: {value}\n" for name, value in where.items())
    conditions = f"      where:\n{lines}" if where else ""
    text = f"{FIGURE}    count: {count}\n    enumerates:\n      kind: {kind}\n{conditions}"
    return (REFORM, "stated:\n", text)


def names(rule, *edits):
    return [name for name, _ in said(rule, *edits)]


@pytest.mark.parametrize(
    "edit",
    [
        counting(4, "item"),
        counting(1, "item", disposition__state="excluded"),
        counting(3, "item", disposition__state="resident", competent="fagai"),
        counting(1, "measure", lead="zhengwu"),
        counting(0, "department", in_reform=1),
        counting(9, "phase"),
        counting("null", "item"),
        counting(2, "item", competent="fagai", disposition__state="transferred"),
        counting(7, "item", competent="fagai", disposition__state="transferred"),
    ],
)
def test_records_are_counted_as_the_figure_says(edit):
    wrong = counting(3, "item", disposition__state="resident", competent="fagai")
    assert names(total_equals_parts_and_rows, edit) == (["Q001.rows"] if edit == wrong else [])


def test_a_parent_and_a_withdrawn_item_are_no_rows():
    head = '  - code: "53010400500Y"\n    name: 头\n    competent: fagai\n'
    gone = '  - code: "530104006000"\n    name: 撤\n    competent: fagai\n    status: withdrawn\n'
    assert (
        names(total_equals_parts_and_rows, counting(4, "item"), (ITEMS, "items:\n", f"items:\n{head}{gone}"))
        == []
    )


def test_rows_that_could_not_be_read_are_not_counted():
    broken = (ITEMS, "items:\n", "items: [\n")
    assert names(total_equals_parts_and_rows, counting(99, "item"), broken) == []


def test_without_a_memorandum_q001_counts_the_items_of_a_department():
    edit = counting(7, "item", competent="qixiang", disposition__state="transferred")
    assert names(total_equals_parts_and_rows, edit) == ["Q001.rows"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"count": 126, "percent": 88.2}, ["Q002.none"]),
        ({"count": 130, "percent": 88.6}, ["Q002.none"]),
        ({"count": 130, "percent": 83.3}, []),
        ({"count": 130, "percent": 83.3, "whole": 156}, []),
        ({"count": 130, "percent": 83.3, "whole": 157}, ["Q002.whole"]),
        ({"count": 2, "percent": 66.6, "whole": 3}, ["Q002.whole"]),
        ({"count": 5, "percent": 0, "whole": 0}, ["Q002.nothing"]),
        ({"count": 12.5, "percent": 88.2}, []),
        ({"count": "null", "percent": 88.2}, []),
        ({"count": 126}, []),
        ({"count": 5, "percent": 166.7, "whole": 3}, ["Q002.above"]),
        ({"count": 5, "percent": 166.7}, ["Q002.above"]),
        ({"count": 5, "percent": 100, "whole": 5}, []),
        ({"count": 5, "percent": 150, "whole": 3}, ["Q002.whole"]),
    ],
)
def test_a_share_is_that_of_its_whole_or_of_some_whole(fields, expected):
    assert names(percentage_reachable, figure(**fields, percent_kind="share")) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"before": 185, "after": 60, "percent": 67.6}, []),
        ({"before": 155, "after": 42, "percent": 72.9}, []),
        ({"before": 185, "after": 60, "percent": 67.5}, ["Q003.wrong"]),
        ({"before": 0, "after": 60, "percent": 67.6}, ["Q003.nothing"]),
        ({"before": 185, "percent": 67.5}, []),
    ],
)
def test_a_reduction_is_computed_from_before_and_after(fields, expected):
    assert names(reduction_recomputed, figure(**fields, percent_kind="reduction")) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"before": 100, "after": 125, "percent": 25}, []),
        ({"before": 100, "after": 80, "percent": -20}, []),
        ({"before": 100, "after": 125, "percent": 20}, ["Q003.growth"]),
        ({"before": 0, "after": 125, "percent": 20}, ["Q003.nothing"]),
        ({"after": 125, "percent": 20}, []),
    ],
)
def test_a_growth_is_computed_from_before_and_after(fields, expected):
    assert names(reduction_recomputed, figure(**fields, percent_kind="growth")) == expected


def test_parts_that_say_what_was_removed_and_added_are_no_share_of_a_total():
    parts = "    parts:\n      - id: a\n        name: 取消\n        removed: 5\n"
    change = (REFORM, "stated:\n", f"{FIGURE}    count: 10\n{parts}")
    assert names(total_equals_parts_and_rows, change) == []
    counted = (REFORM, "stated:\n", f"{FIGURE}    count: 10\n{parts.replace('removed', 'count')}")
    assert names(total_equals_parts_and_rows, counted) == ["Q001.parts"]


def two_figures(one, other):
    lines = (f"  - id: {name}\n    unit: 项\n{text}" for name, text in (("jia", one), ("yi", other)))
    return (REFORM, "stated:\n", f"stated:\n{''.join(lines)}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("    subject: 划转事项\n    count: 5\n", "    subject: 划转事项\n    count: 6\n", ["Q005.conflict"]),
        ("    subject: 划转事项\n    count: 5\n", "    subject: 划转事项\n    count: 5\n", []),
        ("    subject: 划转事项\n    count: 5\n", "    subject: 进驻事项\n    count: 6\n", []),
        (
            "    subject: 划转事项\n    count: 5\n",
            "    subject: 划转事项\n    count: 6\n    batch: 第二批\n",
            [],
        ),
        (
            "    subject: 划转事项\n    count: 5\n    about: a\n",
            "    subject: 划转事项\n    count: 6\n",
            [],
        ),
        (
            "    subject: 划转事项\n    count: 5\n    source:\n      document: plan\n      place: 一\n",
            "    subject: 划转事项\n    count: 6\n    source:\n      document: gone\n      place: 一\n",
            [],
        ),
    ],
    ids=["two", "same", "other", "batch", "about", "documents"],
)
def test_figures_worded_alike_agree(one, other, expected):
    assert names(figures_agree, two_figures(one, other)) == expected

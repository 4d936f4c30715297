"""Totals and percentages as governments published them get the verdict that a person would give."""

import pytest
from judging import REFORM, said

from xuke.check.rules.q001_total_equals_parts_and_rows import total_equals_parts_and_rows
from xuke.check.rules.q002_percentage_reachable import percentage_reachable
from xuke.check.rules.q003_reduction_recomputed import reduction_recomputed

#: Place, subject, total and parts, each stated so by the place.
TOTALS = (
    ("河南省西平县", "权责清单", 203, (11, 122, 7, 1, 7, 4, 4, 47)),
    ("郑州市上街区", "行政许可事项清单2022", 229, (215, 7, 7)),
    ("辽宁省", "行政许可事项清单2022", 730, (713, 17)),
    ("营口市", "行政许可事项清单2022", 380, (371, 9)),
    ("湖北省", "证照分离改革事项", 530, (523, 7)),
    ("湖北省", "证照分离改革事项按方式", 530, (19, 10, 59, 442)),
    ("昆明市", "报道所列事项合计", 127, (74, 53)),
    ("昆明市", "报道所列事项合计", 33, (22, 11)),
    ("昆明市", "报道所列事项合计", 57, (8, 2, 37, 10)),
    ("灵宝市", "审批事项", 156, (43, 37, 35, 29, 7, 5)),
    ("滁州市", "2006清理结果", 296, (196, 100)),
    ("陕西省紫阳县", "第三批划转事项", 33, (7, 18, 8)),
    ("天水市清水县", "2015调整", 19, (2, 5, 3, 9)),
    ("姚安县", "涉改部门", 28, (24, 4)),
    ("某县（seed 004）", "进驻部门", 30, (13, 17)),
    ("国务院", "国发〔2020〕13号", 33, (29, 4)),
)

#: Place, subject, count, percentage, and the whole that it is of; None where no whole number fits.
SHARES = (
    ("楚雄市", 126, 88.2, None),
    ("永仁县", 130, 88.6, None),
    ("元谋县", 130, 83.3, 156),
)

#: Place, subject, days before and after, and the reduction in percent.
REDUCTIONS = (
    ("政府性投资审批用时压缩(工作日)", 185, 60, 67.6),
    ("社会投资备案类审批用时压缩(工作日)", 155, 42, 72.9),
)


def stated(*lines):
    """The small workspace with one more stated figure."""
    return (
        REFORM,
        "stated:\n",
        "stated:\n  - id: figure\n    subject: 公布的数字\n" + "".join(f"    {each}\n" for each in lines),
    )


def total(count, parts):
    rows = (
        f"      - id: p{number}\n        name: 分项\n        count: {part}"
        for number, part in enumerate(parts)
    )
    return stated(f"count: {count}", "parts:\n" + "\n".join(rows))


@pytest.mark.parametrize(("place", "subject", "count", "parts"), TOTALS)
def test_a_published_total_is_the_sum_of_its_parts(place, subject, count, parts):
    assert said(total_equals_parts_and_rows, total(count, parts)) == []


@pytest.mark.parametrize(("place", "subject", "count", "parts"), TOTALS)
def test_with_one_part_changed_by_one_it_is_not(place, subject, count, parts):
    changed = (*parts[:-1], parts[-1] + 1)
    assert [where for _, where in said(total_equals_parts_and_rows, total(count, changed))] != []


@pytest.mark.parametrize(("place", "count", "percent", "whole"), SHARES)
def test_a_published_share_is_reachable_or_not(place, count, percent, whole):
    found = said(
        percentage_reachable, stated(f"count: {count}", f"percent: {percent}", "percent_kind: share")
    )
    assert bool(found) == (whole is None)


@pytest.mark.parametrize(("place", "count", "percent", "whole"), [row for row in SHARES if row[3]])
def test_the_whole_that_a_share_is_of_gives_the_share(place, count, percent, whole):
    lines = f"count: {count}", f"percent: {percent}", "percent_kind: share", f"whole: {whole}"
    assert said(percentage_reachable, stated(*lines)) == []


@pytest.mark.parametrize(("subject", "before", "after", "percent"), REDUCTIONS)
def test_a_published_reduction_is_what_its_days_give(subject, before, after, percent):
    lines = f"before: {before}", f"after: {after}", "percent_kind: reduction"
    assert said(reduction_recomputed, stated(*lines, f"percent: {percent}")) == []
    assert said(reduction_recomputed, stated(*lines, f"percent: {percent + 1}")) != []

"""The published documents in the reference register: each fact on the page, each slip found at its line."""

import re
import shutil
import sys
from collections import defaultdict
from datetime import date

import pytest

import house
from xuke.check.check import check
from xuke.model.limit import limit_of
from xuke.model.part import day_of, dotted
from xuke.model.register import Register
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.present import date_text, shown
from xuke.words.markdown import plain
from xuke.words.schemas import schema_of_kind

DOCS = house.ROOT / "docs"

ROW = re.compile(
    r"^\| ([^|]*) \| \[`([^`]+)`\]\(\.\./([^#]+)#L([0-9]+)\)(?:<br>([^ |]+))? \| (.*) \| (.*) \|$",
    re.MULTILINE,
)

#: What is no fact of a document.
ASIDE = {"id", "source", "provenance", "document", "demonstrated"}


@pytest.fixture(scope="module")
def snapshot():
    return load(WorkTree(house.ROOT)).snapshot


@pytest.fixture(scope="module")
def rows():
    """Each row of facts: file, line, the part inside the record, what it shows, and the rules."""
    sys.path.insert(0, str(DOCS))
    try:
        from seeds import seeds_lines  # noqa: PLC0415
    finally:
        sys.path.remove(str(DOCS))
    return [each[2:] for each in ROW.findall("\n".join(seeds_lines(house.ROOT)))]


def values(record, value, path, owner):
    """Every single value with the place of the part that has a source, read from the record alone."""
    if isinstance(value, dict) and limit_of(value) is None:
        owner = path if "source" in value else owner
        aside = {*ASIDE, *value.get("demonstrated", ())}
        for name, each in value.items():
            if name not in aside and "enumerates" not in path and path[-3:] != ("policy", "filing", "tables"):
                yield from values(record, each, (*path, name), owner)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from values(record, each, (*path, index), owner)
    elif owner is not None:
        yield owner, path, value


def test_every_value_of_a_part_with_a_source_stands_in_its_row(snapshot, rows):
    said = defaultdict(str)
    for file, line, _, text, _ in rows:
        said[file, int(line)] += re.sub(r"(?<!\\)<[^>]*>", " ", text)
    count = 0
    for record in snapshot.records.values():
        register = Register(snapshot, record.key.jurisdiction)
        for owner, path, value in values(record, record.fields, (), None):
            names = tuple(step for step in path if isinstance(step, str))
            place = record.locate(*owner)
            told = shown(register, schema_of_kind(record.key.kind), names, value)
            if "tables" not in names:
                expected = date_text(day) if (day := day_of(value)) else "（空）" if value is None else told
                assert plain(str(expected)) in said[place.path, place.start.line], (record.key, path)
                count += 1
    assert count > 2000


def test_a_row_leads_to_the_line_of_its_record_or_part(rows):
    assert len(rows) > 600
    for file, line, inside, _, _ in rows:
        lines = (house.ROOT / file).read_text("utf-8").splitlines()
        name = inside.replace("\\", "").rpartition(".")[2]
        # A field stands above the lines of what it holds.
        assert name in lines[int(line) - 2] + lines[int(line) - 1], (file, line, inside)


def test_no_demonstration_stands_among_the_facts(snapshot, rows):
    shown_text = "\n".join(text for *_, text, _ in rows)
    department = snapshot.records["yaoan", "department", "fagai"]
    assert "sections" in department.fields["demonstrated"]
    assert "监督管理股" not in shown_text


#: What the documents break, and nothing else: rule, record, field, file, and the words of the line.
SLIPS = {
    # Yao'an: a day in no phase, two deadlines before the date of issue, a lead that is also responsible.
    ("P001", "yaoan/jurisdiction/yaoan", "phases.gonggu.from", "yaoan/reform", "from: 2019-01-01"),
    ("P002", "yaoan/jurisdiction/yaoan", "phases.zhunbei.until", "yaoan/reform", "until: 2018-07-10"),
    (
        "P002",
        "yaoan/jurisdiction/yaoan",
        "phases.shishi.milestones.dating-banjie.due",
        "yaoan/reform",
        "due: 2018-07-31",
    ),
    ("P008", "yaoan/measure/m12", "responsible.3", "yaoan/measures", "- jingxin"),
    # Changji: two document numbers.
    ("P005", "changji/document/plan", "number", "changji/documents", "number: 昌市政办规〔2019〕4号"),
    # Chuxiong: two shares without a whole denominator, 60 days against 45, a future that is past.
    (
        "Q002",
        "chuxiong-shi/jurisdiction/chuxiong-shi",
        "stated.share.percent",
        "chuxiong-shi/reform",
        "percent: 88.2",
    ),
    ("Q002", "yongren/jurisdiction/yongren", "stated.share.percent", "yongren/reform", "percent: 88.6"),
    (
        "Q005",
        "chuxiong/jurisdiction/chuxiong",
        "stated.investment-days.count",
        "chuxiong/reform",
        "count: 45",
    ),
    (
        "P012",
        "chuxiong-shi/hall/shenpi-fuwu-dating",
        "planned_use",
        "chuxiong-shi/halls",
        "planned_use: 3月底投入使用",
    ),
    # Xishan: two deadlines before the date of issue, three measures without a responsible unit, no deadline.
    ("P002", "xishan/measure/m01", "due", "xishan/measures", "due: 2018-08-31"),
    ("P002", "xishan/measure/m05", "due", "xishan/measures", "due: 2018-08-31"),
    ("P009", "xishan/measure/m04", "responsible", "xishan/measures", "responsible: []"),
    ("P009", "xishan/measure/m06", "responsible", "xishan/measures", "responsible: []"),
    ("P009", "xishan/measure/m07", "due", "xishan/measures", "due: 按照省级部门要求的时限"),
    ("P009", "xishan/measure/m08", "responsible", "xishan/measures", "responsible: []"),
}

#: The other sides that a slip is told with: file and the words of the line.
SIDES = {
    "P001": {("yaoan/reform", "until: 2018-12-30")},
    "P002": {("yaoan/documents", "date: 2018-09-25"), ("xishan/documents", "date: 2018-09-18")},
    "P005": {("changji/documents", "alternative_number: 昌市政办发〔2019〕19号")},
    "P008": {("yaoan/measures", "- jingxin")},
    "P012": {("chuxiong/documents", "published: 2018-04-20")},
    "Q005": {("chuxiong/reform", "after: 60")},
}


def words_at(place):
    line = (house.ROOT / place.path).read_text("utf-8").splitlines()[place.start.line - 1]
    return place.path.removeprefix("catalogue/").removesuffix(".yaml"), line.strip()


def told(each, snapshot):
    field = dotted(snapshot.records[each.record].fields, each.pointer)
    return each.code, str(each.record), field, *words_at(each.location)


def test_the_documents_break_these_rules_at_these_lines_and_no_others(snapshot):
    found = check(load(WorkTree(house.ROOT)), date(2026, 1, 1))
    assert sorted(told(each, snapshot) for each in found) == sorted(SLIPS)
    assert all(each.suppressed for each in found)


def test_a_slip_is_told_with_its_other_side():
    found = check(load(WorkTree(house.ROOT)), date(2026, 1, 1))
    sides = defaultdict(set)
    for each in found:
        sides[each.code].update(map(words_at, each.also))
    assert {code: places for code, places in sides.items() if places} == SIDES


def test_without_suppressions_the_same_is_told_as_findings(snapshot, tmp_path):
    shutil.copytree(house.ROOT / "catalogue", tmp_path / "catalogue")
    shutil.copytree(house.ROOT / "memoranda", tmp_path / "memoranda")
    file = tmp_path / "catalogue" / "xuke.yaml"
    head = file.read_text("utf-8").partition("suppressions:")[0]
    file.write_text(head, "utf-8")
    found = check(load(WorkTree(tmp_path)), date(2026, 1, 1))
    assert sorted(told(each, snapshot) for each in found) == sorted(SLIPS)
    assert not any(each.suppressed for each in found)

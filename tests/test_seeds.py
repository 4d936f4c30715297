"""The published documents in the reference register: each fact on the page, each slip found at its line."""

import re
import sys
from collections import defaultdict

import pytest

import house
from xuke.model.limit import limit_of
from xuke.model.part import day_of
from xuke.model.register import Register
from xuke.report.escaping import plain
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.present import date_text, shown
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

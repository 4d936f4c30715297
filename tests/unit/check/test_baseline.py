"""Findings that are accepted for a time."""

from datetime import date

import pytest
from judging import ITEMS, Edited

from xuke.check.baseline import accepted, without
from xuke.check.check import check
from xuke.check.fingerprint import fingerprints
from xuke.check.roots import verdict_of
from xuke.sources.load import load

TODAY = date(2019, 1, 1)
LONGER = (ITEMS, "        value: 5\n", "        value: 25\n")


@pytest.fixture
def late():
    return load(Edited([LONGER]))


def entry(name, code="T001", reason="年底前调整", until="2019-06-30"):
    lines = (
        f'  - fingerprint: "{name}"',
        f"    code: {code}",
        "    record: lan/item/530104001000",
        f"    reason: {reason}",
        f"    until: {until}",
    )
    return "\n".join(lines) + "\n"


def judged(loaded, text):
    entries, faults = accepted("base.yaml", f"findings:\n{text}".encode())
    assert not faults
    verdict = verdict_of(check(loaded, TODAY), loaded)
    return [each.found for each in without(verdict, entries, TODAY)]


def name_of(loaded):
    found = check(loaded, TODAY)
    return next(
        name
        for each, name in zip(found, fingerprints(found, loaded.snapshot), strict=True)
        if each.code == "T001"
    )


def test_an_accepted_finding_is_suppressed_for_its_reason(late):
    found = judged(late, entry(name_of(late)))
    assert [each.suppressed for each in found if each.code == "T001"] == ["年底前调整"]


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        ({"until": "2018-12-31"}, "K007", "until"),
        ({"reason": "null"}, "K011", "reason"),
        ({"until": "null"}, "K011", "reason"),
        ({"code": "T999"}, "K006", "code"),
    ],
)
def test_an_entry_without_reason_end_or_code_covers_nothing(late, text, code, pointer):
    found = judged(late, entry(name_of(late), **text))
    told = [(each.code, each.pointer[-1]) for each in found if each.location.path == "base.yaml"]
    assert told == [(code, pointer)]
    covered = [each.suppressed for each in found if each.code == "T001"]
    assert covered == ["" if code != "K006" else "年底前调整"]


def test_an_entry_that_meets_nothing_is_told(late):
    found = judged(late, entry("0" * 32))
    assert [(each.code, each.location.start.line) for each in found if each.code == "K005"] == [("K005", 2)]


def test_a_baseline_that_cannot_be_read_is_a_finding():
    entries, faults = accepted("base.yaml", b"findings: [")
    assert not entries
    assert [each.code for each in faults] == ["Y001"]
    assert accepted("base.yaml", b"- 1\n") == ([], [])

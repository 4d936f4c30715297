"""Annotations of GitHub: ten at most, errors first, and the whole report in the summary of the run."""

import re
import shutil

import pytest
from reports import FAULTS, LATE, LINE, SUPPRESSED, text

from trees import SMALL
from xuke.check.verdict import Entry
from xuke.commands.program import run
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of
from xuke.report.findings import Report, Summary
from xuke.report.github import github_lines
from xuke.words.render import Language


def made(*levels):
    """Annotations of findings of some levels, in this order."""
    found = [
        Diagnostic("K009", level, top_of(f"{number}.yaml"), say("K009.unknown"))
        for number, level in enumerate(levels)
    ]
    entries = [Entry(each, str(number)) for number, each in enumerate(found)]
    errors = levels.count(Severity.ERROR)
    summary = Summary(errors, len(levels) - errors, 0, 0, 0)
    return list(github_lines(Report(entries, summary), Language.EN))


def levels_of(lines):
    return [found[1] for line in lines if (found := re.match("::(error|warning)", line))]


E, W = Severity.ERROR, Severity.WARNING


def test_ten_findings_have_ten_annotations():
    lines = made(*[E] * 10)
    assert len(lines) == 11
    assert "more" not in "".join(lines)


def test_of_eleven_findings_nine_are_annotated_and_the_last_one_counts_the_rest():
    lines = made(*[E] * 11)
    assert levels_of(lines) == ["error"] * 10
    assert lines[9] == (
        "::error::2 more findings are not annotated; the summary of the run shows all of them,"
        " and so does xuke check"
    )
    assert lines[10].startswith("errors 11, warnings 0")


def test_errors_come_first_and_keep_their_order():
    lines = made(W, E, W, E)
    assert levels_of(lines) == ["error", "error", "warning", "warning"]
    assert [re.search(r"file=(\d)", line)[1] for line in lines[:4]] == ["1", "3", "0", "2"]


@pytest.mark.parametrize(("levels", "last"), [([W] * 5 + [E] * 9, "warning"), ([W] + [E] * 11, "error")])
def test_the_last_annotation_has_the_gravest_level_of_the_rest(levels, last):
    lines = made(*levels)
    assert levels_of(lines)[9] == last
    assert f"{len(levels) - 9} more" in lines[9]


def test_an_annotation_stands_at_the_whole_stretch():
    first = text("github", LATE).splitlines()[0]
    assert first.startswith(
        f"::error file={LATE[0]},line={LINE},endLine={LINE + 1},col=9,endColumn=26,title=T001 "
    )
    assert "%0A    also in catalogue/lan/items/fagai.yaml:" in first


def test_what_would_end_a_command_is_escaped():
    for line in text("github", *FAULTS).splitlines():
        command, _, rest = line.removeprefix("::").partition("::")
        assert "\n" not in rest
        if line.startswith("::"):
            words = command.partition(" ")[2].split(",")
            assert all(word.count("=") >= 1 and ":" not in word for word in words), line


def test_suppressed_findings_are_not_annotated():
    lines = text("github", LATE, SUPPRESSED, shows_suppressed=True).splitlines()
    assert len(lines) == 1
    assert "suppressed 1" in lines[0]


@pytest.fixture
def late(tmp_path):
    """The small workspace with one error, in a folder."""
    folder = tmp_path / "w"
    shutil.copytree(SMALL, folder)
    file = folder / LATE[0]
    file.write_text(file.read_text("utf-8").replace(LATE[1], LATE[2]), "utf-8")
    return folder


def checked(folder, *words):
    return run(["check", "-C", str(folder), "--on", "2019-01-01", "--lang", "en", *words])


def test_the_summary_of_the_run_gets_the_whole_report_behind_what_stands_there(late, monkeypatch, capsys):
    summary = late.parent / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert checked(late, "--format", "github") == 1
    assert checked(late, "--format", "markdown") == 1
    markdown = capsys.readouterr().out.partition("<!--")
    assert summary.read_text("utf-8") == "before\n" + "".join(markdown[1:])


def test_a_summary_that_cannot_be_written_is_told(late, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(late / "no" / "summary.md"))
    assert checked(late, "--format", "github") == 3
    captured = capsys.readouterr()
    assert captured.out.startswith("::error ")
    assert "summary.md" in captured.err


def test_without_github_there_is_no_summary(late, monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert checked(late, "--format", "github") == 1
    assert capsys.readouterr().err == ""

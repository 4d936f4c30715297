"""Findings as Markdown, for a comment on a merge request or the summary of a run."""

from collections.abc import Iterator

from xuke.model.diagnostic import Diagnostic, say
from xuke.report.findings import Report, basis_text, notes, summary_text
from xuke.words.markdown import plain, row
from xuke.words.render import Language, render


def markdown_lines(report: Report, language: Language) -> Iterator[str]:
    """The counts, a table of the findings, and what their rules rest on."""
    # The first line tells a script which comment to replace, and xuke that the file is its own.
    yield "<!-- xuke check -->"
    yield f"## {render(say('report.findings'), language)}"
    yield ""
    yield plain(summary_text(report, language))
    if report.entries:
        yield from _table(report, language)
        yield from _rules(report, language)


def _table(report: Report, language: Language) -> Iterator[str]:
    headings = [render(say(f"report.{name}"), language) for name in ("level", "code", "where")]
    headings.append(render(say("report.message"), language))
    yield ""
    yield row(headings)
    yield row(["---"] * len(headings))
    for each, *_ in report.entries:
        level = render(say(f"report.{each.severity}"), language)
        yield row([level, each.code, plain(str(each.location)), _told(each, language)])


def _told(each: Diagnostic, language: Language) -> str:
    lines = [render(each.message, language), *notes(each, language)]
    return "<br>".join(plain(line.strip()) for line in lines)


def _rules(report: Report, language: Language) -> Iterator[str]:
    yield ""
    yield f"### {render(say('report.rules'), language)}"
    yield ""
    for code, found in sorted({each.found.code: each.found for each in report.entries}.items()):
        title, why = (plain(render(each, language)) for each in (found.telling.title, found.telling.why))
        yield f"- **{code} {title}** {why}<br>{plain(basis_text(found, language))}"

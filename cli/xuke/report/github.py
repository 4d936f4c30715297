"""Findings as workflow commands, which GitHub shows at the lines of a change."""

from collections.abc import Iterator, Mapping

from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.report.findings import Report, notes, summary_text
from xuke.words.render import Language, render

#: GitHub shows ten annotations of a step and drops the rest without a word.
MOST = 10


def github_lines(report: Report, language: Language) -> Iterator[str]:
    """At most ten annotations, errors first, the last one for all that are left; then the counts."""
    found = sorted((each.found for each in report.open_entries), key=_weight)
    shown = found if len(found) <= MOST else found[: MOST - 1]
    for each in shown:
        yield _annotation(each, language)
    rest = found[len(shown) :]
    if rest:
        yield _command(rest[0].severity, {}, render(say("report.more", count=len(rest)), language))
    yield _escaped(summary_text(report, language))


def _weight(each: Diagnostic) -> bool:
    return each.severity is not Severity.ERROR


def _annotation(each: Diagnostic, language: Language) -> str:
    place = each.location
    where = {
        "file": place.path,
        "line": place.start.line,
        "endLine": place.end.line,
        "col": place.start.column,
        "endColumn": place.end.column,
        "title": f"{each.code} {render(each.telling.title, language)}",
    }
    text = "\n".join([render(each.message, language), *notes(each, language)])
    return _command(each.severity, where, text)


def _command(level: Severity, where: Mapping[str, object], text: str) -> str:
    words = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{level}{' ' if words else ''}{words}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")

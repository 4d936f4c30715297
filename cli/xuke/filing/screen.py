"""Filings for the screen, and as JSON: what was prepared, what was filed, what a file turned out to be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from xuke.figures.filings import FilingDue, filings
from xuke.filing.bundle import Bundle
from xuke.filing.cells import Difference, Sign
from xuke.filing.verify import Filed, Outcome, Verdict
from xuke.model.diagnostic import Label, Message, Word, say
from xuke.model.register import Register
from xuke.model.views import View
from xuke.report.filing_due import due_told
from xuke.report.grid import grid_lines
from xuke.report.json import day_json, json_lines, limit_json
from xuke.words.render import Language, label, render

SCHEMA = "filings/filing"

#: Differences that the screen shows of one file; JSON has all.
SHOWN = 50


def _heads(language: Language, *words: Word) -> list[str]:
    return [
        render(each, language) if isinstance(each, Message) else label(each, language)
        for each in words
        if isinstance(each, Message | Label)
    ]


def prepared_lines(bundle: Bundle, form: str, language: Language) -> Iterator[str]:
    """The parts of a bundle, then what is missing and what was accepted."""
    if form == "json":
        yield from json_lines({name: value for name, value in bundle.manifest.items() if name != "tool"})
        return
    heads = _heads(language, say("filings.part"), say("filings.bytes"), say("filings.digest"))
    yield from grid_lines(heads, [[part.name, str(len(part.data)), part.digest] for part in bundle.parts])
    for message in _prepared(bundle):
        yield render(message, language)


def _prepared(bundle: Bundle) -> Iterator[Message]:
    found = bundle.manifest
    yield say("filings.of_commit", tag=found["tag"], commit=found["commit"])
    former = found["former"]
    yield say("filings.compared", former=former["id"]) if former else say("filings.first")
    if found["missing"]:
        papers = tuple(say(f"filings.paper_{each}") for each in found["missing"])
        yield say("filings.missing", papers=papers)
    if found["exceptions"]:
        yield say("filings.accepted", names=tuple(found["exceptions"]))


def listed_lines(register: Register, due: FilingDue, form: str, language: Language) -> Iterator[str]:
    """The filings of a jurisdiction by day, then what waits to be filed or how long it would have."""
    found = filings(register)
    if form == "json":
        yield from json_lines(_listed(register, found, due))
        return
    names = ("id", "kind", "on", "number", "recipient", "received")
    heads = _heads(language, *(Label(SCHEMA, (name,)) for name in names), Label(SCHEMA, ("reply",)), *_TAIL)
    if found:
        yield from grid_lines(heads, [_row(each, language) for each in found])
    for message in due_told(due, language):
        yield render(message, language)


_TAIL = (Label(SCHEMA, ("tag",)), Label(SCHEMA, ("commit",)))


def _row(each: View, language: Language) -> list[str]:
    kind = label(Label(SCHEMA, ("kind",), each.text("kind")), language)
    texts = [each.text(name) for name in ("on", "number", "recipient", "received")]
    return [each.id, kind, *texts, each.text("reply", "number"), each.text("tag"), each.text("commit")[:10]]


def _listed(register: Register, found: Sequence[View], due: FilingDue) -> dict[str, Any]:
    return {
        "jurisdiction": register.jurisdiction,
        "filings": [{"key": str(each.key), "fields": dict(each.fields)} for each in found],
        "due": {
            "within": limit_json(due.within) if due.within else None,
            "changed": day_json(due.changed),
            "until": day_json(due.until),
            "left": due.left if isinstance(due.left, int) else None,
        },
    }


def verified_lines(outcomes: Sequence[Outcome], form: str, language: Language) -> Iterator[str]:
    """The verdict on each file; below it what differs, with address, filed and found value."""
    if form == "json":
        yield from json_lines(_verified(outcomes))
        return
    for outcome in outcomes:
        for message in _verdict(outcome):
            yield render(message, language)


def _verdict(outcome: Outcome) -> Iterator[Message]:
    filed = outcome.filed
    if filed is None:
        yield say("filings.unknown_file", file=outcome.file, digest=outcome.digest)
        return
    yield _head(outcome, filed)
    yield from map(_difference, outcome.differences[:SHOWN])
    if len(outcome.differences) > SHOWN:
        yield say("filings.more", count=len(outcome.differences) - SHOWN)
    if outcome.verdict is Verdict.DIFFERENT and filed.version:
        yield say("filings.made_with", version=filed.version)


def _head(outcome: Outcome, filed: Filed) -> Message:
    words: dict[str, Word] = {
        "file": outcome.file,
        "filing": filed.key or say("filings.unrecorded"),
        "tag": filed.tag or "-",
        "commit": filed.commit[:10],
    }
    match outcome.verdict:
        case Verdict.BYTES:
            return say("filings.same_bytes", part=outcome.part or outcome.file, **words)
        case Verdict.VALUES:
            return say("filings.same_values", **words)
        case Verdict.LOST:
            return say("filings.lost", **words)
    return say("filings.different", count=len(outcome.differences), **words)


def _difference(each: Difference) -> Message:
    place = each.place
    match each.sign:
        case Sign.CELL:
            return say("filings.cell", place=place, cell=each.cell, filed=each.filed, found=each.found)
        case Sign.FORMAT:
            return say("filings.format", place=place, cell=each.cell, found=each.found)
        case Sign.SHEET_MISSING | Sign.SHEET_EXTRA:
            is_missing = each.sign is Sign.SHEET_MISSING
            return say("filings.sheet_missing" if is_missing else "filings.sheet_extra", place=place)
    return _part(each)


def _part(each: Difference) -> Message:
    match each.sign:
        case Sign.PART_MISSING:
            return say("filings.part_missing", place=each.place, filed=each.filed)
        case Sign.PART_EXTRA:
            return say("filings.part_extra", place=each.place, found=each.found)
    return say("filings.part_changed", place=each.place, filed=each.filed, found=each.found)


def _verified(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    counts = Counter(outcome.verdict for outcome in outcomes)
    return {
        "files": [_outcome(each) for each in outcomes],
        "summary": {str(verdict): counts[verdict] for verdict in Verdict},
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    filed = outcome.filed
    return {
        "file": outcome.file,
        "sha256": outcome.digest,
        "verdict": str(outcome.verdict),
        "filing": (filed.key or None) if filed else None,
        "tag": (filed.tag or None) if filed else None,
        "commit": filed.commit if filed else None,
        "part": outcome.part or None,
        "tables": list(filed.tables) if filed else [],
        "made_with": (filed.version or None) if filed else None,
        "differences": [_row_of(each) for each in outcome.differences],
    }


def _row_of(each: Difference) -> dict[str, Any]:
    is_cell = each.sign in {Sign.CELL, Sign.FORMAT}
    return {
        "sign": str(each.sign),
        "place": each.place,
        "cell": each.cell if is_cell else None,
        "filed": each.filed or None,
        "found": each.found or None,
    }

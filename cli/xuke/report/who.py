"""Who answers for an item, as tables for the screen or as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xuke.figures.answers import Answer, Paper, Share, Source, State
from xuke.model.diagnostic import Label, Word, say
from xuke.model.register import Register
from xuke.model.views import Handling, Item
from xuke.report.json import json_lines
from xuke.report.sections import Section, text_lines, told
from xuke.words.render import Language

#: Cells of the screen that a column takes at the most.
_WIDEST = 30

_STAGE = ("stages", "stage")
_PERIOD = ("stages", "periods")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An item, a day, and who answers for each part of it then."""

    item: Item
    register: Register
    day: date
    shares: Sequence[Share]


def who_lines(found: Inquiry, form: str, language: Language) -> Iterator[str]:
    """The answer as text for the screen, or as JSON."""
    return json_lines(_json(found)) if form == "json" else _Telling(found, language).lines()


class _Telling:
    def __init__(self, found: Inquiry, language: Language) -> None:
        self.found = found
        self.language = language

    def _word(self, word: Word) -> str:
        return told(word, self.language)

    def _unit(self, name: str) -> str:
        return self.found.register.department_name(name)

    def lines(self) -> Iterator[str]:
        item, register = self.found.item, self.found.register
        words = {"code": item.code, "name": item.name, "unit": self._unit(item.competent)}
        title = self._word(say("papers.who", day=str(self.found.day), place=register.title, **words))
        return text_lines(title, [self._share(each) for each in self.found.shares], _WIDEST)

    def _share(self, share: Share) -> Section:
        state = self._word(_state(share))
        parts = tuple(_part(each) for each in share.handlings if each.suffix)
        title = self._word(say("papers.part", parts=parts, state=state)) if parts else state
        heads: list[Word] = [
            Label("memorandum", _STAGE),
            Label("memorandum", (*_PERIOD, "lead")),
            say("papers.section"),
            Label("memorandum", (*_PERIOD, "assist")),
            say("papers.until"),
            say("papers.paper"),
        ]
        papers = list(dict.fromkeys(self._paper(each.paper) for each in share.answers))
        rows = [self._row(each, papers) for each in share.answers]
        notes = [f"[{place}] {paper}" for place, paper in enumerate(papers, 1)]
        remarks = notes or [self._word(say("papers.nobody"))]
        return Section(title, [self._word(each) for each in heads] if rows else (), rows, remarks)

    def _row(self, answer: Answer, papers: list[str]) -> list[str]:
        assist = self._word(say("papers.list", words=tuple(map(self._unit, answer.assist))))
        section = self.found.register.section_name(answer.lead, answer.section)
        return [
            self._word(Label("memorandum", _STAGE, answer.stage)),
            self._unit(answer.lead),
            section,
            assist,
            self._until(answer),
            f"[{papers.index(self._paper(answer.paper)) + 1}] {answer.paper.place}".rstrip(),
        ]

    def _until(self, answer: Answer) -> str:
        end = str(answer.until) if answer.until else answer.event
        if end and answer.then:
            return self._word(say("papers.then", end=end, unit=self._unit(answer.then)))
        return end

    def _paper(self, paper: Paper) -> str:
        match paper.source:
            case Source.REGISTER:
                return self._word(say("papers.register"))
            case Source.DRAFT:
                return self._word(say("papers.draft", title=paper.title))
        return self._word(_titled(paper))


def _titled(paper: Paper) -> Word:
    if paper.number:
        return say("papers.numbered", title=paper.title, number=paper.number)
    return say("papers.titled", title=paper.title)


def _state(share: Share) -> Word:
    day = str(share.start or "")
    match share.state:
        case State.MOVED:
            return say("papers.moved", day=day)
        case State.MOVES_LATER:
            return say("papers.moves_on", day=day) if day else say("papers.moves_later")
        case State.ENDED:
            return say("papers.ended")
    return say("papers.stays")


def _part(handling: Handling) -> Word:
    return say("papers.handling", suffix=handling.suffix, name=handling.text("name"))


def _json(found: Inquiry) -> dict[str, Any]:
    item, register = found.item, found.register
    return {
        "jurisdiction": register.jurisdiction,
        "on": found.day.isoformat(),
        "item": {
            "record": str(item.key),
            "code": item.code,
            "name": item.name,
            "competent": _named(item.competent, register),
        },
        "shares": [_share(each, register) for each in found.shares],
    }


def _share(share: Share, register: Register) -> dict[str, Any]:
    parts = [each for each in share.handlings if each.suffix]
    return {
        "state": str(share.state),
        "effective": share.start.isoformat() if share.start else None,
        "handlings": [{"suffix": each.suffix, "name": each.text("name")} for each in parts],
        "stages": [_stage(each, register) for each in share.answers],
    }


def _stage(answer: Answer, register: Register) -> dict[str, Any]:
    section = register.section_name(answer.lead, answer.section)
    return {
        "stage": answer.stage,
        "lead": _named(answer.lead, register),
        "section": {"id": answer.section, "name": section} if answer.section else None,
        "assist": [_named(each, register) for each in answer.assist],
        "in_principle": answer.in_principle,
        "until": answer.until.isoformat() if answer.until else None,
        "until_event": answer.event or None,
        "then": _named(answer.then, register) if answer.then else None,
        "paper": _paper(answer.paper),
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "source": str(paper.source),
        "record": str(paper.record.key),
        "number": paper.number or None,
        "title": paper.title or None,
        "place": paper.place or None,
    }


def _named(unit: str, register: Register) -> dict[str, str]:
    return {"id": unit, "name": register.department_name(unit)}

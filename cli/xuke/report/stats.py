"""The figures of the reform as tables."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from xuke.figures.claims import Claim
from xuke.figures.reductions import Reduction
from xuke.figures.stated import places, rounded
from xuke.figures.stats import Group, Scope, Statistics
from xuke.figures.subordinates import Subordinate
from xuke.model.diagnostic import Label, Word, say
from xuke.report.filing_due import due_told
from xuke.report.sections import (
    Section,
    limit_text,
    markdown_lines,
    number,
    percent,
    text_lines,
    told,
)
from xuke.words.render import Language

#: Cells of the screen that a column takes at the most.
_WIDEST = 40

_TRANSFER = (
    *("stats.name", "stats.items", "stats.whole", "stats.partial", "stats.resident", "stats.excluded"),
    *("stats.other", "stats.rate", "stats.whole_rate", "stats.rows", "stats.rows_moved", "stats.row_rate"),
)
_ORGANS = ("stats.organ", "stats.items", "stats.rows")
_SAVINGS = ("stats.name", "stats.steps", "stats.materials", "stats.time")
_TARGETS = (
    *("stats.target", "stats.aim", "stats.reached", "stats.before_after", "stats.counted", "stats.met"),
    "stats.reading",
)
_CEILINGS = (
    *("stats.category", "stats.ceiling", "stats.within", "stats.longer", "stats.unlike", "stats.silent"),
    "stats.met",
)
_MINIMA = ("stats.what", "stats.least", "stats.count", "stats.basis", "stats.gap")
_STAFF = ("stats.engagement", "stats.posts", "stats.persons")
_CLAIMS = ("stats.figure", "stats.claim", "stats.stated", "stats.computed", "stats.agrees")
_BELOW = (
    *("stats.place", "stats.basis", "stats.moved", "stats.items", "stats.rate", "stats.approved"),
    "stats.origin",
)


def stats_lines(stats: Statistics, form: str, language: Language) -> Iterator[str]:
    """All figures as tables or Markdown; sections without a figure are left out."""
    told_by = Telling(language)
    title = told(say("stats.title", place=stats.name), language)
    sections = [each for each in told_by.sections(stats) if each.rows or each.remarks]
    if form == "markdown":
        return markdown_lines(title, sections)
    return text_lines(title, sections, _WIDEST)


class Telling:
    """Figures in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def sections(self, stats: Statistics) -> Iterator[Section]:
        """All of them in order."""
        yield from self._transfers(stats)
        yield self._organs(stats)
        yield from self.others(stats)

    def others(self, stats: Statistics) -> Iterator[Section]:
        """Those that are not in the filing table of transfers."""
        yield self._savings(stats, Scope.ALL, Scope.DEPARTMENT)
        yield self._savings(stats, Scope.CATEGORY)
        yield self._section("stats.targets", _TARGETS, self._targets(stats))
        yield self._section("stats.ceilings", _CEILINGS, self._ceilings(stats))
        yield self._section("stats.minima", _MINIMA, self._minima(stats), "stats.how_minima")
        yield self._staff(stats)
        yield self.claims(stats)
        yield self._filing(stats)
        yield from self._below(stats)

    def claims(self, stats: Statistics) -> Section:
        """What documents state beside what is computed."""
        return self._section("stats.claims", _CLAIMS, [self._claim(each) for each in stats.claims])

    def _word(self, word: Word) -> str:
        return told(word, self.language)

    def _section(
        self, title: str, headings: tuple[str, ...], rows: list[list[str]], remark: str = ""
    ) -> Section:
        names = [self._word(say(each)) for each in headings]
        remarks = [self._word(say(remark))] if remark and rows else []
        return Section(self._word(say(title)), names, rows, remarks)

    def _transfers(self, stats: Statistics) -> Iterator[Section]:
        title = self._word(say("stats.transfer"))
        if not stats.groups:
            yield Section(title, (), (), [self._word(say("stats.no_items"))])
        rows = [self._group(each) for each in stats.groups if each.scope in {Scope.ALL, Scope.DEPARTMENT}]
        yield self._section("stats.transfer", _TRANSFER, rows)
        rows = [self._group(each) for each in stats.groups if each.scope is Scope.CATEGORY]
        made = self._section("stats.transfer_category", _TRANSFER, rows, "stats.how_transfer")
        others, cancelled = stats.left_out.others, stats.left_out.cancelled
        left = [say("stats.left_out", others=others, cancelled=cancelled)] if others or cancelled else []
        origins = [self._origins("stats.origins", stats.origins)] if rows else []
        yield Section(made.title, made.headings, rows, [*made.remarks, *map(self._word, left), *origins])

    def _organs(self, stats: Statistics) -> Section:
        found = [each for scope in (Scope.ORGAN, Scope.ALL) for each in stats.groups if each.scope is scope]
        rows = [
            [self._word(each.name), number(each.transfer.items), number(each.transfer.handlings)]
            for each in found
        ]
        return self._section("stats.organs", _ORGANS, rows, "stats.how_organs")

    def _origins(self, name: str, origins: tuple[str, ...]) -> str:
        labels = tuple(Label("items", ("provenance",), each) for each in origins)
        return self._word(say(name, words=labels))

    def _group(self, group: Group) -> list[str]:
        it = group.transfer
        counts = (it.items, it.whole, it.partial, it.resident, it.excluded, it.other)
        shares = [percent(it.rate), percent(it.whole_rate)]
        rows = [number(it.handlings), number(it.handlings_moved), percent(it.handling_rate)]
        return [self._word(group.name), *map(number, counts), *shares, *rows]

    def _savings(self, stats: Statistics, *scopes: Scope) -> Section:
        rows = [
            [self._word(group.name), *(self._saving(each.reduction) for each in group.savings)]
            for group in stats.groups
            if group.scope in scopes and any(each.reduction.n for each in group.savings)
        ]
        if Scope.CATEGORY in scopes:
            return self._section("stats.savings_category", _SAVINGS, rows, "stats.how_savings")
        return self._section("stats.savings", _SAVINGS, rows)

    def _saving(self, it: Reduction) -> str:
        if not it.n:
            return ""
        numbers = {"before": number(it.before), "after": number(it.after)}
        return self._word(say("stats.saving", n=it.n, rate=percent(it.rate), **numbers))

    def _targets(self, stats: Statistics) -> list[list[str]]:
        return [
            [
                self._word(Label("reform", ("policy", "targets", "subject"), each.target.text("subject"))),
                f"{number(each.aim)}%",
                f"{each.percent}%",
                f"{number(each.reduction.before)} -> {number(each.reduction.after)}",
                number(each.reduction.n),
                self._yes(each.is_met),
                self._word(each.reading),
            ]
            for each in stats.targets
        ]

    def _yes(self, value: bool | None) -> str:
        return "" if value is None else self._word(say("report.yes" if value else "report.no"))

    def _ceilings(self, stats: Statistics) -> list[list[str]]:
        return [
            [
                self._word(Label("items/item", ("category",), each.category)),
                limit_text(each.highest, self.language),
                number(each.within),
                "\n".join(each.longer),
                number(each.unlike),
                number(each.silent),
                self._yes(each.is_met),
            ]
            for each in stats.ceilings
        ]

    def _minima(self, stats: Statistics) -> list[list[str]]:
        rows = []
        for each in stats.minima:
            what = self._word(Label("reform", ("policy", "staffing", each.name)))
            basis = self._word(say("stats.by_statement" if each.is_stated else "stats.by_records"))
            known = number(each.count) or self._word(say("stats.not_recorded"))
            rows.append([what, number(each.least), known, basis, number(each.gap)])
        return rows

    def _staff(self, stats: Statistics) -> Section:
        rows = []
        for each in stats.staff:
            label = Label("staffing/post", ("engagement",), each.engagement)
            rows.append([self._word(label), number(each.posts), number(each.persons)])
        made = self._section("stats.staff", _STAFF, rows)
        origins = stats.staff_origins
        remarks = [self._origins("stats.staff_origins", origins)] if origins else []
        return Section(made.title, made.headings if rows else (), rows, remarks)

    def _claim(self, claim: Claim) -> list[str]:
        figure = claim.figure
        kind = figure.text("claim")
        return [
            figure.text("subject"),
            self._word(Label("reform", ("stated", "claim"), kind)) if kind else "",
            self._stated(claim),
            self._computed(claim),
            self._yes(claim.agrees),
        ]

    def _stated(self, claim: Claim) -> str:
        figure = claim.figure
        numbers = {name: figure.number(name) for name in ("count", "before", "after", "percent")}
        count, before, after, rate = numbers.values()
        parts = [f"{number(count)} {figure.text('unit')}".strip()] if count is not None else []
        if before is not None or after is not None:
            parts.append(f"{number(before)} -> {number(after)} {figure.text('unit')}".strip())
        if rate is not None:
            parts.append(self._percent(number(rate), figure.text("percent_kind")))
        return self._joined(parts)

    def _percent(self, printed: str, kind: str) -> str:
        label = Label("reform", ("stated", "percent_kind"), kind)
        return self._word(say("stats.percent", percent=printed, kind=label)) if kind else f"{printed}%"

    def _computed(self, claim: Claim) -> str:
        parts: list[Word] = []
        if claim.rows is not None:
            parts.append(say("stats.by_rows", count=claim.rows))
        if claim.parts is not None:
            parts.append(say("stats.by_parts", count=number(claim.parts)))
        if claim.after is not None:
            parts.append(say("stats.by_change", count=number(claim.after)))
        if claim.percent is not None:
            parts.append(_percent_as_stated(claim.percent, claim.figure.number("percent")))
        return self._joined([self._word(each) for each in parts])

    def _joined(self, parts: list[str]) -> str:
        return (", " if self.language is Language.EN else "，").join(parts)

    def _filing(self, stats: Statistics) -> Section:
        title, filing = self._word(say("stats.filing")), stats.filing
        if filing is None:
            return Section(title, (), ())
        return Section(title, (), (), list(map(self._word, due_told(filing, self.language))))

    def _below(self, stats: Statistics) -> Iterator[Section]:
        if stats.subordinates:
            rows = [*map(self._subordinate, stats.subordinates), self._together(stats)]
            made = self._section("stats.below", _BELOW, rows, "stats.how_below")
            yield made
            stated = [
                [each.name, *self._claim(claim)]
                for each in stats.subordinates
                if not each.transfer
                for claim in each.claims
            ]
            yield self._section("stats.below_claims", ("stats.place", *_CLAIMS), stated)

    def _subordinate(self, it: Subordinate) -> list[str]:
        bases = {"computed": "stats.by_records", "stated": "stats.by_statement", "none": "stats.no_basis"}
        rate = percent(it.rate) if it.transfer else _as_printed(it)
        numbers = [number(it.moved), number(it.items), rate, number(it.posts)]
        return [it.name, self._word(say(bases[it.basis])), *numbers, self._listed(it.origins)]

    def _listed(self, origins: tuple[str, ...]) -> str:
        return self._origins("stats.list", origins)

    def _together(self, stats: Statistics) -> list[str]:
        it = stats.together
        basis = say("stats.bases", computed=it.computed, stated=it.stated, silent=it.silent)
        items, rate = (number(it.items), percent(it.rate)) if it.computed else ("", "")
        return [
            self._word(say("stats.together")),
            self._word(basis),
            number(it.moved),
            items,
            rate,
            number(it.posts),
            self._listed(it.origins),
        ]


def _percent_as_stated(value: Fraction, stated: float | None) -> str:
    return f"{rounded(value, places(stated) if stated is not None else 1)}%"


def _as_printed(it: Subordinate) -> str:
    printed = it.headline.number("percent") if it.headline else None
    return "" if printed is None else f"{number(Decimal(repr(printed)))}%"

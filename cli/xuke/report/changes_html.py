"""Changes between two revisions as a page for people: to read, to search and to print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from xuke.diff.comparison import Comparison
from xuke.diff.totals import Flow, Total
from xuke.model.diagnostic import Label, Message, Word, say
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.report.change_card import card
from xuke.report.changes import Looks, count_lines, suggested
from xuke.report.markup import Markup, element, joined
from xuke.report.page import page_lines
from xuke.report.revision import Revision, revision_told
from xuke.tables.owner import owner_of
from xuke.tables.tally import Sort, Tally, tallies, together
from xuke.words.schemas import schema_of_kind

_ROWS = ("before", "out", "into", "after")


@dataclass(frozen=True)
class Versions:
    """The two versions: as they are called, as a whole, and what of them could not be read or is no fact."""

    revisions: tuple[Revision, Revision]
    snapshots: tuple[Snapshot, Snapshot]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """What changed in one jurisdiction."""

    register: Register
    base: Register
    tallies: Sequence[Tally]
    #: Places of changes in the comparison, by department.
    places: Mapping[str, list[int]] = field(default_factory=dict)

    def name(self, department: str) -> str:
        """The printed name of a department, empty for the whole jurisdiction."""
        known = self.register if department in self.register.departments else self.base
        return known.department_name(department)


def change_html(found: Comparison, versions: Versions, looks: Looks, tool: str) -> Iterator[str]:
    """The page; equal comparisons give equal pages."""
    page = _Page(found, versions, looks)
    return page_lines(looks.said(say("diff.title")), looks.language, page.body(tool))


@dataclass(frozen=True)
class _Page:
    found: Comparison
    versions: Versions
    looks: Looks

    def _said(self, name: str, /, **words: Word) -> str:
        return self.looks.said(say(name, **words))

    @cached_property
    def chapters(self) -> list[Chapter]:
        """Jurisdictions in which something changed."""
        places: dict[str, dict[str, list[int]]] = {}
        for place, change in enumerate(self.found.changes):
            of_department = places.setdefault(change.key.jurisdiction, {})
            of_department.setdefault(owner_of(change), []).append(place)
        return [self._chapter(name, places[name]) for name in places]

    def _chapter(self, jurisdiction: str, places: Mapping[str, list[int]]) -> Chapter:
        base, register = (Register(each, jurisdiction) for each in self.versions.snapshots)
        return Chapter(register, base, tallies(base, register, self.found), places)

    def body(self, tool: str) -> Iterator[Markup]:
        yield Markup("<header>")
        yield from self._head()
        yield Markup("</header>")
        yield from self._contents()
        yield Markup("<main>")
        for number, chapter in enumerate(self.chapters, 1):
            yield from self._overview(chapter)
            yield from self._departments(chapter, number)
        yield Markup("</main>")
        yield element("footer", self._said("page.made_by", version=tool))

    def _head(self) -> Iterator[Markup]:
        yield element("h1", self._said("diff.title"))
        names = (self._said("page.old"), self._said("page.new"))
        for name, revision in zip(names, self.versions.revisions, strict=True):
            told = self.looks.said(revision_told(revision))
            yield element("p", element("b", name), told, class_="revision")
        remarks = (*self.versions.remarks, *map(suggested, self.found.suggestions))
        yield from (element("p", self.looks.said(each), class_="remark") for each in remarks)
        yield from (element("p", each) for each in count_lines(self.found.changes, self.looks.language))
        if self.found.totals:
            yield self._totals()

    def _totals(self) -> Markup:
        names = ("kind", "had", "less", "plus", "now")
        heads = [self._said(f"page.{name}") for name in names]
        rows = [self._total(each) for each in self.found.totals]
        return _table(self._said("page.totals"), heads, rows)

    def _total(self, total: Total) -> list[str]:
        out, into = ([(each, getattr(each, side)) for each in total.flows] for side in ("out", "into"))
        kind = self._said("page.named", what=Label(schema_of_kind(total.kind), ()))
        return [kind, str(total.before), self._flows(out), self._flows(into), str(total.after)]

    def _flows(self, flows: list[tuple[Flow, int]]) -> str:
        told = tuple(say("page.flow", what=say(f"diff.{flow.name}"), count=n) for flow, n in flows if n)
        return self._said("page.flows", flows=told)

    def _contents(self) -> Iterator[Markup]:
        """The way to each department, and what finds records by their words."""
        yield Markup("<nav>")
        yield element("h2", self._said("page.contents"))
        entry = element("input", type="search", id="words", autocomplete="off")
        name = element("label", self._said("page.search"), for_="words")
        yield element("div", name, entry, element("output", for_="words"), id="search", hidden=True)
        yield Markup("<ul>")
        for number, chapter in enumerate(self.chapters, 1):
            for place, department in enumerate(self._order(chapter), 1):
                link = element("a", self._title(chapter, department), href=f"#d{number}-{place}")
                count = element("span", str(len(chapter.places[department])), class_="count")
                yield element("li", link, " ", count)
        yield from (Markup("</ul>"), Markup("</nav>"))

    def _order(self, chapter: Chapter) -> list[str]:
        known = [each.department for each in chapter.tallies if each.department in chapter.places]
        return [*known, *(name for name in chapter.places if name not in known)]

    def _title(self, chapter: Chapter, department: str) -> str:
        name = chapter.name(department) or self._said("page.whole_place")
        if len(self.chapters) == 1:
            return name
        return self._said("page.of_place", place=chapter.register.title, name=name)

    def _overview(self, chapter: Chapter) -> Iterator[Markup]:
        """The summary by department."""
        title = self._said("page.summary", place=chapter.register.title)
        heads = [self._said(f"page.{name}") for name in ("department", *_ROWS)]
        heads += [self._said(f"page.sort_{sort}") for sort in Sort]
        heads += [self._said("page.changed"), self._said("page.others")]
        yield Markup('<section class="summary">')
        yield element("h2", title)
        yield _table("", heads, list(self._rows(chapter)), is_summed=True)
        yield element("p", self._said("page.adds_up"), class_="hint")
        yield Markup("</section>")

    def _rows(self, chapter: Chapter) -> Iterator[list[str]]:
        number, order = self.chapters.index(chapter) + 1, self._order(chapter)
        rest = [each for each in chapter.tallies if not each.is_touched]
        for each in (each for each in chapter.tallies if each.is_touched):
            name = chapter.name(each.department) or self._said("page.whole_place")
            if each.department in order:
                place = order.index(each.department) + 1
                name = element("a", name, href=f"#d{number}-{place}")
            yield _numbers(name, each)
        if rest:
            yield _numbers(self._said("page.other_departments", count=len(rest)), together("", rest))
        yield _numbers(self._said("page.sum"), together("", chapter.tallies))

    def _departments(self, chapter: Chapter, number: int) -> Iterator[Markup]:
        for place, department in enumerate(self._order(chapter), 1):
            yield Markup('<section class="department">')
            yield element("h2", self._title(chapter, department), id=f"d{number}-{place}")
            for each in chapter.places[department]:
                yield card(self.found, each, self.looks)
            yield Markup("</section>")


def _numbers(name: str, tally: Tally) -> list[str]:
    rows = [getattr(tally, side) for side in _ROWS]
    items = [tally.items.get(sort, 0) for sort in Sort]
    return [name, *map(str, (*rows, *items, tally.changed, tally.others))]


def _table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, is_summed: bool = False
) -> Markup:
    head = element("tr", *(element("th", each, scope="col") for each in heads))
    lines = [element("tr", element("th", first, scope="row"), *map(_cell, rest)) for first, *rest in rows]
    body, foot = (lines[:-1], lines[-1:]) if is_summed else (lines, [])
    parts = [element("caption", caption)] if caption else []
    parts += [element("thead", head), element("tbody", *_lined(body))]
    parts += [element("tfoot", *foot)] if foot else []
    return element("div", element("table", *parts, class_="figures"), class_="wide")


def _cell(text: str) -> Markup:
    """Numbers stand under each other, and those that say nothing step back."""
    kind = "zero" if text == "0" else "number" if text.isdigit() else False
    return element("td", text, class_=kind)


def _lined(rows: Sequence[Markup]) -> Iterator[Markup]:
    for row in rows:
        yield joined((row, Markup("\n")))

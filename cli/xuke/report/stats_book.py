"""The figures of the reform as sheets of a workbook, beside the filing tables that hold those of licences."""

from collections.abc import Iterator, Sequence

from xuke.figures.claims import Claim
from xuke.figures.stats import Statistics
from xuke.model.diagnostic import Label, say
from xuke.report.sections import Section, number
from xuke.report.stats import Telling
from xuke.tables.layout import Bars, Show
from xuke.tables.plain import Leaf, bars
from xuke.words.render import Language

_FIELDS = ("subject", "claim", "count", "before", "after", "unit", "percent", "percent_kind")

#: Columns that charts draw: before and after of a stated figure; items moved and their share of a place.
_BEFORE, _AFTER, _MOVED, _RATE = 3, 4, 2, 4


def stats_leaves(stats: Statistics, language: Language) -> list[Leaf]:
    """Every section that the filing tables do not hold, in the order of the screen."""
    return list(_Sheets(language).leaves(stats))


class _Sheets(Telling):
    """The same sections, with stated numbers in cells of their own, and charts."""

    def leaves(self, stats: Statistics) -> Iterator[Leaf]:
        sections = list(self.others(stats) if stats.groups else self.sections(stats))
        loose = [remark for each in sections if not each.rows for remark in each.remarks]
        for each in sections:
            if each.rows:
                charts, charted = self._charts(each, stats)
                yield Leaf(
                    each.title, each.headings, each.rows, [*each.remarks, *loose], charts, charted, True
                )
                loose = []
        if loose:
            title = self._word(say("stats.transfer"))
            yield Leaf(title, (self._word(say("stats.figure")),), [[each] for each in loose])

    def claims(self, stats: Statistics) -> Section:
        """The stated figures; what can be drawn together stands first."""
        drawn = _drawn(stats.claims)
        ordered = [*drawn, *(each for each in stats.claims if each not in drawn)]
        fields = [self._word(Label("reform", ("stated", name))) for name in _FIELDS]
        others = [self._word(say(each)) for each in ("stats.computed", "stats.agrees")]
        rows = [self._figure(each) for each in ordered]
        return Section(self._word(say("stats.claims")), [*fields, *others], rows)

    def _figure(self, claim: Claim) -> list[str]:
        name, kind, _, computed, agrees = self._claim(claim)
        figure = claim.figure
        numbers = [number(figure.number(each)) for each in ("count", "before", "after")]
        share = figure.text("percent_kind")
        meant = self._word(Label("reform", ("stated", "percent_kind"), share)) if share else ""
        percent = number(figure.number("percent"))
        return [name, kind, *numbers, figure.text("unit"), percent, meant, computed, agrees]

    def _charts(self, section: Section, stats: Statistics) -> tuple[tuple[Bars, ...], int]:
        """The charts of a section, and how many of its rows they draw."""
        drawn = _drawn(stats.claims)
        if section.title == self._word(say("stats.claims")) and drawn:
            unit = drawn[0].figure.text("unit")
            return (bars(self._word(say("stats.chart_claims", unit=unit)), _BEFORE, _AFTER),), len(drawn)
        if section.title != self._word(say("stats.below")):
            return (), 0
        rate = bars(self._word(say("stats.rate")), _RATE, show=Show.PERCENT)
        return (rate, bars(self._word(say("stats.moved")), _MOVED)), len(stats.subordinates)


def _drawn(claims: Sequence[Claim]) -> list[Claim]:
    """Figures before and after, in the unit of the first of them: others would be no measure for these."""
    both = [each for each in claims if each.figure.has("before") and each.figure.has("after")]
    return [each for each in both if each.figure.text("unit") == both[0].figure.text("unit")]

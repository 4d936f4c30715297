"""The figures of the reform as sheets."""

from trees import loaded
from xuke.figures.stats import statistics
from xuke.model.register import Register
from xuke.report.stats_book import stats_leaves
from xuke.words.render import Language

STATED = """stated:
  - {id: a, subject: 一, unit: 亿元, before: null, after: 5, claim: result}
  - {id: b, subject: 二, unit: 项, before: 9, after: 6, claim: result}
  - {id: c, subject: 三, unit: 项, before: 8, after: 4, claim: result}
policy:
"""


def test_charts_draw_figures_that_state_what_was_before_and_what_is_now():
    register = Register(loaded(("catalogue/lan/reform.yaml", "policy:\n", STATED)).snapshot, "lan")
    (leaf,) = (each for each in stats_leaves(statistics(register), Language.ZH) if each.charts)
    assert [row[0] for row in leaf.rows[: leaf.charted]] == ["二", "三"]

"""Reports on the small workspace with faults of many kinds."""

import json
from datetime import date

from trees import SMALL, loaded
from xuke.check.check import judged
from xuke.check.roots import verdict_of
from xuke.report.findings import report_of
from xuke.report.formats import FORMATS
from xuke.words.render import Language

ITEMS = "catalogue/lan/items/fagai.yaml"
MEASURES = "catalogue/lan/measures.yaml"
SETTINGS = "catalogue/xuke.yaml"

#: The promise is beyond the law (T001), and nobody is responsible for a task (P009).
LATE = (ITEMS, "        value: 20\n", "        value: 2\n")
UNQUOTED = (ITEMS, '  - code: "530104003000"', "  - code: 530104003000")
TWICE = (MEASURES, "id: m02", "id: m01")
STRAY = ("catalogue/lan/流浪 #1.yaml", "", "stray: true\n")
BROKEN = ("catalogue/lan/halls.yaml", "provenance: demonstration", "provenance: [demonstration")
SUPPRESSED = (
    SETTINGS,
    "default_jurisdiction: lan\n",
    "default_jurisdiction: lan\nsuppressions:\n  - code: T001\n    record: lan/item/530104001000\n"
    "    reason: 待部门核实<1>\n    until: 2019-06-30\n",
)
#: Where the promise stands that is too late.
LINE = (SMALL / ITEMS).read_text("utf-8").splitlines().index("      promised:") + 2

FAULTS = (LATE, UNQUOTED, TWICE, STRAY, BROKEN)


def report(*edits, **options):
    """The report on the small workspace after edits, on 1 January 2019."""
    data = loaded(*edits)
    return report_of(verdict_of(judged(data, date(2019, 1, 1)), data), **options)


def text(name, *edits, language=Language.EN, **options):
    """The report in one of the formats."""
    return "\n".join(FORMATS[name](report(*edits, **options), language))


def value(name, *edits, **options):
    """The report in one of the formats that are JSON."""
    return json.loads(text(name, *edits, **options))

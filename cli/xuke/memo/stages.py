"""The default stage table of a memorandum: what the policy says, and what follows where it is silent."""

from collections.abc import Mapping

from xuke.figures.answers import stage_names
from xuke.model.document import Value
from xuke.model.register import Register
from xuke.words.zh import clauses as zh

#: Work on the spot or with experts: shared as the policy shares the site survey.
_ON_THE_SPOT = (
    *("site_survey", "technical_argument", "expert_review", "hearing", "inspection_testing"),
    *("tender", "joint_review"),
)

_OF_DEPARTMENT = ("standards", "planning", "supervision", "penalties")
_ASSISTED = (*_ON_THE_SPOT, "litigation", "archives", "liaison")

_PERIOD = ("id", "from", "until", "from_event", "until_event", "lead", "assist")


def stage_table(register: Register) -> list[dict[str, Value]]:
    """A row for every stage in the order of the schema; where it comes from is not repeated."""
    stated = {row.text("stage"): row.fields for row in register.policy.parts("stages")}
    return [_row(stage, stated) for stage in stage_names()]


def _row(stage: str, stated: Mapping[str, Mapping[str, Value]]) -> dict[str, Value]:
    if stage in stated:
        row = stated[stage]
        kept = {"principle": row["principle"]} if row.get("principle") else {}
        return {"stage": stage, "periods": _periods(row), **kept}
    if stage in _ON_THE_SPOT and "site_survey" in stated:
        return {"stage": stage, "periods": _periods(stated["site_survey"]), "differs": zh.BY_ANALOGY}
    lead = "department" if stage in _OF_DEPARTMENT else "bureau"
    assist: dict[str, Value] = {"assist": ["department"]} if stage in _ASSISTED else {}
    return {
        "stage": stage,
        "periods": [{"id": "huazhuan", "lead": lead, **assist}],
        "differs": zh.BY_DECISION,
    }


def _periods(row: Mapping[str, Value]) -> list[Value]:
    periods = row.get("periods")
    found = [each for each in periods if isinstance(each, dict)] if isinstance(periods, list) else []
    return [{name: each[name] for name in _PERIOD if name in each} for each in found]

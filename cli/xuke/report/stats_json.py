"""The figures of the reform as JSON: shares as fractions of one, percentages as they are stated."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xuke.figures.ceilings import Ceiling
from xuke.figures.claims import Claim
from xuke.figures.filings import FilingDue
from xuke.figures.stats import Group, Statistics
from xuke.figures.subordinates import Subordinate
from xuke.figures.targets import Result
from xuke.report.json import day_json, json_lines, limit_json
from xuke.report.sections import told
from xuke.words.render import Language

#: Decimals of a share.
_PLACES = 6


def stats_json(stats: Statistics, language: Language) -> Iterator[str]:
    """All figures; lists are empty and groups null where there is nothing to say."""
    return json_lines(
        {
            "jurisdiction": stats.jurisdiction,
            "name": stats.name,
            "origins": list(stats.origins),
            "groups": [_group(each, language) for each in stats.groups],
            "left_out": asdict(stats.left_out),
            "targets": [_target(each) for each in stats.targets],
            "ceilings": [_ceiling(each) for each in stats.ceilings],
            "staff": [asdict(each) for each in stats.staff],
            "staff_origins": list(stats.staff_origins),
            "minima": [{**asdict(each), "gap": each.gap} for each in stats.minima],
            "stated": [_claim(each) for each in stats.claims],
            "filing": filing_json(stats.filing),
            "subordinates": [_subordinate(each) for each in stats.subordinates],
            "together": _together(stats),
        }
    )


def _group(group: Group, language: Language) -> dict[str, Any]:
    it = group.transfer
    rates = {"rate": it.rate, "whole_rate": it.whole_rate, "handling_rate": it.handling_rate}
    return {
        "scope": str(group.scope),
        "id": group.id,
        "name": told(group.name, language),
        **asdict(it),
        **{name: _share(each) for name, each in rates.items()},
        "savings": [
            {"subject": str(each.subject), **asdict(each.reduction), "rate": _share(each.reduction.rate)}
            for each in group.savings
        ],
    }


def _target(it: Result) -> dict[str, Any]:
    return {
        "id": it.target.text("id"),
        "subject": it.target.text("subject"),
        "kind": it.figure,
        "aim": it.aim,
        "reached": round(float(it.reached), _PLACES),
        "is_met": it.is_met,
        **asdict(it.reduction),
    }


def _ceiling(it: Ceiling) -> dict[str, Any]:
    return {
        "id": it.policy.text("id"),
        "category": it.category,
        "limit": limit_json(it.highest),
        "within": it.within,
        "longer": list(it.longer),
        "unlike": it.unlike,
        "silent": it.silent,
        "is_met": it.is_met,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    figure = claim.figure
    texts = {
        name: figure.text(name) or None for name in ("subject", "unit", "claim", "scope", "percent_kind")
    }
    numbers = {name: figure.number(name) for name in ("count", "percent", "whole", "before", "after")}
    computed = {"rows": claim.rows, "parts": _plain(claim.parts), "after": _plain(claim.after)}
    percent = None if claim.percent is None else round(float(claim.percent), _PLACES)
    return {
        "id": figure.text("id"),
        **texts,
        "stated": numbers,
        "computed": {**computed, "percent": percent},
        "agrees": claim.agrees,
    }


def filing_json(it: FilingDue | None) -> dict[str, Any] | None:
    """When the next filing is due; null where the policy says nothing."""
    if it is None or it.within is None:
        return None
    days = {"last": day_json(it.last), "changed": day_json(it.changed), "due": day_json(it.until)}
    return {"within": limit_json(it.within), **days}


def _subordinate(it: Subordinate) -> dict[str, Any]:
    return {
        "jurisdiction": it.id,
        "name": it.name,
        "basis": it.basis,
        "origins": list(it.origins),
        "moved": _plain(it.moved),
        "items": _plain(it.items),
        "rate": _share(it.rate),
        "posts": _plain(it.posts),
        "stated": [_claim(each) for each in it.claims],
    }


def _together(stats: Statistics) -> dict[str, Any] | None:
    if not stats.subordinates:
        return None
    it = stats.together
    return {
        **asdict(it),
        "moved": _plain(it.moved),
        "posts": _plain(it.posts),
        "rate": _share(it.rate),
        "origins": list(it.origins),
    }


def _share(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), _PLACES)


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

"""The board of memoranda, and it as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xuke.check.suspects import Suspect
from xuke.figures.board import Deadline, Stand, Standing, waiting
from xuke.figures.stages import Turn
from xuke.model.register import Register
from xuke.report.json import json_lines

#: A memorandum that stands so is signed.
BINDING = frozenset({Stand.SIGNED, Stand.EFFECTIVE})


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown: the departments in order, and the suspect entries of their memoranda."""

    register: Register
    day: date
    standings: Sequence[Standing]
    suspects: Sequence[Suspect]


def suspects_of(board: Board, each: Standing) -> int:
    """How many agreed fields of one department's memorandum have changed."""
    return sum(suspect.memo.giver == each.department for suspect in board.suspects)


def board_json(board: Board) -> Iterator[str]:
    """The contract of ``schemas/output/memo-status.json``."""
    return json_lines(_whole(board))


def _whole(board: Board) -> dict[str, Any]:
    found = board.standings
    return {
        "jurisdiction": board.register.jurisdiction,
        "on": board.day.isoformat(),
        "departments": [_department(each, board) for each in found],
        "suspects": [_suspect(each) for each in board.suspects],
        "waiting_for": waiting(board.register, found),
        "summary": {
            "departments": len(found),
            "items": sum(each.items for each in found),
            "covered": sum(each.covered for each in found),
            "signed": sum(each.stand in BINDING for each in found),
            "suspects": len(board.suspects),
            "posts": sum(each.posts for each in found),
            "persons": sum(each.persons for each in found),
        },
    }


def _department(each: Standing, board: Board) -> dict[str, Any]:
    memo = each.memo
    return {
        "department": each.department,
        "name": board.register.department_name(each.department),
        "memorandum": str(memo.key) if memo else None,
        "status": str(each.stand),
        "number": (memo.text("number") or None) if memo else None,
        "signed": (memo.text("signed") or None) if memo and each.stand in BINDING else None,
        "effective": each.start.isoformat() if each.start else None,
        "items": each.items,
        "handlings": each.handlings,
        "covered": each.covered,
        "suspects": suspects_of(board, each),
        "posts": each.posts,
        "persons": each.persons,
        "turns": [_turn(turn) for turn in each.turns],
        "deadlines": [_due(due) for due in each.deadlines],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "stage": turn.stage,
        "old": turn.old,
        "new": turn.new,
        "on": turn.day.isoformat() if turn.day else None,
        "event": turn.event or None,
    }


def _due(due: Deadline) -> dict[str, Any]:
    return {
        "matter": str(due.matter),
        "detail": due.detail or None,
        "on": due.day.isoformat(),
        "working_days_left": due.left if isinstance(due.left, int) else None,
    }


def _suspect(each: Suspect) -> dict[str, Any]:
    drift = each.drift
    version = drift.version if drift else None
    return {
        "memorandum": str(each.memo.key),
        "item": str(each.item.key),
        "field": drift.field if drift else None,
        "old": drift.edit.old if drift else None,
        "new": drift.edit.new if drift else None,
        "commit": version.commit if version else None,
        "day": version.day.isoformat() if version else None,
    }

"""xuke transfer."""

from datetime import date
from typing import Any

from xuke.commands.base import argument, command, option
from xuke.commands.changing import after, settle
from xuke.commands.measures import department_of
from xuke.commands.session import Session
from xuke.commands.steps import day_given, desk, finish, shared
from xuke.edit.guards import Desk
from xuke.edit.rewrite import Step, new_record
from xuke.edit.terms import Terms
from xuke.edit.transfer import Wish, day_of_transfer, transferred, wishes
from xuke.memo.draft import drafted
from xuke.model.errors import Refusal
from xuke.model.record import Key, Kind
from xuke.model.register import Register

_TEXT = {"metavar": "cli.metavar.name", "default": ""}


@command(
    "transfer",
    argument("items", nargs=-1, required=True),
    option("--to", text="edits.help_to", **_TEXT),
    option("--memo", text="edits.help_memo", **_TEXT),
    option("--effective", text="edits.help_effective", metavar="cli.metavar.day", default=None),
    option("--section", text="edits.help_section", **_TEXT),
    option("--batch", text="edits.help_batch", **_TEXT),
    option("--hall", text="edits.help_hall", **_TEXT),
    option("--seal", text="edits.help_seal", **_TEXT),
    option("--supervision", text="edits.help_supervision", **_TEXT),
    option("--post", text="edits.help_post", **_TEXT),
    *shared(),
)
def COMMAND(session: Session, items: tuple[str, ...], to: str, memo: str, **given: Any) -> None:  # noqa: N802
    """Move items to the approval bureau, with everything that belongs to them."""
    dry_run, form, reason = (given.pop(name) for name in ("dry_run", "form", "reason"))
    settle(session, is_dry=dry_run)
    _to_bureau(session, to)
    at = desk(session, reason)
    wanted = wishes(at, items)
    giver = department_of(session, memo) if memo else wanted[0].item.competent
    day = day_given(given.pop("effective"))
    terms = Terms(
        date.fromisoformat(day) if day else day_of_transfer(at.register, giver), reason=reason, **given
    )
    steps = _with_memorandum(session, at, wanted, giver, terms)
    finish(session, steps, dry_run=dry_run, form=form)


def _to_bureau(session: Session, to: str) -> None:
    register = session.register
    bureau = register.bureau
    if bureau not in register.departments:
        raise Refusal("edits.no_bureau", place=register.title)
    if to and department_of(session, to) != bureau:
        names = {"to": register.department_name(department_of(session, to))}
        raise Refusal("edits.not_bureau", bureau=register.department_name(bureau), **names)


def _with_memorandum(session: Session, at: Desk, wanted: list[Wish], giver: str, terms: Terms) -> list[Step]:
    """The steps; a department that had no memorandum gets the draft of one with them."""
    steps = transferred(at, wanted, giver, terms)
    if giver in at.register.memoranda:
        return steps
    then = Register(after(session.snapshot, steps), session.place)
    fields = drafted(giver, then, None)
    key = Key(session.place, Kind.MEMORANDUM, giver)
    return [*steps, Step(None, new_record(key, fields, str(fields["provenance"])))]

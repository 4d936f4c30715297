"""xuke new."""

import sys
from collections.abc import Iterable

import click

from xuke.check.schema import schema_findings
from xuke.commands.asking import Asking
from xuke.commands.base import argument, choice, command, option
from xuke.commands.changing import carry_out, planned, settle
from xuke.commands.session import Session
from xuke.edit.form import Fields, Form, assigned, missing
from xuke.edit.numbering import fresh_id
from xuke.edit.rewrite import Step, new_record
from xuke.model.errors import CLEAN, FINDINGS, Refusal, UsageFault
from xuke.model.record import Key, Kind, Record
from xuke.report.findings import finding_lines
from xuke.sources.load import ID_FIELDS

#: What other commands make.
_ELSEWHERE = {
    Kind.JURISDICTION: "xuke init -j",
    Kind.MEMORANDUM: "xuke memo draft",
    Kind.FILING: "xuke filing record",
}


@command(
    "new",
    argument("kind"),
    option("--set", "given", text="forms.help_set", metavar="cli.metavar.condition", multiple=True),
    option("--dry-run", text="edits.help_dry_run", is_flag=True),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
)
def COMMAND(  # noqa: N802
    session: Session, kind: str, given: tuple[str, ...], dry_run: bool, form: str
) -> int:
    """Write a new record; what is not set is asked for at a terminal."""
    settle(session, is_dry=dry_run)
    asked = Form(session.register, _kind(session, kind))
    fields = assigned(asked, list(_pairs(given)))
    if sys.stdin.isatty():
        Asking(session, asked, fields).ask()
    elif lacking := missing(asked, fields):
        raise UsageFault("forms.missing", kind=kind, fields=tuple(lacking))
    steps = [Step(None, _record(session, asked, fields))]
    if _faults(session, steps):
        return FINDINGS
    carry_out(session, steps, is_dry=dry_run, form=form)
    session.tell("edits.would_change" if dry_run else "edits.changed", count=len(steps))
    return CLEAN


def _kind(session: Session, name: str) -> Kind:
    kind = session.kind(name)
    if kind in _ELSEWHERE:
        raise UsageFault("forms.elsewhere", kind=name, command=_ELSEWHERE[kind])
    return kind


def _pairs(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for each in given:
        name, sign, text = each.partition("=")
        if not (name.strip() and sign and text.strip()):
            raise UsageFault("forms.bad_set", text=each)
        yield name.strip(), text.strip()


def _record(session: Session, form: Form, fields: Fields) -> Record:
    field = ID_FIELDS.get(form.kind, "id")
    fields.setdefault(field, fresh_id(session.register, form.kind, fields))
    ordered = {name: fields[name] for name in form.fields() if name in fields}
    key = Key(session.place, form.kind, str(ordered[field]))
    if key in session.snapshot.records:
        raise Refusal("forms.is_there", key=str(key))
    return new_record(key, ordered, _provenance(session, key), session.snapshot.paths)


def _provenance(session: Session, key: Key) -> str:
    """As other records of the kind have it; a text of an office itself is unattributed."""
    known = [each.provenance for each in session.snapshot.of(key.kind, key.jurisdiction)]
    own = session.register.get(Kind.JURISDICTION, key.jurisdiction)
    found = known[-1] if known else own.provenance if own else ""
    return found if found not in {"", "published"} else "unattributed"


def _faults(session: Session, steps: list[Step]) -> bool:
    """What the schema says of the record; it is shown, and nothing is written."""
    loaded = planned(session, steps)
    new = {step.new.key for step in steps if step.new is not None}
    paths = {step.new.path for step in steps if step.new is not None}
    documents = (each for each in loaded.documents if each.path in paths)
    found = [
        each for one in documents for each in schema_findings(one, loaded.snapshot) if each.record in new
    ]
    for each in found:
        for line in finding_lines(each, session.language):
            click.echo(line)
    if found:
        session.tell("forms.not_written", count=len(found))
    return bool(found)

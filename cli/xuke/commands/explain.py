"""xuke explain."""

from collections.abc import Iterator

import click

from xuke.check.examples import DAY, Example, examples
from xuke.check.local_trial import proof, terms
from xuke.commands.base import argument, choice, command, option
from xuke.commands.local import codes, own_rules
from xuke.commands.session import Session
from xuke.model.diagnostic import Telling, say
from xuke.model.document import Value
from xuke.model.errors import UsageFault
from xuke.report.examples import example_json, example_lines, terms_lines
from xuke.report.json import json_lines


@command(
    "explain",
    argument("code"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    reads=False,
)
def COMMAND(session: Session, code: str, form: str) -> None:  # noqa: N802
    """Say why a rule exists and what it rests on."""
    code = code.upper()
    told = codes(session).get(code)
    if told is None:
        raise UsageFault("cli.unknown_code", code=code)
    parts = {"title": told.title, "why": told.why, "basis": told.basis}
    texts = {name: session.text(message) for name, message in parts.items()}
    asked, shown = _declaration(session, code)
    if form == "json":
        told_by = {name: example_json(each) for name, each in shown.items()}
        row = {"code": code, "severity": str(told.severity), **texts, **asked, "examples": told_by}
        lines = list(json_lines(row))
    else:
        head = [f"{code}  {texts['title']}", "", *_labelled(session, told, texts)]
        lines = [*head, *terms_lines(asked, session.language), *_exemplified(session, code, shown)]
    click.echo("\n".join(lines))


def _declaration(session: Session, code: str) -> tuple[dict[str, Value], dict[str, Example]]:
    """What a rule of the workspace judges and asks, nothing for others; and the examples of any rule."""
    own = own_rules(session).get(code)
    if own is None:
        return {}, examples(code, session.language)
    it, rule = own
    return terms(it), proof(it, rule.check, session.language)


def _labelled(session: Session, told: Telling, texts: dict[str, str]) -> list[str]:
    level = session.text(say(f"report.{told.severity}"))
    words = {"level": level, "why": texts["why"], "basis": texts["basis"]}
    return [f"{session.text(say(f'report.{name}'))}: {text}" for name, text in words.items()]


def _exemplified(session: Session, code: str, shown: dict[str, Example]) -> Iterator[str]:
    headings = {"bad": say("report.bad", day=DAY), "good": say("report.good")}
    for name, each in shown.items():
        yield from ("", f"{session.text(headings[name])}:", *example_lines(each, code))

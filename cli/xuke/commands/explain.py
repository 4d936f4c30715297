"""xuke explain."""

from collections.abc import Iterator

import click

from xuke.check.examples import DAY, examples
from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.model.codes import ALL
from xuke.model.diagnostic import say
from xuke.model.errors import UsageFault
from xuke.report.examples import example_json, example_lines
from xuke.report.json import json_lines
from xuke.words.render import template


@command(
    "explain",
    argument("code"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    reads=False,
)
def COMMAND(session: Session, code: str, form: str) -> None:  # noqa: N802
    """Say why a rule exists and what it rests on."""
    code = code.upper()
    if code not in ALL:
        raise UsageFault("cli.unknown_code", code=code)
    parts = {name: template(f"{code}.{name}", session.language) for name in ("title", "why", "basis")}
    if form == "json":
        shown = {name: example_json(each) for name, each in examples(code, session.language).items()}
        lines = list(json_lines({"code": code, "severity": str(ALL[code]), **parts, "examples": shown}))
    else:
        head = [f"{code}  {parts['title']}", "", *_labelled(session, code, parts)]
        lines = [*head, *_exemplified(session, code)]
    click.echo("\n".join(lines))


def _labelled(session: Session, code: str, parts: dict[str, str]) -> list[str]:
    words = {"level": session.text(say(f"report.{ALL[code]}")), "why": parts["why"], "basis": parts["basis"]}
    return [f"{session.text(say(f'report.{name}'))}: {text}" for name, text in words.items()]


def _exemplified(session: Session, code: str) -> Iterator[str]:
    headings = {"bad": say("report.bad", day=DAY), "good": say("report.good")}
    for name, each in examples(code, session.language).items():
        yield from ("", f"{session.text(headings[name])}:", *example_lines(each, code))

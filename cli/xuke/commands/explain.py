"""xuke explain."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.model.codes import ALL
from xuke.model.diagnostic import say
from xuke.model.errors import UsageFault
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
        lines = list(json_lines({"code": code, "severity": str(ALL[code]), **parts}))
    else:
        lines = [f"{code}  {parts['title']}", "", *_labelled(session, code, parts)]
    click.echo("\n".join(lines))


def _labelled(session: Session, code: str, parts: dict[str, str]) -> list[str]:
    words = {"level": session.text(say(f"report.{ALL[code]}")), "why": parts["why"], "basis": parts["basis"]}
    return [f"{session.text(say(f'report.{name}'))}: {text}" for name, text in words.items()]

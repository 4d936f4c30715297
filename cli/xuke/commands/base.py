"""How a command is declared: options that all share, help in two languages, an exit code returned."""

import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from xuke.commands.formatting import Context
from xuke.commands.language import current
from xuke.words.templates import FAMILIES, template, templates

Run = Callable[..., int | None]

#: How every command spells the option for its help.
HELP = {"help_option_names": ["-h", "--help"]}

#: What click says of that option.
_HELP_TEXT = "Show this message and exit."

_LANGUAGES = ("zh-CN", "en", "zh")
_COLORS = ("auto", "always", "never")


def told(name: str) -> str:
    """A message without words, in the language of the run."""
    return template(name, current()).format()


class Option(click.Option):
    """An option whose help and placeholder are names of messages."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The placeholder in the language of the run."""
        return told(self.metavar) if self.metavar else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, in the language of the run."""
        name = self.help
        try:
            self.help = told(name) if name and name.partition(".")[0] in FAMILIES else name
            return super().get_help_record(ctx)
        finally:
            self.help = name


class Argument(click.Argument):
    """A positional argument whose placeholder is the name of a message."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The placeholder in the language of the run, optional ones in brackets."""
        name = told(f"cli.metavar.{self.name}")
        return (name if self.required else f"[{name}]") + ("..." if self.nargs == -1 else "")


class Explained(click.Command):
    """A command or a group whose help is the message ``cli.<name>.help``."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page, in the language of the run; click keeps that of the first run."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = templates("click", current())[_HELP_TEXT]
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The long help in the language of the run."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(told(f"cli.{self.name}.help"))


class Command(Explained):
    """A command with the usage line of its parameters."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Options and arguments of the usage line, in the language of the run."""
        self.options_metavar = told("cli.metavar.options")
        return super().collect_usage_pieces(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line in the language of the run."""
        return told(f"cli.{self.name}.short")


def option(*names: str, text: str, **settings: Any) -> click.Option:
    """An option; ``text`` is the name of its help."""
    return Option(list(names), help=text, **settings)


def argument(name: str, **settings: Any) -> click.Argument:
    """A positional argument."""
    return Argument([name], **settings)


def choice(values: Sequence[str]) -> click.Choice[str]:
    """One of some words."""
    return click.Choice(list(values))


class Whole(click.types.IntParamType):
    """A whole number, which a refusal calls so in the language of the run."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number as click reads it."""
        self.name = told("cli.whole_number")
        return super().convert(value, param, ctx)


def base_options() -> list[click.Parameter]:
    """Options that all commands and their groups share."""
    return [
        option("-C", "folder", text="cli.option.folder", metavar="cli.metavar.folder", default=None),
        option("--lang", text="cli.option.lang", type=choice(_LANGUAGES), default=None),
        option("--color", text="cli.option.color", type=choice(_COLORS), default="auto"),
        option("-q", "--quiet", text="cli.option.quiet", is_flag=True),
        option("-v", "--verbose", text="cli.option.verbose", is_flag=True),
    ]


def _reading() -> list[click.Parameter]:
    return [
        option("--at", "revision", text="cli.option.at", metavar="cli.metavar.revision", default=None),
        option(
            "-j", "--jurisdiction", text="cli.option.jurisdiction", metavar="cli.metavar.name", default=None
        ),
        option("--on", "day", text="cli.option.on", metavar="cli.metavar.day", default=None),
    ]


def command(
    name: str, *params: click.Parameter, reads: bool = True, keeps: bool = True
) -> Callable[[Run], click.Command]:
    """Declare a command, one of a group by its path (``memo.draft``); ``reads`` adds a register's options.

    What is filed rests on nothing that was kept between runs: such a command does not ``keeps``.
    """
    shared = [*(_reading() if reads else []), *base_options()]

    def declare(run: Run) -> click.Command:
        def callback(**given: Any) -> int:
            from xuke.commands.session import Session  # noqa: PLC0415

            enter(given.pop("folder", None))
            session = Session(**{key: given.pop(key, None) for key in _SESSION}, keeps=keeps)
            return run(session, **given) or 0

        made = Command(name, callback=callback, params=[*params, *shared])
        made.context_settings = dict(HELP)
        return made

    return declare


def enter(folder: str | None) -> None:
    """Go to the folder that ``-C`` names, so that every other path starts there."""
    if not folder:
        return
    try:
        os.chdir(folder)
    except OSError:
        from xuke.model.errors import XukeError  # noqa: PLC0415

        raise XukeError("cli.no_folder", path=folder) from None


_SESSION = ("lang", "color", "quiet", "verbose", "revision", "jurisdiction", "day")

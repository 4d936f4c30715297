"""The program: finds a command by name, loads only that one, and turns exceptions into exit codes."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from xuke import __version__
from xuke.commands.base import Option, told
from xuke.commands.formatting import Context
from xuke.commands.language import chosen, named, speak
from xuke.model.errors import BUG, CLEAN, INTERRUPTED, XukeError
from xuke.words.render import Language, render

#: Every command and the module that holds it, in the order of the help.
COMMANDS = {
    "init": "init",
    "check": "check",
    "rules": "rules",
    "explain": "explain",
    "diff": "diff",
    "list": "list",
    "show": "show",
    "export": "export",
    "completion": "completion",
}


class Program(click.Group):
    """The group of all commands; a command's module is imported when it is called."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None."""
        if cmd_name not in COMMANDS:
            return None
        made: click.Command = import_module(f"xuke.commands.{COMMANDS[cmd_name]}").COMMAND
        return made

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line in the language of the run."""
        return [told("cli.metavar.options"), told("cli.metavar.command")]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the program is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(told("cli.program.help"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands with one line each; no command is imported for it."""
        with formatter.section(told("cli.program.commands")):
            formatter.write_dl([(name, told(f"cli.{name}.short")) for name in COMMANDS])


def _shared() -> list[click.Parameter]:
    return [
        Option(["-C", "folder"], help="cli.option.folder", metavar="cli.metavar.folder"),
        Option(["--lang"], help="cli.option.lang", type=click.Choice(["zh-CN", "en", "zh"])),
        Option(
            ["--version"],
            help="cli.option.version",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
        ),
    ]


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"xuke {__version__}")
        ctx.exit()


def _enter(folder: str | None = None, lang: str | None = None) -> None:
    if lang:
        click.get_current_context().obj = named(lang)
    if folder:
        try:
            os.chdir(folder)
        except OSError:
            raise XukeError("cli.no_folder", path=folder) from None


program = Program(
    "xuke",
    callback=_enter,
    params=_shared(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def run(words: Sequence[str]) -> int:
    """Run the program with a command line; the exit code, and nothing raised but bugs' traces."""
    language = chosen(words, os.environ)
    speak(language)
    _prepare_streams()
    try:
        code = program.main(list(words), prog_name="xuke", standalone_mode=False, obj=language)
        sys.stdout.flush()
    except BrokenPipeError:
        return _close_quietly()
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _told(language, "cli.interrupted", INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except XukeError as error:
        click.echo(f"xuke: {render(error.message, language)}", err=True)
        return error.exit_code
    except Exception:
        return _bug(language)
    return code if isinstance(code, int) else CLEAN


def _told(language: Language, name: str, code: int) -> int:
    from xuke.model.diagnostic import say  # noqa: PLC0415

    click.echo(render(say(name), language), err=True)
    return code


def _bug(language: Language) -> int:
    import traceback  # noqa: PLC0415

    traceback.print_exc()
    return _told(language, "cli.bug", BUG)


def _close_quietly() -> int:
    # A reader that left (| head) is no error; the flush at exit must not complain either.
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    return CLEAN


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

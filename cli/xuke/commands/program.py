"""The program: finds a command by name, loads only that one, and turns exceptions into exit codes."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import click

from xuke import __version__
from xuke.commands.base import HELP, Explained, Option, base_options, enter, told
from xuke.commands.language import chosen, missing, named, speak
from xuke.commands.streams import close_quietly, prepare_streams
from xuke.words.templates import Language, template

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from xuke.commands.again import Asked

#: Every command and the module that holds it, in the order of the help; a group holds further commands.
COMMANDS: "dict[str, str | dict[str, str]]" = {
    "init": "init",
    "check": "check",
    "rules": "rules",
    "explain": "explain",
    "diff": "diff",
    "list": "list",
    "show": "show",
    "log": "log",
    "blame": "blame",
    "export": "export",
    "template": "template",
    "fill": "fill",
    "import": "import_",
    "stats": "stats",
    "measures": "measures",
    "doctor": "doctor",
    "memo": {
        "draft": "memo_draft",
        "render": "memo_render",
        "sign": "memo_sign",
        "supplement": "memo_supplement",
        "confirm": "memo_confirm",
        "status": "memo_status",
    },
    "who": "who",
    "new": "new",
    "fmt": "fmt",
    "transfer": "transfer",
    "renumber": "renumber",
    "split": "split",
    "merge": "merge",
    "withdraw": "withdraw",
    "filing": {
        "prepare": "filing_prepare",
        "record": "filing_record",
        "reply": "filing_reply",
        "verify": "filing_verify",
        "list": "filing_list",
    },
    "git": {
        "install": "git_install",
        "uninstall": "git_uninstall",
        "status": "git_status",
        "textconv": "git_textconv",
    },
    "merge-file": "merge_file",
    "conflicts": "conflicts",
    "resolve": "resolve",
    "completion": "completion",
}


#: The name under which messages speak of the program as a whole.
PROGRAM = "program"


class Lazy(Explained, click.Group):
    """A group of commands; the module of one is imported when it is called."""

    def __init__(self, name: str, members: "Mapping[str, str | dict[str, str]]", **settings: Any) -> None:
        super().__init__(name, context_settings={**HELP, "max_content_width": 100}, **settings)
        self.members = members

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in the order of work."""
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None."""
        match self.members.get(cmd_name):
            case None:
                return None
            case str() as module:
                made: click.Command = import_module(f"xuke.commands.{module}").COMMAND
                return made
            case members:
                return Lazy(self.path_of(cmd_name), members, callback=_share, params=base_options())

    def path_of(self, name: str) -> str:
        """The name of a command as messages spell it: ``memo.draft``."""
        return name if self.name == PROGRAM else f"{self.name}.{name}"

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line in the language of the run."""
        return [told("cli.metavar.options"), told("cli.metavar.command")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands with one line each; no command is imported for it."""
        with formatter.section(told("cli.program.commands")):
            formatter.write_dl([(name, self._short(name)) for name in self.members])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Commands and options by their beginning; no command is imported for it."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415

        names = (name for name in self.members if name.startswith(incomplete))
        found = [CompletionItem(name, help=self._short(name)) for name in names]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def _short(self, name: str) -> str:
        return told(f"cli.{self.path_of(name)}.short")


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
        click.get_current_context().find_root().obj = named(lang)
    enter(folder)


def _share(folder: str | None, lang: str | None, **given: Any) -> None:
    """What is given to a group counts for its command, unless that is given otherwise."""
    _enter(folder, lang)
    context = click.get_current_context()
    context.default_map = dict.fromkeys(cast("Lazy", context.command).members, given)


program = Lazy(PROGRAM, COMMANDS, callback=_enter, params=_shared())


def run(words: Sequence[str], asked: "Asked | None" = None) -> int:
    """Run the program with a command line; the exit code, and nothing raised but bugs' traces.

    ``asked`` notes what is said, for the next time that the same is asked.
    """
    language = chosen(words, os.environ)
    speak(language)
    prepare_streams()
    _prepare_completion()
    stream, start = sys.stdout, _folder()
    try:
        settings: dict[str, Any] = {"obj": language, "asked": asked, "standalone_mode": False}
        code = program.main(list(words), prog_name="xuke", **settings)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as left:
        return _left(left, stream)
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _interrupted(language)
    except click.ClickException as error:
        return _refused(error)
    except Exception as error:
        return _failed(error, language)
    finally:
        if start:
            os.chdir(start)
    return code if isinstance(code, int) else 0


def _folder() -> str:
    """Where the program runs; empty where that was deleted under its feet."""
    try:
        return os.getcwd()
    except FileNotFoundError:
        return ""


def _refused(error: click.ClickException) -> int:
    # Only inside its context does a usage line know the language of the run.
    context = getattr(error, "ctx", None)
    with context.scope(cleanup=False) if context else nullcontext():
        missed = isinstance(error, click.MissingParameter)
        (click.UsageError(missing(error.format_message()), context) if missed else error).show()
    return error.exit_code


def _failed(error: Exception, language: Language) -> int:
    # Late: a page of help must not wait for the model.
    import traceback  # noqa: PLC0415

    from xuke.model.errors import BUG, XukeError  # noqa: PLC0415
    from xuke.words.render import render  # noqa: PLC0415

    if isinstance(error, OSError | MemoryError):
        error = _refused_by_system(error)
    if isinstance(error, XukeError):
        click.echo(f"xuke: {render(error.message, language)}", err=True)
        return error.exit_code
    traceback.print_exc()
    click.echo(template("cli.bug", language).format(), err=True)
    return BUG


def _refused_by_system(error: OSError | MemoryError) -> Exception:
    """What any library may meet: a full disk, missing rights, too little memory; else a bug as before."""
    from xuke.model.errors import XukeError  # noqa: PLC0415
    from xuke.sources.tree import is_known, reason_of  # noqa: PLC0415

    if isinstance(error, MemoryError):
        return XukeError("cli.no_memory")
    if isinstance(error, FileNotFoundError) and error.filename is None:
        # No file of ours: the system knows no current folder, or has nowhere to put a temporary file.
        return XukeError("cli.no_temporary" if _folder() else "cli.gone_folder")
    if not is_known(error):
        return error
    return XukeError("cli.system_refused", path=str(error.filename or "?"), reason=reason_of(error))


def _interrupted(language: Language) -> int:
    from xuke.model.errors import INTERRUPTED  # noqa: PLC0415

    click.echo(template("cli.interrupted", language).format(), err=True)
    return INTERRUPTED


def _left(left: BaseException, stream: object) -> int:
    # click answers a closed pipe with another stream and an exit with 1.
    if isinstance(left, BrokenPipeError) or sys.stdout is not stream:
        return close_quietly()
    raise left


def _prepare_completion() -> None:
    # The module teaches click the shells that it does not bring, before it answers one of them.
    if "_XUKE_COMPLETE" in os.environ:
        import_module("xuke.commands.completion")

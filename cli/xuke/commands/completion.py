"""xuke completion."""

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from xuke.commands.base import argument, choice, command

if TYPE_CHECKING:
    from xuke.commands.session import Session

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $ast, $cursor)
    $env:%(complete_var)s = 'powershell_complete'
    $env:COMP_WORDS = $ast.ToString().Substring(0, [Math]::Min($cursor, $ast.ToString().Length))
    $env:COMP_WORD = $word
    %(prog_name)s | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_WORD
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell, which click does not bring."""

    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one that is typed."""
        import os  # noqa: PLC0415

        word = os.environ.get("COMP_WORD", "")
        words = os.environ.get("COMP_WORDS", "").split()[1:]
        return words[:-1] if word and words else words, word

    def format_completion(self, item: CompletionItem) -> str:
        """One word a line."""
        return str(item.value)


add_completion_class(PowerShellComplete)


@command("completion", argument("shell", type=choice(("bash", "zsh", "fish", "powershell"))), reads=False)
def COMMAND(session: "Session", shell: str) -> None:  # noqa: N802
    """Print the script that a shell reads at its start."""
    from xuke.commands.program import program  # noqa: PLC0415

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(program, {}, "xuke", "_XUKE_COMPLETE").source())

"""Help pages whose columns and lines are measured in cells of the screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from xuke.words.width import width, wrap

if TYPE_CHECKING:
    from xuke.commands.again import Asked


class HelpFormatter(click.HelpFormatter):
    """click's formatter, for text whose characters may take two cells."""

    def write_heading(self, heading: str) -> None:
        """The title of a section, with the colon of its language."""
        colon = ":" if heading.isascii() else "："
        self.write(f"{'':>{self.current_indent}}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        """A paragraph at the current indent."""
        indent = " " * self.current_indent
        for line in wrap(text, self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 32, col_spacing: int = 2) -> None:
        """Terms and their explanations in two columns."""
        rows = list(rows)
        first = min(max((width(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, text in rows:
            lines = list(wrap(text, max(self.width - first - self.current_indent, 20))) or [""]
            gap = " " * (first - width(term))
            if width(term) > col_max:
                self.write(f"{indent}{term}\n")
                gap = ""
            head = f"{indent}{term}{gap}" if gap else f"{indent}{' ' * first}"
            self.write(f"{head}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


class Context(click.Context):
    """A context whose help is laid out in cells; the outermost knows the command line as it was typed."""

    formatter_class = HelpFormatter

    def __init__(self, *words: Any, asked: "Asked | None" = None, **settings: Any) -> None:
        super().__init__(*words, **settings)
        self.asked = asked

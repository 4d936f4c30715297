"""A bad and a good example of every code, as the suite runs them; ``tests/examples.py`` writes the file."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

#: The day that every example is judged on.
DAY = "2019-01-01"


class Snippet(NamedTuple):
    """Some lines of one file; ``faults`` are lines of the text, from 1, ``form`` is yaml or diff."""

    file: str
    form: str
    text: str
    faults: tuple[int, ...]

    def marked(self, code: str) -> list[str]:
        """The lines, each faulty one followed by the code as a comment."""
        lines = self.text.split("\n")
        return [f"{line}  # <-- {code}" if at in self.faults else line for at, line in enumerate(lines, 1)]


class Example(NamedTuple):
    """What a case shows; ``messages`` is empty where nothing is found."""

    snippets: tuple[Snippet, ...]
    messages: tuple[str, ...]


def examples(code: str, language: str) -> dict[str, Example]:
    """The examples of a code under ``bad`` and ``good``; a code that nothing can raise yet has none."""
    return {name: _example(each, language) for name, each in _all().get(code, {}).items()}


def _example(value: Mapping[str, Any], language: str) -> Example:
    snippets = (Snippet(each["file"], each["form"], *_text(each)) for each in value["snippets"])
    return Example(tuple(snippets), tuple(value.get("messages", {}).get(language, ())))


def _text(value: Mapping[str, Any]) -> tuple[str, tuple[int, ...]]:
    return "\n".join(value["lines"]), tuple(value["faults"])


@cache
def _all() -> dict[str, dict[str, Any]]:
    # Late, and not importlib.resources: short commands pay for every import.
    import json  # noqa: PLC0415
    from pkgutil import get_data  # noqa: PLC0415

    found: dict[str, dict[str, Any]] = json.loads(get_data("xuke.check", "examples.json") or b"")
    return found

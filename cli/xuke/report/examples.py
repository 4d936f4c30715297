"""Examples of a rule as text and as JSON."""

from collections.abc import Iterator
from typing import Any

from xuke.check.examples import Example


def example_lines(example: Example, code: str) -> Iterator[str]:
    """File, lines with the faults marked, and what is said of them; indented below a heading."""
    for snippet in example.snippets:
        yield f"  {snippet.file}"
        yield from (f"    {line}" for line in snippet.marked(code))
    yield from (f"  {code} {message}" for message in example.messages)


def example_json(example: Example) -> dict[str, Any]:
    """An example for programs; only a bad one has messages."""
    snippets = [{**each._asdict(), "faults": list(each.faults)} for each in example.snippets]
    return {"snippets": snippets, "messages": list(example.messages)}

"""Examples of a rule as text and as JSON, and what a rule of the workspace asks."""

from collections.abc import Iterator, Mapping
from typing import Any

from xuke.check.examples import Example
from xuke.document.emit import mapping
from xuke.model.document import Value
from xuke.words.labels import enum_label, property_title
from xuke.words.render import Language
from xuke.words.schemas import code_names

#: Where the declaration of a rule is described.
_SCHEMA = "rules/rule"


def terms_lines(terms: Mapping[str, Value], language: Language) -> Iterator[str]:
    """The kind that is judged by its label; conditions by theirs, as they are declared below it."""
    is_english = language is Language.EN
    for name, value in terms.items():
        title = property_title(_SCHEMA, (name,), is_english)
        if isinstance(value, str):
            yield f"{title}: {enum_label(_SCHEMA, (name,), value, is_english)} ({value})"
        else:
            yield f"{title}:"
            yield from (f"    {line}" for line in mapping({name: value}, code_names()))


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

"""Fields in the order of their schema: whole lines change places, nothing inside them."""

from collections.abc import Iterator, Sequence

from xuke.document.patch import TextEdit, patched
from xuke.document.read import read
from xuke.model.document import Document, Style, Value
from xuke.model.files import seat
from xuke.model.part import at, element_name
from xuke.model.place import Pointer
from xuke.words.schemas import Schema, innermost, property_of, schema


def reordered(path: str, text: str) -> str:
    """The text with the fields of every group in schema order; groups with comments between stay."""
    found = seat(path)
    document, _ = read(path, text.encode())
    if found is None or document is None:
        return text
    for pointer in _groups(document.value, ()):
        edit = _edit(document, text, pointer, known_fields(found.kind.schema, pointer))
        if edit is not None:
            return reordered(path, patched(text, [edit]))
    return text


def arranged(file: str, path: tuple[str, ...], old: Value, new: Value) -> Value:
    """A new value in the order of the old one's fields; those it did not have stand as in the schema."""
    match new:
        case dict():
            before = old if isinstance(old, dict) else {}
            names = in_order([name for name in before if name in new], list(new), known_fields(file, path))
            return {name: arranged(file, (*path, name), before.get(name), new[name]) for name in names}
        case list():
            known = {element_name(each): each for each in old} if isinstance(old, list) else {}
            return [arranged(file, path, known.get(element_name(each)), each) for each in new]
    return new


def in_order(kept: list[str], wanted: list[str], known: list[str]) -> list[str]:
    """All wanted names: those that are kept in their order, each other one where the known ones have it."""
    ranks = {name: rank for rank, name in enumerate(known)}
    names = list(kept)
    for name in sorted(wanted, key=lambda each: ranks.get(each, len(ranks))):
        if name not in kept:
            before = [each for each in names if ranks.get(each, len(ranks)) < ranks.get(name, len(ranks))]
            names.insert(
                names.index(before[-1]) + 1 if before else len(names) if name not in ranks else 0, name
            )
    return names


def _groups(value: Value, pointer: Pointer) -> Iterator[Pointer]:
    match value:
        case dict():
            yield pointer
            for name, child in value.items():
                yield from _groups(child, (*pointer, name))
        case list():
            for index, child in enumerate(value):
                yield from _groups(child, (*pointer, index))


def known_fields(name: str, pointer: Pointer) -> list[str]:
    """The fields that a schema has at a place of its file, in their order."""
    path = tuple(step for step in pointer if isinstance(step, str))
    node = property_of(name, path) if path else (name, schema(name))
    return list(_properties(*node)) if node else []


def _properties(file: str, node: Schema) -> Schema:
    _, inner = innermost(file, node)
    found: Schema = inner.get("properties", {})
    return found


def _edit(document: Document, text: str, pointer: Pointer, known: Sequence[str]) -> TextEdit | None:
    value = at(document.value, *pointer)
    names = list(value) if isinstance(value, dict) else []
    ranks = {name: rank for rank, name in enumerate(known)}
    wanted = sorted(names, key=lambda name: ranks.get(name, len(ranks)))
    if names == wanted or document.mark(pointer).style is not Style.BLOCK:
        return None
    return _exchange(document, text, pointer, names, wanted)


def _exchange(
    document: Document, text: str, pointer: Pointer, names: list[str], wanted: list[str]
) -> TextEdit | None:
    starts = [_start(document, pointer, name) for name in names]
    ends = [*starts[1:], _stop(text, document.mark((*pointer, names[-1])).end)]
    chunks = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    bodies = {name: chunk.rstrip() for name, chunk in zip(names, chunks, strict=True)}
    gaps = [chunk[len(chunk.rstrip()) :] for chunk in chunks]
    between = (text[document.mark((*pointer, name)).end : end] for name, end in zip(names, ends, strict=True))
    if any(map(_has_comment_line, between)) or any(_is_block(document, pointer, name) for name in names):
        return None
    new = "".join(bodies[name] + gap for name, gap in zip(wanted, gaps, strict=True))
    return TextEdit(starts[0], ends[-1], new)


def _start(document: Document, pointer: Pointer, name: str) -> int:
    return document.marks.starts[document.node((*pointer, name)) - 1]


def _stop(text: str, end: int) -> int:
    stop = text.find("\n", end)
    return len(text) if stop < 0 else stop


def _has_comment_line(gap: str) -> bool:
    # A comment on a line of its own belongs to the field below it, which may go elsewhere.
    return "#" in gap.partition("\n")[2]


def _is_block(document: Document, pointer: Pointer, name: str) -> bool:
    # Blank lines belong to a block text; moving it could change them.
    return document.mark((*pointer, name)).style in {Style.LITERAL, Style.FOLDED}

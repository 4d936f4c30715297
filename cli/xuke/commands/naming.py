"""Kinds and fields as users name them: by their ids, or by the labels that they read on the screen."""

from collections.abc import Collection, Iterator

from xuke.model.diagnostic import Label, Message, say
from xuke.model.errors import UsageFault
from xuke.model.record import Kind
from xuke.words.labels import property_title
from xuke.words.schemas import property_of, resolved, schema_of_kind, walk_record

Path = tuple[str, ...]


def kind_named(name: str, kinds: Collection[Kind]) -> Kind:
    """A kind by its id, its label, or how its label alone ends; an item goes before others."""
    if name in kinds:
        return Kind(name)
    labels = {each: _labels(schema_of_kind(each), ()) for each in kinds}
    word = name.casefold()
    exact = [each for each in kinds if word in labels[each]]
    ending = [each for each in kinds if word and any(label.endswith(word) for label in labels[each])]
    found = exact or ending
    if Kind.ITEM in found:
        return Kind.ITEM
    if len(found) != 1:
        raise UsageFault("cli.unknown_kind", name=name, known=tuple(map(_kind_told, sorted(found or kinds))))
    return found[0]


def field_named(kind: Kind, name: str) -> str:
    """The dotted name of a field by that name, or by a label that only one field has."""
    schema = schema_of_kind(kind)
    if property_of(schema, tuple(name.split("."))):
        return name
    paths = list(_paths(schema))
    found = [path for path in paths if name.casefold() in _labels(schema, path)]
    if len(found) != 1:
        known = found or [path for path in paths if len(path) == 1]
        told = tuple(_field_told(schema, path) for path in known)
        raise UsageFault("cli.unknown_field", kind=str(kind), field=name, known=told)
    return ".".join(found[0])


def _labels(schema: str, path: Path) -> set[str]:
    return {property_title(schema, path, english).casefold() for english in (False, True)}


def _paths(schema: str) -> Iterator[Path]:
    """Every field that a record has once: what stands in lists is many."""
    lists: set[Path] = set()
    for path, file, node in walk_record(schema):
        if any(path[:end] in lists for end in range(1, len(path))):
            continue
        if "items" in resolved(file, node)[1]:
            lists.add(path)
        yield path


def _kind_told(kind: Kind) -> Message:
    return say("cli.named", name=str(kind), label=Label(schema_of_kind(kind), ()))


def _field_told(schema: str, path: Path) -> Message:
    return say("cli.named", name=".".join(path), label=Label(schema, path))

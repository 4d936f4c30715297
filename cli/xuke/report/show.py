"""Values of records as people read them: labels of choices, names of fields, nested lists."""

from collections.abc import Callable, Iterator, Mapping

from xuke.model.diagnostic import Label, say
from xuke.model.document import Value
from xuke.model.limit import limit_of
from xuke.model.record import Kind
from xuke.model.views import element_name
from xuke.words.render import Language, label, render
from xuke.words.schemas import property_of, reference_kind, schema_of_kind

#: Gives the printed name of what a field refers to: kind of reference and id to a name.
Names = Callable[[str, str], str]


def as_written(_kind: str, name: str) -> str:
    """The id for the name."""
    return name


def shown(
    kind: Kind, path: tuple[str, ...], value: Value, language: Language, names: Names = as_written
) -> str:
    """A value in one line: choices by their labels, references by their names, limits as people say them."""
    match value:
        case None:
            return render(say("report.empty"), language)
        case bool():
            return render(say("report.yes" if value else "report.no"), language)
        case list():
            joint = ", " if language is Language.EN else "、"
            return joint.join(shown(kind, path, each, language, names) for each in value)
        case dict():
            return _group(kind, path, value, language, names)
        case str():
            return _text(kind, path, value, language, names)
    return str(value)


def _group(
    kind: Kind, path: tuple[str, ...], value: dict[str, Value], language: Language, names: Names
) -> str:
    limit = limit_of(value)
    if limit is not None:
        return render(say(f"T.{limit.unit}", value=limit.value), language)
    parts = ((name, shown(kind, (*path, name), each, language, names)) for name, each in value.items())
    joint = "; " if language is Language.EN else "；"
    return joint.join(f"{field(kind, (*path, name), language)} {text}" for name, text in parts)


def _text(kind: Kind, path: tuple[str, ...], value: str, language: Language, names: Names) -> str:
    node = property_of(schema_of_kind(kind), path)
    reference = reference_kind(*node) if node else ""
    if reference:
        return names(reference, value)
    return label(Label(schema_of_kind(kind), path, value), language)


def field(kind: Kind, path: tuple[str, ...], language: Language) -> str:
    """The title of a field; its name where the schema does not know it."""
    return label(Label(schema_of_kind(kind), path), language)


def field_lines(
    kind: Kind, fields: Mapping[str, Value], language: Language, names: Names = as_written
) -> Iterator[str]:
    """All fields of a record, a line each, indented by depth."""
    yield from _Lines(kind, language, names).of(fields, (), "")


def value_lines(
    kind: Kind, path: tuple[str, ...], value: Value, language: Language, names: Names = as_written
) -> list[str]:
    """One value, a line each where it is nested, indented by depth; else in one."""
    if _is_nested(value):
        return list(_Lines(kind, language, names).nested(value, path, ""))
    return shown(kind, path, value, language, names).split("\n")


class _Lines:
    def __init__(self, kind: Kind, language: Language, names: Names) -> None:
        self.kind = kind
        self.language = language
        self.names = names

    def of(self, fields: Mapping[str, Value], path: tuple[str, ...], indent: str) -> Iterator[str]:
        for name, value in fields.items():
            here = (*path, name)
            title = f"{indent}{field(self.kind, here, self.language)}"
            if _is_nested(value):
                yield render(say("report.pair", name=title, value=""), self.language).rstrip()
                yield from self.nested(value, here, f"{indent}  ")
            else:
                text = shown(self.kind, here, value, self.language, self.names)
                yield render(say("report.pair", name=title, value=text), self.language)

    def nested(self, value: Value, path: tuple[str, ...], indent: str) -> Iterator[str]:
        """The parts of a value that has parts."""
        if isinstance(value, dict):
            yield from self.of(value, path, indent)
        for each in value if isinstance(value, list) else ():
            if isinstance(each, dict):
                yield f"{indent}- {element_name(each)}"
                rest = dict(list(each.items())[1:]) if element_name(each) in each.values() else each
                yield from self.of(rest, path, f"{indent}    ")


def _is_nested(value: Value) -> bool:
    match value:
        case dict():
            return bool(value) and limit_of(value) is None
        case list():
            return any(isinstance(each, dict) for each in value)
    return False

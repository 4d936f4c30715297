"""Values of records as people read them: labels of choices, names of fields, nested lists."""

from collections.abc import Callable, Iterator, Mapping

from xuke.figures.dues import Start, counted, in_words, start_of, with_day
from xuke.model.diagnostic import Label, Message, say
from xuke.model.document import Value
from xuke.model.limit import LIMIT_FIELDS, Limit, limit_of, limit_said
from xuke.model.part import NAMING, day_of, element_name
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.words.render import Language, label, render
from xuke.words.schemas import property_of, reference_kind, schema_of_kind

#: Gives the printed name of what a field refers to: kind of reference and id to a name. Of ``START``
#: it gives the day on which a time begins to run, empty where that has not come.
Names = Callable[[str, str], str]

#: A kind of reference: what a time runs from, as ``signed/fagai``.
START = "start"


def as_written(_kind: str, name: str) -> str:
    """The id for the name."""
    return name


def names_in(register: Register) -> Names:
    """Names and days as a register has them."""
    return lambda kind, name: _started(register, name) if kind == START else register.printed_name(kind, name)


def _started(register: Register, name: str) -> str:
    event, _, of = name.partition("/")
    return str(start_of(register, event, of).day or "")


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
    limit, events = limit_of(value), value.get("of")
    if limit is not None and isinstance(events, dict) and events:
        return render(_deadline(kind, path, limit, events, names), language)
    told = [] if limit is None else [render(limit_said(limit), language)]
    rest = {name: each for name, each in value.items() if limit is None or name not in LIMIT_FIELDS}
    parts = ((name, shown(kind, (*path, name), each, language, names)) for name, each in rest.items())
    joint = "; " if language is Language.EN else "；"
    return joint.join([*told, *(f"{field(kind, (*path, name), language)} {text}" for name, text in parts)])


def _deadline(
    kind: Kind, path: tuple[str, ...], limit: Limit, events: dict[str, Value], names: Names
) -> Message:
    """A time that runs from something, with its last day where it is known what that was."""
    event, name = next((event, str(name)) for event, name in events.items())
    node = property_of(schema_of_kind(kind), (*path, "of", event))
    reference = reference_kind(*node) if node else ""
    printed = names(reference, name) if reference else name
    asked = f"{event}/{name}"
    day = names(START, asked)
    start = Start(event, printed, day_of(day))
    # Where nobody knows of the start, nothing is said of its day.
    told = with_day(counted(limit, start)) if day != asked else None
    return told or in_words(limit, start)


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
                yield f"{indent}- {element_name(each)}".rstrip()
                naming = next((name for name in NAMING if name in each), "")
                rest = {name: part for name, part in each.items() if name != naming}
                yield from self.of(rest, path, f"{indent}    ")


def _is_nested(value: Value) -> bool:
    match value:
        case dict():
            return bool(value) and limit_of(value) is None
        case list():
            return any(isinstance(each, dict) for each in value)
    return False

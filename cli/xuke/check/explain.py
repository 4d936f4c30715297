"""An error of the exact validator in plain words: the field's label, what was found, what to write."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from xuke.document.meant import meant_date
from xuke.model.diagnostic import Label, Message, Word, say
from xuke.model.place import Pointer

#: Longest value that a message shows.
_SHOWN = 40

#: Patterns of the schemas that people can be told in words.
_PATTERNS = {
    "^[a-z0-9][a-z0-9-]*$(?!\\n)": "S004.id",
    "^[0-9a-f]{40}$(?!\\n)": "S004.hash",
    "^[0-9a-f]{64}$(?!\\n)": "S004.hash",
    "^Z[0-9]{3}$(?!\\n)": "S004.rule_code",
    "^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*$(?!\\n)": "S004.path",
}


class Said(NamedTuple):
    """A finding about a part of a record."""

    code: str
    pointer: Pointer
    message: Message
    at_key: bool = False
    #: The field that an unknown name was probably meant to be.
    meant: Pointer = ()


class _Case(NamedTuple):
    schema: str
    pointer: Pointer
    error: Any

    @property
    def field(self) -> Word:
        """The label of the field, or of the element's list."""
        return self.label(self.pointer)

    def label(self, pointer: Pointer) -> Word:
        names = tuple(step for step in pointer if isinstance(step, str))
        return Label(self.schema, names) if names else say("S.record" if "/" in self.schema else "S.file")


def explained(schema: str, error: Any) -> Iterator[Said]:
    """What one error says; several where one keyword refuses several fields."""
    case = _Case(schema, tuple(error.absolute_path), error)
    yield from _KEYWORDS.get(error.validator, _combination)(case)


def shown(value: object) -> Word:
    """A value in a message: short, and lists and groups by what they are."""
    match value:
        case dict():
            return say("S.group")
        case list():
            return say("S.list", count=len(value))
        case bool():
            return "true" if value else "false"
        case None:
            return say("S.nothing")
        case str():
            return f"“{value}”" if len(value) <= _SHOWN else f"“{value[:_SHOWN]}……”"
    return str(value)


def _required(case: _Case) -> Iterator[Said]:
    for name in case.error.validator_value:
        if name not in case.error.instance:
            field = case.label((*case.pointer, name))
            yield Said("S001", (*case.pointer, name), say("S001.required", field=field, name=name))


def _type(case: _Case) -> Iterator[Said]:
    plain = _plain_number(case.error)
    if plain:
        words = {"field": case.field, "value": str(case.error.instance), "plain": plain}
        yield Said("Y007", case.pointer, say("Y007.number", **words))
        return
    yield Said("S002", case.pointer, _expected(case))


def _expected(case: _Case) -> Message:
    kinds, value = case.error.validator_value, case.error.instance
    names = [kinds] if isinstance(kinds, str) else kinds
    if "string" in names and isinstance(value, int | float):
        return say("S002.quote", field=case.field, value=shown(value))
    expected = tuple(say(f"S.type_{kind}") for kind in names)
    return say("S002.type", field=case.field, expected=expected, value=shown(value))


def _plain_number(error: Any) -> str:
    kinds = error.validator_value
    if not isinstance(error.instance, str) or not {"integer", "number"} & {
        *([kinds] if isinstance(kinds, str) else kinds)
    }:
        return ""
    plain = unicodedata.normalize("NFKC", error.instance)
    is_number = (
        plain != error.instance
        and plain.replace(".", "", 1).isascii()
        and plain.replace(".", "", 1).isdigit()
    )
    return plain if is_number else ""


def _enum(case: _Case) -> Iterator[Said]:
    names = tuple(step for step in case.pointer if isinstance(step, str))
    values = case.error.validator_value
    allowed = tuple(
        say("S.choice", value=str(each), label=Label(case.schema, names, str(each))) for each in values
    )
    yield Said(
        "S003",
        case.pointer,
        say("S003.enum", field=case.field, value=shown(case.error.instance), allowed=allowed),
    )


def _const(case: _Case) -> Iterator[Said]:
    words = {
        "field": case.field,
        "value": shown(case.error.instance),
        "expected": str(case.error.validator_value),
    }
    yield Said("S003", case.pointer, say("S003.const", **words))


def _pattern(case: _Case) -> Iterator[Said]:
    value, pattern = shown(case.error.instance), str(case.error.validator_value)
    name = _PATTERNS.get(pattern)
    if name:
        message = say(name, field=case.field, value=value)
    else:
        message = say("S004.pattern", field=case.field, value=value, pattern=pattern)
    yield Said("S004", case.pointer, message)


def _format(case: _Case) -> Iterator[Said]:
    value, form = case.error.instance, str(case.error.validator_value)
    plain = meant_date(str(value)) if form == "date" else ""
    words = {"field": case.field, "value": shown(value)}
    if plain:
        yield Said("S004", case.pointer, say("S004.meant", **words, plain=plain))
    elif form == "date":
        yield Said("S004", case.pointer, say("S004.date", **words))
    else:
        yield Said("S004", case.pointer, say("S004.format", **words, format=form))


def _bound(name: str) -> Callable[[_Case], Iterator[Said]]:
    def bound(case: _Case) -> Iterator[Said]:
        words = {
            "field": case.field,
            "value": shown(case.error.instance),
            "bound": str(case.error.validator_value),
        }
        yield Said("S005", case.pointer, say(f"S005.{name}", **words))

    return bound


def _unknown(case: _Case) -> Iterator[Said]:
    known = case.error.schema.get("properties", {})
    patterns = case.error.schema.get("patternProperties", {})
    for name in case.error.instance:
        if name not in known and not _matches(patterns, name):
            near = _near(name, known)
            message = (
                say("S006.near", name=name, near=near, field=_title(case, near), others="")
                if near
                else say("S006.unknown", name=name, others="")
            )
            meant = (*case.pointer, near) if near else ()
            yield Said("S006", (*case.pointer, name), message, at_key=True, meant=meant)


def _matches(patterns: Mapping[str, Any], name: str) -> bool:
    import re  # noqa: PLC0415

    return any(re.search(pattern, name) for pattern in patterns)


def _near(name: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415

    titles = {node.get("title", ""): key for key, node in known.items()}
    return titles.get(name) or next(iter(get_close_matches(name, known, 1)), "")


def _title(case: _Case, name: str) -> Word:
    return case.label((*case.pointer, name))


def _combination(case: _Case) -> Iterator[Said]:
    yield Said(
        "S007", case.pointer, say("S007.combination", field=case.field, value=shown(case.error.instance))
    )


_KEYWORDS: Mapping[str, Callable[[_Case], Iterator[Said]]] = {
    "required": _required,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "minLength": _bound("min_length"),
    "maxLength": _bound("max_length"),
    "minimum": _bound("minimum"),
    "maximum": _bound("maximum"),
    "exclusiveMinimum": _bound("exclusive_minimum"),
    "exclusiveMaximum": _bound("exclusive_maximum"),
    "multipleOf": _bound("multiple_of"),
    "minItems": _bound("min_items"),
    "maxItems": _bound("max_items"),
    "uniqueItems": _bound("unique_items"),
    "minProperties": _bound("min_properties"),
    "maxProperties": _bound("max_properties"),
    "minContains": _bound("contains"),
    "maxContains": _bound("contains"),
    "contains": _bound("contains"),
    "unevaluatedProperties": _unknown,
    "additionalProperties": _unknown,
    "unevaluatedItems": _bound("extra_items"),
    "items": _bound("extra_items"),
    "prefixItems": _combination,
}

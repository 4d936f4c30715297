"""The fields of one kind of record as questions, and answers as the values that its schema means."""

from collections.abc import Iterator
from dataclasses import dataclass

from xuke.edit.names import named, owner_of
from xuke.model.diagnostic import Label
from xuke.model.document import Value
from xuke.model.errors import UsageFault
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.words.labels import choices
from xuke.words.schemas import Schema, property_of, reference_kind, resolved, schema_of_kind

Fields = dict[str, Value]

_YES, _NO = ("true", "yes", "是"), ("false", "no", "否")


@dataclass(frozen=True)
class Form:
    """What can be said of a record of one kind in one jurisdiction."""

    register: Register
    kind: Kind

    @property
    def schema(self) -> str:
        """The schema as labels name it: ``items/item``."""
        return schema_of_kind(self.kind)

    def required(self) -> list[str]:
        """The fields that have to be said, in the order of the schema."""
        name, _, record = self.schema.partition("/")
        _, node = resolved(name, {"$ref": f"#/$defs/{record}"})
        return [each for each in node["properties"] if each in node["required"]]

    def fields(self) -> list[str]:
        """All fields, in the order of the schema."""
        name, _, record = self.schema.partition("/")
        return list(resolved(name, {"$ref": f"#/$defs/{record}"})[1]["properties"])

    def options(self, field: str, english: bool) -> dict[str, str]:
        """The choices of a field with their labels; none where it may say anything."""
        return choices(self.schema, (field,), english)

    def is_list(self, path: tuple[str, ...]) -> bool:
        """Whether a field holds several values."""
        return "items" in self._node(path)[1]

    def put(self, fields: Fields, given: str, text: str) -> None:
        """Set ``limit.promised.value`` or ``bases.b1.document``; what holds a list takes one more."""
        steps = given.split(".")
        holder, path = fields, tuple[str, ...]()
        while len(steps) > 1:
            step, *steps = steps
            path = (*path, step)
            is_many, key = self._holder(path, given)
            if is_many and len(steps) < 2:
                raise UsageFault("forms.needs_field", field=given, example=f"{given}.…")
            holder = _element(holder, step, key, steps.pop(0)) if is_many else _inside(holder, step)
        name, whole = steps[0], (*path, steps[0])
        value = self.value(whole, text, Part(fields, ()))
        if self.is_list(whole):
            old = holder.get(name)
            holder[name] = [*(old if isinstance(old, list) else []), value]
        else:
            holder[name] = value

    def value(self, path: tuple[str, ...], text: str, record: Part) -> Value:
        """A text as the value that the field holds; a reference by id or name, a choice by value or label."""
        file, node = self._node(path)
        inner = resolved(file, node["items"])[1] if "items" in node else node
        kinds = inner.get("type", [])
        allowed = {kinds} if isinstance(kinds, str) else set(kinds)
        if text == "null" and "null" in allowed:
            return None
        if "properties" in inner or "array" in allowed:
            raise UsageFault("forms.needs_field", field=".".join(path), example=f"{'.'.join(path)}.…")
        if found := reference_kind(*self._raw(path)):
            return self._referred(path, found, text, record)
        if inner.get("x-labels"):
            return self._chosen(path, text)
        return _typed(".".join(path), text, allowed)

    def _referred(self, path: tuple[str, ...], kind: str, text: str, record: Part) -> str:
        found = named(self.register, kind, text, owner_of(self.kind, record))
        if len(found) != 1:
            name = "forms.unknown_reference" if not found else "forms.several"
            raise UsageFault(name, field=".".join(path), text=text, known=tuple(found[:9]))
        return found[0]

    def _chosen(self, path: tuple[str, ...], text: str) -> str:
        known = [choices(self.schema, path, english) for english in (False, True)]
        for value in known[0]:
            if text in {value, *(each[value] for each in known)}:
                return value
        shown = tuple(Label(self.schema, path, value) for value in known[0])
        raise UsageFault("forms.unknown_choice", field=".".join(path), text=text, known=shown)

    def _raw(self, path: tuple[str, ...]) -> tuple[str, Schema]:
        found = property_of(self.schema, path)
        if found is None:
            raise UsageFault("forms.unknown_field", field=".".join(path), kind=str(self.kind))
        return found

    def _node(self, path: tuple[str, ...]) -> tuple[str, Schema]:
        return resolved(*self._raw(path))

    def _holder(self, path: tuple[str, ...], given: str) -> tuple[bool, str]:
        """Whether elements are named below a field, and the field that holds their name."""
        raw, (file, node) = self._raw(path)[1], self._node(path)
        if "items" in node:
            inner = resolved(file, node["items"])[1]
            if "properties" in inner:
                return True, str(raw.get("x-key") or node.get("x-key") or "id")
        elif "properties" in node:
            return False, ""
        raise UsageFault("forms.unknown_field", field=given, kind=str(self.kind))


def _inside(holder: Fields, name: str) -> Fields:
    inner = holder.get(name)
    if not isinstance(inner, dict):
        inner = holder[name] = {}
    return inner


def _element(holder: Fields, name: str, key: str, called: str) -> Fields:
    """The element of a keyed list that is called so; a new one where there is none yet."""
    rows = holder.get(name)
    if not isinstance(rows, list):
        rows = holder[name] = []
    for each in rows:
        if isinstance(each, dict) and each.get(key) == called:
            return each
    made: Fields = {key: called}
    rows.append(made)
    return made


def _typed(field: str, text: str, allowed: set[str]) -> Value:
    """A number or a yes where the schema wants one; all else is text."""
    if "boolean" in allowed:
        if text.lower() not in _YES + _NO:
            raise UsageFault("forms.not_boolean", field=field, text=text)
        return text.lower() in _YES
    if allowed & {"integer", "number"} and "string" not in allowed:
        try:
            return int(text) if "integer" in allowed else float(text)
        except ValueError:
            raise UsageFault("forms.not_number", field=field, text=text) from None
    return text


def missing(form: Form, fields: Fields) -> list[str]:
    """What has to be said and is not; an id is found where nobody gives one."""
    return [each for each in form.required() if each not in fields and each != "id"]


def assigned(form: Form, given: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Fields:
    """The fields of what was set; whose the record is comes first, for its sections are meant."""
    fields: Fields = {}
    first = {"competent", "department", "supervisor", "from_department", "id"}
    for name, text in sorted(given, key=lambda each: each[0] not in first):
        form.put(fields, name, text)
    return fields

"""Codes as they are written: quoted (Y006), and like names in half-width characters (Y007)."""

from collections.abc import Iterable, Iterator

from xuke.check.engine import placed
from xuke.check.references import Reference, marked
from xuke.document.meant import is_in_quotes, meant_code, meant_name
from xuke.model.characters import character_named
from xuke.model.diagnostic import Diagnostic, Finding, Label, Message, say
from xuke.model.document import Document, Value
from xuke.model.place import Pointer
from xuke.model.record import Record
from xuke.model.views import at
from xuke.sources.load import records_of
from xuke.words.schemas import Schema, is_code, is_name, property_of, schema_of_kind


def code_or_name(file: str, node: Schema) -> str:
    """What is said of a property that is a code, or the name of a record; empty for others."""
    return "code" if is_code(file, node) else "name" if is_name(file, node) else ""


def is_plain(text: str) -> bool:
    """Whether a code or name needs no closer look, as nearly every one."""
    return text.isascii() and text[:1].isalnum() and text[-1:].isalnum()


def unquoted_codes(document: Document) -> Iterator[Diagnostic]:
    """Codes without quotes, which another program would read as numbers; safe to mend."""
    if not document.bare:
        return
    records = {record.home.pointer: record for record in records_of(document)}
    lengths = {len(start) for start in records}
    for pointer in document.bare:
        for length in lengths:
            record = records.get(pointer[:length])
            value = at(document.value, *pointer)
            if record is not None and _is_code_at(record, pointer[length:]) and not _is_odd(value):
                yield _unquoted(record, pointer[length:], value)


def _is_odd(value: Value) -> bool:
    """Whether the same code is told as an odd one, and its quotes with that."""
    return isinstance(value, str) and (not value.isascii() or is_in_quotes(value))


def _is_code_at(record: Record, pointer: Pointer) -> bool:
    path = tuple(step for step in pointer if isinstance(step, str))
    found = property_of(schema_of_kind(record.key.kind), path)
    return found is not None and is_code(*found)


def _unquoted(record: Record, pointer: Pointer, value: Value) -> Diagnostic:
    message = say("Y006.unquoted", field=_label(record, pointer), value=str(value))
    return placed("Y006", record, Finding(pointer, message))


def _label(record: Record, pointer: Pointer) -> Label:
    return Label(schema_of_kind(record.key.kind), tuple(step for step in pointer if isinstance(step, str)))


def odd_codes(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Codes with full-width, invisible or look-alike characters, and names with blanks, at their ends too."""
    for record in records:
        for each in marked(schema_of_kind(record.key.kind), record.fields, code_or_name):
            message = None if is_plain(each.name) else _odd(each, _label(record, each.pointer))
            if message:
                yield placed(message.name.partition(".")[0], record, Finding(each.pointer, message))


def _odd(found: Reference, field: Label) -> Message | None:
    text, code = found.name, found.kind == "code"
    if is_in_quotes(text) and meant_code(text):
        told = "Y006.quotes" if code else "Y006.name"
        return say(told, field=field, value=text, plain=meant_code(text))
    name = text if code and not text.isascii() else meant_name(text)
    if name != text:
        first = next(sign for sign, other in zip(text, name + "\0", strict=False) if sign != other)
        return say("Y007.name", field=field, value=text, character=character_named(first), plain=name)
    if code and not text.isascii():
        first = next(each for each in text if not each.isascii())
        return say("Y007.code", field=field, value=text, character=character_named(first))
    return None

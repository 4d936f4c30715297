"""Codes as they are written: quoted (Y006), and in half-width characters (Y007)."""

from collections.abc import Iterator

from xuke.check.engine import placed
from xuke.check.references import Reference, marked
from xuke.model.characters import character_named
from xuke.model.diagnostic import Diagnostic, Finding, Label, say
from xuke.model.document import Document, Value
from xuke.model.place import Pointer
from xuke.model.record import Record, Snapshot
from xuke.model.views import at
from xuke.sources.load import records_of
from xuke.words.schemas import Schema, is_code, property_of, schema_of_kind


def _is_marked(file: str, node: Schema) -> str:
    return "code" if is_code(file, node) else ""


def unquoted_codes(document: Document) -> Iterator[Diagnostic]:
    """Codes without quotes, which another program would read as numbers; safe to mend."""
    if not document.bare:
        return
    records = {record.home.pointer: record for record in records_of(document)}
    lengths = {len(start) for start in records}
    for pointer in document.bare:
        for length in lengths:
            record = records.get(pointer[:length])
            if record is not None and _is_code_at(record, pointer[length:]):
                yield _unquoted(record, pointer[length:], at(document.value, *pointer))


def _is_code_at(record: Record, pointer: Pointer) -> bool:
    path = tuple(step for step in pointer if isinstance(step, str))
    found = property_of(schema_of_kind(record.key.kind), path)
    return found is not None and is_code(*found)


def _unquoted(record: Record, pointer: Pointer, value: Value) -> Diagnostic:
    message = say("Y006.unquoted", field=_label(record, pointer), value=str(value))
    return placed("Y006", record, Finding(pointer, message))


def _label(record: Record, pointer: Pointer) -> Label:
    return Label(schema_of_kind(record.key.kind), tuple(step for step in pointer if isinstance(step, str)))


def odd_codes(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """Codes with full-width, invisible or look-alike characters."""
    for record in snapshot.records.values():
        for code in marked(schema_of_kind(record.key.kind), record.fields, _is_marked):
            if not code.name.isascii():
                yield _odd(record, code)


def _odd(record: Record, code: Reference) -> Diagnostic:
    odd = next(each for each in code.name if not each.isascii())
    field, name = _label(record, code.pointer), character_named(odd)
    message = say("Y007.code", field=field, value=code.name, character=name)
    return placed("Y007", record, Finding(code.pointer, message))

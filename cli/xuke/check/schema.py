"""Findings of the schemas: one validator decides, the other explains what was refused."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from xuke.check.explain import explained
from xuke.check.validators import decider, explainer
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, say
from xuke.model.document import Document, Value
from xuke.model.files import FileKind, seat
from xuke.model.place import Pointer, top_of
from xuke.model.record import Key, Snapshot
from xuke.sources.load import records_of

#: Of a value that is none of those allowed these are told, and not its type; either is not measured besides.
_BEFORE = {"S002": ("S003",), "S004": ("S002", "S003"), "S005": ("S002", "S003")}

#: So many places of one file are explained at the most.
MOST_TOLD = 1_000


def obeys(document: Document) -> bool:
    """Whether its schema has nothing to say of a file."""
    found = seat(document.path)
    return found is None or decider(found.kind.schema).is_valid(document.value)


def schema_findings(document: Document, snapshot: Snapshot) -> Iterator[Diagnostic]:
    """Every place where a file leaves its schema, in reading order of its parts."""
    found = seat(document.path)
    if found is None or obeys(document):
        return
    told = _explained(document, found.kind, snapshot)
    yield from islice(told, MOST_TOLD)
    if next(told, None) is not None:
        many = say("Y008.findings", most=MOST_TOLD)
        yield Diagnostic("Y008", ALL["Y008"], top_of(document.path), many)


def _explained(document: Document, kind: FileKind, snapshot: Snapshot) -> Iterator[Diagnostic]:
    owners = dict(_owners(document, snapshot))
    for name, pointer, value in _parts(kind, document.value):
        if not decider(kind.schema, name).is_valid(value):
            yield from _explain(document, kind.schema, name, pointer, value, owners.get(pointer))


def _owners(document: Document, snapshot: Snapshot) -> Iterator[tuple[Pointer, Key]]:
    """The records of a file and where they stand; a key that another file has taken is not theirs."""
    for record in records_of(document):
        known = snapshot.records.get(record.key)
        if known is not None and known.home == record.home:
            yield record.home.pointer, record.key


def _parts(kind: FileKind, value: Value) -> Iterator[tuple[str | None, Pointer, Value]]:
    """The file with its lists emptied, then every record by itself."""
    lists = {name: value[name] for name in kind.lists if isinstance(value, dict) and name in value}
    full = {name: entries for name, entries in lists.items() if isinstance(entries, list)}
    yield None, (), {**value, **{name: [] for name in full}} if isinstance(value, dict) else value
    for name, entries in full.items():
        for index, entry in enumerate(entries):
            yield str(kind.lists[name]), (name, index), entry


def _explain(
    document: Document, name: str, record: str | None, pointer: Pointer, value: Value, owner: Key | None
) -> Iterator[Diagnostic]:
    errors: list[Any] = list(explainer(name, record).iter_errors(value))
    label = f"{name}/{record}" if record else name
    found = [each for error in errors for each in explained(label, error)]
    # A misspelt name is one mistake, though the right name is missing beside it.
    seen = {("S001", (*pointer, *each.meant)) for each in found if each.meant}
    told = {(each.code, each.pointer) for each in found}
    for said in found:
        place = (*pointer, *said.pointer)
        is_told = any((code, said.pointer) in told for code in _BEFORE.get(said.code, ()))
        if (said.code, place) not in seen and not is_told:
            seen.add((said.code, place))
            locate = document.locate_key if said.at_key else document.locate
            yield Diagnostic(said.code, ALL[said.code], locate(place), said.message, owner, said.pointer)

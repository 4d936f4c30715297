"""A verdict as plain data that JSON can hold, and back; messages stay in no language."""

from typing import Any

from xuke.check.verdict import Entry, Verdict
from xuke.model.diagnostic import Diagnostic, Label, Message, Severity, Telling, Word
from xuke.model.place import Location, Position
from xuke.model.record import Key, Kind

#: What reading data can raise that no verdict was written to.
DAMAGES = (ValueError, TypeError, KeyError, IndexError, AttributeError)


def data_of(verdict: Verdict) -> list[Any]:
    """The verdict as lists, texts and numbers."""
    return [[_entry(each) for each in verdict.entries], *verdict[1:]]


def verdict_from(data: Any) -> Verdict:
    """What ``data_of`` made; one of ``DAMAGES`` is raised for other data."""
    entries, records, paths, jurisdictions = data
    return Verdict(tuple(map(_entry_from, entries)), int(records), tuple(paths), tuple(jurisdictions))


def _entry(entry: Entry) -> list[Any]:
    return [entry.fingerprint, *data_of_found(entry.found)]


def data_of_found(it: Diagnostic) -> list[Any]:
    """A finding as lists, texts and numbers."""
    local = it.local and [it.local.severity, *map(_word, (it.local.title, it.local.why, it.local.basis))]
    places = [_place(it.location), [_place(each) for each in it.also]]
    return [
        it.code,
        it.severity,
        *places,
        _word(it.message),
        it.record,
        it.pointer,
        it.suppressed,
        it.cause,
        it.follows,
        local,
    ]


def _entry_from(data: Any) -> Entry:
    name, *found = data
    return Entry(found_from(found), name)


def found_from(data: Any) -> Diagnostic:
    """What ``data_of_found`` made."""
    code, severity, location, also, message, record, pointer, suppressed, cause, follows, local = data
    return Diagnostic(
        code,
        Severity(severity),
        _place_from(location),
        _message_from(message),
        key_from(record) if record else None,
        tuple(pointer),
        tuple(map(_place_from, also)),
        suppressed,
        cause,
        follows,
        Telling(Severity(local[0]), *map(_message_from, local[1:])) if local else None,
    )


def key_from(data: Any) -> Key:
    """The name of a record from its three parts."""
    jurisdiction, kind, name = data
    return Key(jurisdiction, Kind(kind), name)


def _place(it: Location) -> list[Any]:
    return [it.path, *it.start, *it.end, it.sheet]


def _place_from(data: Any) -> Location:
    path, line, column, end_line, end_column, sheet = data
    return Location(path, Position(line, column), Position(end_line, end_column), sheet)


def _word(word: Word) -> Any:
    """Messages and labels as mappings, several words as a list, the rest as it is."""
    match word:
        case Message(name, words):
            return {"say": name, "words": [[key, _word(value)] for key, value in words]}
        case Label(schema, path, value):
            return {"label": [schema, path, value]}
        case tuple():
            return [_word(each) for each in word]
    return word


def _word_from(data: Any) -> Word:
    match data:
        case {"label": [schema, path, value]}:
            return Label(schema, tuple(path), value)
        case dict():
            return _message_from(data)
        case list():
            return tuple(map(_word_from, data))
    return data  # type: ignore[no-any-return]


def _message_from(data: Any) -> Message:
    return Message(data["say"], tuple((key, _word_from(value)) for key, value in data["words"]))

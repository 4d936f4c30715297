"""A name for a finding that stays when lines move, so that a code platform knows it again."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from xuke.check.verdict import Entry, numbered
from xuke.model.diagnostic import Diagnostic, Label, Message, Word
from xuke.model.part import dotted
from xuke.model.record import Snapshot

#: Words of messages that change while the finding stays: a line of the file, now or then; the day of the run;
#: how many other places show the same, and which known name is like the missing one.
_PASSING = frozenset({"line", "stood", "today", "late", "others", "like"})


def fingerprints(found: Iterable[Diagnostic], snapshot: Snapshot) -> Iterator[str]:
    """One for each finding, in order; of several that are alike, the later ones are numbered from 2."""
    return (each.fingerprint for each in numbered(Entry(each, fingerprint(each, snapshot)) for each in found))


def fingerprint(diagnostic: Diagnostic, snapshot: Snapshot) -> str:
    """32 hexadecimal digits over the code, the record and its field or else the file, and the message.

    The pointer must start at the record, as the engine gives it.
    """
    parts = [diagnostic.code, *_subject(diagnostic, snapshot), _plain(diagnostic.message)]
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _subject(diagnostic: Diagnostic, snapshot: Snapshot) -> tuple[str, ...]:
    if diagnostic.record is None:
        return (diagnostic.location.path,)
    record = snapshot.records.get(diagnostic.record)
    return str(diagnostic.record), dotted(record.fields if record else {}, diagnostic.pointer)


def _plain(word: Word) -> Any:
    match word:
        case Message(name, words):
            return [name, *([key, _plain(value)] for key, value in words if key not in _PASSING)]
        case Label(schema, path, value):
            return [schema, *path, value]
        case tuple():
            return [_plain(each) for each in word]
    return word

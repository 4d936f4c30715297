"""The examples of a local rule: what the rule says of them, and how they are shown."""

from collections.abc import Iterator
from datetime import date

from xuke.check.examples import Example, Snippet
from xuke.check.local_conditions import CONDITIONS, applies
from xuke.document.emit import mapping
from xuke.document.read import read
from xuke.model.diagnostic import Finding, say
from xuke.model.document import Value
from xuke.model.files import RULES_FILE
from xuke.model.part import Part
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.rule import Check, Context
from xuke.model.views import View, view
from xuke.sources.load import ID_FIELDS
from xuke.words.render import Language, render
from xuke.words.schemas import code_names

#: Where the records of examples stand; nothing of the register is there.
_PLACE = "examples"

_BOTH = ("bad", "good")


def disproved(it: View, check: Check) -> Iterator[Finding]:
    """Where the rule says something else of its examples than they claim."""
    for name in reversed(_BOTH):
        record = _record(it, it.text("select"), it.part("examples", name), name)
        found = _found(it, record, check)
        pointer = ("examples", name)
        if not applies(it.parts("where"), view(record)):
            yield Finding(pointer, say("K010.unselected"), at_key=True)
        elif name == "good" and found:
            yield Finding(pointer, say("K010.good", detail=found[0].message), at_key=True)
        elif name == "bad" and not found:
            yield Finding(pointer, say("K010.bad"), at_key=True)


def proof(it: View, check: Check, language: Language) -> dict[str, Example]:
    """The declared examples under ``bad`` and ``good``, as those of other rules are shown."""
    return {name: _shown(it, name, check, language) for name in _BOTH}


def terms(it: View) -> dict[str, Value]:
    """What the rule judges and asks, as it is declared: ``select``, ``where`` and its condition."""
    names = ("select", "where", *CONDITIONS)
    return {name: it.get(name) for name in names if it.has(name)}


def _shown(it: View, name: str, check: Check, language: Language) -> Example:
    record = _record(it, it.text("select"), it.part("examples", name), name)
    found = _found(it, record, check)
    kept = {each: it.get("examples", each) for each in ("beside", name) if it.has("examples", each)}
    lines = mapping(kept, code_names())
    document, _ = read(RULES_FILE, "\n".join(lines).encode())
    places = (document.locate((name, *each.pointer)) for each in found) if document else ()
    faults = tuple(sorted({place.start.line for place in places}))
    messages = tuple(render(each.message, language) for each in found)
    return Example((Snippet(RULES_FILE, "yaml", "\n".join(lines), faults),), messages)


def _found(it: View, record: Record, check: Check) -> list[Finding]:
    beside = [_record(it, *each) for each in _beside(it)]
    snapshot = Snapshot({each.key: each for each in [*beside, record]})
    return list(check(view(record), Context(snapshot, date.min)))


def _beside(it: View) -> Iterator[tuple[str, Part, str]]:
    for index, each in enumerate(it.parts("examples", "beside")):
        yield each.text("kind"), each.part("fields"), str(index)


def _record(it: View, kind: str, fields: Part, name: str) -> Record:
    """A record of the examples, with a place in the file of rules."""
    identity = fields.text(ID_FIELDS.get(Kind(kind), "id")) or name
    # The policy of the examples is found by the name of their place.
    key = Key(_PLACE, Kind(kind), _PLACE if kind == Kind.JURISDICTION else identity)
    home = Home(it.record.home.document, (*it.record.home.pointer, *fields.pointer))
    return Record(key, fields.fields, home)

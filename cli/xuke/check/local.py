"""The rules that an office declares in ``catalogue/rules.yaml``: data, of which nothing is ever run."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from xuke.check.engine import placed
from xuke.check.local_conditions import CONDITIONS, Judge, applies
from xuke.check.local_faults import faults
from xuke.model.diagnostic import Diagnostic, Finding, Message, Severity, Telling, say
from xuke.model.part import Part
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.rule import Check, Context, Rule
from xuke.model.views import View, view
from xuke.sources.load import ID_FIELDS

#: Where the records of examples stand; nothing of the register is there.
_PLACE = "examples"


@dataclass(frozen=True, slots=True)
class Declared:
    """One entry of the file: its rule where nothing is wrong with it, else what is."""

    record: Record
    rule: Rule | None
    findings: tuple[Finding, ...] = ()


def declared(snapshot: Snapshot, unsound: Collection[object] = ()) -> list[Declared]:
    """Every local rule in reading order; those that their schema refuses are left out."""
    return [_declared(view(record)) for record in snapshot.of(Kind.RULE, "") if record.key not in unsound]


def rule_findings(rules: Iterable[Declared]) -> Iterator[Diagnostic]:
    """What is wrong with local rules themselves (K010)."""
    for each in rules:
        yield from (placed("K010", each.record, finding) for finding in each.findings)


def _declared(it: View) -> Declared:
    wrong = tuple(faults(it))
    if wrong:
        return Declared(it.record, None, wrong)
    made = _rule(it)
    disproved = tuple(_disproved(it, made.check))
    return Declared(it.record, None if disproved else made, disproved)


def _rule(it: View) -> Rule:
    name = next(each for each in CONDITIONS if it.has(each))
    spec, kind = it.part(name), it.text("select")
    reads = {"exists_in": spec.text("kind"), "unique": kind}
    check = _check(it, CONDITIONS[name](spec, kind))
    others = (Kind(reads[name]),) if name in reads else ()
    # Wide: what it says may also change with its own declaration.
    return Rule(it.id, Kind(kind), others, check, is_wide=True, telling=_telling(it))


def _telling(it: View) -> Telling:
    why = say("Z.text", text=it.text("why")) if it.has("why") else say("Z.why")
    title, basis = (say("Z.text", text=it.text(name)) for name in ("title", "basis"))
    return Telling(Severity(it.text("level")), title, why, basis)


def _check(it: View, judge: Judge) -> Check:
    where, text = it.parts("where"), it.text("message")

    def check(record: View, context: Context) -> Iterator[Finding]:
        for finding in judge(record, context) if applies(where, record) else ():
            yield Finding(finding.pointer, _told(text, finding.message), finding.also)

    return check


def _told(text: str, message: Message) -> Message:
    return say("Z.told", message=text, detail=message) if text else message


def _disproved(it: View, check: Check) -> Iterator[Finding]:
    """Where the rule says something else of its examples than they claim."""
    beside = [_example(it, *each) for each in _beside(it)]
    for name in ("good", "bad"):
        record = _example(it, it.text("select"), it.part("examples", name), name)
        snapshot = Snapshot({each.key: each for each in [*beside, record]})
        found = list(check(view(record), Context(snapshot, date.min)))
        pointer = ("examples", name)
        if not applies(it.parts("where"), view(record)):
            yield Finding(pointer, say("K010.unselected"), at_key=True)
        elif name == "good" and found:
            yield Finding(pointer, say("K010.good", detail=found[0].message), at_key=True)
        elif name == "bad" and not found:
            yield Finding(pointer, say("K010.bad"), at_key=True)


def _beside(it: View) -> Iterator[tuple[str, Part, str]]:
    for index, each in enumerate(it.parts("examples", "beside")):
        yield each.text("kind"), each.part("fields"), str(index)


def _example(it: View, kind: str, fields: Part, name: str) -> Record:
    """A record of the examples, with a place in the file of rules."""
    identity = fields.text(ID_FIELDS.get(Kind(kind), "id")) or name
    # The policy of the examples is found by the name of their place.
    key = Key(_PLACE, Kind(kind), _PLACE if kind == Kind.JURISDICTION else identity)
    home = Home(it.record.home.document, (*it.record.home.pointer, *fields.pointer))
    return Record(key, fields.fields, home)

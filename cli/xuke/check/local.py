"""The rules that an office declares in ``catalogue/rules.yaml``: data, of which nothing is ever run."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from xuke.check.engine import placed
from xuke.check.local_conditions import CONDITIONS, UNJUDGED, Judge, applies
from xuke.check.local_faults import faults
from xuke.check.local_trial import disproved
from xuke.model.diagnostic import Diagnostic, Finding, Message, Severity, Telling, say
from xuke.model.record import Kind, Record, Snapshot
from xuke.model.rule import Check, Context, Rule
from xuke.model.views import View, view


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
    disproof = tuple(disproved(it, made.check))
    return Declared(it.record, None if disproof else made, disproof)


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
    # What could not be judged is no breach of the rule, whose words would say that it is.
    return (
        message
        if message.name in UNJUDGED
        else say("Z.told", message=text, detail=message)
        if text
        else message
    )

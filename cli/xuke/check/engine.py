"""Runs rules over a register and gives each finding its place, code and weight."""

from collections.abc import Collection, Iterable, Iterator

from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding
from xuke.model.record import Key, Record
from xuke.model.rule import Context, Rule
from xuke.model.views import view


def run(rules: Iterable[Rule], context: Context, unsound: Collection[Key]) -> Iterator[Diagnostic]:
    """Every finding of every rule; records that their schema refuses are left out.

    A rule is silent about a jurisdiction where a file that it reads could not be read.
    """
    for rule in (each for each in rules if context.has(each.needs)):
        for record in context.snapshot.of(rule.kind):
            if record.key not in unsound and _is_whole(rule, record, context):
                yield from _judge(rule, record, context)


def _is_whole(rule: Rule, record: Record, context: Context) -> bool:
    return context.snapshot.is_whole(record.key.jurisdiction, *rule.reads)


def _judge(rule: Rule, record: Record, context: Context) -> Iterator[Diagnostic]:
    for finding in rule.check(view(record), context):
        yield placed(rule.code, record, finding, rule)


def placed(code: str, record: Record, finding: Finding, rule: Rule | None = None) -> Diagnostic:
    """A finding about a record, or about another that it names, as a diagnostic.

    ``rule`` brings the weight and the words of a code that the table does not know.
    """
    record = finding.about or record
    local = rule.telling if rule else None
    locate = record.locate_key if finding.at_key else record.locate
    return Diagnostic(
        code=code,
        severity=local.severity if local else ALL[code],
        location=locate(*finding.pointer),
        message=finding.message,
        record=record.key,
        pointer=finding.pointer,
        also=finding.also,
        local=local,
    )

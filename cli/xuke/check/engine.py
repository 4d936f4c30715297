"""Runs rules over a register and gives each finding its place, code and weight."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding
from xuke.model.record import Key, Kind, Record
from xuke.model.rule import Context, Rule
from xuke.model.views import view


def run(rules: Iterable[Rule], context: Context, unsound: Collection[Key]) -> Iterator[Diagnostic]:
    """Every finding of every rule, rule by rule; records that their schema refuses are left out.

    A rule is silent about a jurisdiction where a file that it reads could not be read.
    """
    chosen = [each for each in rules if context.has(each.needs)]
    found: dict[int, list[Diagnostic]] = {number: [] for number in range(len(chosen))}
    for kind in dict.fromkeys(each.kind for each in chosen):
        own = [(number, rule) for number, rule in enumerate(chosen) if rule.kind is kind]
        _judge(own, kind, context, unsound, found)
    for each in found.values():
        yield from each


def _judge(
    rules: Collection[tuple[int, Rule]],
    kind: Kind,
    context: Context,
    unsound: Collection[Key],
    found: Mapping[int, list[Diagnostic]],
) -> None:
    """All rules about one kind; a record is seen through one view, which keeps what it has worked out."""
    for place in context.snapshot.jurisdictions:
        whole = [each for each in rules if context.snapshot.is_whole(place, *each[1].reads)]
        for record in context.snapshot.of(kind, place) if whole else ():
            it = view(record)
            for number, rule in whole if record.key not in unsound else ():
                for finding in rule.check(it, context):
                    found[number].append(placed(rule.code, record, finding, rule))


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

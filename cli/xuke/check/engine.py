"""Runs rules over a register and gives each finding its place, code and weight."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from xuke.check.earlier import Earlier, Judgement, Judgements
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding
from xuke.model.record import Key, Kind, Record
from xuke.model.rule import Context, Rule
from xuke.model.views import view


def run(rules: Iterable[Rule], context: Context, unsound: Collection[Key]) -> Iterator[Diagnostic]:
    """Every finding of every rule, rule by rule, judged anew."""
    for said in judge(rules, context, unsound).values():
        yield from (each.found for each in said)


def judge(
    rules: Iterable[Rule], context: Context, unsound: Collection[Key], earlier: Earlier | None = None
) -> Judgements:
    """What every rule says of the records of its kind; those that their schema refuses are left out.

    A rule is silent about a jurisdiction where a file that it reads could not be read. With an earlier
    version, only those records are judged of which a rule may say something else now.
    """
    chosen = [each for each in rules if context.has(each.needs)]
    snapshot = context.snapshot
    found: dict[tuple[str, Kind], list[Judgement]] = {each.name: [] for each in chosen}
    for kind, place in product(dict.fromkeys(each.kind for each in chosen), snapshot.jurisdictions):
        own = [each for each in chosen if each.kind is kind and snapshot.is_whole(place, *each.reads)]
        sound = [each for each in snapshot.of(kind, place) if each.key not in unsound] if own else []
        told = _anew(own, sound, context) if earlier is None else _again(own, sound, context, earlier, place)
        for name, judgement in told:
            found[name].append(judgement)
    return found


_Told = Iterable[tuple[tuple[str, Kind], Judgement]]


def _anew(rules: Collection[Rule], records: Iterable[Record], context: Context) -> _Told:
    """What rules of one kind say; a record is seen through one view, which keeps what it has worked out."""
    for record in records:
        # One of all records at once would hold all that they have worked out.
        it = view(record)
        for rule in rules:
            for finding in rule.check(it, context):
                yield rule.name, Judgement(record.key, placed(rule.code, record, finding, rule))


def _again(
    rules: Collection[Rule], records: Sequence[Record], context: Context, earlier: Earlier, place: str
) -> _Told:
    """What rules of one kind say now, as far as it was not said of the version before."""
    reached = [each for each in rules if earlier.reaches(each, place)]
    unreached = [each for each in rules if each not in reached]
    told: list[tuple[tuple[str, Kind], Judgement]] = []
    for record in records:
        own = [each for each in unreached if earlier.asks(each, record)] if earlier.holds(record) else []
        rest = [each for each in unreached if each not in own] if own else unreached
        asked = (*reached, *own, *earlier.certain(rest, record))
        told += _anew(asked, [record], context) if asked else ()
    told += ((each.name, judgement) for each in unreached for judgement in earlier.said(each, records))
    ranks = {record.key: rank for rank, record in enumerate(records)}
    return sorted(told, key=lambda each: ranks[each[1].record])


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
        location=finding.place or locate(*finding.pointer),
        message=finding.message,
        record=record.key,
        pointer=finding.pointer,
        also=finding.also,
        cause=finding.cause,
        local=local,
    )

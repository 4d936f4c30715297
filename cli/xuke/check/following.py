"""Findings of rules that only follow from a missing name, or from a folder or file with a wrong one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from xuke.check.doubts import Doubts
from xuke.check.earlier import Judgements
from xuke.check.missing import Missing
from xuke.model.diagnostic import Diagnostic
from xuke.model.rule import Rule


def following(
    judged: Judgements, rules: Iterable[Rule], missing: Missing, doubts: Doubts
) -> Iterator[Diagnostic]:
    """What rules say, with the cause that it follows from, or shares with others.

    A rule that reads what may be missing is in doubt wherever it judges, as where a file cannot be read.
    """
    reads = {each.name: each.reads for each in rules}
    for name, judgements in judged.items():
        for record, found in judgements:
            unsure = (doubts.get((record.jurisdiction, kind), "") for kind in reads[name]) if doubts else ()
            cause = next(filter(None, unsure), "") or missing.cause_of(found)
            shared = missing.emptiness_of(found)
            yield replace(found, follows=cause, cause=shared) if cause or shared else found

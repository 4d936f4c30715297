"""Everything that is known to be wrong with a register, in one list."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date

from xuke.check.changed import changes
from xuke.check.codes import odd_codes, unquoted_codes
from xuke.check.consequences import consequent
from xuke.check.doubts import doubts, recognised
from xuke.check.earlier import Earlier, Judgements, changed_paths
from xuke.check.engine import judge
from xuke.check.exchanged import settled
from xuke.check.facts import is_plain, is_sound, records_in
from xuke.check.following import following
from xuke.check.gathered import shown
from xuke.check.keys import key_findings, missing_names
from xuke.check.levels import OFF, levelled, levels_of, unknown_levels
from xuke.check.links import links
from xuke.check.local import declared, rule_findings
from xuke.check.looks import looks
from xuke.check.resting import resting
from xuke.check.rules import ALL as RULES
from xuke.check.run_on import run_on
from xuke.check.schema import schema_findings
from xuke.check.since import EVERY, OF_CHANGES, answerable, decisive
from xuke.check.suppress import suppress, suppressed_pairs
from xuke.model.diagnostic import Diagnostic
from xuke.model.place import Location
from xuke.model.rule import Context, History
from xuke.sources.load import Loaded

#: What is odd about a text that can be read refuses nothing: a schema's finding stands beside it.
_BESIDE = frozenset({"Y009", "Y010"})


def check(
    loaded: Loaded,
    today: date,
    covers: Callable[[str], bool] | None = None,
    *,
    base: Loaded | None = None,
    history: History | None = None,
    earlier: Earlier | None = None,
    keep: Callable[[Judgements], object] | None = None,
) -> list[Diagnostic]:
    """What is shown, in order of file, line and column; ``covers`` keeps findings of some files."""
    found = judged(loaded, today, base=base, history=history, earlier=earlier, keep=keep)
    return shown([each for each in found if covers is None or covers(each.location.path)])


def judged(
    loaded: Loaded,
    today: date,
    *,
    base: Loaded | None = None,
    history: History | None = None,
    earlier: Earlier | None = None,
    keep: Callable[[Judgements], object] | None = None,
) -> list[Diagnostic]:
    """All findings in order of file, line and column, those that only follow from others among them.

    With ``base`` only those that the change since then is answerable for, wherever they stand. With
    ``earlier`` rules say again what they said of what did not change; ``keep`` is given what they say.
    """
    if base is not None:
        found = _answerable(loaded, base, today, history)
    else:
        found = _all(loaded, today, history=history, earlier=earlier, keep=keep)
    return sorted(found, key=_order)


def _answerable(loaded: Loaded, base: Loaded, today: date, history: History | None) -> list[Diagnostic]:
    earlier = _before(loaded, base)
    found = _all(loaded, today, base=base, history=history, earlier=earlier)
    if all(each.suppressed for each in found):
        # What is clean now needs no look at what was wrong before.
        return []
    # What differs is the same from both sides: what is not asked of one is not asked of the other.
    before = _all(base, today, codes=decisive(found), earlier=earlier)
    return answerable(found, loaded.snapshot, before, base.snapshot)


def _before(loaded: Loaded, base: Loaded) -> Earlier | None:
    """The version before as one of which nothing has to be said again; None where all has to be judged."""
    snapshot, other = loaded.snapshot, base.snapshot
    # Settings weigh and suppress findings of records that did not change.
    if snapshot.twins or other.twins or snapshot.workspace != other.workspace:
        return None
    paths = changed_paths(base, loaded)
    differing = changes(paths, *({each.path: each for each in side.documents} for side in (base, loaded)))
    return Earlier(paths, {}, suppressed_pairs(snapshot), OF_CHANGES, differing)


def _all(
    loaded: Loaded,
    today: date,
    *,
    base: Loaded | None = None,
    history: History | None = None,
    codes: Container[str] = EVERY,
    earlier: Earlier | None = None,
    keep: Callable[[Judgements], object] | None = None,
) -> list[Diagnostic]:
    """All findings in order of rules; those of other ``codes`` may be missing."""
    found = [*(recognised(each, loaded.snapshot) for each in loaded.diagnostics), *_of_texts(loaded)]
    unsound = {each.record for each in found if each.record is not None and each.code[0] in "YS"}
    context = Context(loaded.snapshot, today, base.snapshot if base else None, history)
    unsure = doubts(context.snapshot, [each for each in found if each.code == "K009"])
    found += key_findings(context, loaded.documents, unsound, unsure)
    missing = missing_names(context, loaded.documents, unsound)
    found += missing.findings(unsure)
    local = declared(loaded.snapshot, unsound)
    found += rule_findings(local)
    rules = (*RULES, *(each.rule for each in local if each.rule is not None))
    said = judge((each for each in rules if each.code in codes), context, unsound, earlier)
    if keep:
        keep(said)
    found += resting(following(said, rules, missing, unsure), context.snapshot, unsound)
    found += unknown_levels(loaded.snapshot)
    levels = levels_of(loaded.snapshot)
    weighed = levelled(settled(run_on(_once(found))), levels)
    off = [code for code, each in levels.items() if each == OFF]
    seen, homes = looks(rules, context), {*unsure, *missing.homes, *context.snapshot.unread}
    told = suppress(weighed, loaded.snapshot, today, is_whole=True, looks=seen, unsure=homes, off=off)
    return consequent(told, loaded.snapshot, links(loaded.settings))


def _of_texts(loaded: Loaded) -> Iterator[Diagnostic]:
    for document in loaded.documents:
        yield from unquoted_codes(document)
    yield from odd_codes(
        records_in(loaded.snapshot, [each for each in loaded.documents if not is_plain(each)])
    )
    for document in loaded.documents:
        if not is_sound(document):
            yield from schema_findings(document, loaded.snapshot)


def _once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each place once per code; a schema's finding gives way to one about the text in its place."""
    found = list(found)
    texts: dict[str, list[Diagnostic]] = {}
    for each in found:
        if each.code[0] == "Y" and each.code not in _BESIDE:
            texts.setdefault(each.location.path, []).append(each)
    seen: set[tuple[str, Location, object]] = set()
    for each in found:
        if any(_follows(each, other) for other in texts.get(each.location.path, ())):
            continue
        mark = (each.code, each.location, each.message)
        if mark not in seen:
            seen.add(mark)
            yield each


def _follows(each: Diagnostic, text: Diagnostic) -> bool:
    if each.code in _BESIDE:
        return text.code == "Y007" and _is_within(each.location, text.location)
    if each.code[0] != "S" or (each.code == "S001" and text.message.name != "Y002.merge"):
        return False
    return _is_within(text.location, each.location)


def _is_within(part: Location, whole: Location) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _order(each: Diagnostic) -> tuple[Location, str]:
    return each.order

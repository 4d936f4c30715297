"""Suppressions of ``catalogue/xuke.yaml``: what they cover, and which of them are wrong themselves."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xuke.check.engine import placed
from xuke.check.excused import is_held, record_named, suppressions_of
from xuke.check.looks import Home, Looks, at_nothing
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding, Message, say
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import Part, dotted


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry: a code and a record, sometimes a field; ``until`` None means for good."""

    part: Part
    code: str
    record: str
    field: str
    until: date | None

    def covers(self, finding: Diagnostic, snapshot: Snapshot) -> bool:
        """Whether a finding is meant."""
        if finding.code != self.code or str(finding.record) != self.record:
            return False
        return not self.field or _within(self.field, _path(finding, snapshot))

    def is_over(self, today: date) -> bool:
        """Whether its time has passed."""
        return self.until is not None and self.until < today


def suppress(
    findings: Iterable[Diagnostic],
    snapshot: Snapshot,
    today: date,
    *,
    is_whole: bool,
    looks: Looks = at_nothing,
    unsure: Collection[Home] = (),
    off: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """The findings, those that are suppressed marked so, and what is wrong with the suppressions.

    Idle suppressions are told only when everything was checked (``is_whole``) and could be: not where a
    rule ``looks`` at a jurisdiction and kind of which something is missing or refused by its schema, and
    not where a code is ``off``.
    """
    entries = list(_entries(snapshot))
    used: dict[Pointer, Diagnostic] = {}
    unsound: set[str] = set()
    homes = set(unsure)
    for finding in findings:
        if finding.code[0] in "YS" or finding.code == "K010":
            unsound.add(str(finding.record))
            homes.update([finding.record[:2]] if finding.record else ())
        covering = [each for each in entries if each.covers(finding, snapshot)]
        used.update({each.part.pointer: finding for each in covering if each.part.pointer not in used})
        yield _covered(finding, covering, today)
    for entry in entries:
        idle = is_whole and entry.part.pointer not in used and entry.code not in off
        known = _was_judged(entry.record, unsound, homes, snapshot) and _ran(entry.code, unsound, snapshot)
        idle = idle and known and not looks(entry.code, entry.record.partition("/")[0], homes)
        found = used.get(entry.part.pointer)
        if told := _judged(entry, snapshot, today, found, is_idle=idle, is_known=known):
            yield told


def _covered(finding: Diagnostic, entries: Sequence[Suppression], today: date) -> Diagnostic:
    """A finding with the reason of what suppresses it; where all that is over, it follows from the first."""
    valid = next((each for each in entries if not each.is_over(today)), None)
    if valid:
        return replace(finding, suppressed=valid.part.text("reason"))
    return replace(finding, follows=finding.follows or _cause(entries[0])) if entries else finding


def _cause(entry: Suppression) -> str:
    return f"K007/{entry.part.pointer[-1]}"


def suppressed_pairs(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    """Code and record of every suppression, of which must be known whether they still cover anything."""
    return frozenset((each.code, each.record) for each in _entries(snapshot))


def _was_judged(name: str, unsound: Collection[str], homes: Collection[Home], snapshot: Snapshot) -> bool:
    """Whether rules saw all that a suppression speaks of; what was not read may still need it."""
    place = name.partition("/")[0]
    is_read = place not in {jurisdiction for jurisdiction, _ in snapshot.unread}
    return is_read and name not in unsound and (place, Kind.JURISDICTION) not in homes


def _ran(code: str, unsound: Collection[str], snapshot: Snapshot) -> bool:
    """Whether a rule was run, which a local rule is only where nothing is wrong with it."""
    return code in ALL or (str(_local(code)) not in unsound and snapshot.is_whole("", Kind.RULE))


def is_code(code: str, snapshot: Snapshot) -> bool:
    """Whether there is a rule, or may be one in a file of local rules that could not be read."""
    is_lost = code.startswith("Z") and not snapshot.is_whole("", Kind.RULE)
    return code in ALL or _local(code) in snapshot.records or is_lost


def _local(code: str) -> Key:
    return Key("", Kind.RULE, code)


def _entries(snapshot: Snapshot) -> Iterator[Suppression]:
    for part in suppressions_of(snapshot):
        yield Suppression(part, part.text("code"), part.text("record"), part.text("field"), part.day("until"))


def _judged(
    entry: Suppression,
    snapshot: Snapshot,
    today: date,
    found: Diagnostic | None,
    *,
    is_idle: bool,
    is_known: bool,
) -> Diagnostic | None:
    """What is wrong with an entry, which may cover something that was found."""
    words = {"code": entry.code, "record": entry.record}
    over = {**words, "until": str(entry.until or "")}
    if not is_code(entry.code, snapshot):
        return _told(entry, snapshot, "code", say("K006.unknown", code=entry.code))
    if is_idle:
        return _idle(entry, snapshot, words)
    if entry.is_over(today) and found:
        told = _told(entry, snapshot, "until", say("K007.over", **over, problem=found.message))
        return replace(told, cause=_cause(entry), also=(found.location,))
    if entry.is_over(today):
        return _told(entry, snapshot, "until", say("K007.past", **over))
    record = record_named(entry.record, snapshot)
    is_published = record is not None and record.provenance == "published"
    if is_known and entry.until is None and not is_published:
        return _told(entry, snapshot, "until", say("K008.endless", **words))
    return None


def _idle(entry: Suppression, snapshot: Snapshot, words: dict[str, str]) -> Diagnostic:
    place = entry.record.partition("/")[0]
    if place in snapshot.jurisdictions:
        message = say("K005.idle", **words, others="")
        # Several of one record, or of records of a kind of which there is none, are idle for one reason.
        kind = entry.record.split("/")[1:2]
        shared = entry.record if is_held(place, "".join(kind), snapshot) else "/".join((place, *kind))
        return replace(_told(entry, snapshot, "code", message), cause=f"K005/{shared}")
    message = say("K005.place", **words, place=place, others="")
    return replace(_told(entry, snapshot, "record", message), cause=f"K005/{place}")


def _told(entry: Suppression, snapshot: Snapshot, field: str, message: Message) -> Diagnostic:
    workspace: Record = snapshot.records[Key("", Kind.WORKSPACE, "xuke")]
    return placed(message.name.partition(".")[0], workspace, Finding((*entry.part.pointer, field), message))


def _path(finding: Diagnostic, snapshot: Snapshot) -> str:
    record = snapshot.records.get(finding.record) if finding.record else None
    return dotted(record.fields, finding.pointer) if record else ""


def _within(field: str, path: str) -> bool:
    return path == field or path.startswith(f"{field}.")

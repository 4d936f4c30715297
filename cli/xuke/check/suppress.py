"""Suppressions of ``catalogue/xuke.yaml``: what they cover, and which of them are wrong themselves."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from xuke.check.engine import placed
from xuke.check.looks import Home, Looks, at_nothing
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding, say
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import Part, dotted, view


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
    used: set[Pointer] = set()
    unsound: set[str] = set()
    homes = set(unsure)
    for finding in findings:
        if finding.code[0] in "YS" or finding.code == "K010":
            unsound.add(str(finding.record))
            homes.update([finding.record[:2]] if finding.record else ())
        covering = [each for each in entries if each.covers(finding, snapshot)]
        used.update(each.part.pointer for each in covering)
        valid = next((each for each in covering if not each.is_over(today)), None)
        yield replace(finding, suppressed=valid.part.text("reason")) if valid else finding
    for entry in entries:
        idle = is_whole and entry.part.pointer not in used and entry.code not in off
        known = _was_judged(entry.record, unsound, homes, snapshot) and _ran(entry.code, unsound, snapshot)
        idle = idle and not looks(entry.code, entry.record.partition("/")[0], homes)
        yield from _judged(entry, snapshot, today, is_idle=idle and known, is_known=known)


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
    workspace = snapshot.workspace
    for part in view(workspace).parts("suppressions") if workspace else ():
        yield Suppression(part, part.text("code"), part.text("record"), part.text("field"), part.day("until"))


def _judged(
    entry: Suppression, snapshot: Snapshot, today: date, *, is_idle: bool, is_known: bool
) -> Iterator[Diagnostic]:
    if not is_code(entry.code, snapshot):
        yield _told(entry, snapshot, "K006", "code", "K006.unknown")
    elif is_idle:
        yield _told(entry, snapshot, "K005", "code", "K005.idle")
    elif entry.is_over(today):
        yield _told(entry, snapshot, "K007", "until", "K007.over")
    elif is_known and entry.until is None and not _is_published(entry.record, snapshot):
        yield _told(entry, snapshot, "K008", "until", "K008.endless")


def _told(entry: Suppression, snapshot: Snapshot, code: str, field: str, name: str) -> Diagnostic:
    workspace: Record = snapshot.records[Key("", Kind.WORKSPACE, "xuke")]
    words = {"code": entry.code, "record": entry.record, "until": str(entry.until or "")}
    return placed(code, workspace, Finding((*entry.part.pointer, field), say(name, **words)))


def _is_published(name: str, snapshot: Snapshot) -> bool:
    jurisdiction, _, rest = name.partition("/")
    kind, _, identity = rest.partition("/")
    known = kind in set(Kind)
    record = snapshot.get(jurisdiction, Kind(kind), identity) if known else None
    return record is not None and record.provenance == "published"


def _path(finding: Diagnostic, snapshot: Snapshot) -> str:
    record = snapshot.records.get(finding.record) if finding.record else None
    return dotted(record.fields, finding.pointer) if record else ""


def _within(field: str, path: str) -> bool:
    return path == field or path.startswith(f"{field}.")

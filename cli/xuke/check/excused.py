"""What findings about suppressions have to do with the findings that are, or should be, suppressed."""

import re
from collections.abc import Iterable, Iterator

from xuke.check.consequences import Naming
from xuke.check.linked import Names, keys_of, records_of
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, say
from xuke.model.folders import WORKSPACE_FILE
from xuke.model.part import Part, dotted
from xuke.model.record import Kind, Record, Snapshot
from xuke.words.near import one_sign_off


def entry(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The suppression in which something is wrong, from 0."""
    yield from (each.pointer[-1] for each in _entry(found, snapshot))


def suppressions_of(snapshot: Snapshot) -> list[Part]:
    """All suppressions, in order; none where the settings cannot be read."""
    settings = snapshot.workspace
    return Part(settings.fields, ()).parts("suppressions") if settings else []


def _entry(found: Diagnostic, snapshot: Snapshot) -> Iterator[Part]:
    name, *index = (*found.pointer, "")[:2]
    settings = snapshot.workspace
    if settings and found.record == settings.key and name == "suppressions" and index != [""]:
        yield Part(settings.fields, ()).part(name, *index)


def excused_file(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The file of the record of which a suppression speaks."""
    for it in _entry(found, snapshot):
        record = record_named(it.text("record"), snapshot)
        yield from [record.path] if record else []


def excusing(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What a suppression may mean: that of which two of its code, record and field fit, but for a slip."""
    for it in _entry(found, snapshot):
        code, record, field = map(it.text, ("code", "record", "field"))
        is_exact = found.code[0] == "S" and found.pointer[2:3] not in {("code",), ("record",), ("field",)}
        if is_exact:
            yield code, record, field
            return
        for each in _codes(code):
            yield from _names(each, record, [field] if field else [])
        if field:
            yield "", record, field
        elif not record_named(record, snapshot):
            yield code, "", ""


def _codes(code: str) -> list[str]:
    """A code, or those that one that is none may be a slip of."""
    return [code] if code in ALL or code[:1] == "Z" else one_sign_off(code, [*ALL])


def excusable(found: Diagnostic, snapshot: Snapshot) -> Names:
    """By what an entry may mean a finding."""
    for record in records_of(found, snapshot):
        path = dotted(record.fields, found.pointer).split(".")
        fields = [".".join(path[:end]) for end in range(1, len(path) + 1)]
        yield from _names(found.code, str(found.record), ["", *fields])
        yield from (("", str(found.record), field) for field in fields)
        yield from ((found.code, str(found.record), field) for field in ("", *fields))


def _names(code: str, record: str, fields: Iterable[str]) -> Names:
    yield code, record
    yield from ((code, "", field) for field in fields)


def hidden(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A finding that only follows from another, by its code and record."""
    if found.record and found.follows:
        yield found.code, str(found.record)


def record_named(name: str, snapshot: Snapshot) -> Record | None:
    """The record that a suppression names: ``jurisdiction/kind/id``."""
    jurisdiction, _, rest = name.partition("/")
    kind, _, identity = rest.partition("/")
    return snapshot.get(jurisdiction, Kind(kind), identity) if kind in set(Kind) else None


def kind_gone(found: Diagnostic, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Jurisdiction and kind of the record of which a suppression speaks, where it is not there."""
    for it in _entry(found, snapshot):
        jurisdiction, kind, *_ = (*it.text("record").split("/"), "")
        if record_named(it.text("record"), snapshot) is None:
            yield jurisdiction, kind


def all_gone(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction of such a record where it has none of that kind."""
    for jurisdiction, kind in kind_gone(found, snapshot):
        if kind in set(Kind) and not is_held(jurisdiction, kind, snapshot):
            yield jurisdiction


def is_held(jurisdiction: str, kind: str, snapshot: Snapshot) -> bool:
    """Whether a jurisdiction has any record of a kind; of what is no kind it has none."""
    return kind in set(Kind) and any(True for _ in snapshot.of(Kind(kind), jurisdiction))


def moving(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What is excused in a jurisdiction that is not there, for findings that cite or miss it."""
    words = dict(found.message.words)
    gone = str(words.get("place") or words.get("jurisdiction") or words.get("name"))
    is_place = words.get("what") in {None, say("K002.jurisdiction")} and gone not in snapshot.jurisdictions
    for it in suppressions_of(snapshot) if is_place else ():
        jurisdiction, _, rest = it.text("record").partition("/")
        if jurisdiction == gone:
            yield it.text("code"), _at_home(rest, gone)


def movable(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A finding by its code and its record, whatever the jurisdiction is called."""
    for jurisdiction, kind, name in keys_of(found):
        yield found.code, _at_home(f"{kind}/{name}", jurisdiction)


def _at_home(name: str, jurisdiction: str) -> str:
    """A record without its jurisdiction, which is the id of its own record too."""
    return Kind.JURISDICTION if name == f"{Kind.JURISDICTION}/{jurisdiction}" else name


_ENTRY = re.compile(r"^[ \t]*-[ \t]", re.MULTILINE)
_NAMED = re.compile(r"""\b(code|record)["']?\s*:\s*["']?([^\s"'#,}]+)""")


def unclear(text: str) -> Naming:
    """What suppressions in settings that cannot be read may cover: the codes and records that they name."""
    names = frozenset(_pairs(text))

    def named(found: Diagnostic, snapshot: Snapshot) -> Names:
        if found.location.path == WORKSPACE_FILE:
            known = {it.text("record") for it in suppressions_of(snapshot)}
            yield from (each for each in names if each[1] not in known)

    return named


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Code and record of each entry; one of them empty where it cannot be told."""
    for entry in _ENTRY.split(text):
        named = _NAMED.findall(entry)
        codes, records = ([value for name, value in named if name == each] for each in ("code", "record"))
        if len(codes) == len(records) == 1:
            yield codes[0], records[0]
        else:
            yield from (("", record) for record in records)
            yield from ((code, "") for code in codes if not records)


def covered(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A finding by code and record, by either alone too."""
    for key in keys_of(found):
        yield from ((found.code, str(key)), (found.code, ""), ("", str(key)))

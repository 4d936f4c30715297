"""Entries that ran into others because a line is missing: the fields of one are told once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from xuke.model.diagnostic import Diagnostic
from xuke.model.place import Pointer
from xuke.model.record import Key

_Entry = tuple[str, Key | None, Pointer]


def run_on(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings; several fields that repeat those so many lines before share a cause.

    So do those that are strange to a list; what an entry lacks follows from what is strange in it.
    """
    found = list(found)
    repeated = Counter(map(_repetition, found))
    lacking = {_entry_of(each) for each in found if each.code == "S001"}
    strange = {entry for each in found if each.code == "S006" and (entry := _entry_of(each)) in lacking}
    return [_told(each, strange, repeated) for each in found]


def _repetition(each: Diagnostic) -> str:
    """The file, and how many lines before the field stands already; empty for what repeats none."""
    if each.message.name != "Y003.twice":
        return ""
    return f"{each.location.path}/{each.location.start.line - int(str(dict(each.message.words)['line']))}"


def _told(each: Diagnostic, strange: set[_Entry | None], repeated: Counter[str]) -> Diagnostic:
    repetition = _repetition(each)
    if repetition:
        return replace(each, cause=repetition) if repeated[repetition] > 1 else each
    entry = _entry_of(each)
    if entry is None or entry not in strange:
        return each
    path, record, pointer = entry
    cause = f"{path}/{record}/{pointer[:-1]}"
    return replace(each, cause=cause) if each.code == "S006" else replace(each, follows=cause)


def _entry_of(each: Diagnostic) -> _Entry | None:
    """The entry of a list in which a field is strange, or missing."""
    is_field = each.code in {"S001", "S006"} and len(each.pointer) > 1 and isinstance(each.pointer[-2], int)
    return (each.location.path, each.record, each.pointer[:-1]) if is_field else None

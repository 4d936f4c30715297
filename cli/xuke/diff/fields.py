"""Field by field what differs between two versions of a record."""

from collections.abc import Iterator, Mapping

from xuke.diff.lists import alike, is_one, ranks_of
from xuke.model.change import FieldEdit
from xuke.model.document import Value, same
from xuke.model.part import element_name, names_of
from xuke.model.record import Kind

_MISSING = object()


def edits_of(kind: Kind, old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[FieldEdit]:
    """Field by field what differs between two versions of a record, in the order of the schema."""
    return _mappings(kind, (), (), old, new)


def _mappings(
    kind: Kind,
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: Mapping[str, Value],
    new: Mapping[str, Value],
) -> Iterator[FieldEdit]:
    names = [*new, *(name for name in old if name not in new)]
    pairs = {name: (old.get(name, _MISSING), new.get(name, _MISSING)) for name in names}
    changed = [name for name, pair in pairs.items() if not same(*pair)]
    ranks = ranks_of(kind, path) if changed[1:] else {}
    for name in sorted(changed, key=lambda name: ranks.get(name, len(ranks))):
        yield from _values(kind, (*steps, name), (*path, name), *pairs[name])


def _values(
    kind: Kind,
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: object,
    new: object,
) -> Iterator[FieldEdit]:
    """What differs between two values that are not the same."""
    match old, new:
        case dict(), dict() if not is_one(kind, path):
            yield from _mappings(kind, steps, path, old, new)
        case list(), list() if names_of(old) is not None and names_of(new) is not None:
            yield from _elements(kind, steps, path, old, new)
        case list(), list() if alike(kind, path, old, new):
            return
        case _:
            yield _edit(steps, old, new)


def _elements(
    kind: Kind,
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: list[Value],
    new: list[Value],
) -> Iterator[FieldEdit]:
    before = {element_name(each): each for each in old}
    after = {element_name(each): each for each in new}
    for name in [*after, *(name for name in before if name not in after)]:
        pair = before.get(name, _MISSING), after.get(name, _MISSING)
        if not same(*pair):
            yield from _values(kind, (*steps, name), path, *pair)
    kept = [*(name for name in before if name in after), *(name for name in after if name not in before)]
    if kept != list(after):
        yield FieldEdit(steps, list(before), list(after), is_order=True)


def _edit(steps: tuple[str, ...], old: object, new: object) -> FieldEdit:
    has_old, has_new = old is not _MISSING, new is not _MISSING
    return FieldEdit(steps, old if has_old else None, new if has_new else None, has_old, has_new)  # type: ignore[arg-type]

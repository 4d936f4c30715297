"""Field by field what differs between two versions of a record."""

from collections.abc import Callable, Iterator, Mapping

from xuke.diff.lists import is_set
from xuke.model.change import FieldEdit
from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.views import element_name

_MISSING = object()


def edits_of(kind: Kind, old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[FieldEdit]:
    """Field by field what differs between two versions of a record, in the order of the new one."""
    return _mappings(lambda path: is_set(kind, path), (), (), old, new)


def _mappings(
    unordered: Callable[[tuple[str, ...]], bool],
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: Mapping[str, Value],
    new: Mapping[str, Value],
) -> Iterator[FieldEdit]:
    for name in [*new, *(name for name in old if name not in new)]:
        before, after = old.get(name, _MISSING), new.get(name, _MISSING)
        yield from _values(unordered, (*steps, name), (*path, name), before, after)


def _values(
    unordered: Callable[[tuple[str, ...]], bool],
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: object,
    new: object,
) -> Iterator[FieldEdit]:
    match old, new:
        case _ if same(old, new):
            return
        case dict(), dict():
            yield from _mappings(unordered, steps, path, old, new)
        case list(), list() if names_of(old) is not None and names_of(new) is not None:
            yield from _elements(unordered, steps, path, old, new)
        case list(), list() if unordered(path) and _bag(old) == _bag(new):
            return
        case _:
            yield _edit(steps, old, new)


def _elements(
    unordered: Callable[[tuple[str, ...]], bool],
    steps: tuple[str, ...],
    path: tuple[str, ...],
    old: list[Value],
    new: list[Value],
) -> Iterator[FieldEdit]:
    before = {element_name(each): each for each in old}
    after = {element_name(each): each for each in new}
    for name in [*after, *(name for name in before if name not in after)]:
        pair = before.get(name, _MISSING), after.get(name, _MISSING)
        yield from _values(unordered, (*steps, name), path, *pair)
    kept = [*(name for name in before if name in after), *(name for name in after if name not in before)]
    if kept != list(after):
        yield FieldEdit(steps, list(before), list(after), is_order=True)


def _edit(steps: tuple[str, ...], old: object, new: object) -> FieldEdit:
    has_old, has_new = old is not _MISSING, new is not _MISSING
    return FieldEdit(steps, old if has_old else None, new if has_new else None, has_old, has_new)  # type: ignore[arg-type]


def same(old: object, new: object) -> bool:
    """Whether two values are equal and of one type: true is not 1, 1 is not 1.0."""
    if type(old) is not type(new):
        return False
    match old, new:
        case dict(), dict():
            return old.keys() == new.keys() and all(same(old[name], new[name]) for name in old)
        case list(), list():
            return len(old) == len(new) and all(map(same, old, new))
    return old == new


def names_of(value: list[Value]) -> list[str] | None:
    """The names of a keyed list's elements; None where they are not all named, each differently."""
    names = [element_name(each) for each in value]
    return names if all(names) and len(set(names)) == len(names) else None


def _bag(value: list[Value]) -> list[str]:
    return sorted(f"{type(each).__name__}:{each}" for each in value)

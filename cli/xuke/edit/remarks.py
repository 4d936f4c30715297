"""Remarks of the other side of a merge, carried into the result; a value does not hold them."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from xuke.document.amend import UnamendableError
from xuke.document.comments import Remarks, remarks
from xuke.document.page import Page, Slot
from xuke.document.patch import TextEdit
from xuke.document.read import read
from xuke.model.document import Style, Value
from xuke.model.part import element_name, names_of

Steps = tuple[str, ...]


class _Own(NamedTuple):
    """The remark lines above a part, and the one behind its value; None where none can stand there."""

    above: tuple[str, ...]
    behind: str | None


def page_of(path: str, data: bytes) -> Page:
    """A file with its marks, its lines ended in one way; UnamendableError where it cannot be read."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    document, _ = read(path, text.encode())
    if document is None:
        raise UnamendableError(path)
    return Page(document, text)


def _slots(page: Page, node: int, value: Value) -> Iterator[tuple[str, Slot, Value]]:
    """The parts of a block by name, each with its value; none of other containers."""
    match value:
        case dict() if page.is_block(node):
            yield from ((slot.name, slot, each) for slot, each in page.parts(node, value))
        case list() if names_of(value) and page.is_listed(node, value):
            yield from ((element_name(each), slot, each) for slot, each in page.parts(node, value))


def slot_of(page: Page, steps: Steps) -> Slot | None:
    """The part that the names lead to, or None."""
    node, value, found = 0, page.document.value, None
    for step in steps:
        match = next((each for each in _slots(page, node, value) if each[0] == step), None)
        if match is None:
            return None
        _, found, value = match
        node = found.node
    return found


def carried(spine: Page, base: bytes, theirs: bytes, marked: Collection[Steps]) -> Iterator[TextEdit]:
    """The edits that bring their new remarks to the same parts; parts within conflicts keep their own."""
    path = spine.document.path
    old, mine = _all_of(page_of(path, base or b"{}\n")), _all_of(spine)
    for steps, new in _all_of(page_of(path, theirs)).items():
        slot = slot_of(spine, steps)
        if slot is None or not spine.is_alone(slot) or any(_is_within(steps, each) for each in marked):
            continue
        known, here = old.get(steps, _NONE), mine.get(steps, _NONE)
        lines = [line for line in new.above if line not in known.above and line not in here.above]
        start, stop = spine.line(slot.start), spine.stop(slot.node)
        yield TextEdit(start, start, "".join(f"{spine.pad(slot)}{line}\n" for line in lines))
        if new.behind and new.behind != known.behind and here.behind == "" and steps not in marked:
            yield TextEdit(stop, stop, f"  {new.behind}")


def _all_of(page: Page) -> dict[Steps, _Own]:
    return dict(_owned(page, remarks(page), 0, page.document.value, ()))


_NONE = _Own((), "")


def _is_within(steps: Steps, place: Steps) -> bool:
    return len(steps) > len(place) and steps[: len(place)] == place


def _owned(page: Page, found: Remarks, node: int, value: Value, steps: Steps) -> Iterator[tuple[Steps, _Own]]:
    for name, slot, part in _slots(page, node, value):
        above = tuple(line for line in found.above.get(slot.start, ()) if line)
        behind = found.behind.get(slot.start, [""])[-1] if _ends_in_line(page, slot, part) else None
        yield (*steps, name), _Own(above, behind)
        yield from _owned(page, found, slot.node, part, (*steps, name))


def _ends_in_line(page: Page, slot: Slot, value: Value) -> bool:
    """Whether what stands behind a value is no part of it, and belongs to it alone."""
    is_block = page.marks.mark(slot.node).style in {Style.LITERAL, Style.FOLDED}
    return not is_block and not isinstance(value, dict | list)

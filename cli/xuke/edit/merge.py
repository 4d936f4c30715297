"""The text of a merged file: ours with their changes, markers around what both changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from xuke.diff.merge import Conflict, Decide, Side, Three, merge, present
from xuke.document.amend import UnamendableError, amended
from xuke.document.page import Page
from xuke.document.patch import TextEdit, encoded, patched
from xuke.document.read import read
from xuke.edit.remarks import carried, page_of, slot_of
from xuke.model.document import Value
from xuke.model.files import seat
from xuke.words.schemas import code_names

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """The three versions of one file; a base that is not there is empty."""

    path: str
    base: bytes
    ours: bytes
    theirs: bytes


@dataclass(frozen=True, slots=True)
class MergedText:
    """A merged file, and what is left to decide in it."""

    data: bytes
    conflicts: tuple[Conflict, ...]


def merged_text(
    versions: Versions, decisions: Mapping[Steps, Side] | None = None, size: int = 7
) -> MergedText | None:
    """The merged file, decided conflicts as decided; None where a version cannot be read or held.

    Markers have ``size`` signs and stand around the lines of a field or an element alone.
    """
    place = seat(versions.path)
    texts = (versions.base or b"{}\n", versions.ours, versions.theirs)
    values = Three(*(_value(versions.path, data) for data in texts))
    if place is None or any(not isinstance(value, dict) for value in values):
        return None
    try:
        return _Merge(versions, place.kind.schema, values, dict(decisions or {})).text(size)
    except UnamendableError:
        return None


def _value(path: str, data: bytes) -> Value:
    document, problems = read(path, data)
    return None if document is None or problems else document.value


class _Merge:
    """One merge of three versions, as often as another side is asked for."""

    def __init__(self, versions: Versions, schema: str, values: Three, decisions: dict[Steps, Side]) -> None:
        self.versions = versions
        self.schema = schema
        self.values = values
        self.decisions = decisions
        _, self.conflicts = merge(schema, values, self._decided(present))

    def _decided(self, otherwise: Decide) -> Decide:
        def decide(conflict: Conflict) -> Side:
            return self.decisions.get(conflict.steps, otherwise(conflict))

        return decide

    def text(self, size: int) -> MergedText:
        """The text with markers where something is left to decide."""
        left = tuple(each for each in self.conflicts if each.steps not in self.decisions)
        spine = self._page(present)
        places = _outermost({_place(spine, each.steps) for each in left})
        sides = [self._page(_theirs), self._page(_base), self._page(_ours)] if left else []
        edits = [_marked(spine, place, sides, size) for place in places]
        new = patched(spine.text, [*carried(spine, self.versions.base, self.versions.theirs, places), *edits])
        return MergedText(encoded(new, self.versions.ours), left)

    def _page(self, otherwise: Decide) -> Page:
        value, _ = merge(self.schema, self.values, self._decided(otherwise))
        data = amended(self.versions.path, self.versions.ours, value, code_names())
        return page_of(self.versions.path, data)


def _ours(conflict: Conflict) -> Side:
    return conflict.ours


def _theirs(conflict: Conflict) -> Side:
    return conflict.theirs


def _base(conflict: Conflict) -> Side:
    return conflict.base


def _outermost(places: set[Steps]) -> list[Steps]:
    return [each for each in sorted(places) if not any(each[:end] in places for end in range(1, len(each)))]


def _place(page: Page, steps: Steps) -> Steps:
    """The innermost part around a conflict that has its lines for itself."""
    if not steps:
        raise UnamendableError(page.document.path)
    slot = slot_of(page, steps)
    return steps if slot is not None and page.is_alone(slot) else _place(page, steps[:-1])


def _lines(page: Page, steps: Steps) -> str:
    slot = slot_of(page, steps)
    return page.text[page.line(slot.start) : page.stop(slot.node)] + "\n" if slot is not None else ""


def _marked(spine: Page, steps: Steps, sides: list[Page], size: int) -> TextEdit:
    theirs, base, ours = (_lines(page, steps) for page in sides)
    slot = slot_of(spine, steps)
    if slot is None:
        raise UnamendableError(spine.document.path)
    text = f"{'<' * size} ours\n{ours}{'|' * size} base\n{base}{'=' * size}\n{theirs}{'>' * size} theirs"
    return TextEdit(spine.line(slot.start), spine.stop(slot.node), text)

"""The canonical form of a file: fields in schema order, codes quoted, two blanks a level; comments stay."""

from typing import NamedTuple

from xuke.document.comments import remarks
from xuke.document.emit import body, indented, key
from xuke.document.page import Page, Slot
from xuke.document.patch import encoded
from xuke.document.read import read
from xuke.edit.fix import quoted
from xuke.edit.order import known_fields
from xuke.model.document import Document, Value, same
from xuke.model.files import seat
from xuke.words.schemas import code_names, is_code, property_of


class Formatted(NamedTuple):
    """One file before and after; no ``new`` where it cannot be read, or not be written so."""

    path: str
    old: bytes
    new: bytes | None


def formatted(path: str, data: bytes) -> Formatted:
    """A file in canonical form, proved by reading it again: the same data and comments."""
    new = _canonical(path, data)
    is_proved = new == data or (
        new is not None and _holds_the_same(path, data, new) and _canonical(path, new) == new
    )
    return Formatted(path, data, new if is_proved else None)


def _canonical(path: str, data: bytes) -> bytes | None:
    document, text = _quoted(path, data)
    if document is None:
        return None
    if not isinstance(document.value, dict) or not document.value:
        return data
    new = "\n".join(_Writer(path, document, text).lines()) + "\n"
    return encoded(new, data)


def _quoted(path: str, data: bytes) -> tuple[Document | None, str]:
    """A file with plain line ends and codes in quotes."""
    document, faults = read(path, data, code_names())
    if document is None or faults:
        return None, ""
    text = data.decode("utf-8-sig")
    # Mixed line ends become plain ones.
    plain = text.replace("\r\n", "\n")
    plain = quoted(path, plain) if document.bare else plain
    if plain != text:
        document, _ = read(path, plain.encode())
    return document, plain


def _holds_the_same(path: str, data: bytes, new: bytes) -> bool:
    before, after = _quoted(path, data), _quoted(path, new)
    if before[0] is None or after[0] is None:
        return False
    is_same = same(_sorted(before[0].value), _sorted(after[0].value))
    return is_same and _comments(before[0], before[1]) == _comments(after[0], after[1])


def _comments(document: Document, text: str) -> list[str]:
    found = remarks(Page(document, text))
    groups = [*found.above.values(), *found.behind.values(), found.tail]
    return sorted(each for group in groups for each in group if each)


def _sorted(value: Value) -> Value:
    """The order of fields is no data."""
    match value:
        case dict():
            return {name: _sorted(value[name]) for name in sorted(value)}
        case list():
            return [_sorted(each) for each in value]
    return value


class _Part(NamedTuple):
    """What a field or an element becomes: the lines above it, and its own; whether a comment is behind."""

    above: list[str]
    lines: list[str]
    is_remarked: bool = False


class _Writer:
    """Writes one document anew, with its comments."""

    def __init__(self, path: str, document: Document, text: str) -> None:
        found = seat(path)
        self.schema = found.kind.schema if found else ""
        self.page = Page(document, text)
        self.remarks = remarks(self.page)

    def lines(self) -> list[str]:
        """All lines of the file: what stands at its head stays there whatever field comes first."""
        value = self.page.document.value
        slots = self.page.slots(0, value)
        head = self.remarks.above.pop(slots[0].start, [])
        found = self._mapping(0, value, ())
        below = [line for each in found for line in [*each.above, *each.lines]]
        return _tidy([*_spaced(head), *_stripped(below), *_spaced(self.remarks.tail)])

    def _mapping(self, node: int, value: Value, path: tuple[str, ...]) -> list[_Part]:
        fields = value if isinstance(value, dict) else {}
        slots = self.page.slots(node, fields)
        known = known_fields(self.schema, path) if self.schema else []
        ranks = {name: rank for rank, name in enumerate(known)}
        slots.sort(key=lambda slot: ranks.get(slot.name, len(ranks)))
        return [self._field(slot, fields[slot.name], (*path, slot.name)) for slot in slots]

    def _field(self, slot: Slot, value: Value, path: tuple[str, ...]) -> _Part:
        first, *rest = self._body(slot.node, value, path)
        return self._remarked(slot, f"{key(slot.name)}:{first}", rest)

    def _remarked(self, slot: Slot, first: str, rest: list[str]) -> _Part:
        behind = self.remarks.behind.get(slot.start, [])
        above = [*self.remarks.above.get(slot.start, []), *behind[1:]]
        return _Part(_spaced(above), [f"{first}  {behind[0]}" if behind else first, *rest], bool(behind))

    def _body(self, node: int, value: Value, path: tuple[str, ...]) -> list[str]:
        match value:
            case dict() if value:
                return ["", *indented(_joined(self._mapping(node, value, path)))]
            case list() if value:
                found = [self._element(slot, each, path) for slot, each in self.page.parts(node, value)]
                return ["", *indented(_joined(found))]
        return body(value, path[-1:] if self._is_code(path) else (), path[-1])

    def _is_code(self, path: tuple[str, ...]) -> bool:
        node = property_of(self.schema, path) if self.schema else None
        return is_code(*node) if node else path[-1] in code_names()

    def _element(self, slot: Slot, value: Value, path: tuple[str, ...]) -> _Part:
        if not isinstance(value, dict) or not value:
            first, *rest = self._body(slot.node, value, path)
            return self._remarked(slot, f"-{first}", list(rest))
        head, *others = self._mapping(slot.node, value, path)
        behind = self.remarks.behind.get(slot.start, [])
        is_beside = bool(behind) and not head.is_remarked
        # A dash has room for the first field only: what stands above that stands above the dash.
        above = [*self.remarks.above.get(slot.start, []), *behind[is_beside:], *head.above]
        own = f"- {head.lines[0]}" + (f"  {behind[0]}" if is_beside else "")
        rest = [*head.lines[1:], *(line for each in others for line in [*each.above, *each.lines])]
        return _Part(_spaced(above), [own, *indented(rest)])


def _joined(found: list[_Part]) -> list[str]:
    return _stripped([line for each in found for line in [*each.above, *each.lines]])


def _stripped(lines: list[str]) -> list[str]:
    """Without blank lines at the top."""
    place = next((place for place, line in enumerate(lines) if line), len(lines))
    return lines[place:]


def _tidy(lines: list[str]) -> list[str]:
    """No blank line at the top or the end."""
    last = max((place for place, line in enumerate(lines) if line), default=-1)
    return _stripped(lines[: last + 1])


def _spaced(lines: list[str]) -> list[str]:
    """Never two blank lines; not for texts, whose blank lines are their own."""
    return [line for place, line in enumerate(lines) if line or not place or lines[place - 1]]

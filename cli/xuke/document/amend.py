"""A text made to hold other values: only what differs is touched, all else stays byte for byte."""

import json
import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import repeat
from typing import NamedTuple

from xuke.document.emit import body, element, entry, flow, mapping, scalar
from xuke.document.page import Page, Slot
from xuke.document.patch import TextEdit, encoded, patched, with_plain_ends
from xuke.document.read import read
from xuke.model.document import Document, Style, Value, same
from xuke.model.part import names_of

_COLON = re.compile(r"[ \t]*:")
_QUOTED = {Style.PLAIN, Style.SINGLE, Style.DOUBLE}


class UnamendableError(Exception):
    """The text cannot be made to hold the value by touching only what differs."""


def amended(path: str, data: bytes, wanted: Value, codes: Collection[str]) -> bytes:
    """A file that holds ``wanted``; proved by reading it again, UnamendableError where that fails.

    ``codes`` names the fields whose texts are always quoted.
    """
    return encoded(_amended(path, with_plain_ends(data).decode("utf-8-sig"), wanted, codes), data)


def _amended(path: str, text: str, wanted: Value, codes: Collection[str]) -> str:
    old, faults = _read(path, text)
    turned = next(_turned(Page(old, text), 0, old.value, wanted), None)
    if turned is not None:
        return _amended(path, patched(text, turned), wanted, codes)
    new = patched(text, _Amendment(old, text, codes).edits(wanted))
    document, more = _read(path, new)
    if not same(document.value, wanted) or more > faults:
        raise UnamendableError(path)
    return new


def _read(path: str, text: str) -> tuple[Document, int]:
    """The document of a text, and how much is wrong with it."""
    document, found = read(path, text.encode())
    if document is None:
        raise UnamendableError(path)
    return document, len(found)


class _Amendment(Page):
    """The edits that make a text hold another value; those of inner parts come first."""

    def __init__(self, document: Document, text: str, codes: Collection[str]) -> None:
        super().__init__(document, text)
        self.codes = codes

    def edits(self, wanted: Value) -> Iterator[TextEdit]:
        """What changes for the file as a whole, which holds a mapping before and after."""
        old = self.document.value
        if not isinstance(old, dict) or not isinstance(wanted, dict) or not old.keys() & wanted.keys():
            raise UnamendableError(self.document.path)
        if not same(old, wanted) and self.is_block(0):
            yield from self._mapping(0, old, wanted)
        elif not same(old, wanted):
            yield TextEdit(self.marks.starts[0], self.marks.ends[0], _lines(mapping(wanted, self.codes), ""))

    def _value(self, slot: Slot, old: Value, new: Value, name: str) -> Iterator[TextEdit]:
        match old, new:
            case _ if same(old, new):
                return
            case dict(), dict() if self.is_block(slot.node) and old.keys() & new.keys():
                yield from self._mapping(slot.node, old, new)
            case list(), list() if self.is_listed(slot.node, old) and _has_kept(_pairs(old, new)):
                yield from self._sequence(slot.node, old, new, name)
            case _:
                yield self._replaced(slot, old, new, name)

    def _replaced(self, slot: Slot, old: Value, new: Value, name: str) -> TextEdit:
        start, end, style = self.marks.mark(slot.node)
        is_line = not isinstance(new, dict | list) and "\n" not in str(new)
        if style in _QUOTED and end > start and is_line:
            return TextEdit(start, end, scalar(new, is_code=name in self.codes, style=style))
        if style is Style.FLOW and new and "\n" not in self.text[start:end]:
            one_line = flow(new, self._styles(slot.node, old, new), is_code=name in self.codes)
            if one_line is not None:
                return TextEdit(start, end, one_line)
        return self._rewritten(slot, new, name)

    def _styles(self, node: int, old: Value, new: Value) -> Iterator[Style]:
        """How the parts of a new value on one line are quoted: as before, new ones as all others are."""
        styles = [self.marks.mark(slot.node).style for slot in self.slots(node, old)]
        other = styles[0] if len(set(styles)) == 1 else Style.PLAIN
        match old, new:
            case list(), list():
                yield from (other if each.old is None else styles[each.old] for each in _pairs(old, new))
            case dict(), dict():
                known = dict(zip(old, styles, strict=True))
                yield from (known.get(name, other) for name in new)
            case _:
                yield from repeat(Style.PLAIN, len(new) if isinstance(new, list | dict) else 0)

    def _rewritten(self, slot: Slot, new: Value, name: str) -> TextEdit:
        pad = self.pad(slot)
        if not slot.name:
            lines = element(new, self.codes, name)
            return TextEdit(slot.start, self.end(slot.node), f"\n{pad}".join(lines))
        colon = _COLON.match(self.text, self.marks.ends[slot.node - 1])
        start = colon.end() if colon else slot.start
        first, *rest = body(new, self.codes, name)
        remark = self.text[start : self.marks.starts[slot.node]].partition("\n")[0].partition("#")
        first += f"  {''.join(remark[1:])}" if remark[1] else ""
        return TextEdit(start, max(start, self.end(slot.node)), _lines([first, *rest], pad))

    def _mapping(self, node: int, old: dict[str, Value], new: dict[str, Value]) -> Iterator[TextEdit]:
        slots = self.slots(node, old)
        for slot in slots:
            if slot.name in new:
                yield from self._value(slot, old[slot.name], new[slot.name], slot.name)
        kept = [slot for slot in slots if slot.name in new]
        for index, slot in enumerate(slots):
            if slot.name not in new and slot.start > kept[0].start:
                yield self._without(slot, is_first=index == 0)
        yield from self._without_leading(slots, kept[0])
        yield from self._fields(kept, new)

    def _without_leading(self, slots: list[Slot], kept: Slot) -> Iterator[TextEdit]:
        # The first field may share its line with a dash, so the next one takes its place.
        first = slots[0]
        if first.start < kept.start:
            top = self.line(first.start)
            own = self.text[self.top(kept, is_first=False) : self.line(kept.start)]
            pad = "" if self.is_alone(first) else self.text[top : first.start].partition("-")[0]
            yield TextEdit(top, top, "".join(f"{pad}{line.strip()}\n" for line in own.splitlines()))
            yield TextEdit(first.start, kept.start, "")

    def _without(self, slot: Slot, *, is_first: bool) -> TextEdit:
        top, stop = self.top(slot, is_first=is_first), self.stop(slot.node)
        return TextEdit(top - 1, stop, "") if top else TextEdit(0, min(stop + 1, len(self.text)), "")

    def _fields(self, kept: list[Slot], new: dict[str, Value]) -> Iterator[TextEdit]:
        known = {slot.name: slot for slot in kept}
        pad = " " * (kept[0].start - self.line(kept[0].start))
        groups: dict[str, list[str]] = {}
        anchor = ""
        for name, value in new.items():
            anchor = name if name in known else anchor
            if name not in known:
                groups.setdefault(anchor, []).extend(entry(name, value, self.codes))
        for name, lines in groups.items():
            if name:
                stop = self.stop(known[name].node)
                yield TextEdit(stop, stop, "\n" + pad + _lines(lines, pad))
            else:
                yield TextEdit(kept[0].start, kept[0].start, _lines(lines, pad) + "\n" + pad)

    def _sequence(self, node: int, old: list[Value], new: list[Value], name: str) -> Iterator[TextEdit]:
        slots = self.slots(node, old)
        pairs = _pairs(old, new)
        for pair in pairs:
            if pair.old is not None:
                yield from self._value(slots[pair.old], old[pair.old], pair.new, name)
        kept = {pair.old for pair in pairs}
        for index, slot in enumerate(slots):
            if index not in kept:
                yield self._without(slot, is_first=index == 0)
        yield from self._elements(slots, pairs, name)

    def _elements(self, slots: list[Slot], pairs: "list[_Pair]", name: str) -> Iterator[TextEdit]:
        pad = self.pad(slots[0])
        place = self.line(slots[0].start) - 1
        for pair in pairs:
            if pair.old is not None:
                place = self.stop(slots[pair.old].node)
            else:
                lines = element(pair.new, self.codes, name)
                yield TextEdit(place, place, "\n" + pad + _lines(lines, pad))


def _lines(lines: list[str], pad: str) -> str:
    first, *rest = lines
    return "\n".join([first, *(pad + line if line else line for line in rest)])


class _Pair(NamedTuple):
    """An element as it is to be, and which one it is among the old ones; None for a new one."""

    old: int | None
    new: Value


def _pairs(old: list[Value], new: list[Value]) -> list[_Pair]:
    """The new elements in order, each with its counterpart: by name, or by what stays the same."""
    before, after = names_of(old), names_of(new)
    if before is not None and after is not None:
        places = {name: index for index, name in enumerate(before)}
        return [_Pair(places.get(name), value) for name, value in zip(after, new, strict=True)]
    return list(_aligned(old, new))


def _has_kept(pairs: list[_Pair]) -> bool:
    return any(each.old is not None for each in pairs)


def _aligned(old: list[Value], new: list[Value]) -> Iterator[_Pair]:
    before, after = ([json.dumps(each, sort_keys=True) for each in side] for side in (old, new))
    for _, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for offset, value in enumerate(new[first:last]):
            yield _Pair(start + offset if start + offset < end else None, value)


def _turned(page: Page, node: int, old: Value, new: Value) -> Iterator[list[TextEdit]]:
    """For every keyed list in another order, the edits that put its old elements into the new one."""
    match old, new:
        case dict(), dict() if page.is_block(node):
            for slot in page.slots(node, old):
                if slot.name in new:
                    yield from _turned(page, slot.node, old[slot.name], new[slot.name])
        case list(), list() if page.is_listed(node, old):
            slots = page.slots(node, old)
            pairs = [(each.old, each.new) for each in _pairs(old, new) if each.old is not None]
            order = [slots[index] for index, _ in pairs]
            if order != sorted(order, key=_start):
                yield list(_exchanged(page, slots, order))
            for index, value in pairs:
                yield from _turned(page, slots[index].node, old[index], value)


def _start(slot: Slot) -> int:
    return slot.start


def _exchanged(page: Page, slots: list[Slot], order: list[Slot]) -> Iterator[TextEdit]:
    for place, slot in zip(sorted(order, key=_start), order, strict=True):
        (start, end), (first, last) = (_chunk(page, slots, each) for each in (place, slot))
        yield TextEdit(start, end, page.text[first:last])


def _chunk(page: Page, slots: list[Slot], slot: Slot) -> tuple[int, int]:
    return page.top(slot, is_first=slot is slots[0]), page.stop(slot.node)

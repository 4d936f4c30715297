"""One pass over the parser's events: guard, values, marks, quoting and duplicate keys."""

import re
import sys
from array import array
from itertools import chain, takewhile
from typing import Any, TypeAlias

from xuke.document.guard import FORBIDDEN, Fault, plain_name
from xuke.document.limits import MAX_DEPTH, MAX_FIELDS, MAX_NODES, MAX_SCALAR
from xuke.document.problems import problem_of
from xuke.model.characters import character_named
from xuke.model.diagnostic import Message, say
from xuke.model.document import Document, Marks, Style, Value, packed
from xuke.model.place import Pointer

#: A file with more faults than this is not worth reading on.
MOST_TOLD = 100

_STYLES = {
    "": packed(1, Style.PLAIN),
    None: packed(1, Style.PLAIN),
    "'": packed(1, Style.SINGLE),
    '"': packed(1, Style.DOUBLE),
    "|": packed(1, Style.LITERAL),
    ">": packed(1, Style.FOLDED),
}
_PLAIN = packed(1, Style.PLAIN)
_DOUBLE = packed(1, Style.DOUBLE)
_WORDS: dict[str, Value] = {"": None, "null": None, "true": True, "false": False}
_TYPED_FIRST = frozenset("-0123456789tfn")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})").fullmatch
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+").fullmatch
_ODD = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\uff1a]").search
_WIDE_COLON = re.compile("[a-z][a-z_]*\uff1a").match
_WIDE_SPACES = "\u00a0\u3000"
_SHORT = 40

#: What stands for the key in the frame of a list.
_ELEMENT = "\0"

#: A container under construction: its value, its node, the key whose value comes next (None
#: while a key is expected), the node of that key, non-ASCII keys by how they read, and whether
#: the key is a repetition. Lists and not objects: the hot path of every reading command.
Frame: TypeAlias = "list[Any]"


class RefusedError(Exception):
    """The rest of the file is not worth reading; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def typed(text: str) -> Value:
    """A plain scalar: canonical numbers, true, false and null are typed, all else is text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER(text) and text != "-0":
        return int(text)
    if _DECIMAL(text) and repr(float(text)) == text:
        return float(text)
    return text


class Builder:
    """Reads one text; ``faults`` holds what was wrong with it."""

    def __init__(self, path: str, text: str, watched: frozenset[str] = frozenset()) -> None:
        self.path = path
        self.text = text
        self.watched = watched
        # The elements of a list go by the name of the list.
        self.listed = watched | {_ELEMENT} if watched else watched
        self.faults: list[Fault] = []
        self.bare: list[Pointer] = []
        self.starts = array("I")
        self.ends = array("I")
        self.sizes = array("I")
        self.roots: list[Value] = []
        self.stack: list[Frame] = []
        self.frame: Frame = [self.roots, 0, _ELEMENT, 0, {}, False]
        self.known: dict[str, str] = {}
        self.closed = 0

    def build(self) -> Document | None:
        """The document, or None when it could not be read to its end."""
        try:
            self._read_events()
        except RefusedError as refused:
            told = [each for each in self.faults if each[1] != refused.fault[1]]
            self.faults = [*told, refused.fault]
            return None
        lines = array("I", chain((0,), (match.end() for match in re.finditer("\n", self.text))))
        marks = Marks(self.starts[:], self.ends[:], self.sizes[:], lines[:])
        return Document(self.path, self.roots[0] if self.roots else None, marks, tuple(self.bare))

    def _read_events(self) -> None:
        from _ruamel_yaml import CParser  # noqa: PLC0415
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415
        from ruamel.yaml.events import ScalarEvent, StreamEndEvent  # noqa: PLC0415

        handlers = self._handlers()
        try:
            next_event = CParser(self.text).get_event
            event = next_event()
            while type(event) is not StreamEndEvent:
                if type(event) is ScalarEvent:
                    self._scalar(event)
                else:
                    handlers[type(event)](event)
                event = next_event()
        except YAMLError as error:
            raise RefusedError(problem_of(self.text, error)) from None

    def _handlers(self) -> dict[type, Any]:
        from ruamel.yaml import events  # noqa: PLC0415

        return {
            events.StreamStartEvent: _nothing,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: _nothing,
            events.AliasEvent: self._alias,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._sequence,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
        }

    def _document(self, event: Any) -> None:
        at = event.start_mark.index
        if self.roots:
            raise RefusedError(("Y001", at, at + 3, say("Y001.documents")))
        if event.version or event.tags:
            self._tell(("Y002", 0, at, say("Y002.directive")))

    def _alias(self, event: Any) -> None:
        if self.frame[2] is None:
            raise RefusedError(self._fault("Y002", event, say("Y002.alias")))
        if self.frame[2] != "<<":
            self._tell(self._fault("Y002", event, say("Y002.alias")))
        self._mark(event, _PLAIN)
        self._attach(None)

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.anchor is not None or event.ctag is not None or len(text) > MAX_SCALAR:
            self._guard(event)
        style = _STYLES[event.style]
        if style == _DOUBLE and event.end_mark.index - event.start_mark.index != len(text) + 2:
            self._escapes(event, text)
        if self.frame[2] is None:
            self._key(self.frame, event, text, style)
            self._mark(event, style)
        else:
            self._mark(event, style)
            self._value(self.frame, event, text, style)

    def _value(self, frame: Frame, event: Any, text: str, style: int) -> None:
        value: Value = text
        if style == _PLAIN:
            if not text or text[0] in _TYPED_FIRST:
                value = typed(text)
            if "\uff1a" in text:
                self._wide_colon(event, text)
            if frame[2] in self.listed:
                self._watch(frame, value)
        if value is text and len(text) < _SHORT:
            value = self.known.setdefault(text, text)
        if frame[2] is _ELEMENT:
            frame[0].append(value)
        elif frame[5]:
            self._attach(value)
        else:
            frame[0][frame[2]] = value
            frame[2] = None

    def _guard(self, event: Any) -> None:
        if len(getattr(event, "value", "")) > MAX_SCALAR:
            raise RefusedError(self._fault("Y008", event, say("Y008.scalar", most=MAX_SCALAR)))
        name = "Y002.anchor" if event.anchor is not None else "Y002.tag"
        self._tell(self._fault("Y002", event, say(name)))

    def _escapes(self, event: Any, text: str) -> None:
        if odd := FORBIDDEN(text):
            said = say("Y001.character", character=character_named(odd.group()))
            self._tell(self._fault("Y001", event, said))

    def _wide_colon(self, event: Any, text: str) -> None:
        if _WIDE_COLON(text):
            colon = event.start_mark.index + text.index("\uff1a")
            self._tell(("Y007", colon, colon + 1, say("Y007.colon")))

    def _key(self, frame: Frame, event: Any, text: str, style: int) -> None:
        if text.isascii():
            twin = text if text in frame[0] else frame[4] and frame[4].get(text)
        else:
            self._odd_key(event, text)
            name = plain_name(text)
            twin = name if name in frame[0] else frame[4].setdefault(name, text)
            twin = None if twin is text else twin
        if text == "<<" and style == _PLAIN:
            self._tell(self._fault("Y002", event, say("Y002.merge")))
        frame[2] = sys.intern(text)
        frame[3] = len(self.starts)
        if twin:
            self._repeated(frame, event, twin)

    def _odd_key(self, event: Any, text: str) -> None:
        odd = _ODD(text)
        if odd:
            at = event.start_mark.index + odd.start()
            name = character_named(odd.group())
            if odd.start() == 0 and odd.group() in _WIDE_SPACES:
                raise RefusedError(("Y001", at, at + 1, say("Y001.odd_indent", character=name)))
            said = say("Y007.colon") if odd.group() == "\uff1a" else say("Y007.key", character=name)
            self._tell(("Y007", at, at + 1, said))

    def _repeated(self, frame: Frame, event: Any, twin: str) -> None:
        if len(frame[0]) > MAX_FIELDS:
            raise RefusedError(self._fault("Y008", event, say("Y008.fields", most=MAX_FIELDS)))
        line = self.text.count("\n", 0, self.starts[self._key_node(frame, twin)]) + 1
        self._tell(self._fault("Y003", event, say("Y003.twice", key=event.value, line=line, others="")))
        frame[5] = True

    def _key_node(self, frame: Frame, name: str) -> int:
        node: int = frame[1] + 1
        for _ in takewhile(name.__ne__, frame[0]):
            node += 1 + (self.sizes[node + 1] >> 3)
        return node

    def _mapping(self, event: Any) -> None:
        self._open(event, {}, None)

    def _sequence(self, event: Any) -> None:
        self._open(event, [], _ELEMENT)

    def _open(self, event: Any, value: Value, key: str | None) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise RefusedError(self._fault("Y008", event, say("Y008.depth", most=MAX_DEPTH)))
        if event.anchor is not None or event.tag is not None:
            self._guard(event)
        if self.frame[2] is None:
            raise RefusedError(self._fault("Y001", event, say("Y001.complex_key")))
        self.stack.append(self.frame)
        self.frame = [value, len(self.starts), key, 0, {}, False]
        self._mark(event, packed(1, Style.FLOW if event.flow_style else Style.BLOCK))

    def _close(self, event: Any) -> None:
        value, node = self.frame[0], self.frame[1]
        self.frame = self.stack.pop()
        if len(value) > MAX_FIELDS and isinstance(value, dict):
            raise RefusedError(self._fault("Y008", event, say("Y008.fields", most=MAX_FIELDS)))
        style = Style(self.sizes[node] & 7)
        self.sizes[node] = packed(len(self.starts) - node, style)
        last = max(self.ends[-1], self.closed)
        self.closed = self.ends[node] = event.end_mark.index if style is Style.FLOW else last
        self._attach(value)

    def _attach(self, value: Value) -> None:
        frame = self.frame
        if frame[2] is _ELEMENT:
            frame[0].append(value)
            return
        if frame[5]:
            for marks in (self.starts, self.ends, self.sizes):
                del marks[frame[3] :]
            frame[5] = False
        else:
            frame[0][frame[2]] = value
        frame[2] = None

    def _watch(self, frame: Frame, value: Value) -> None:
        name = self.stack[-1][2] if frame[2] is _ELEMENT and self.stack else frame[2]
        if name in self.watched and value is not None:
            self.bare.append(tuple(_step(each) for each in (*self.stack[1:], frame)))

    def _mark(self, event: Any, size: int) -> None:
        if len(self.starts) > MAX_NODES:
            raise RefusedError(self._fault("Y008", event, say("Y008.nodes", most=MAX_NODES)))
        self.starts.append(event.start_mark.index)
        self.ends.append(event.end_mark.index)
        self.sizes.append(size)

    def _tell(self, fault: Fault) -> None:
        if len(self.faults) >= MOST_TOLD:
            raise RefusedError(fault)
        self.faults.append(fault)

    def _fault(self, code: str, event: Any, message: Message) -> Fault:
        return code, event.start_mark.index, event.end_mark.index, message


def _step(frame: Frame) -> str | int:
    step: str | int = len(frame[0]) if frame[2] is _ELEMENT else frame[2]
    return step


def _nothing(_event: Any) -> None:
    """Events that carry no value."""

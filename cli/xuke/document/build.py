"""One pass over the parser's events: guard, values, marks, quoting and duplicate keys."""

import re
import sys
from array import array
from typing import Any, TypeAlias

from xuke.document.guard import MOST_TOLD, Fault, character_name
from xuke.document.problems import problem_of
from xuke.model.diagnostic import Message, say
from xuke.model.document import Document, Marks, Style, Value, packed
from xuke.model.place import Pointer

MAX_DEPTH = 32
MAX_SCALAR = 200_000
MAX_NODES = 2_000_000

_STYLES = {
    "": Style.PLAIN,
    None: Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
_WORDS: dict[str, Value] = {"": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})").fullmatch
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+").fullmatch
_ODD = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000]")
_WIDE_COLON = re.compile("[a-z][a-z_]*\uff1a")
_SHORT = 40

#: A container under construction: its value, its node, and the key whose value comes next.
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
        self.faults: list[Fault] = []
        self.bare: list[Pointer] = []
        self.starts = array("I")
        self.ends = array("I")
        self.sizes = array("I")
        self.stack: list[Frame] = []
        self.root: Value = None
        self.known: dict[str, str] = {}
        self.documents = 0

    def build(self) -> Document | None:
        """The document, or None when it could not be read to its end."""
        try:
            self._read_events()
        except RefusedError as refused:
            self.faults.append(refused.fault)
            return None
        lines = array("I", [0, *(match.end() for match in re.finditer("\n", self.text))])
        marks = Marks(self.starts, self.ends, self.sizes, lines)
        return Document(self.path, self.root, marks, tuple(self.bare))

    def _read_events(self) -> None:
        from _ruamel_yaml import CParser  # noqa: PLC0415
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415

        try:
            parser = CParser(self.text)
            while parser.check_event():
                event = parser.get_event()
                _HANDLERS[type(event).__name__](self, event)
        except YAMLError as error:
            raise RefusedError(problem_of(self.text, error)) from None

    def _document(self, event: Any) -> None:
        self.documents += 1
        at = event.start_mark.index
        if self.documents > 1:
            raise RefusedError(("Y001", at, at + 3, say("Y001.documents")))
        if event.version or event.tags:
            self._tell("Y002", 0, at, say("Y002.directive"))

    def _alias(self, event: Any) -> None:
        self._refuse_sharing(event, "Y002.alias")
        self._add(event, None, Style.PLAIN)

    def _scalar(self, event: Any) -> None:
        text = event.value
        style = _STYLES[event.style]
        if len(text) > MAX_SCALAR:
            raise RefusedError(self._fault("Y008", event, say("Y008.scalar", most=MAX_SCALAR)))
        if event.anchor is not None or event.tag is not None:
            self._refuse_sharing(event, "Y002.anchor" if event.anchor is not None else "Y002.tag")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame[0]) is dict and frame[2] is None:
            self._key(frame, event, text, style)
            return
        if style is Style.PLAIN:
            value = typed(text)
            if type(value) is str:
                self._plain_text(event, value)
        else:
            value = text
        if type(value) is str and len(value) < _SHORT:
            value = self.known.setdefault(value, value)
        self._add(event, value, style)

    def _plain_text(self, event: Any, text: str) -> None:
        if _WIDE_COLON.match(text):
            colon = event.start_mark.index + text.index("\uff1a")
            self._tell("Y007", colon, colon + 1, say("Y007.colon"))

    def _key(self, frame: Frame, event: Any, text: str, style: Style) -> None:
        odd = _ODD.search(text)
        if odd or "\uff1a" in text:
            self._odd_key(event, text)
        if text == "<<" and style is Style.PLAIN:
            self._refuse_sharing(event, "Y002.merge")
        frame[2] = sys.intern(text)
        frame[3] = len(self.starts)
        twin = frame[4].get(plain_name(text)) if not text.isascii() or text not in frame[0] else text
        if twin is not None:
            self._duplicate(frame, event, twin)
        elif not text.isascii():
            frame[4][plain_name(text)] = text
        self._mark(event, style)

    def _odd_key(self, event: Any, text: str) -> None:
        offset = next(i for i, each in enumerate(text) if _ODD.match(each) or each == "\uff1a")
        at = event.start_mark.index + offset
        said = (
            say("Y007.colon")
            if text[offset] == "\uff1a"
            else say("Y007.key", character=character_name(text[offset]))
        )
        self._tell("Y007", at, at + 1, said)

    def _duplicate(self, frame: Frame, event: Any, twin: str) -> None:
        first = self._key_node(frame, twin)
        line = self.text.count("\n", 0, self.starts[first]) + 1
        self._tell(
            "Y003",
            event.start_mark.index,
            event.end_mark.index,
            say("Y003.twice", key=event.value, line=line),
        )
        frame[5] = True

    def _key_node(self, frame: Frame, name: str) -> int:
        node: int = frame[1] + 1
        for key in frame[0]:
            if key == name:
                break
            node += 1 + (self.sizes[node + 1] >> 3)
        return node

    def _open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise RefusedError(self._fault("Y008", event, say("Y008.depth", most=MAX_DEPTH)))
        if event.anchor is not None or event.tag is not None:
            self._refuse_sharing(event, "Y002.anchor" if event.anchor is not None else "Y002.tag")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame[0]) is dict and frame[2] is None:
            raise RefusedError(self._fault("Y001", event, say("Y001.complex_key")))
        value: Value = {} if type(event).__name__ == "MappingStartEvent" else []
        node = len(self.starts)
        self._mark(event, Style.FLOW if event.flow_style else Style.BLOCK)
        self.stack.append([value, node, None, 0, {}, False])

    def _close(self, event: Any) -> None:
        value, node, *_ = self.stack.pop()
        style = self.sizes[node] & 7
        self.sizes[node] = packed(len(self.starts) - node, Style(style))
        self.ends[node] = event.end_mark.index if style == Style.FLOW else self.ends[-1]
        self._attach(value)

    def _add(self, event: Any, value: Value, style: Style) -> None:
        self._mark(event, style)
        if style is Style.PLAIN and self.watched:
            self._watch(value)
        self._attach(value)

    def _attach(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if type(frame[0]) is list:
            frame[0].append(value)
            return
        if frame[5]:
            self._forget(frame[3])
            frame[5] = False
        else:
            frame[0][frame[2]] = value
        frame[2] = None

    def _forget(self, node: int) -> None:
        for marks in (self.starts, self.ends, self.sizes):
            del marks[node:]

    def _watch(self, value: Value) -> None:
        frame = self.stack[-1] if self.stack else None
        names = (each[2] for each in reversed(self.stack) if each[2] is not None)
        if frame is not None and value is not None and next(names, None) in self.watched:
            self.bare.append(tuple(_step(each) for each in self.stack))

    def _mark(self, event: Any, style: Style) -> None:
        if len(self.starts) >= MAX_NODES:
            raise RefusedError(self._fault("Y008", event, say("Y008.nodes", most=MAX_NODES)))
        start = event.start_mark.index
        end = event.end_mark.index
        self.starts.append(start)
        self.ends.append(end)
        self.sizes.append(packed(1, style))

    def _refuse_sharing(self, event: Any, name: str) -> None:
        self._tell("Y002", event.start_mark.index, event.end_mark.index, say(name))

    def _tell(self, code: str, start: int, end: int, message: Message) -> None:
        if len(self.faults) < MOST_TOLD:
            self.faults.append((code, start, end, message))

    def _fault(self, code: str, event: Any, message: Message) -> Fault:
        return code, event.start_mark.index, event.end_mark.index, message


def _step(frame: Frame) -> str | int:
    return len(frame[0]) if type(frame[0]) is list else frame[2]


def plain_name(text: str) -> str:
    """A key as people read it: spaces, width and composition of characters aside."""
    import unicodedata  # noqa: PLC0415

    return "".join(unicodedata.normalize("NFKC", text).split())


def _nothing(_builder: Builder, _event: Any) -> None:
    """Events that carry no value."""


_HANDLERS = {
    "StreamStartEvent": _nothing,
    "StreamEndEvent": _nothing,
    "DocumentStartEvent": Builder._document,
    "DocumentEndEvent": _nothing,
    "AliasEvent": Builder._alias,
    "ScalarEvent": Builder._scalar,
    "MappingStartEvent": Builder._open,
    "MappingEndEvent": Builder._close,
    "SequenceStartEvent": Builder._open,
    "SequenceEndEvent": Builder._close,
}

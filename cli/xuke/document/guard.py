"""What is refused before anything is built: size, encoding, characters, conflict markers."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from xuke.model.characters import character_named
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Message, say
from xuke.model.place import Location, Position, top_of

#: Largest file that is read, in bytes.
MAX_BYTES = 8 * 1024 * 1024

#: At most so many odd characters or conflicts are told for one file.
MOST_TOLD = 20

#: A fault: code, first and last offset, message.
Fault: TypeAlias = tuple[str, int, int, Message]

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
#: Finds the first character that no text may hold, however it is written.
FORBIDDEN = _FORBIDDEN.search
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?\r?$|^={7}\r?$", re.MULTILINE)
_SIGNS = tuple(sign * 7 for sign in "<>|=")


def decoded(path: str, data: bytes) -> tuple[str | None, Diagnostic | None]:
    """The text of a file without a leading byte order mark, or the reason why there is none."""
    if len(data) > MAX_BYTES:
        size = say("Y008.bytes", size=len(data) // 1024, most=MAX_BYTES // 1024)
        return None, Diagnostic("Y008", ALL["Y008"], top_of(path), size)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        # What follows a byte order mark is counted from behind it.
        text = error.object
        place, byte, guess = _byte_position(text, error.start), f"{text[error.start]:02X}", _likely(data)
        message = say("Y004.encoding", byte=byte, guess=guess) if guess else say("Y004.unknown", byte=byte)
        return None, Diagnostic("Y004", ALL["Y004"], Location(path, place, place), message)


def faults(text: str) -> Iterator[Fault]:
    """Characters that YAML or an editor would misread, and unresolved merge conflicts."""
    # Nearly every text is spared both expressions by a look that costs a quarter of them.
    odd = () if text.replace("\n", "").isprintable() else _FORBIDDEN.finditer(text)
    for count, match in enumerate(odd):
        if count == MOST_TOLD:
            return
        yield (
            "Y001",
            match.start(),
            match.end(),
            say("Y001.character", character=character_named(match.group())),
        )
    for match in islice(_conflicts(text), MOST_TOLD) if any(sign in text for sign in _SIGNS) else ():
        yield "Y005", match.start(), match.end(), say("Y005.conflict")


def _conflicts(text: str) -> Iterator["re.Match[str]"]:
    """Where conflicts begin; the first marker that is left where no beginning is."""
    begun = (match for match in _CONFLICT.finditer(text) if match.group().startswith("<"))
    first = next(begun, None) or _CONFLICT.search(text)
    if first:
        yield first
        yield from begun


def plain_name(text: str) -> str:
    """A key as people read it: spaces, width and composition of characters aside."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _byte_position(data: bytes, offset: int) -> Position:
    start = data.rfind(b"\n", 0, offset) + 1
    before = data[start:offset].decode("utf-8", "replace")
    return Position(data.count(b"\n", 0, offset) + 1, len(before) + 1)


def _likely(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"

"""What can be mended without judging: quotes of codes, dates, width of digits, odd signs, order, blanks."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from xuke.document.emit import scalar
from xuke.document.meant import meant_code, meant_date, meant_name
from xuke.document.patch import TextEdit, encoded, patched, with_plain_ends
from xuke.document.read import read
from xuke.document.unseen import UNSEEN, cleared
from xuke.edit.order import reordered
from xuke.model.document import Document, Style, Value
from xuke.model.part import at
from xuke.model.place import Pointer
from xuke.model.record import Record
from xuke.sources.load import records_of
from xuke.words.schemas import code_names, innermost, is_code, is_name, property_of, resolved, schema_of_kind

_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_BLOCKS = {Style.LITERAL, Style.FOLDED}
_NUMBERS = {"integer", "number"}

#: From so many digits on, an identifier is meant and no amount.
_DIGITS = 16


class Fixed(NamedTuple):
    """One file before and after; equal where nothing could be mended."""

    path: str
    old: bytes
    new: bytes

    @property
    def unseen(self) -> int:
        """How many invisible characters are gone, which no comparison of lines shows."""
        old, new = (UNSEEN.findall(data.decode("utf-8-sig")) for data in (self.old, self.new))
        return len(old) - len(new)


class _Change(NamedTuple):
    pointer: Pointer
    value: Value
    edit: TextEdit


#: How a scalar is to be written and what it then is: by its record, its place there, its value and its text.
_Judge: TypeAlias = Callable[[Record, Pointer, Value, Style, str], "tuple[str, Value] | None"]


def fixed(path: str, data: bytes) -> Fixed:
    """A file with all that is safe mended; unchanged where it cannot be read or the result would differ."""
    document, _ = read(path, with_plain_ends(data), code_names())
    if document is None or document.value is None:
        return Fixed(path, data, data)
    text = with_plain_ends(data).decode("utf-8-sig")
    changes = list(_changes(document, text, _cleared))
    mended = patched(text, [*(each.edit for each in changes), *_blanks(document, text)])
    wanted = _with(document.value, changes)
    new = encoded(reordered(path, mended), data)
    again, _ = read(path, new)
    return Fixed(path, data, new if again is not None and again.value == wanted else data)


def quoted(path: str, text: str) -> str:
    """A text whose codes are texts: numbers that were written without quotes, as they were written."""
    document, _ = read(path, text.encode())
    changes = _changes(document, text, _mended) if document else ()
    return patched(text, (each.edit for each in changes if f'"{each.value}"' == each.edit.new))


def _changes(document: Document, text: str, judge: _Judge) -> Iterator[_Change]:
    for record in records_of(document):
        yield from _of_record(document, text, record, judge)


def _of_record(document: Document, text: str, record: Record, judge: _Judge) -> Iterator[_Change]:
    for pointer in _scalars(record.fields, ()):
        place = (*record.home.pointer, *pointer)
        mark = document.mark(place)
        value = at(document.value, *place)
        plain = judge(record, pointer, value, mark.style, text[mark.start : mark.end])
        if plain is not None:
            written, new = plain
            yield _Change(place, new, TextEdit(mark.start, mark.end, written))


def _scalars(value: object, pointer: Pointer) -> Iterator[Pointer]:
    match value:
        case dict():
            for name, child in value.items():
                yield from _scalars(child, (*pointer, name))
        case list():
            for index, child in enumerate(value):
                yield from _scalars(child, (*pointer, index))
        case str() | int() | float():
            yield pointer


def _cleared(
    record: Record, pointer: Pointer, value: Value, style: Style, written: str
) -> tuple[str, Value] | None:
    """What else is mended, or a text without its invisible characters."""
    mended = _mended(record, pointer, value, style, written)
    return mended or (cleared(value, style, written) if isinstance(value, str) else None)


def _mended(
    record: Record, pointer: Pointer, value: Value, style: Style, written: str
) -> tuple[str, Value] | None:
    node = property_of(
        schema_of_kind(record.key.kind), tuple(each for each in pointer if isinstance(each, str))
    )
    if node is None or isinstance(value, bool):
        return None
    if is_code(*node):
        return _code(value, style, written)
    if is_name(*node):
        return _plainly(value, style, meant_name(str(value)))
    if innermost(*node)[1].get("format") == "date":
        return _plainly(value, style, meant_date(str(value)))
    return _number(value, resolved(*node)[1].get("type"))


def _code(value: Value, style: Style, written: str) -> tuple[str, Value] | None:
    if not isinstance(value, str):
        return (f'"{written}"', written) if style is Style.PLAIN else None
    plain = meant_code(value)
    return (f'"{plain}"', plain) if plain and (plain != value or style is Style.PLAIN) else None


def _plainly(value: Value, style: Style, plain: str) -> tuple[str, Value] | None:
    """A text on one line as what it was meant to be."""
    is_other = isinstance(value, str) and plain not in {"", value}
    return (scalar(plain, style=style), plain) if is_other and style not in _BLOCKS else None


def _number(value: Value, kinds: object) -> tuple[str, Value] | None:
    wanted = {kinds} if isinstance(kinds, str) else set(kinds if isinstance(kinds, list) else ())
    if not isinstance(value, str) or not wanted & _NUMBERS:
        return None
    plain = unicodedata.normalize("NFKC", value)
    # Longer ones are no numbers to the reader either, and Python refuses to convert the longest.
    is_short = plain.isascii() and plain.isdigit() and len(plain) < _DIGITS
    is_whole = plain != value and is_short and str(int(plain)) == plain
    return (plain, int(plain)) if is_whole else None


def _blanks(document: Document, text: str) -> Iterator[TextEdit]:
    marks = document.marks
    blocks = [
        (marks.starts[node], marks.ends[node])
        for node in range(len(marks.starts))
        if marks.mark(node).style not in {Style.PLAIN, Style.BLOCK, Style.FLOW}
    ]
    for match in _TRAILING.finditer(text):
        if not any(start <= match.start() < end for start, end in blocks):
            yield TextEdit(match.start(), match.end(), "")


def _with(value: Value, changes: list[_Change]) -> Value:
    wanted = {each.pointer: each.value for each in changes}
    return _replaced(value, (), wanted)


def _replaced(value: Value, pointer: Pointer, wanted: dict[Pointer, Value]) -> Value:
    if pointer in wanted:
        return wanted[pointer]
    match value:
        case dict():
            return {name: _replaced(each, (*pointer, name), wanted) for name, each in value.items()}
        case list():
            return [_replaced(each, (*pointer, index), wanted) for index, each in enumerate(value)]
    return value

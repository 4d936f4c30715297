"""Values to canonical YAML text: two blanks a level, codes quoted, everything else as plain as it can be."""

import json
import re
from collections.abc import Collection, Iterable, Iterator

from xuke.document.build import typed
from xuke.document.guard import FORBIDDEN
from xuke.model.document import Style, Value

_INDENT = "  "
_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*").fullmatch

#: What may not begin a plain scalar, and what may not stand inside one.
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=~. \t")
_ODD = "\x00-\x1f\x7f-\xa0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff"
_INSIDE = re.compile(f"[{_ODD}]|: | #|:$| $").search
_WIDE_COLON = re.compile("[a-z][a-z_]*\uff1a").match
_FLOW = re.compile(r"[,\[\]{}]").search

#: Words that other readers of YAML take for true, false or nothing.
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])


def scalar(value: Value, *, is_code: bool = False, style: Style = Style.PLAIN) -> str:
    """One value on one line; a text keeps the quotes of ``style`` where they can hold it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str() if is_code or style is Style.DOUBLE or not _is_plain(value):
            return _single(value) if style is Style.SINGLE and not is_code else _double(value)
        case str():
            return _single(value) if style is Style.SINGLE else value
    return repr(value)


def _is_plain(text: str) -> bool:
    if not text or text[0] in _FIRST or _INSIDE(text) or _WIDE_COLON(text):
        return False
    return text.lower() not in _WORDS and typed(text) is text


def _double(text: str) -> str:
    return _escaped(json.dumps(text, ensure_ascii=False))


def _escaped(quoted: str) -> str:
    # JSON leaves these as they are; the reader refuses them however they are written, but a text stays whole.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _single(text: str) -> str:
    if FORBIDDEN(text) or "\n" in text or "\t" in text:
        return _double(text)
    return "'" + text.replace("'", "''") + "'"


def flow(value: Value, styles: Iterable[Style], *, is_code: bool = False) -> str | None:
    """A list or mapping of scalars on one line, each in its own style, or None where it holds more."""
    values = value if isinstance(value, list) else value.values() if isinstance(value, dict) else []
    if any(isinstance(each, list | dict) for each in values):
        return None
    texts = [_in_flow(each, is_code, style) for each, style in zip(values, styles, strict=True)]
    match value:
        case list():
            return f"[{', '.join(texts)}]"
        case dict():
            return "{" + ", ".join(map("{}: {}".format, map(key, value), texts)) + "}"
    return None


def _in_flow(value: Value, is_code: bool, style: Style) -> str:
    text = scalar(value, is_code=is_code, style=style)
    return _double(text) if isinstance(value, str) and text is value and _FLOW(text) else text


def key(name: str) -> str:
    """A name before its colon."""
    return name if _KEY(name) and typed(name) is name else _double(name)


def entry(name: str, value: Value, codes: Collection[str]) -> list[str]:
    """The lines of one field, without indent; ``codes`` names the fields whose texts are always quoted."""
    first, *rest = body(value, codes, name)
    return [f"{key(name)}:{first}", *rest]


def element(value: Value, codes: Collection[str], name: str) -> list[str]:
    """The lines of one element of the list ``name``, from its dash, without indent."""
    if isinstance(value, dict) and value:
        first, *rest = mapping(value, codes)
        return [f"- {first}", *indented(rest)]
    first, *rest = body(value, codes, name)
    return [f"-{first}", *rest]


def mapping(value: dict[str, Value], codes: Collection[str]) -> list[str]:
    """The lines of all fields of a mapping, without indent."""
    return [line for name, each in value.items() for line in entry(name, each, codes)]


def body(value: Value, codes: Collection[str], name: str) -> list[str]:
    """What stands behind ``name:`` or a dash: the rest of that line, and the lines below it."""
    match value:
        case dict() if value:
            return ["", *indented(mapping(value, codes))]
        case list() if value:
            return ["", *indented([line for each in value for line in element(each, codes, name)])]
        case dict() | list():
            return [" {}" if isinstance(value, dict) else " []"]
        case str() if name not in codes and _is_literal(value):
            sign = "|" if value.endswith("\n") else "|-"
            return [f" {sign}", *indented(value.removesuffix("\n").split("\n"))]
    return [f" {scalar(value, is_code=name in codes)}"]


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines a level further in; empty ones stay empty."""
    return (_INDENT + line if line else line for line in lines)


def _is_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    is_sound = all(line == line.rstrip() and not FORBIDDEN(line) and "\t" not in line for line in lines)
    return len(lines) > 1 and is_sound and bool(lines[0]) and not lines[0][0].isspace() and bool(lines[-1])

"""The parser's complaints in our own words, at the line where the mistake was made."""

import re
from typing import Any

from xuke.document.guard import Fault
from xuke.document.quotes import unpaired
from xuke.model.characters import character_named
from xuke.model.diagnostic import Message, say

#: What is told where it begins and not where the parser gave up.
_BEGUN = ("Y001.quote", "Y001.no_colon")

#: What a complaint contains, and the message that says what to do.
_KNOWN = (
    ("found a tab character", "Y001.tab"),
    ("that violates indentation", "Y001.tab"),
    ("mapping values are not allowed", "Y001.colon"),
    ("could not find expected ':'", "Y001.no_colon"),
    ("cannot start any token", "Y001.start"),
    ("unexpected end of stream", "Y001.quote"),
    ("unexpected document indicator", "Y001.quote"),
    ("unknown escape character", "Y001.escape"),
    ("did not find expected hexdecimal number", "Y001.escape"),
    ("invalid Unicode character escape code", "Y001.escape"),
    ("found unexpected ':'", "Y001.sign"),
    ("did not find expected ',' or", "Y001.bracket"),
    ("did not find expected node content", "Y001.bracket"),
    ("did not find expected key", "Y001.indent"),
    ("did not find expected '-' indicator", "Y001.indent"),
    ("block sequence entries are not allowed", "Y001.indent"),
    ("block collection", "Y001.indent"),
)

#: What a value between brackets may not hold without quotes.
_SIGN = re.compile("[:?](?! |$)", re.MULTILINE)

_WIDE_COLON = re.compile("^[ \\-]*+[^ \n:]+(\uff1a)", re.MULTILINE)
_BARE_LINE = re.compile("^( *)([^ \n:#'\"{}\\[\\]|>-][^\n:#]*)\n\\1[^ \n:]+:(?: |$)", re.MULTILINE)
_ODD_INDENT = re.compile("^ *(?:- )?([\u00a0\u3000\t])", re.MULTILINE)


def problem_of(text: str, error: Any) -> Fault:
    """The fault behind an error of the parser; the line before is looked at as well."""
    message = _message(str(getattr(error, "problem", "") or ""))
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    ends = reversed(marks) if message.name in _BEGUN else marks
    mark = next((each for each in ends if each is not None), None)
    at = mark.index if mark is not None else getattr(error, "position", 0) or 0
    at = min(at, len(text))
    if message.name == "Y001.bracket" and _SIGN.match(text, at):
        message = say("Y001.sign")
    return unpaired(text, at) or _likelier(text, at) or ("Y001", at, at, message)


def _message(problem: str) -> Message:
    names = (name for part, name in _KNOWN if part in problem)
    return say(next(names, "Y001.structure"))


def _likelier(text: str, at: int) -> Fault | None:
    start = text.rfind("\n", 0, at) + 1
    before = text.rfind("\n", 0, max(start - 1, 0)) + 1
    stop = text.find("\n", at)
    window = (before, stop if stop >= 0 else len(text))
    colon = _WIDE_COLON.search(text, *window)
    if colon:
        return "Y001", colon.start(1), colon.end(1), say("Y001.wide_colon")
    odd = _ODD_INDENT.search(text, *window)
    if odd:
        return _odd_indent(odd)
    bare = _BARE_LINE.match(text, before)
    if bare and start <= at <= bare.end():
        return "Y001", bare.start(2), bare.end(2), say("Y001.no_colon")
    return None


def _odd_indent(odd: "re.Match[str]") -> Fault:
    if odd.group(1) == "\t":
        return "Y001", odd.start(1), odd.end(1), say("Y001.tab")
    return "Y001", odd.start(1), odd.end(1), say("Y001.odd_indent", character=character_named(odd.group(1)))

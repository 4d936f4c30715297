"""Whether a paper holds every value of its record: what it should say, looked for in what it says."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuke.memo.annexes import item_name, period_text, unit_name
from xuke.memo.names import full_name
from xuke.memo.paper import day_text
from xuke.memo.pushes import limit_text
from xuke.model.document import Value
from xuke.model.limit import limit_of
from xuke.model.part import Part, day_of
from xuke.model.register import Register
from xuke.model.views import Memo
from xuke.words.labels import enum_label
from xuke.words.schemas import property_of, reference_kind, resolved
from xuke.words.zh import gongwen as zh

#: What stands behind a paper and not on it: names of list elements, digests, where values come from.
BEHIND = frozenset(
    (
        *("id", "fingerprint", "signature", "source", "document", "provenance", "status"),
        *("supplements", "confirmations"),
    )
)

#: Numbers that are looked for with the words around them, because a bare one is found anywhere.
_COUNTS: dict[tuple[str, ...], str] = {
    ("staff", "posts"): zh.POSTS,
    ("staff", "persons"): zh.PERSONS,
    ("copies",): zh.COPIES,
}

_SIDES = {("stages", "periods", "lead"), ("stages", "periods", "assist")}
_YES: dict[tuple[str, ...], str] = {
    ("stages", "principle"): zh.IN_PRINCIPLE,
    ("push", "synchronous"): zh.PUSH_SYNCHRONOUS,
}

_BLANKS = re.compile(r"\s+")


class Expected(NamedTuple):
    """A field, and the text that stands for its value on paper."""

    field: str
    text: str


def missing(wanted: Iterable[Expected], texts: Iterable[str]) -> list[Expected]:
    """The values that are not found in a paper, in their order."""
    said = _BLANKS.sub("", "".join(texts))
    return [each for each in wanted if _BLANKS.sub("", each.text) not in said]


def expected(memo: Memo, register: Register) -> Iterator[Expected]:
    """Every value that a paper has to hold, as it is printed; null and no need no print."""
    # A remark on the memorandum as a whole is no part of its text; those of its items are.
    fields = {name: value for name, value in memo.fields.items() if name != "note"}
    yield from _Reader(memo, register).read((), (), fields)
    yield from _rows(memo, register)


def of_supplement(supplement: Part) -> Iterator[Expected]:
    """Every value that the paper of a supplement has to hold."""
    for name in ("number", "text"):
        yield Expected(name, supplement.text(name))
    if day := supplement.day("date"):
        yield Expected("date", day_text(day))
    for place, each in enumerate(supplement.parts("changes")):
        yield Expected(f"changes.{place}.item", each.text("item"))
    for place, each in enumerate(supplement.parts("items")):
        yield Expected(f"items.{place}", each.text("code"))
        for suffix in each.texts("suffixes"):
            yield Expected(f"items.{place}.suffixes", suffix)
    for place, code in enumerate(supplement.texts("removed")):
        yield Expected(f"removed.{place}", code)


def _rows(memo: Memo, register: Register) -> Iterator[Expected]:
    """What stands side by side in the tables: a word alone may be found in any sentence."""
    for place, row in enumerate(memo.parts("stages")):
        title = enum_label("memorandum", ("stages", "stage"), row.text("stage"), False)
        for number, period in enumerate(row.parts("periods")):
            text = period_text(period) + unit_name(period.text("lead"), memo, register)
            yield Expected(f"stages.{place}.periods.{number}", text if number else title + text)
    for place, entry in enumerate(memo.entries):
        yield Expected(f"items.{place}", str(place + 1) + item_name(entry, register) + entry.text("code"))


class _Reader:
    def __init__(self, memo: Memo, register: Register) -> None:
        self.memo = memo
        self.register = register

    def read(self, path: tuple[str, ...], steps: tuple[str, ...], value: Value) -> Iterator[Expected]:
        limit = limit_of(value) if path[-1:] == ("within",) else None
        match value:
            case dict() if limit is not None:
                yield Expected(".".join(steps), zh.PUSH_AT_ONCE if limit.is_immediate else limit_text(limit))
                yield from self._fields(path, steps, {"basis": value.get("basis")})
            case dict():
                yield from self._fields(path, steps, value)
            case list():
                for place, each in enumerate(value):
                    yield from self.read(path, (*steps, str(place)), each)
            case _:
                if text := self._text(path, value):
                    yield Expected(".".join(steps), text)

    def _fields(
        self, path: tuple[str, ...], steps: tuple[str, ...], fields: dict[str, Value]
    ) -> Iterator[Expected]:
        for name, each in fields.items():
            if name not in BEHIND:
                yield from self.read((*path, name), (*steps, name), each)

    def _text(self, path: tuple[str, ...], value: Value) -> str:
        match value:
            case None | False:
                return ""
            case True:
                return _YES.get(path, "")
            case int() if path in _COUNTS:
                return _COUNTS[path].format(count=value).partition("，")[0]
            case str():
                return self._word(path, value)
        return str(value)

    def _word(self, path: tuple[str, ...], value: str) -> str:
        node = property_of("memorandum", path)
        if node is None:
            return value
        if path in _SIDES:
            return unit_name(value, self.memo, self.register)
        day = day_of(value) if resolved(*node)[1].get("format") == "date" else None
        if day:
            return day_text(day)
        if reference_kind(*node) == "document":
            found = self.register.document(value)
            return (found.text("title") if found else "") or value
        if reference_kind(*node) == "department":
            return full_name(value, self.register)
        return enum_label("memorandum", path, value, False)

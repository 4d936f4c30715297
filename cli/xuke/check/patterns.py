"""Patterns that data may hold: matched state by state, so that no pattern and no text takes long.

Characters, classes, alternatives, and repetitions that are not nested; the whole text has to fit.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

#: Longest text that is matched, and the most states that a pattern may have.
LONGEST, _MOST = 2_000, 500

#: A class, an escaped character or any other character; what stands for itself or for several.
_ATOM = re.compile(r"\[\^?(?:\\.|[^\[\]\\])+\]|\\.|[^\\]", re.DOTALL)
_TIMES = re.compile(r"[?*+]|\{([0-9]{1,3})(?:(,)([0-9]{1,3})?)?\}")

#: What Python would take for more than a set of characters, now or in a later version.
_DOUBLE = re.compile(r"--|&&|~~|\|\|")
_ESCAPES = re.compile(r"\\(?:[dDwWsS]|[^A-Za-z0-9])", re.DOTALL)

Test: TypeAlias = Callable[[str], object]


class RefusedError(Exception):
    """Why a pattern is not allowed: ``syntax``, ``nested`` or ``size``."""


@dataclass(frozen=True, slots=True)
class _One:
    test: Test


@dataclass(frozen=True, slots=True)
class _Row:
    parts: tuple["_Node", ...]


@dataclass(frozen=True, slots=True)
class _Either:
    ways: tuple["_Node", ...]


@dataclass(frozen=True, slots=True)
class _Times:
    node: "_Node"
    least: int
    most: int | None


_Node: TypeAlias = _One | _Row | _Either | _Times


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0

    def whole(self) -> _Node:
        node = self._either()
        if self.place < len(self.pattern):
            raise RefusedError("syntax")
        return node

    def _either(self) -> _Node:
        ways = [self._row()]
        while self._takes("|"):
            ways.append(self._row())
        return ways[0] if len(ways) == 1 else _Either(tuple(ways))

    def _row(self) -> _Node:
        parts = []
        while self.place < len(self.pattern) and self.pattern[self.place] not in "|)":
            parts.append(self._repeated(self._group() if self._takes("(") else self._one()))
        return _Row(tuple(parts))

    def _group(self) -> _Node:
        if not self._takes("?:") and self.pattern.startswith("?", self.place):
            raise RefusedError("syntax")
        node = self._either()
        if not self._takes(")"):
            raise RefusedError("syntax")
        return node

    def _one(self) -> _Node:
        found = _ATOM.match(self.pattern, self.place)
        if found is None or found[0] in set("[]*+?{}^$"):
            raise RefusedError("syntax")
        self.place = found.end()
        return _One(_test(found[0]))

    def _repeated(self, node: _Node) -> _Node:
        found = _TIMES.match(self.pattern, self.place)
        if found is None:
            return node
        self.place = found.end()
        least, most = _bounds(found)
        if _repeats(node) or _TIMES.match(self.pattern, self.place):
            raise RefusedError("nested")
        if most is not None and least > most:
            raise RefusedError("syntax")
        return _Times(node, least, most)

    def _takes(self, text: str) -> bool:
        is_here = self.pattern.startswith(text, self.place)
        self.place += len(text) if is_here else 0
        return is_here


def _test(atom: str) -> Test:
    inside = atom[1:-1] if len(atom) > 2 else ""
    escapes = re.findall(r"\\.", atom, re.DOTALL)
    if _DOUBLE.search(inside) or not all(map(_ESCAPES.fullmatch, escapes)):
        raise RefusedError("syntax")
    try:
        return re.compile(atom, re.DOTALL).fullmatch
    except re.error:
        raise RefusedError("syntax") from None


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    if found[1] is None:
        return {"?": (0, 1), "*": (0, None), "+": (1, None)}[found[0]]
    least = int(found[1])
    return least, (int(found[3]) if found[3] else None) if found[2] else least


def _repeats(node: _Node) -> bool:
    match node:
        case _Times():
            return True
        case _Row(parts) | _Either(parts):
            return any(map(_repeats, parts))
    return False


class Pattern:
    """A pattern as a net of states; matching takes at most states times characters."""

    def __init__(self, pattern: str) -> None:
        self._tests: list[Test | None] = [None]
        self._next: list[list[int]] = [[]]
        body = pattern.removeprefix("^")
        # A last sign of the end says nothing here, unless it is an escaped one.
        is_marked = body.endswith("$") and (len(body) - len(body[:-1].rstrip("\\"))) % 2 == 1
        self._start = self._built(_Parser(body[:-1] if is_marked else body).whole(), 0)

    def fits(self, text: str) -> bool:
        """Whether the whole text fits; one that is too long does not."""
        if len(text) > LONGEST:
            return False
        states = self._reached([self._start])
        for sign in text:
            states = self._reached(self._after(states, sign))
        return 0 in states

    def _after(self, states: Iterable[int], sign: str) -> Iterator[int]:
        for state in states:
            test = self._tests[state]
            if test is not None and test(sign):
                yield from self._next[state]

    def _reached(self, states: Iterable[int]) -> set[int]:
        seen: set[int] = set()
        waiting = list(states)
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                waiting += self._next[state] if self._tests[state] is None else ()
        return seen

    def _state(self, test: Test | None, *after: int) -> int:
        if len(self._tests) >= _MOST:
            raise RefusedError("size")
        self._tests.append(test)
        self._next.append(list(after))
        return len(self._tests) - 1

    def _built(self, node: _Node, after: int) -> int:
        match node:
            case _One(test):
                return self._state(test, after)
            case _Row(parts):
                for part in reversed(parts):
                    after = self._built(part, after)
                return after
            case _Either(ways):
                return self._state(None, *(self._built(way, after) for way in ways))
        return self._copies(node.node, node.least, self._rest(node, after))

    def _rest(self, times: _Times, after: int) -> int:
        if times.most is None:
            loop = self._state(None, after)
            self._next[loop].append(self._built(times.node, loop))
            return loop
        start = after
        for _ in range(times.most - times.least):
            start = self._state(None, self._built(times.node, start), after)
        return start

    def _copies(self, inner: _Node, count: int, after: int) -> int:
        for _ in range(count):
            after = self._built(inner, after)
        return after

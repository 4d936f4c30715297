"""Values written as YAML in many styles, by a writer that knows where it put them."""

import json
import re

from hypothesis import strategies as st

from xuke.document.guard import FORBIDDEN

_LETTERS = "abcdefghijklmnopqrstuvwxyz行政许可事项划转备忘录"
_PLAIN = re.compile(f"[{_LETTERS}](?:[{_LETTERS}0-9 ]*[{_LETTERS}0-9])?").fullmatch
_BLOCK = re.compile(r"[^\s#][^\n]*(?:\n+[^\s][^\n]*)*\n?").fullmatch
_WORDS = {"null", "true", "false"}

NAMES = st.text(_LETTERS + "_", min_size=1, max_size=6)
TEXTS = st.one_of(
    st.text(_LETTERS + "0123456789 ", max_size=12),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")).filter(lambda each: not FORBIDDEN(each))),
    st.lists(st.text(_LETTERS + " :#-'\"", max_size=8), max_size=4).map("\n".join),
)
NUMBERS = st.one_of(st.integers(1 - 10**15, 10**15 - 1), st.integers(-(10**6), 10**6).map(lambda n: n / 4))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
ROOTS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


class Writer:
    """Writes one value; ``places`` and ``key_places`` hold line and column by pointer."""

    def __init__(self, choose, ending="\n"):
        self.choose = choose
        self.ending = ending
        self.text = ""
        self.places = {}
        self.key_places = {}

    def put(self, text):
        self.text += text

    def here(self):
        return self.text.count("\n") + 1, len(self.text) - (self.text.rfind("\n") + 1) + 1

    def root(self, value):
        if self.choose("comment", "none") == "comment":
            self.put(f"# 姚安{self.ending}")
        if self.choose("block", "flow") == "flow":
            self.flow(value, ())
            self.put(self.ending)
        else:
            self.mapping(value, 0, ())

    def mapping(self, value, indent, pointer, begun=False):
        for name, each in value.items():
            self.put("" if begun else " " * indent)
            begun = False
            self.places.setdefault(pointer, self.here())
            self.key_places[*pointer, name] = self.here()
            self.put(self.key(name) + ":")
            self.after_key(each, indent, (*pointer, name))

    def key(self, name):
        style = self.choose("plain", "single", "double")
        if style == "plain" and name not in _WORDS and _PLAIN(name):
            return name
        return f"'{name}'" if style == "single" else json.dumps(name, ensure_ascii=False)

    def after_key(self, value, indent, pointer):
        if self.is_block(value):
            self.put(self.ending)
            if isinstance(value, dict):
                self.mapping(value, indent + 2, pointer)
            else:
                self.sequence(value, indent + (2 if self.choose("in", "level") == "in" else 0), pointer)
        elif value is None and self.choose("empty", "null") == "empty":
            self.put(self.ending)
        else:
            self.put(" ")
            self.line(value, indent, pointer)

    def sequence(self, value, indent, pointer, begun=False):
        for index, each in enumerate(value):
            self.put("" if begun else " " * indent)
            begun = False
            self.places.setdefault(pointer, self.here())
            self.put("- ")
            here = (*pointer, index)
            if not self.is_block(each):
                self.line(each, indent, here)
            elif isinstance(each, dict):
                self.mapping(each, indent + 2, here, begun=True)
            else:
                self.sequence(each, indent + 2, here, begun=True)

    def is_block(self, value):
        return isinstance(value, dict | list) and bool(value) and self.choose("block", "flow") == "block"

    def line(self, value, indent, pointer):
        if isinstance(value, str) and _BLOCK(value) and self.choose("literal", "line") == "literal":
            self.literal(value, indent, pointer)
        else:
            self.flow(value, pointer)
            self.put(self.choose("", " # 注") + self.ending)

    def literal(self, value, indent, pointer):
        self.places[pointer] = self.here()
        self.put("|" if value.endswith("\n") else "|-")
        for each in value.removesuffix("\n").split("\n"):
            self.put(self.ending + (" " * (indent + 2) + each if each else ""))
        self.put(self.ending)

    def flow(self, value, pointer):
        self.places[pointer] = self.here()
        match value:
            case dict():
                self.put("{")
                for count, (name, each) in enumerate(value.items()):
                    self.put(", " if count else "")
                    self.key_places[*pointer, name] = self.here()
                    self.put(self.key(name) + ": ")
                    self.flow(each, (*pointer, name))
                self.put("}")
            case list():
                self.put("[")
                for index, each in enumerate(value):
                    self.put(", " if index else "")
                    self.flow(each, (*pointer, index))
                self.put("]")
            case str():
                self.put(self.quoted(value))
            case _:
                self.put(json.dumps(value))

    def quoted(self, value):
        style = self.choose("plain", "single", "double")
        if style == "plain" and value not in _WORDS and _PLAIN(value):
            return value
        if style == "single" and "\n" not in value:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)


@st.composite
def written(draw):
    """A value, and the writer that wrote it."""
    value = draw(ROOTS)
    choices = draw(st.randoms(use_true_random=False))
    writer = Writer(lambda *words: choices.choice(words), draw(st.sampled_from(["\n", "\r\n"])))
    writer.root(value)
    return value, writer


def pointers(value, pointer=()):
    """Every place in a value, with what stands there."""
    yield pointer, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in pairs:
        yield from pointers(each, (*pointer, step))

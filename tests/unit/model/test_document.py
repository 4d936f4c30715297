"""Where the parts of a document stand."""

import pytest

from trees import parsed
from xuke.model.document import Document, Mark, Marks, Style
from xuke.model.place import Location, Position, top_of

TEXT = """\
# 注
items:
  - code: "01"
    tags: [甲, {乙: 丙}]
  - code: '02'
    note: |
      一
      二
"""
DOCUMENT = parsed(TEXT)


@pytest.mark.parametrize(
    ("pointer", "start", "end"),
    [
        ((), (2, 1), (9, 1)),
        (("items",), (3, 3), (9, 1)),
        (("items", 0), (3, 5), (4, 22)),
        (("items", 0, "code"), (3, 11), (3, 15)),
        (("items", 0, "tags"), (4, 11), (4, 22)),
        (("items", 0, "tags", 1, "乙"), (4, 19), (4, 20)),
        (("items", 1, "note"), (6, 11), (9, 1)),
        (("items", 7), (3, 3), (9, 1)),
        (("items", -1), (3, 3), (9, 1)),
        (("items", "code"), (3, 3), (9, 1)),
        (("items", 0, "code", "deeper"), (3, 11), (3, 15)),
        (("none", 3, "deeper"), (2, 1), (9, 1)),
        ((0,), (2, 1), (9, 1)),
    ],
)
def test_a_value_or_its_nearest_ancestor_is_located(pointer, start, end):
    assert DOCUMENT.locate(pointer) == Location(DOCUMENT.path, Position(*start), Position(*end))


@pytest.mark.parametrize(
    ("pointer", "start"),
    [
        (("items",), (2, 1)),
        (("items", 0, "code"), (3, 5)),
        (("items", 0, "tags", 1, "乙"), (4, 16)),
        (("items", 0), (3, 5)),
        (("items", 0, "none"), (3, 5)),
        (("items", 9, "code"), (3, 3)),
        (("items", 0, "code", "deeper"), (3, 11)),
        ((), (2, 1)),
    ],
)
def test_a_key_is_located_and_an_element_has_none(pointer, start):
    assert DOCUMENT.locate_key(pointer).start == start


@pytest.mark.parametrize(
    ("pointer", "cut", "style"),
    [
        (("items", 0, "code"), '"01"', Style.DOUBLE),
        (("items", 1, "code"), "'02'", Style.SINGLE),
        (("items", 0, "tags"), "[甲, {乙: 丙}]", Style.FLOW),
        (("items", 0, "tags", 0), "甲", Style.PLAIN),
        (("items", 1, "note"), "|\n      一\n      二\n", Style.LITERAL),
        (("items", 0), 'code: "01"\n    tags: [甲, {乙: 丙}]', Style.BLOCK),
    ],
)
def test_a_mark_cuts_the_text_and_names_its_style(pointer, cut, style):
    mark = DOCUMENT.mark(pointer)
    assert isinstance(mark, Mark)
    assert (TEXT[mark.start : mark.end], mark.style) == (cut, style)


def test_an_empty_file_is_located_at_its_top():
    document = parsed("")
    assert document.value is None
    assert document.locate(("items", 0)) == document.locate_key(("items",)) == top_of(document.path)


def test_documents_are_compared_by_identity():
    assert parsed(TEXT) != DOCUMENT
    assert DOCUMENT == DOCUMENT  # noqa: PLR0124


def test_marks_know_what_follows_a_subtree():
    marks = DOCUMENT.marks
    assert isinstance(marks, Marks)
    assert marks.after(0) == len(marks.starts)
    assert isinstance(Document("x.yaml", None, marks).locate(()), Location)


@pytest.mark.parametrize(
    "text", ["- x\n- [a, b]\n" * 20, "".join(f"k{n}: {{a: [1, 2]}}\n" for n in range(40))]
)
def test_parts_of_long_lists_and_groups_are_located_as_those_of_short_ones(text):
    document = parsed(text)
    steps = range(len(document.value)) if isinstance(document.value, list) else list(document.value)
    for line, step in enumerate(steps, 1):
        assert document.locate((step,)).start.line == line
        assert document.locate_key((step,)).start == (line, 3 if isinstance(step, int) else 1)
    assert len(document.parts) == 1

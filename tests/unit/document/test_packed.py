"""A document as bytes: what is no document is refused, not believed."""

import pytest

from trees import parsed
from xuke.document.packed import DAMAGES, packed, unpacked
from xuke.model.document import Document, Marks

DATA = packed(parsed("a: 1\nb: [x, 1.5, true, null]\n"))


def test_a_document_without_its_path_comes_back_under_another():
    kept = unpacked("other.yaml", DATA)
    assert (kept.path, kept.value) == ("other.yaml", {"a": 1, "b": ["x", 1.5, True, None]})
    assert str(kept.locate(("b", 1))) == "other.yaml:2:8"


@pytest.mark.parametrize("length", range(0, len(DATA), 7))
def test_bytes_that_were_cut_are_refused(length):
    with pytest.raises(DAMAGES):
        unpacked("x.yaml", DATA[:length])


def test_marks_of_unlike_length_are_refused():
    marks = parsed("a: 1\n").marks
    odd = Marks(marks.starts, marks.ends[:-1], marks.sizes, marks.lines)
    with pytest.raises(DAMAGES):
        unpacked("x.yaml", packed(Document("x.yaml", {}, odd)))


def test_text_that_utf_8_cannot_hold_is_not_kept():
    assert packed(Document("x.yaml", {"a": "\ud800"}, parsed("a: 1\n").marks)) is None


def test_equal_texts_are_held_once():
    kept = unpacked("x.yaml", packed(parsed("a: [甲乙, 丙]\nb: {c: 甲乙}\n"))).value
    assert kept == {"a": ["甲乙", "丙"], "b": {"c": "甲乙"}}
    assert kept["a"][0] is kept["b"]["c"]

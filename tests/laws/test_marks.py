"""Laws of places: every value stands where its mark says."""

from hypothesis import given

from trees import parsed
from written import pointers, written
from xuke.model.document import Style, same


def reread(text, document, pointer):
    """The value of a mark's stretch of text, read by itself in the same column."""
    start, end, style = document.mark(pointer)
    cut = text[start:end]
    if style is Style.BLOCK:
        return parsed(" " * (document.locate(pointer).start.column - 1) + cut).value
    return parsed(f"it: {cut}\n").value["it"]


@given(written())
def test_what_is_written_is_read(pair):
    value, writer = pair
    assert same(parsed(writer.text).value, value)


@given(written())
def test_every_mark_cut_from_the_text_is_its_value(pair):
    value, writer = pair
    document = parsed(writer.text)
    for pointer, part in pointers(value):
        assert same(reread(writer.text, document, pointer), part)


@given(written())
def test_every_value_is_located_where_it_was_written(pair):
    _, writer = pair
    document = parsed(writer.text)
    assert {each: tuple(document.locate(each).start) for each in writer.places} == writer.places


@given(written())
def test_every_key_is_located_where_it_was_written(pair):
    _, writer = pair
    document = parsed(writer.text)
    assert {each: tuple(document.locate_key(each).start) for each in writer.key_places} == writer.key_places


@given(written())
def test_what_is_not_written_is_located_at_its_nearest_ancestor(pair):
    value, writer = pair
    document = parsed(writer.text)
    for pointer, _ in pointers(value):
        assert document.locate((*pointer, "no such field", 3)) == document.locate(pointer)
        assert document.locate_key((*pointer, 999)) == document.locate(pointer)

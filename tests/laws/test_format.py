"""Canonical form, for any file that can be read."""

from hypothesis import given
from hypothesis import strategies as st

from written import written
from xuke.document.comments import remarks
from xuke.document.page import Page
from xuke.document.read import read
from xuke.edit.canonical import formatted
from xuke.model.document import same

PATHS = st.sampled_from(["catalogue/lan/items/fagai.yaml", "notes.yaml"])


def comments(data):
    document, found = read("notes.yaml", data)
    assert document is not None
    assert not found
    text = data.decode().replace("\r\n", "\n")
    document, _ = read("notes.yaml", text.encode())
    kept = remarks(Page(document, text))
    return sorted(
        each for group in (*kept.above.values(), *kept.behind.values(), kept.tail) for each in group if each
    )


@given(written(), PATHS)
def test_every_readable_file_has_a_canonical_form(made, path):
    data = made[1].text.encode()
    document, found = read(path, data)
    if document is not None and not found:
        assert formatted(path, data).new is not None


@given(written(), PATHS)
def test_formatting_twice_is_formatting_once(made, path):
    once = formatted(path, made[1].text.encode()).new
    if once is not None:
        assert formatted(path, once).new == once


@given(written(), PATHS)
def test_data_and_comments_stay(made, path):
    value, writer = made
    data = writer.text.encode()
    once = formatted(path, data).new
    if once is not None:
        document, _ = read(path, once)
        assert same({name: document.value[name] for name in value}, value)
        assert comments(once) == comments(data)
        assert len(comments(data)) == writer.text.count("# 姚安") + writer.text.count(" # 注")


@given(written(), PATHS)
def test_no_line_ends_in_a_blank_and_the_file_in_one_line_end(made, path):
    once = formatted(path, made[1].text.encode()).new
    if once is not None:
        lines = once.decode().replace("\r\n", "\n").split("\n")
        assert lines[-1] == ""
        assert lines[-2] != ""
        assert all(line == line.rstrip(" \t") for line in lines)


@given(written(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), min_size=1, max_size=6), PATHS)
def test_remarks_between_any_lines_stay(made, places, path):
    value, writer = made
    lines = writer.text.replace("\r\n", "\n").split("\n")
    for number, (place, indent) in enumerate(places):
        lines.insert(min(place, len(lines)), " " * indent + (f"# 行 {number}" if number % 2 else ""))
    data = "\n".join(lines).encode()
    document, found = read(path, data)
    if document is not None and not found and same(document.value, value):
        once = formatted(path, data).new
        assert once is not None
        assert comments(once) == comments(data)
        assert formatted(path, once).new == once

"""Laws of the reader: nothing but findings leaves ``document/``, whatever it is given."""

from hypothesis import given, settings
from hypothesis import strategies as st

from trees import SMALL
from xuke.document.read import read
from xuke.model.codes import TEXT

_MARKS = list("ab名0:：-?#&*!|>'\"\\[]{},@`%~\n\t\r\x00\x85\u2028\ufeff\u3000\u00a0\u200b\ud800😀")
_WORDS = [
    ": ",
    "- ",
    "\n  ",
    "\n    ",
    "&a ",
    "*a",
    "!x ",
    "<<",
    "\\x",
    "\\ud800",
    " #",
    "? ",
    "1.10",
    "null",
    "true",
]
_LINES = [
    "---",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "%TAG ! x\n",
    "\r\n",
    "<<<<<<< a",
    "=======",
    ">>>>>>> b",
    "9" * 16,
]
_PIECES = st.sampled_from([*_MARKS, *_WORDS, *_LINES])
_SKETCHES = st.lists(_PIECES, max_size=30).map("".join)
_FILES = [path.read_text("utf-8") for path in sorted(SMALL.rglob("*.yaml"))]


def judge(data):
    """Read, and see that all is told: a document or a reason, each reason at a place in the file."""
    document, found = read("catalogue/lan/halls.yaml", data, frozenset({"code"}))
    assert document is not None or found
    lines = data.decode("utf-8", "replace").split("\n")
    for each in found:
        assert each.code in TEXT
        for line, column in (each.location.start, each.location.end):
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
    return document


@given(st.binary())
def test_any_bytes_are_read_or_told(data):
    judge(data)


@given(st.text())
def test_any_text_is_read_or_told(text):
    judge(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=1000)
@given(_SKETCHES)
def test_any_pieces_of_yaml_are_read_or_told(text):
    judge(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300)
@given(st.data())
def test_any_slip_in_a_real_file_is_read_or_told(data):
    text = data.draw(st.sampled_from(_FILES))
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    piece = data.draw(_SKETCHES)
    judge((text[:at] + piece + text[at + cut :]).encode("utf-8", "surrogatepass"))

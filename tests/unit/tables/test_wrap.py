import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuke.tables.wrap import text_width, wrapped

TEXTS = st.text(alphabet=st.sampled_from("事项abc 12，。（）《》\n①"), max_size=60)


@given(TEXTS, st.integers(2, 20))
def test_lines_put_together_are_the_text(text, units):
    assert "".join(wrapped(text, units)) == text


@given(TEXTS, st.integers(6, 20))
def test_no_line_is_wider_than_its_column(text, units):
    # A closing mark takes the character before it along, which may be a run as wide as the line.
    assert all(text_width(line.rstrip("\n")) <= units + 4 for line in wrapped(text, units))


@pytest.mark.parametrize(
    ("text", "units", "lines"),
    [
        ("", 10, [""]),
        ("行政许可", 8, ["行政许可"]),
        ("行政许可事项", 8, ["行政许可", "事项"]),
        ("一\n二", 8, ["一\n", "二"]),
        ("编码530104001000号", 14, ["编码", "530104001000号"]),
        ("530104001000", 8, ["53010400", "1000"]),
        ("行政许可，事项", 8, ["行政许", "可，事项"]),
        ("许可 。", 4, ["许可", " 。"]),
        ("，，", 2, ["，", "，"]),
    ],
)
def test_where_a_line_ends(text, units, lines):
    assert list(wrapped(text, units)) == lines


def test_a_combining_mark_takes_no_room():
    assert text_width("e\u0301事") == 3

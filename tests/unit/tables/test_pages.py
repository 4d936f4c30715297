from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from xuke.tables.pages import Page, Run, paged, parts

HEIGHTS = st.lists(st.integers(10, 60).map(float), max_size=40)


def runs_of(heights, cuts, need):
    edges = sorted({0, len(heights), *(cut for cut in cuts if cut < len(heights))})
    return [Run(0, start, end, need) for start, end in pairwise(edges) if end - start > 1]


@given(HEIGHTS, st.lists(st.integers(0, 40)), st.integers(0, 90).map(float))
def test_every_row_is_on_one_page_and_every_page_fits(heights, cuts, need):
    pages = paged(heights, runs_of(heights, cuts, need), 100.0, 120.0)
    assert [row for page in pages for row in range(page.start, page.end)] == list(range(len(heights)))
    for number, page in enumerate(pages):
        assert sum(page.heights) <= (120.0 if number else 100.0) or page.end - page.start == 1


@given(HEIGHTS, st.lists(st.integers(0, 40)), st.integers(0, 90).map(float))
def test_no_shared_cell_crosses_a_page_and_each_part_has_its_height(heights, cuts, need):
    runs = runs_of(heights, cuts, need)
    pages = paged(heights, runs, 100.0, 120.0)
    for part in parts(runs, pages):
        page = next(page for page in pages if page.start <= part.start < page.end)
        assert part.end <= page.end
        assert sum(page.heights[part.start - page.start : part.end - page.start]) >= need


def test_a_part_of_one_row_is_no_merge():
    pages = [Page(0, 2, (50.0, 50.0)), Page(2, 3, (50.0,))]
    assert list(parts([Run(0, 0, 3, 10.0)], pages)) == [Run(0, 0, 2, 10.0)]


def test_nothing_takes_no_page():
    assert paged([], [], 100.0, 100.0) == []

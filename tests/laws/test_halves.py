"""Laws of reading only what differs: it tells what reading everything tells."""

from hypothesis import given
from hypothesis import strategies as st

from listings import Listed
from xuke.diff.compare import compare
from xuke.model.change import Moved, after, before
from xuke.sources.differing import halves
from xuke.sources.load import load

_CODES = st.sampled_from([f"00011900{number}000" for number in range(1, 7)])
#: Ways to write the rest of a record, some of which no file may be cut at.
_RESTS = st.sampled_from(
    [
        "    name: 甲\n",
        "    name: 乙  # 备注\n",
        '    name: "甲"\n',
        "    name: 甲\n\n  # 下一条的备注\n",
        '    name: "甲\n  - code: 丁"\n',
        "    name: '甲\n      乙'\n",
        "    handlings:\n    - suffix: '01'\n      name: 新办\n",
        "    bases: [{id: b1, document: 甲法}]\n",
        # What looks like an element is text, and the element is what differs.
        "    name: '甲\n  - code: 丁\n    note: 乙'\n",
        "    name: '甲\n  - code: 丁\n    note: 丙'\n",
        "    status: withdrawn\n",
        "    note: |\n      - code: 不是\n      第二行\n",
        "    note: [\n",
        "  -\n    code: '000119009000'\n",
    ]
)
_REPLACES = st.one_of(
    st.just(""),
    st.builds(
        '    replaces:\n      - code: "{}"\n        kind: {}\n'.format,
        _CODES,
        st.sampled_from(["renumbered", "split", "merged"]),
    ),
)
_ENTRIES = st.lists(st.tuples(_CODES, _REPLACES, _RESTS), max_size=4, unique_by=lambda each: each[0])
_HEADS = st.sampled_from(
    [
        "provenance: demonstration\nitems:\n",
        "items:\n",
        "---\nitems:\n",
        "items: # 事项\n",
        "items:\n\n",
        "note: |\n  - 甲\nitems:\n",
        '"items":\n',
    ]
)


@st.composite
def registers(draw):
    """Two files of one jurisdiction, one of another; a code stands in one file only."""
    taken, texts = set(), {}
    for name in ("lan/items/a", "lan/items/a/b", "mei/items/a"):
        entries = [each for each in draw(_ENTRIES) if (name[:3], each[0]) not in taken]
        taken.update((name[:3], code) for code, _, _ in entries)
        body = "".join(f'  - code: "{code}"\n{replaces}{rest}' for code, replaces, rest in entries)
        head = draw(_HEADS) if entries else draw(st.sampled_from(["items: []\n", "", "items:\n"]))
        texts[f"catalogue/{name}.yaml"] = head + body
    return {path: text for path, text in texts.items() if text}


def told(changes, moves):
    return [
        (
            type(each).__name__,
            [(r.key, r.fields, r.path) for r in before(each)],
            [r.path for r in after(each)],
        )
        for each in changes
        if moves or not isinstance(each, Moved)
    ]


def is_broken(texts):
    loaded = load(Listed(texts))
    keys = [each.key for each in loaded.snapshot.twins]
    return bool(loaded.diagnostics or keys)


@given(registers(), registers(), st.booleans())
def test_reading_what_differs_tells_what_reading_everything_tells(old, new, moves):
    if is_broken(old) or is_broken(new):
        return
    both = halves(Listed(old), Listed(new), moves=moves)
    whole = [load(Listed(each)).snapshot for each in (old, new)]
    few = list(compare(*(each.snapshot for each in both)))
    everything = list(compare(*whole))
    if moves:
        assert told(few, moves) == told(everything, moves)
    assert [repr(each) for each in few if not isinstance(each, Moved)] == [
        repr(each) for each in everything if not isinstance(each, Moved)
    ]


@given(registers(), registers())
def test_what_cannot_be_read_on_one_side_neither_comes_nor_goes(old, new):
    left, right = halves(Listed(old), Listed(new))
    for mine, other in ((left, right), (right, left)):
        lost = {each.path for each in other.unread}
        assert all(each.path not in lost or key in other.records for key, each in mine.records.items())

"""Laws of a register in outline: it counts, names and places what a register that is read whole does."""

from hypothesis import given
from hypothesis import strategies as st
from test_halves import is_broken, registers

from listings import Listed
from xuke.diff.totals import is_in_force
from xuke.model.record import Kind
from xuke.sources.load import load
from xuke.sources.outline import origins, outlines
from xuke.tables.owner import owner

_DEPARTMENTS = st.sampled_from(
    [
        "",
        "    competent: fagai\n",
        "    competent: 'fagai'  # 原文如此\n",
        "    competent: 12\n",
        "    competent: |\n      fagai\n",
        "    competent:\n      fagai\n",
        "    competent: null\n",
        "    note: |\n      competent: 不是\n    competent: qixiang\n",
    ]
)
_ORIGINS = st.sampled_from(
    [
        "provenance: published # 原件\n",
        'provenance: "demonstration"\n',
        "provenance:\n  unattributed\n",
        "provenance: |\n\n  published\n",
        '"provenance": published\n',
        "",
    ]
)


@st.composite
def places(draw):
    """The registers of the law of halves, with departments and origins in many ways of writing."""
    found = {}
    for path, text in draw(registers()).items():
        head, mark, rest = text.partition("items:")
        entries = rest.split('  - code: "')
        rest = entries[0] + "".join(
            f'  - code: "{entry.partition(chr(10))[0]}\n{draw(_DEPARTMENTS)}{entry.partition(chr(10))[2]}'
            for entry in entries[1:]
        )
        head = head if '"' in head or "---" in head else draw(_ORIGINS)
        found[path] = head + mark + rest
    for path, text in (
        ("lan/departments", "departments:\n  - id: fagai\n    name: 发改局\n"),
        ("lan/reform", ""),
    ):
        found[f"catalogue/{path}.yaml"] = draw(_ORIGINS) + text
    found["catalogue/lan/measures.yaml"] = draw(_ORIGINS) + "measures:\n  - id: '1'\n    title: 甲\n"
    found["memoranda/lan/fagai.yaml"] = draw(_ORIGINS) + "giver: fagai\n"
    return found


@given(places(), places())
def test_items_belong_where_they_do_and_files_come_from_where_they_do(old, new):
    if is_broken(old) or is_broken(new):
        return
    sides = outlines([Listed(old), Listed(new)], {"lan"})
    for side, texts in zip(sides, (old, new), strict=True):
        whole = load(Listed(texts)).snapshot
        assert counted(side) == counted(whole)
        assert names(side) == names(whole)
        mine = {path: origin for path, origin in origins(whole).items() if "/lan/" in path}
        assert origins(side) == mine


def counted(snapshot):
    """In the order of reading, as far as that is told."""
    return [(each.key, owner(each)) for each in snapshot.of(Kind.ITEM, "lan") if is_in_force(each)]


def names(snapshot):
    kinds = (Kind.DEPARTMENT, Kind.JURISDICTION)
    return [(each.key, each.fields) for kind in kinds for each in snapshot.of(kind, "lan")]

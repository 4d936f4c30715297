"""Two revisions as far as they differ."""

from listings import Listed
from xuke.diff.compare import compare
from xuke.model.change import Moved, Split
from xuke.model.record import Kind
from xuke.sources.differing import halves

A, B = "catalogue/lan/items/a.yaml", "catalogue/lan/items/b.yaml"
MEMO = "memoranda/lan/a.yaml"
HEAD = "provenance: demonstration\nitems:\n"


def item(number, more=""):
    return f'  - code: "000119{number}000"\n    name: 事项\n{more}'


def codes(half):
    return [key.id[6:9] for key in half.records]


def test_only_records_whose_text_differs_are_read():
    old = Listed({A: HEAD + item(101) + item(102), B: HEAD + item(103), MEMO: "giver: a\n"})
    new = Listed({A: HEAD + item(101, "    note: 新\n") + item(102), B: HEAD + item(103), MEMO: "giver: a\n"})
    both = halves(old, new)
    assert [codes(each) for each in both] == [["101"], ["101"]]
    assert old.asked == new.asked == {A}


def test_a_record_in_another_file_is_read_only_for_moves():
    old = Listed({A: HEAD + item(101) + item(102)})
    new = Listed({A: HEAD + item(101), B: HEAD + item(102)})
    assert [codes(each) for each in halves(old, new)] == [[], []]
    both = halves(old, new, moves=True)
    assert [codes(each) for each in both] == [["102"], ["102"]]
    assert [type(each) for each in compare(*(each.snapshot for each in both))] == [Moved]


def test_only_files_of_the_jurisdiction_and_the_kinds_asked_for_are_read():
    other = "catalogue/mei/items/a.yaml"
    old = Listed({})
    new = Listed({A: HEAD + item(101), other: HEAD + item(102), MEMO: "giver: a\n", "catalogue/x.yaml": "a"})
    assert [codes(each) for each in halves(old, new, jurisdiction="lan", kinds=[Kind.ITEM])] == [[], ["101"]]
    assert new.asked == {A}


def test_a_file_that_cannot_be_read_hides_nothing_else():
    old = Listed({A: HEAD + item(101) + item(102), B: HEAD + item(103), MEMO: "giver: a\n"})
    new = Listed(
        {A: HEAD + item(101) + "  - code: [\n", B: HEAD, MEMO: b"\xff\xfe", "catalogue/lan/reform.yaml": ""}
    )
    before, after = halves(old, new)
    assert [each.path for each in before.unread] == []
    assert [each.path for each in after.unread] == [A, MEMO]
    assert [each.reason.name.partition(".")[0] for each in after.unread] == ["Y001", "Y004"]
    assert codes(before) == ["103"]


def test_the_source_of_a_split_is_part_of_it_even_where_it_stays_as_it_is():
    split = '    replaces:\n      - code: "000119101000"\n        kind: split\n'
    old = Listed({A: HEAD + item(101) + item(102), B: HEAD + item(103)})
    new = Listed({A: HEAD + item(101) + item(102), B: HEAD + item(103) + item(201, split)})
    (change,) = compare(*(each.snapshot for each in halves(old, new)))
    assert isinstance(change, Split)
    assert [each.key.id[6:9] for each in change.new] == ["101", "201"]
    later = Listed(
        {A: HEAD + item(101) + item(102), B: HEAD + item(103) + item(201, split + "    note: 新\n")}
    )
    assert halves(new, later)[0].listing is new
    assert A not in later.asked


def test_a_source_in_a_file_that_cannot_be_read_is_no_source():
    split = '    replaces:\n      - code: "000119101000"\n        kind: split\n'
    broken = HEAD + item(101) + "  - code: [\n"
    both = halves(Listed({A: broken}), Listed({A: broken, B: HEAD + item(201, split)}))
    assert [codes(each) for each in both] == [[], ["201"]]


def test_an_element_that_is_no_record_has_its_file_read_whole():
    old = Listed({A: HEAD + item(101) + item(102) + "  - name: 无编码\n"})
    new = Listed({A: HEAD + item(101) + item(102, "    note: 新\n") + "  - name: 无号\n"})
    assert [codes(each) for each in halves(old, new)] == [["101", "102"], ["101", "102"]]

"""Items that go on under other codes: renumbered, split, merged, as ``replaces`` says."""

from trees import loaded
from xuke.diff.apply import apply
from xuke.diff.compare import compare, differences
from xuke.diff.kinds import ChangeKind, kinds, replaced
from xuke.model.change import Added, Edited, Merged, Moved, Removed, Renumbered, Split, after, before

ITEMS = "catalogue/lan/items/wenti.yaml"


def item(code, *replaces, name="事项", more=""):
    """An item, and the codes that it replaces, each with how it does so."""
    entries = "".join(f'      - code: "{old}"\n        kind: {kind}\n' for old, kind in replaces)
    listed = f"    replaces:\n{entries}" if entries else ""
    return f'  - code: "{code}"\n    name: {name}{code[-6:]}\n    competent: fagai\n{listed}{more}'


def register(*items, path=ITEMS):
    return loaded((path, "", "provenance: demonstration\nitems:\n" + "".join(items))).snapshot


def told(old, new):
    """Each change by its name, with the last digits of the codes before and after."""
    found = list(compare(old, new))
    assert apply(found, old) == apply(differences(old, new), old)
    return [(type(each).__name__, codes(before(each)), codes(after(each))) for each in found]


def codes(records):
    return " ".join(record.key.id[6:9] for record in records)


def code(number):
    return f"000119{number}000"


def test_three_renumbered_one_split_two_merged_are_said_to_be_so():
    old = register(*(item(code(number)) for number in range(101, 109)))
    new = register(
        *(item(code(number + 100), (code(number), "renumbered")) for number in (101, 102, 103)),
        *(item(code(number), (code(104), "split")) for number in (301, 302)),
        item(code(401), (code(105), "merged"), (code(106), "merged")),
        item(code(402), (code(107), "merged"), (code(108), "merged")),
    )
    assert told(old, new) == [
        ("Split", "104", "301 302"),
        ("Renumbered", "101", "201"),
        ("Renumbered", "102", "202"),
        ("Renumbered", "103", "203"),
        ("Merged", "105 106", "401"),
        ("Merged", "107 108", "402"),
    ]


def test_a_renumbered_item_tells_its_other_fields():
    old = register(item(code(101)))
    new = register(item(code(201), (code(101), "renumbered"), name="新名"))
    (change,) = compare(old, new)
    assert [each.steps for each in change.fields] == [("code",), ("name",), ("replaces",)]
    assert kinds(change, {}) == [ChangeKind.RENUMBERED, ChangeKind.RENAMED]


def test_a_code_may_be_kept_in_a_merge_and_in_a_split():
    old = register(item(code(101)), item(code(102)), item(code(103)))
    new = register(
        item(code(101), (code(102), "merged"), name="合"),
        item(code(103)),
        item(code(301), (code(103), "split")),
    )
    assert told(old, new) == [("Merged", "101 102", "101"), ("Split", "103", "103 301")]
    merged, split = compare(old, new)
    assert kinds(merged, {}) == [ChangeKind.MERGED, ChangeKind.RENAMED]
    assert kinds(split, {}) == [ChangeKind.SPLIT]


def test_a_source_that_is_still_written_is_told_as_withdrawn():
    old = register(item(code(101)), item(code(102)))
    withdrawn = (item(code(number), more="    status: withdrawn\n") for number in (101, 102))
    new = register(*withdrawn, item(code(201), (code(101), "merged"), (code(102), "merged")))
    assert told(old, new) == [
        ("Edited", "101", "101"),
        ("Edited", "102", "102"),
        ("Merged", "101 102", "201"),
    ]


def test_a_source_that_goes_on_unchanged_is_not_replaced():
    old = register(item(code(101)))
    new = register(item(code(101)), item(code(201), (code(101), "renumbered")))
    found = list(compare(old, new))
    assert [type(each) for each in found] == [Added]
    assert kinds(found[0], {}) == [ChangeKind.RENUMBERED]


def test_what_was_said_before_is_not_said_again():
    heir = item(code(201), (code(101), "merged"))
    old, new = register(item(code(101)), heir), register(heir)
    assert told(old, new) == [("Removed", "101", "")]
    assert kinds(Removed(old.records[next(iter(compare(old, new))).key]), {}) == [ChangeKind.REMOVED]


def test_a_record_takes_part_in_one_change_only():
    old = register(item(code(101)), item(code(102)), item(code(103)))
    new = register(
        item(code(201), (code(101), "merged"), (code(102), "merged")),
        item(code(202), (code(102), "split"), (code(103), "split")),
        item(code(203), (code(102), "split"), (code(101), "renumbered")),
    )
    assert told(old, new) == [
        ("Split", "103", "202"),
        ("Merged", "101 102", "201"),
        ("Added", "", "203"),
    ]


def test_what_is_merged_and_split_at_once_is_merged():
    old = register(item(code(101)), item(code(102)))
    new = register(item(code(101), (code(102), "merged")), item(code(301), (code(101), "split")))
    assert told(old, new) == [("Merged", "101 102", "101"), ("Added", "", "301")]


def test_codes_that_are_not_there_are_no_sources():
    old = register(item(code(101)))
    new = register(item(code(201), (code(999), "merged"), (code(201), "merged"), (code(101), "other")))
    found = list(compare(old, new))
    assert [type(each) for each in found] == [Removed, Added]
    assert [kinds(each, replaced(found)) for each in found] == [[ChangeKind.REMOVED], [ChangeKind.MERGED]]


def test_what_is_gone_goes_with_what_replaces_it_even_if_told_apart():
    old = register(item(code(101)), item(code(102)))
    new = register(
        item(code(201), (code(101), "renumbered")),
        item(code(202), (code(101), "renumbered")),
        item(code(102), (code(101), "renumbered")),
    )
    found = list(compare(old, new))
    assert [type(each) for each in found] == [Edited, Renumbered, Added]
    assert kinds(found[-1], {}) == [ChangeKind.RENUMBERED]


def test_a_merged_record_in_another_file_is_no_move_besides():
    old = register(item(code(101)), item(code(102)))
    new = register(item(code(101), (code(102), "merged")), path="catalogue/lan/items/wenti/a.yaml")
    assert [type(each) for each in compare(old, new)] == [Merged]
    kept = register(item(code(101)), item(code(102)), path="catalogue/lan/items/wenti/a.yaml")
    assert [type(each) for each in compare(old, kept)] == [Moved, Moved]
    assert [kinds(each, {}) for each in compare(old, kept)] == [[], []]
    assert isinstance(next(compare(old, register(item(code(301), (code(101), "split"))))), Removed | Split)

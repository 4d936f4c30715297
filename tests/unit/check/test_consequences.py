"""What links one finding to another, and what becomes of both."""

from datetime import date

import pytest

from trees import loaded
from xuke.check import excused, linked, linked_posts
from xuke.check.check import check
from xuke.check.consequences import Link, consequent, one_each
from xuke.check.links import causes_of, links
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of
from xuke.model.record import Key, Kind, Snapshot

NOWHERE = Snapshot({})
HALL = Key("lan", Kind.HALL, "dating")


def found(code, name="", record=None, pointer=(), path="catalogue/lan/halls.yaml", **more):
    words = more.pop("words", {})
    return Diagnostic(
        code,
        more.pop("severity", Severity.ERROR),
        top_of(path),
        say(name or f"{code}.any", **words),
        record,
        pointer,
        **more,
    )


def named(*names):
    return lambda found, snapshot: names


def test_what_follows_from_a_finding_that_follows_has_the_first_cause():
    chain = [Link({"A"}, named(1), {"B"}, named(1)), Link({"B"}, named(2), {"C"}, named(2))]
    a, b, c = consequent([found("A"), found("B"), found("C")], NOWHERE, chain)
    assert a.cause
    assert (a.follows, b.follows, c.follows) == ("", a.cause, a.cause)


def test_two_that_explain_each_other_are_not_both_hidden():
    ring = [Link({"A"}, named(1), {"B"}, named(1)), Link({"B"}, named(2), {"A"}, named(2))]
    a, b = consequent([found("A"), found("B")], NOWHERE, ring)
    assert (a.follows, b.follows) == ("", a.cause)


def test_one_cause_does_not_explain_two_where_each_explains_one():
    single = [Link({"A"}, named(1), {"B"}, named(1), needs=one_each)]
    other = found("B", words={"code": "2"})
    assert {each.follows for each in consequent([found("A"), found("B"), other], NOWHERE, single)} == {""}
    twice = consequent([found("A"), found("B"), found("B", pointer=("a",))], NOWHERE, single)
    assert [bool(each.follows) for each in twice] == [False, True, True]


def test_a_circle_hides_nothing():
    a, b = consequent([found("A", cause="a", follows="b"), found("B", cause="b", follows="a")], NOWHERE, [])
    assert [each.follows for each in (a, b)] == ["", "a"]


def test_the_last_of_a_chain_weighs_as_much_as_all():
    warning = Severity.WARNING
    chain = [found("C", cause="c", follows="b"), found("B", cause="b", follows="a", severity=warning)]
    *_, a = consequent([*chain, found("A", cause="a", severity=warning)], NOWHERE, [])
    assert a.severity == Severity.ERROR


def test_what_is_excused_follows_from_nothing():
    link = [Link({"A"}, named(1), {"B"}, named(1))]
    a, b = consequent([found("A"), found("B", suppressed="照录")], NOWHERE, link)
    assert (a.cause, b.follows) == ("", "")


def test_a_cause_that_is_excused_explains_nothing():
    link = [Link({"A"}, named(1), {"B"}, named(1))]
    assert consequent([found("A", suppressed="照录"), found("B")], NOWHERE, link)[1].follows == ""


def test_a_cause_says_once_what_follows_from_it_and_weighs_as_much():
    link = [Link({"A"}, named(1, 2), {"B"}, named(1, 2), told="A.so")]
    a, b = consequent([found("A", severity=Severity.WARNING), found("B")], NOWHERE, link)
    assert (a.message, a.severity) == (say("A.so", problem=b.message), Severity.ERROR)
    assert (a.also, b.follows) == ((b.location,), a.cause)


@pytest.mark.parametrize(
    ("naming", "it"),
    [
        (linked.itself, found("S001")),
        (linked.missed_all, found("L012", "L012.none", HALL)),
        (linked.without_section, found("K002", cause="lan/hall//dating")),
        (linked.without_phase, found("K002", cause="lan/hall//dating")),
        (linked.unknown_place, found("K002", cause="lan/hall//dating")),
        (linked.emptied, found("K002", cause="lan/hall//dating")),
        (linked.run_together, found("Y003")),
        (linked.misread, found("Y003")),
        (linked.spoilt, found("Y003")),
        (linked.emptied_files, found("S001")),
        (linked.without_origin, found("S003", pointer=("name",))),
        (linked.bare, found("Q001", "Q001.rows", HALL, words={"rows": "2"}, cause="lan/hall/1")),
        (linked.bare, found("V002", "V002.removed", HALL)),
        (linked.unlisted, found("M001", record=HALL, pointer=("stages",))),
        (linked.nameless, found("S004", record=HALL, pointer=("name",))),
        (linked.nowhere, found("K002", cause="lan/hall//dating")),
        (linked.unowned, found("K002", record=HALL, pointer=("name",))),
        (linked.spoken_of, found("M006", record=HALL)),
        (linked_posts.seal, found("K002", record=HALL)),
        (excused.entry, found("S001", record=HALL)),
        (excused.excused_file, found("K008", record=HALL)),
        (excused.excusable, found("P001")),
        (excused.covered, found("P001")),
        (excused.movable, found("P001")),
        (excused.hidden, found("P001", record=HALL)),
    ],
)
def test_what_has_no_such_name_is_linked_to_nothing(naming, it):
    assert [*naming(it, NOWHERE)] == []


@pytest.mark.parametrize(
    ("naming", "it", "names"),
    [
        (linked.missed_kind, found("L015", "L015.missing", HALL), [("lan", Kind.POWER)]),
        (
            linked.uncited,
            found("K002", cause="lan/item//1", words={"name": "1"}),
            [("lan", "item", "1")],
        ),
        (linked.removed, found("V002", record=Key("lan", Kind.ITEM, "1")), [("lan", "item", "1")]),
        (linked_posts.lost, found("S005", record=HALL, pointer=("posts",)), [("lan", Kind.HALL)]),
        (
            linked_posts.short,
            found("F003", record=HALL, pointer=("staffing", "helpers_min")),
            [("lan", Kind.HELPER)],
        ),
        (linked_posts.short, found("F003", record=HALL, pointer=("posts_min",)), [("lan", Kind.POST)]),
        (linked_posts.sealed, found("L008", cause="lan/zhang"), ["lan/zhang"]),
        (linked_posts.seal, found("K002", record=Key("lan", Kind.SEAL, "zhang")), ["lan/zhang"]),
    ],
)
def test_a_finding_is_linked_by_what_it_is_about(naming, it, names):
    assert [*naming(it, NOWHERE)] == names


def test_the_version_before_is_judged_by_the_causes_of_what_is_found_too():
    assert {"T001", "T005", "T020", "K001"} <= causes_of({"T010"})
    assert causes_of({"C008"}) >= {"C008", "K001"}


def test_settings_that_cannot_be_read_excuse_by_what_they_still_name():
    text = "- code: P001\n  record: lan/hall/a\n- code: P002\n- record: lan/hall/b\n  record: lan/hall/c\n"
    first, *rest = links(text)
    it = found("Y001", path="catalogue/xuke.yaml")
    assert {*first.doubts(it, NOWHERE)} == {
        ("P001", "lan/hall/a"),
        ("P002", ""),
        ("", "lan/hall/b"),
        ("", "lan/hall/c"),
    }
    assert [*first.doubts(found("Y001"), NOWHERE)] == []
    assert tuple(rest) == tuple(links(""))


def test_a_suppression_of_a_record_that_is_none_may_mean_the_one_finding_of_its_code():
    wrong = ("catalogue/lan/items/fagai.yaml", '"530104004000"', '"53010400400"')
    line = "default_jurisdiction: lan\n"
    entry = "  - code: C001\n    record: lan/item/5301\n    reason: 照录\n    until: 2019-12-31\n"
    settings = ("catalogue/xuke.yaml", line, f"{line}suppressions:\n{entry}")
    told = check(loaded(wrong, settings), date(2019, 1, 1))
    assert [each.message.name for each in told] == ["K005.meant"]


ENTRY = "  - code: C001\n    record: {record}\n    reason: 照录\n    until: 2019-12-31\n"


@pytest.mark.parametrize(
    ("record", "gone", "all_gone"),
    [
        ("lan/item/530104001000", [], []),
        ("lan/item/1", [("lan", "item")], []),
        ("lan/fee/1", [("lan", "fee")], ["lan"]),
        ("lan/nothing/1", [("lan", "nothing")], []),
    ],
)
def test_a_suppression_is_linked_by_what_is_not_there(record, gone, all_gone):
    line = "default_jurisdiction: lan\n"
    settings = ("catalogue/xuke.yaml", line, f"{line}suppressions:\n{ENTRY.format(record=record)}")
    snapshot = loaded(settings).snapshot
    it = found("K005", record=snapshot.workspace.key, pointer=("suppressions", 0, "code"))
    assert [*excused.kind_gone(it, snapshot)] == gone
    assert [*excused.all_gone(it, snapshot)] == all_gone


def test_what_shares_a_cause_does_not_follow_from_itself():
    link = [Link({"A"}, named(1), {"B"}, named(1))]
    a, b = consequent([found("A", cause="a"), found("B", cause="a")], NOWHERE, link)
    assert (a.follows, b.follows) == ("", "")


def test_a_refused_field_leaves_in_doubt_what_the_department_names():
    it = found("S001", record=HALL, pointer=("items",), path="catalogue/lan/duties/fagai.yaml")
    assert [*linked.refused(it, NOWHERE)] == [("lan", Kind.HALL, "fagai")]
    assert [*linked.refused(found("S001", record=HALL, pointer=("items",)), NOWHERE)] == []

"""Places and keys as users read them."""

from trees import parsed
from xuke.model.change import Added, Edited, Moved, Removed
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.errors import SURROUNDINGS, USAGE, UsageFault, XukeError
from xuke.model.place import Location, Position, top_of
from xuke.model.record import Home, Key, Kind, Record


def test_a_location_is_written_as_editors_jump_to_it():
    assert str(Location("catalogue/a.yaml", Position(3, 7), Position(3, 9))) == "catalogue/a.yaml:3:7"
    assert str(top_of("a.yaml")) == "a.yaml:1:1"


def test_a_key_is_written_without_its_empty_parts():
    assert str(Key("lan", Kind.ITEM, "1")) == "lan/item/1"
    assert str(Key("", Kind.WORKSPACE, "xuke")) == "workspace/xuke"


def test_diagnostics_are_ordered_by_place_and_then_by_code():
    places = [("b.yaml", 1, "A001"), ("a.yaml", 10, "A001"), ("a.yaml", 9, "B001"), ("a.yaml", 9, "A001")]
    found = [
        Diagnostic(code, Severity.ERROR, Location(path, Position(line, 1), Position(line, 2)), say("x"))
        for path, line, code in places
    ]
    told = [
        (each.location.path, each.location.start.line, each.code)
        for each in sorted(found, key=lambda it: it.order)
    ]
    assert told == [
        ("a.yaml", 9, "A001"),
        ("a.yaml", 9, "B001"),
        ("a.yaml", 10, "A001"),
        ("b.yaml", 1, "A001"),
    ]


def test_a_suppressed_diagnostic_equals_the_open_one():
    open_one = Diagnostic("C001", Severity.ERROR, top_of("a.yaml"), say("x"))
    assert open_one == Diagnostic("C001", Severity.ERROR, top_of("a.yaml"), say("x"), suppressed="照录")


def test_every_change_has_the_key_of_its_record():
    record = Record(Key("lan", Kind.ITEM, "1"), {}, Home(parsed("a: 1\n"), ()))
    changes = (Added(record), Removed(record), Edited(record, record, ()), Moved(record, record))
    assert {each.key for each in changes} == {record.key}


def test_errors_carry_a_message_and_their_exit_code():
    error = XukeError("cli.no_git")
    assert (str(error), error.message, error.exit_code) == ("cli.no_git", say("cli.no_git"), SURROUNDINGS)
    fault = UsageFault("cli.outside", path="/x")
    assert (fault.message, fault.exit_code) == (say("cli.outside", path="/x"), USAGE)
    assert isinstance(fault, XukeError)


def test_codes_are_a_letter_and_three_digits():
    assert all(code[0].isupper() and len(code) == 4 and code[1:].isdigit() for code in ALL)

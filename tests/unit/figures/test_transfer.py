from fractions import Fraction

import pytest

from xuke.figures.transfer import Transfer, counted, fate, grouped, overall, transfer_of
from xuke.model.document import Document, Marks
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.register import Register
from xuke.model.views import Item

HOME = Home(Document("x.yaml", {}, Marks(*([None] * 4))), ())


def item(code="1", *states, **fields):
    """An item with one disposition, or with a handling for each."""
    fates = [{"disposition": {"state": state}} for state in states]
    own = fates[0] if len(fates) == 1 else {"handlings": fates}
    whole = {"code": code, "type": "01", "competent": "a", **own, **fields}
    return Item(whole, (), Record(Key("lan", Kind.ITEM, code), whole, HOME))


def register(*items):
    return Register(Snapshot({each.key: each.record for each in items}), "lan")


@pytest.mark.parametrize(
    ("states", "found"),
    [
        (["transferred"], "whole"),
        (["transferred", "transferred"], "whole"),
        (["transferred", "resident"], "partial"),
        (["resident"], "resident"),
        (["excluded", "resident"], "resident"),
        (["excluded", "delegated"], "excluded"),
        (["delegated"], "other"),
        ([], "other"),
    ],
)
def test_the_fate_of_an_item(states, found):
    assert fate(item("1", *states)) == found


def test_items_and_business_items_are_counted_apart():
    found = transfer_of(
        [item("1", "transferred"), item("2", "transferred", "resident"), item("3", "excluded")]
    )
    assert found == Transfer(items=3, whole=1, partial=1, excluded=1, handlings=4, handlings_moved=2)
    assert (found.rate, found.whole_rate, found.handling_rate) == (
        Fraction(2, 3),
        Fraction(1, 3),
        Fraction(1, 2),
    )


def test_of_nothing_there_is_no_rate():
    nothing = transfer_of([])
    assert (nothing.rate, nothing.whole_rate, nothing.handling_rate) == (None, None, None)


def test_only_licences_in_force_count():
    found = counted(
        register(
            item("1", "transferred"),
            item("2", "transferred", type="10"),
            item("3", "cancelled"),
            item("4", "cancelled", "resident"),
            item("5", "transferred", status="withdrawn"),
            item("12345678900Y", "transferred"),
        )
    )
    assert [each.code for each in found] == ["1", "4"]


def test_rates_by_department_and_category_add_up_to_the_whole():
    ground = register(
        item("1", "transferred", competent="a", category="social"),
        item("2", "resident", competent="b"),
        item("3", "transferred", competent="b", category="social"),
    )
    licences = counted(ground)
    assert {name: transfer_of(each).rate for name, each in grouped(licences, "competent").items()} == {
        "a": 1,
        "b": Fraction(1, 2),
    }
    assert {name: len(each) for name, each in grouped(licences, "category").items()} == {"social": 2, "": 1}
    assert overall(ground).items == 3

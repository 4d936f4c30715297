"""Laws of changes: what differs is told in full, and nothing else is."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from xuke.diff.apply import apply
from xuke.diff.compare import compare, differences
from xuke.model.change import Added, Edited, FieldEdit, Moved, Removed, after, before
from xuke.model.document import Document, Marks, same
from xuke.model.record import Home, Key, Kind, Record, Snapshot

_NAMES = st.sampled_from(["id", "name", "lead", "note", "bases", "limit"])
_IDS = st.sampled_from(["a", "b", "c", "d"])
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 2),
    st.sampled_from([0.0, 1.0, 1.5]),
    st.sampled_from(["", "1", "甲"]),
)
_KEYED = st.lists(
    st.builds(
        lambda name, rest: {"id": name, **rest}, _IDS, st.dictionaries(st.sampled_from("xyz"), _SCALARS)
    ),
    max_size=4,
    unique_by=lambda each: each["id"],
)


def _nested(inner):
    return st.one_of(st.lists(inner, max_size=3), st.dictionaries(_NAMES, inner, max_size=3), _KEYED)


_VALUES = st.recursive(_SCALARS, _nested, max_leaves=6)
_FIELDS = st.dictionaries(_NAMES, _VALUES, max_size=4)
_PATHS = st.sampled_from(["catalogue/lan/a.yaml", "catalogue/lan/b.yaml"])
_KEYS = st.builds(Key, st.sampled_from(["lan", "mei"]), st.sampled_from([Kind.ITEM, Kind.MEASURE]), _IDS)


def _record(key, fields, path):
    document = Document(path, {}, Marks(array("I"), array("I"), array("I"), array("I", [0])))
    return Record(key, fields, Home(document, ()))


@st.composite
def snapshots(draw):
    """Some records of few keys, so that two snapshots have many in common."""
    fields = draw(st.dictionaries(_KEYS, st.tuples(_FIELDS, _PATHS), max_size=4))
    return Snapshot({key: _record(key, *each) for key, each in fields.items()})


def _swapped(change):
    match change:
        case Added(record):
            return Removed(record)
        case Removed(record):
            return Added(record)
        case Moved(old, new):
            return Moved(new, old)
        case Edited(old, new, fields):
            return Edited(new, old, tuple(map(_swapped_field, fields)))


def _swapped_field(edit):
    return FieldEdit(edit.steps, edit.new, edit.old, edit.has_new, edit.has_old, edit.is_order)


def _told(change):
    """A change as text; a new order by itself only where the same elements stand in it.

    Elements that came stand at the end until an order is told, those that went leave none.
    """
    if not isinstance(change, Edited):
        return repr((type(change).__name__, change))
    fields = [each for each in change.fields if not each.is_order or set(each.old) == set(each.new)]
    return repr((change.old, change.new, sorted(map(repr, fields))))


_REPLACED = st.fixed_dictionaries(
    {"code": _IDS, "kind": st.sampled_from(["renumbered", "split", "merged", "other"])}
)
_HEIRS = st.fixed_dictionaries(
    {"name": st.sampled_from("甲乙")},
    optional={
        "replaces": st.lists(_REPLACED, max_size=3),
        "status": st.sampled_from(["withdrawn", "published"]),
    },
)


@st.composite
def heirs(draw):
    """Items that say which others they replace."""
    fields = draw(st.dictionaries(_IDS, st.tuples(_HEIRS, _PATHS), max_size=4))
    keys = {Key("lan", Kind.ITEM, name): each for name, each in fields.items()}
    return Snapshot({key: _record(key, *each) for key, each in keys.items()})


_ANY = st.one_of(snapshots(), heirs())


@given(_ANY)
def test_a_snapshot_does_not_differ_from_itself(snapshot):
    assert list(compare(snapshot, snapshot)) == []


@given(heirs(), heirs())
def test_every_record_that_comes_or_goes_is_told_once(old, new):
    changes = [each for each in compare(old, new) if not isinstance(each, Moved)]
    come = [record.key for each in changes for record in after(each) if record.key not in old.records]
    gone = [record.key for each in changes for record in before(each) if record.key not in new.records]
    assert sorted(come) == sorted(new.records.keys() - old.records.keys())
    assert sorted(gone) == sorted(old.records.keys() - new.records.keys())


@given(heirs(), heirs())
def test_what_is_told_together_is_what_is_told_record_by_record(old, new):
    changes = list(compare(old, new))
    assert apply(changes, old) == apply(differences(old, new), old)
    assert apply(changes[::-1], old) == apply(changes, old)


@given(_ANY, _ANY)
def test_applying_the_changes_gives_the_new_snapshot(old, new):
    made = apply(compare(old, new), old)
    assert list(compare(made, new)) == []
    assert made.records.keys() == new.records.keys()
    assert all(made.records[key].path == new.records[key].path for key in new.records)


@given(_ANY, _ANY)
def test_applying_leaves_the_old_snapshot_as_it_was(old, new):
    before = repr(old)
    apply(compare(old, new), old)
    assert repr(old) == before


@given(snapshots(), snapshots())
def test_swapped_sides_swap_the_changes(old, new):
    assert sorted(map(_told, compare(new, old))) == sorted(
        _told(_swapped(each)) for each in compare(old, new)
    )


@given(snapshots(), st.randoms(use_true_random=False))
def test_the_order_of_keys_is_no_change(snapshot, dice):
    turned = {
        key: _record(key, _turned(each.fields, dice), each.path) for key, each in snapshot.records.items()
    }
    assert list(compare(snapshot, Snapshot(turned))) == []


def _turned(value, dice):
    match value:
        case dict():
            names = dice.sample(list(value), len(value))
            return {name: _turned(value[name], dice) for name in names}
        case list():
            return [_turned(each, dice) for each in value]
    return value


@given(snapshots())
def test_a_move_to_another_file_changes_no_field(snapshot):
    moved = {key: _record(key, each.fields, "catalogue/lan/c.yaml") for key, each in snapshot.records.items()}
    changes = list(compare(snapshot, Snapshot(moved)))
    assert snapshot == Snapshot(moved)
    assert all(isinstance(each, Moved) for each in changes)
    assert len(changes) == len(moved)


@given(_VALUES, _VALUES)
def test_values_are_the_same_when_json_writes_them_alike(one, other):
    assert same(one, other) == (_written(one) == _written(other))


def _written(value):
    match value:
        case dict():
            return "{" + ",".join(sorted(f"{name}:{_written(each)}" for name, each in value.items())) + "}"
        case list():
            return "[" + ",".join(map(_written, value)) + "]"
    return repr(value)

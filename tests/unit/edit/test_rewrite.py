"""Records written back into their files: nothing but what was wanted differs."""

import pytest

import trees
from xuke.diff.compare import compare
from xuke.edit.rewrite import Step, new_record, path_of, rewritten, steps
from xuke.model.errors import XukeError
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.sources.load import load

ITEMS = "catalogue/lan/items/fagai.yaml"


def texts(tree):
    return {file.path: file.data for file in tree.files()}


def key(kind, name):
    return Key("lan", kind, name)


def changed(record, path=None, **fields):
    """A record with other fields, in its own file or in another."""
    kept = {name: value for name, value in {**record.fields, **fields}.items() if value is not ...}
    home = new_record(record.key, kept, "demonstration").home if path else record.home
    return Record(record.key, kept, home)


def after(tree, wanted):
    """The register that the rewritten files hold."""
    files = texts(tree)
    for path, data in rewritten(files, wanted).items():
        if data is None:
            del files[path]
        else:
            files[path] = data
    return load(trees.Texts(files)), files


def only_lines(old, new):
    """Lines that went, and lines that came."""
    gone, come = old.decode().splitlines(), new.decode().splitlines()
    return [line for line in gone if line not in come], [line for line in come if line not in gone]


@pytest.fixture
def tree():
    return trees.small()


@pytest.fixture
def snapshot(tree):
    return load(tree).snapshot


def first_item(snapshot):
    return next(snapshot.of(Kind.ITEM, "lan"))


def test_an_edited_field_touches_one_line(tree, snapshot):
    item = first_item(snapshot)
    loaded, files = after(tree, [Step(item, changed(item, name="新的名称"))])
    gone, come = only_lines(texts(tree)[item.path], files[item.path])
    assert gone == [f"    name: {item.fields['name']}"]
    assert come == ["    name: 新的名称"]
    assert loaded.diagnostics == ()


def test_a_new_field_stands_where_the_schema_has_it(tree, snapshot):
    item = first_item(snapshot)
    _, files = after(tree, [Step(item, changed(item, local_code="0123"))])
    lines = files[item.path].decode().splitlines()
    place = lines.index('    local_code: "0123"')
    assert lines[place - 1].strip().startswith(("- code:", "code:"))


def test_a_record_that_goes_takes_its_lines(tree, snapshot):
    item = first_item(snapshot)
    loaded, _ = after(tree, [Step(item, None)])
    assert loaded.snapshot.records == {k: v for k, v in snapshot.records.items() if k != item.key}


def test_a_new_record_stands_in_its_sorted_place(tree, snapshot):
    item = first_item(snapshot)
    name = f"{item.key.id[:-1]}9"
    new = new_record(key(Kind.ITEM, name), {**item.fields, "code": name}, "demonstration", snapshot.paths)
    loaded, _ = after(tree, [Step(None, new)])
    assert new.path == item.path
    codes = [each.key.id for each in loaded.snapshot.of(Kind.ITEM, "lan") if each.path == item.path]
    assert codes == sorted(codes)
    assert name in codes


def test_a_record_with_another_code_keeps_its_place(tree, snapshot):
    item = first_item(snapshot)
    renamed = Record(key(Kind.ITEM, "999"), {**item.fields, "code": "999"}, item.home)
    loaded, _ = after(tree, [Step(item, renamed)])
    codes = [each.key.id for each in loaded.snapshot.of(Kind.ITEM, "lan") if each.path == item.path]
    assert codes[0] == "999"


def test_a_moved_record_leaves_one_file_and_comes_to_another(tree, snapshot):
    item = first_item(snapshot)
    moved = changed(item, path=True, competent="elsewhere")
    loaded, files = after(tree, [Step(item, moved)])
    assert loaded.snapshot.records[item.key].path == "catalogue/lan/items/elsewhere.yaml"
    head = files["catalogue/lan/items/elsewhere.yaml"].decode().splitlines()[:4]
    assert head[:3] == [
        "# yaml-language-server: $schema=../../../schemas/items.json",
        "provenance: demonstration",
        "items:",
    ]
    assert head[3].startswith("  - code: ")


def test_a_memorandum_goes_with_its_file_and_comes_with_one(tree, snapshot):
    memo = next(snapshot.of(Kind.MEMORANDUM, "lan"))
    loaded, files = after(tree, [Step(memo, None)])
    assert memo.path not in files
    assert memo.key not in loaded.snapshot.records
    again = new_record(memo.key, memo.fields, "demonstration")
    made = rewritten({}, [Step(None, again)])
    assert list(compare(snapshot, load(trees.Texts({**files, **made})).snapshot)) == []


def test_steps_lead_from_one_snapshot_to_the_other(tree, snapshot):
    item = first_item(snapshot)
    wanted = Snapshot({**snapshot.records, item.key: changed(item, name="另名")})
    found = steps(snapshot, wanted)
    assert [each.old for each in found] == [item]
    loaded, _ = after(tree, found)
    assert list(compare(loaded.snapshot, wanted)) == []


def test_what_does_not_differ_is_no_step(snapshot):
    assert steps(snapshot, snapshot) == []


def test_a_text_that_cannot_be_read_is_refused(snapshot):
    item = first_item(snapshot)
    with pytest.raises(XukeError):
        rewritten({item.path: b"[1"}, [Step(item, None)])


def test_a_text_that_cannot_be_changed_by_field_is_refused(snapshot):
    memo = next(snapshot.of(Kind.MEMORANDUM, "lan"))
    with pytest.raises(XukeError):
        rewritten({memo.path: b"{}\n"}, [Step(memo, memo)])


def test_a_record_outside_the_data_folders_is_refused(snapshot):
    item = first_item(snapshot)
    document = trees.parsed("a: 1\n", "elsewhere.yaml")
    with pytest.raises(XukeError):
        rewritten({}, [Step(None, Record(item.key, item.fields, Home(document, ())))])


@pytest.mark.parametrize(
    ("kind", "fields", "path"),
    [
        (Kind.ITEM, {"competent": "fagai"}, "catalogue/lan/items/fagai.yaml"),
        (Kind.POWER, {"department": "fagai"}, "catalogue/lan/duties/fagai.yaml"),
        (Kind.SUPERVISION, {"supervisor": "zhujian"}, "catalogue/lan/duties/zhujian.yaml"),
        (Kind.MEASURE, {}, "catalogue/lan/measures.yaml"),
        (Kind.MEMORANDUM, {}, "memoranda/lan/x.yaml"),
        (Kind.JURISDICTION, {}, "catalogue/lan/reform.yaml"),
    ],
)
def test_every_kind_has_a_home(kind, fields, path):
    assert path_of(key(kind, "x"), fields) == path


def test_a_department_split_into_files_takes_new_records_in_its_last_one():
    paths = ["catalogue/lan/items/fagai/a.yaml", "catalogue/lan/items/fagai/b.yaml"]
    assert path_of(key(Kind.ITEM, "x"), {"competent": "fagai"}, paths) == paths[1]

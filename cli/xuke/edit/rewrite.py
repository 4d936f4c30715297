"""Files made to hold other records: only the lines that differ are touched, and the result is proved."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast

from xuke.document.amend import UnamendableError, amended
from xuke.document.emit import mapping
from xuke.document.read import read
from xuke.edit.order import arranged, in_order, known_fields
from xuke.model.document import Document, Value, same
from xuke.model.errors import XukeError
from xuke.model.files import FOLDERS, PLAIN, Seat, seat
from xuke.model.owners import OWNER
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.sources.load import identity
from xuke.words.schemas import code_names


@dataclass(frozen=True, slots=True)
class Step:
    """One record before and after: no ``old`` for a new one, no ``new`` for one that goes.

    With both, the record keeps its place in its file, whatever its key; another path moves it.
    """

    old: Record | None
    new: Record | None


def steps(old: Snapshot, new: Snapshot) -> list[Step]:
    """What has to be written so that the files of ``old`` hold the records of ``new``."""
    keys = sorted({*old.records, *new.records})
    pairs = [Step(old.records.get(key), new.records.get(key)) for key in keys]
    return [each for each in pairs if not _is_same(each)]


def _is_same(step: Step) -> bool:
    old, new = step.old, step.new
    return bool(old and new and old.path == new.path and same(old.fields, new.fields))


def new_record(key: Key, fields: Mapping[str, Value], provenance: str, paths: Collection[str] = ()) -> Record:
    """A record that is in no file yet, at home where its kind belongs.

    ``paths`` are the data files that there are; ``provenance`` is for the file, should it be a new one.
    """
    root: dict[str, Value] = dict(fields) if _is_single(key.kind) else {"provenance": provenance}
    document, _ = read(path_of(key, fields, paths), "\n".join(mapping(root, code_names())).encode())
    return Record(key, fields, Home(cast(Document, document), ()))


def _is_single(kind: Kind) -> bool:
    return kind in {Kind.MEMORANDUM, Kind.JURISDICTION, Kind.WORKSPACE}


def path_of(key: Key, fields: Mapping[str, Value], paths: Collection[str] = ()) -> str:
    """The file of a new record; where a department has a folder of files, the last of those."""
    if key.kind is Kind.MEMORANDUM:
        return f"memoranda/{key.jurisdiction}/{key.id}.yaml"
    home = f"catalogue/{key.jurisdiction}"
    if key.kind not in OWNER:
        name = next((name for name, each in PLAIN.items() if key.kind in each.kinds), "reform")
        return f"{home}/{name}.yaml"
    folder = next(name for name, each in FOLDERS.items() if key.kind in each.kinds)
    place = f"{home}/{folder}/{fields.get(OWNER[key.kind])}"
    split = sorted(path for path in paths if path.startswith(f"{place}/"))
    return split[-1] if split and f"{place}.yaml" not in paths else f"{place}.yaml"


def rewritten(files: Mapping[str, bytes], wanted: Iterable[Step]) -> dict[str, bytes | None]:
    """The new bytes of every file that the steps change; None for a file that goes with its record.

    ``files`` holds at least the files of the steps' old records, and those that new ones go to, where
    they are there. The result is read again: XukeError unless it holds exactly what was wanted.
    """
    found = list(wanted)
    paths = sorted({each.path for step in found for each in (step.old, step.new) if each is not None})
    return {path: _file(path, files.get(path), _Share(path, found)) for path in paths}


class _Share:
    """What the steps want of one file."""

    def __init__(self, path: str, wanted: Iterable[Step]) -> None:
        mine = [(_at(step.old, path), _at(step.new, path)) for step in wanted]
        self.stays = {old.home.pointer: new for old, new in mine if old is not None}
        self.comes = [new for old, new in mine if old is None and new is not None]

    @property
    def records(self) -> list[Record]:
        """The records that are to stand in the file and did not stand there as they are."""
        return [*(new for new in self.stays.values() if new is not None), *self.comes]


def _at(record: Record | None, path: str) -> Record | None:
    return record if record is not None and record.path == path else None


def _file(path: str, data: bytes | None, share: _Share) -> bytes | None:
    place = seat(path)
    if place is None:
        raise XukeError("cli.unamendable", path=path)
    if place.kind.single is not None and not share.records:
        return None
    old = _root(path, data)
    new = _single(old, place, share) if place.kind.single is not None else _listed(old, place, share)
    if data is None:
        return _made(path, place, new)
    try:
        return amended(path, data, new, code_names())
    except UnamendableError:
        raise XukeError("cli.unamendable", path=path) from None


def _root(path: str, data: bytes | None) -> dict[str, Value]:
    if data is None:
        return {}
    document, _ = read(path, data)
    if document is None or not isinstance(document.value, dict):
        raise XukeError("cli.unamendable", path=path)
    return document.value


def _single(old: Value, place: Seat, share: _Share) -> dict[str, Value]:
    return cast(dict[str, Value], arranged(place.kind.schema, (), old, dict(share.records[-1].fields)))


def _listed(old: dict[str, Value], place: Seat, share: _Share) -> dict[str, Value]:
    # A file that is made for its records brings what they say of its origin.
    value = dict(old) or {"provenance": share.records[0].provenance}
    for name, kind in place.kind.lists.items():
        entries = _entries(old.get(name), name, place, share)
        for each in (each for each in share.comes if each.key.kind is kind):
            _insert(entries, each.key.id, arranged(place.kind.schema, (name,), {}, dict(each.fields)))
        if entries or name in value:
            value[name] = [entry for _, entry in entries]
    kept = [name for name in old if name in value]
    return {name: value[name] for name in in_order(kept, list(value), known_fields(place.kind.schema, ()))}


def _entries(value: Value, name: str, place: Seat, share: _Share) -> list[tuple[str, Value]]:
    """The entries of a list that stay, each with its id."""
    kept: list[tuple[str, Value]] = []
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if (name, index) not in share.stays:
            kept.append((identity(place.kind.lists[name], entry) or "", entry))
            continue
        new = share.stays[name, index]
        if new is not None:
            kept.append((new.key.id, arranged(place.kind.schema, (name,), entry, dict(new.fields))))
    return kept


def _insert(entries: list[tuple[str, Value]], name: str, entry: Value) -> None:
    """Into its place where the list is sorted, at the end otherwise."""
    names = [each for each, _ in entries]
    place = sum(each < name for each in names) if names == sorted(names) else len(names)
    entries.insert(place, (name, entry))


def _made(path: str, place: Seat, root: dict[str, Value]) -> bytes:
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    head = f"# yaml-language-server: $schema={up}schemas/{place.kind.schema}.json"
    return "".join(f"{line}\n" for line in [head, *mapping(root, code_names())]).encode()

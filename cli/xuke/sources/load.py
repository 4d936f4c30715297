"""A tree of files to the register that they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, cast

from xuke.document.read import read_closely
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Message, say
from xuke.model.document import Document, Value
from xuke.model.files import FileKind, Seat, seat
from xuke.model.folders import WORKSPACE_FILE
from xuke.model.memory import no_collection
from xuke.model.place import Pointer, top_of
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.views import at
from xuke.sources.tree import File, Tree
from xuke.words.schemas import code_names, schema

#: What is noted of a file: its records, and the kinds of which it may hold some that cannot be told apart.
_RECORDS, _LOST = "records", "lost"

#: Fields that give a record its id, by kind; all others use ``id``.
ID_FIELDS = {Kind.ITEM: "code", Kind.POWER: "code", Kind.RULE: "code"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A register, its files in reading order, and what could not be read."""

    snapshot: Snapshot
    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    #: The settings as they are written, where something is wrong with their text.
    settings: str = ""


#: How a path and bytes become a document and what is wrong with its text.
Parse: TypeAlias = Callable[[str, bytes], tuple[Document | None, list[Diagnostic]]]


class Read(NamedTuple):
    """One file: its document where it could be read, and what is wrong with its text."""

    path: str
    document: Document | None
    problems: list[Diagnostic]
    #: Its bytes, where something is wrong with its text.
    data: bytes = b""


class Shelf(dict[File, Read]):
    """Files as they were read, which may know how to read others (``__missing__``)."""

    def reads(self, tree: Tree) -> list[Read]:
        """Every file of a tree, in its order."""
        return [self[file] for file in tree.files()]


def load(tree: Tree, known: dict[File, Read] | None = None) -> Loaded:
    """Read every file; one that cannot be read hides nothing but itself.

    ``known`` keeps what was read, so that a second tree costs only the files that differ.
    """
    with no_collection():
        done = _all_read(tree, known)
        documents = tuple(each.document for each in done if each.document is not None)
        return Loaded(
            _snapshot(documents, done),
            documents,
            tuple(problem for each in done for problem in each.problems),
            "".join(each.data.decode("utf-8", "replace") for each in done if each.path == WORKSPACE_FILE),
        )


def _all_read(tree: Tree, known: dict[File, Read] | None) -> list[Read]:
    if isinstance(known, Shelf):
        return known.reads(tree)
    return [_read_once(file, known) for file in tree.files()]


def _read_once(file: File, known: dict[File, Read] | None) -> Read:
    if known is None:
        return read_file(file)
    if file not in known:
        known[file] = read_file(file)
    return known[file]


def parsed(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """A file of the register as it is read everywhere, with the codes that lack quotes noted."""
    return read_closely(path, data, code_names())


def read_file(file: File, parse: Parse = parsed) -> Read:
    """One file, unless something is wrong with it as a file."""
    problem = file.problem or (say("K009.unknown") if seat(file.path) is None else None)
    if problem is not None:
        return Read(file.path, None, [_misplaced(file.path, problem)])
    document, problems = parse(file.path, file.data)
    return Read(file.path, document, problems, file.data if problems else b"")


def _misplaced(path: str, message: Message) -> Diagnostic:
    return Diagnostic("K009", ALL["K009"], top_of(path), message, cause=f"file/{path}")


def _snapshot(documents: tuple[Document, ...], done: list[Read]) -> Snapshot:
    records: dict[Key, Record] = {}
    twins = []
    for document in documents:
        for record in _noted(document):
            if records.setdefault(record.key, record) is not record:
                twins.append(record)
    unread = frozenset(lost for each in done for lost in _lost(each))
    return Snapshot(records, tuple(twins), unread, tuple(each.path for each in done))


def _noted(document: Document) -> list[Record]:
    """The records of one file, noted in it by list, place and id: another run needs no value to find them."""
    found = list(records_of(document))
    if _RECORDS not in document.notes:
        document.notes[_RECORDS] = [[*(each.home.pointer or ("", 0)), each.key.id] for each in found]
    return found


def _lost(read: Read) -> Iterator[tuple[str, Kind]]:
    """Jurisdiction and kind of what a file holds without our being able to tell its records apart."""
    found = seat(read.path)
    if found and read.document is None:
        yield from ((found.jurisdiction, kind) for kind in found.kind.kinds)
    elif found and read.document is not None:
        notes = read.document.notes
        if _LOST not in notes:
            notes[_LOST] = list(_lost_in(read.document.value, found.kind))
        yield from ((found.jurisdiction, Kind(kind)) for kind in cast(list[str], notes[_LOST]))


def _lost_in(value: Value, kind: FileKind) -> Iterator[str]:
    if not isinstance(value, dict):
        yield from kind.kinds
        return
    node = schema(kind.schema)
    is_odd = not value.keys() <= node["properties"].keys()
    for name, each in kind.lists.items():
        is_awaited = is_odd or name in node.get("required", ())
        if _is_lost(each, value.get(name)) if name in value else is_awaited:
            yield str(each)


def _is_lost(kind: Kind, entries: Value) -> bool:
    return not isinstance(entries, list) or any(identity(kind, entry) is None for entry in entries)


def identity(kind: Kind, entry: Value) -> str | None:
    """The id of an entry in a list of records, or None where it has none."""
    identity = at(entry, ID_FIELDS.get(kind, "id"))
    return None if identity is None or isinstance(identity, dict | list) else str(identity)


def records_of(document: Document) -> Iterator[Record]:
    """The records of one file in reading order; entries without an id are left to the schema."""
    found = seat(document.path)
    if found is not None and _RECORDS in document.notes:
        yield from _recalled(found, document)
        return
    if found is None or not isinstance(document.value, dict):
        return
    if found.kind.single is not None:
        yield Record(_single_key(found, document), document.value, Home(document, ()))
    for name, kind in found.kind.lists.items():
        yield from _listed(document, found.jurisdiction, name, kind)


def _recalled(found: Seat, document: Document) -> Iterator[Record]:
    """The records that are noted; what they say is not looked at."""
    for name, index, identity in cast(list[tuple[str, int, str]], document.notes[_RECORDS]):
        kind = found.kind.lists[name] if name else cast(Kind, found.kind.single)
        yield Record(
            Key(found.jurisdiction, kind, identity), None, Home(document, (name, index) if name else ())
        )


def _single_key(found: Seat, document: Document) -> Key:
    match found.kind.single:
        case Kind.WORKSPACE:
            return Key("", Kind.WORKSPACE, "xuke")
        case Kind.MEMORANDUM:
            giver = at(document.value, "giver")
            name = giver if isinstance(giver, str) and giver else found.department
            return Key(found.jurisdiction, Kind.MEMORANDUM, name)
    return Key(found.jurisdiction, Kind.JURISDICTION, found.jurisdiction)


def _listed(document: Document, jurisdiction: str, name: str, kind: Kind) -> Iterator[Record]:
    entries = at(document.value, name)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        name_of = identity(kind, entry)
        if isinstance(entry, dict) and name_of is not None:
            pointer: Pointer = (name, index)
            yield Record(Key(jurisdiction, kind, name_of), entry, Home(document, pointer))

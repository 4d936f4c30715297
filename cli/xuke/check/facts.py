"""What a file tells by itself, whatever stands in others: worked out once for all versions that hold it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from xuke.check.codes import code_or_name
from xuke.check.codes import is_plain as is_plain_text
from xuke.check.references import owner_of, texts_marked
from xuke.check.schema import obeys
from xuke.model.document import Document
from xuke.model.files import seat
from xuke.model.owners import OWNER
from xuke.model.record import Record, Snapshot
from xuke.model.views import at
from xuke.sources.load import records_of
from xuke.words.schemas import Schema, reference_kind, schema_of_kind

#: Whoever cites, by kind; what kind of reference it makes, whose section is meant, and the name.
Citation: TypeAlias = Sequence[str]

#: The name of the facts among what is noted of a file; a new shape needs a new one.
_NAME = "facts"

#: The mark of a code or name that refers to nothing.
_NO_REFERENCE = "-"


def is_sound(document: Document) -> bool:
    """Whether its schema has nothing to say of a file."""
    return bool(_facts(document)[0])


def is_plain(document: Document) -> bool:
    """Whether no code and no name of a record in it needs a closer look."""
    return bool(_facts(document)[1])


def citations(document: Document) -> list[Citation]:
    """What the records of a file cite, each name once for each kind of record and reference."""
    found: list[Citation] = _facts(document)[2]
    return found


def strays(document: Document) -> bool:
    """Whether a record in it names another owner than the file does."""
    return bool(_facts(document)[3])


def cited_document(document: Document) -> str | None:
    """The document that the file as a whole names as its source, where it is one of lists."""
    found: str | None = _facts(document)[4]
    return found


def records_in(snapshot: Snapshot, documents: Iterable[Document]) -> Iterator[Record]:
    """The records of some files, in the order of the register."""
    asked = set(map(id, documents))
    if asked:
        yield from (each for each in snapshot.records.values() if id(each.home.document) in asked)


def _facts(document: Document) -> Any:
    found = document.notes.get(_NAME)
    if found is None:
        found = document.notes[_NAME] = _worked_out(document)
    return found


def _worked_out(document: Document) -> list[Any]:
    found = [(each, _texts(each)) for each in records_of(document)]
    names = {name for _, texts in found for _, name in texts}
    cited = {one for each, texts in found for one in _citations(each, texts)}
    place = seat(document.path)
    is_stray = any(
        owner_of(each) != place.department for each, _ in found if each.key.kind in OWNER and place
    )
    return [
        obeys(document),
        all(map(is_plain_text, names)),
        sorted(map(list, cited)),
        is_stray,
        _source(document),
    ]


def _source(document: Document) -> str | None:
    place, name = seat(document.path), at(document.value, "document")
    return name if place and place.kind.single is None and isinstance(name, str) else None


def cited_by(record: Record) -> Iterator[tuple[str, ...]]:
    """What one record cites."""
    return _citations(record, _texts(record))


def _citations(record: Record, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for kind, name in texts:
        if kind != _NO_REFERENCE:
            yield str(record.key.kind), kind, owner_of(record) if kind == "section" else "", name


def _texts(record: Record) -> set[tuple[str, str]]:
    return texts_marked(schema_of_kind(record.key.kind), record.fields, _looked_at)


def _looked_at(file: str, node: Schema) -> str:
    """The kind of reference; a code or name that is none has a mark of its own."""
    return reference_kind(file, node) or (_NO_REFERENCE if code_or_name(file, node) else "")

"""Findings about keys, references, and files in the wrong place (K)."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from xuke.check.engine import placed
from xuke.check.references import OWNER, Reference, is_known, references
from xuke.identifiers.item_code import basic_code
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding, Label, Message, say
from xuke.model.document import Document
from xuke.model.files import seat
from xuke.model.names import even
from xuke.model.place import top_of
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.rule import Context
from xuke.model.views import at, view
from xuke.sources.load import ID_FIELDS
from xuke.words.near import is_one_sign_off
from xuke.words.schemas import schema_of_kind

#: The codes of these findings.
OF_KEYS = ("K001", "K002", "K003", "K004")


def key_findings(
    context: Context, documents: Collection[Document], unsound: Collection[Key]
) -> Iterator[Diagnostic]:
    """All findings about keys, references and places, in no order.

    What names a record whose own code is written wrong follows from that, and is not told.
    """
    yield from _twins(context.snapshot)
    odd = _odd_names(context.snapshot)
    for record in context.snapshot.records.values():
        if record.key not in unsound:
            yield from _dangling(record, context, odd)
            yield from _misfiled(record, context)
    for document in documents:
        yield from _foreign(document, context.snapshot)
        yield from _undocumented(document, context)


def _twins(snapshot: Snapshot) -> Iterator[Diagnostic]:
    for twin in snapshot.twins:
        first = snapshot.records[twin.key]
        place = ("giver" if twin.key.kind is Kind.MEMORANDUM else ID_FIELDS.get(twin.key.kind, "id"),)
        yield placed(
            "K001", twin, Finding(place, say("K001.twice", key=str(twin.key)), (first.locate(*place),))
        )


def _odd_names(snapshot: Snapshot) -> dict[tuple[str, str], list[str]]:
    """Names, in half-width signs, of records with other signs in them and of items with no code of one."""
    odd: dict[tuple[str, str], list[str]] = {}
    for key in snapshot.records:
        if not key.id.isascii() or (key.kind is Kind.ITEM and basic_code(key.id) is None):
            odd.setdefault((key.jurisdiction, key.kind), []).append(even(key.id))
    return odd


def _is_odd(reference: Reference, jurisdiction: str, odd: Mapping[tuple[str, str], Sequence[str]]) -> bool:
    """Whether a name is that of a record whose own name is odd, but for one sign."""
    names = odd.get((jurisdiction, reference.kind), ())
    return any(is_one_sign_off(reference.name, each) for each in names)


def _dangling(
    record: Record, context: Context, odd: Mapping[tuple[str, str], Sequence[str]]
) -> Iterator[Diagnostic]:
    register = context.register(record.key.jurisdiction)
    for reference in references(schema_of_kind(record.key.kind), record.fields):
        if not is_known(reference, record, register) and not _is_odd(reference, register.jurisdiction, odd):
            yield placed("K002", record, Finding(reference.pointer, _unknown(reference, record)))


def _unknown(reference: Reference, record: Record) -> Message:
    names = tuple(step for step in reference.pointer if isinstance(step, str))
    field = Label(schema_of_kind(record.key.kind), names)
    return say("K002.unknown", field=field, name=reference.name, what=say(f"K002.{reference.kind}"))


def _misfiled(record: Record, context: Context) -> Iterator[Diagnostic]:
    found = seat(record.path)
    field = OWNER.get(record.key.kind)
    if not found or not field:
        return
    owner = view(record).text(field)
    # An owner that does not exist is told as such.
    is_someone = is_known(
        Reference((field,), "department", owner), record, context.register(found.jurisdiction)
    )
    if owner and owner != found.department and is_someone:
        label = Label(schema_of_kind(record.key.kind), (field,))
        message = say("K003.other", field=label, owner=owner, file=found.department)
        yield placed("K003", record, Finding((field,), message))


def _foreign(document: Document, snapshot: Snapshot) -> Iterator[Diagnostic]:
    found = seat(document.path)
    name = found.jurisdiction if found else ""
    if not name or not snapshot.is_whole(name, Kind.JURISDICTION):
        return
    if snapshot.get(name, Kind.JURISDICTION, name) is None:
        message = say("K004.undeclared", jurisdiction=name)
        yield Diagnostic("K004", ALL["K004"], top_of(document.path), message)


def _undocumented(document: Document, context: Context) -> Iterator[Diagnostic]:
    found = seat(document.path)
    name = at(document.value, "document")
    if found is None or found.kind.single is not None or not isinstance(name, str):
        return
    key = Key(found.jurisdiction, next(iter(found.kind.kinds)), "")
    record = Record(key, {}, Home(document, ()))
    if not is_known(Reference(("document",), "document", name), record, context.register(found.jurisdiction)):
        message = say("K002.unknown", field=say("K002.file_document"), name=name, what=say("K002.document"))
        yield Diagnostic("K002", ALL["K002"], document.locate(("document",)), message)

"""Findings about keys, references, and files in the wrong place (K)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from xuke.check.doubts import Doubts, cause_of_folder, meant_by, undeclared
from xuke.check.engine import placed
from xuke.check.facts import citations, cited_document, records_in, strays
from xuke.check.missing import Dangling, Missing
from xuke.check.odd_names import OddNames
from xuke.check.references import Reference, id_field, is_known, is_there, references, sought
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding, Label, Message, say
from xuke.model.document import Document
from xuke.model.files import seat
from xuke.model.owners import OWNER
from xuke.model.place import top_of
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.model.rule import Context
from xuke.model.views import view
from xuke.words.schemas import schema_of_kind


def key_findings(
    context: Context, documents: Iterable[Document], unsound: Collection[Key], unsure: Doubts
) -> Iterator[Diagnostic]:
    """All findings about keys and places, in no order."""
    yield from _twins(context.snapshot)
    documents = list(documents)
    for record in records_in(context.snapshot, [each for each in documents if strays(each)]):
        if record.key not in unsound:
            yield from _misfiled(record, context)
    folders = undeclared(context.snapshot)
    for document in documents if folders else ():
        yield from _foreign(document, folders, context.snapshot, unsure)


def missing_names(context: Context, documents: Iterable[Document], unsound: Collection[Key]) -> Missing:
    """All references to nothing.

    What names a record whose own code is written wrong follows from that, and is none of them.
    """
    odd, documents = OddNames(context.snapshot), list(documents)
    asked = records_in(context.snapshot, _citing_unknown(documents, context))
    found = [each for one in asked if one.key not in unsound for each in _dangling(one, context, odd)]
    return Missing(context, [*found, *(each for file in documents for each in _undocumented(file, context))])


def _citing_unknown(documents: Iterable[Document], context: Context) -> Iterator[Document]:
    """The files in which something is cited that may not be there."""
    known: dict[tuple[str, ...], bool] = {}
    for document in documents:
        found = seat(document.path)
        register = context.register(found.jurisdiction if found else "")
        for _, kind, owner, name in citations(document):
            cited = (register.jurisdiction, kind, owner, name)
            if cited not in known:
                known[cited] = is_there(kind, owner, name, register)
            if not known[cited]:
                yield document
                break


def _twins(snapshot: Snapshot) -> Iterator[Diagnostic]:
    for twin in snapshot.twins:
        first = snapshot.records[twin.key]
        place = (id_field(twin.key.kind),)
        message, also = say("K001.twice", key=str(twin.key), others=""), (first.locate(*place),)
        yield placed("K001", twin, Finding(place, message, also, cause=f"{twin.path}/{first.path}"))


def _dangling(record: Record, context: Context, odd: OddNames) -> Iterator[Dangling]:
    register = context.register(record.key.jurisdiction)
    for reference in references(schema_of_kind(record.key.kind), record.fields):
        place, name = register.jurisdiction, reference.name
        if not is_known(reference, record, register) and not odd.has(place, reference.kind, name):
            names = tuple(step for step in reference.pointer if isinstance(step, str))
            field = Label(schema_of_kind(record.key.kind), names)
            found = placed("K002", record, Finding(reference.pointer, _unknown(reference, field)))
            yield Dangling(sought(reference, record, register), reference.kind, record.key.kind, found)


def _unknown(reference: Reference, field: Label | Message) -> Message:
    what = say(f"K002.{reference.kind}")
    return say("K002.unknown", field=field, name=reference.name, what=what, others="", like="")


def _misfiled(record: Record, context: Context) -> Iterator[Diagnostic]:
    found, field = seat(record.path), OWNER.get(record.key.kind, "")
    owner, register = view(record).text(field), context.register(record.key.jurisdiction)
    # An owner that does not exist is told as such.
    is_someone = owner and is_known(Reference((field,), "department", owner), record, register)
    if found and is_someone and owner != found.department:
        label = Label(schema_of_kind(record.key.kind), (field,))
        message = say("K003.other", field=label, owner=owner, file=found.department, others="")
        yield replace(placed("K003", record, Finding((field,), message)), cause=f"{record.path}/{owner}")


def _foreign(
    document: Document, folders: Collection[str], snapshot: Snapshot, unsure: Doubts
) -> Iterator[Diagnostic]:
    found = seat(document.path)
    name = found.jurisdiction if found else ""
    if name in folders:
        other, cause = meant_by(name, snapshot), cause_of_folder(name)
        like = say("K004.near", near=other) if other else ""
        message = say("K004.undeclared", jurisdiction=name, others="", like=like)
        follows = unsure[name, Kind.JURISDICTION]
        told = Diagnostic("K004", ALL["K004"], top_of(document.path), message, cause=cause)
        yield replace(told, follows=follows if follows != cause else "")


def _undocumented(document: Document, context: Context) -> Iterator[Dangling]:
    found = seat(document.path)
    name = cited_document(document)
    if found is None or name is None:
        return
    key = Key(found.jurisdiction, next(iter(found.kind.kinds)), "")
    record = Record(key, {}, Home(document, ()))
    reference = Reference(("document",), "document", name)
    register = context.register(found.jurisdiction)
    if not is_known(reference, record, register):
        message = _unknown(reference, say("K002.file_document"))
        told = Diagnostic("K002", ALL["K002"], document.locate(("document",)), message)
        yield Dangling(sought(reference, record, register), reference.kind, key.kind, told)

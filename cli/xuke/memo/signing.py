"""A draft as it reads once signed: number, days, fingerprints of its items, digests."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from xuke.check.signature import record_digest
from xuke.edit.supplement import Fields
from xuke.figures.fingerprint import fingerprint
from xuke.model.document import Value
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Memo


def signed(memo: Memo, register: Register, day: date, number: str, effective: date) -> Fields:
    """The fields of a signed memorandum; every listed item is pinned as it stands now."""
    entries: list[Value] = [_pinned(entry, register) for entry in memo.entries]
    fields = {
        **memo.fields,
        "number": number,
        "status": "signed",
        "signed": day.isoformat(),
        "effective": effective.isoformat(),
        "items": entries,
    }
    return with_signature(fields, record=record_digest(fields))


def _pinned(entry: Part, register: Register) -> Fields:
    record = register.get(Kind.ITEM, entry.text("code"))
    pin = {"fingerprint": fingerprint(record.fields, entry.texts("suffixes"))} if record else {}
    return {**entry.fields, **pin}


def with_signature(fields: Mapping[str, Value], **digests: str) -> Fields:
    """The same with these digests added to its signature."""
    known = fields.get("signature")
    return {**fields, "signature": {**(known if isinstance(known, dict) else {}), **digests}}


def digest(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return sha256(data).hexdigest()


def supplement_signed(
    memo: Memo, register: Register, name: str, day: date, number: str, digests: Mapping[str, str]
) -> Fields:
    """The fields of a memorandum one of whose supplements is signed; the items that it adds are pinned."""
    rows: list[Value] = []
    for each in memo.parts("supplements"):
        row = dict(each.fields)
        if each.text("id") == name:
            if each.has("items"):
                row["items"] = [_pinned(entry, register) for entry in each.parts("items")]
            dated = {**row, **({"number": number} if number else {}), "date": day.isoformat()}
            row = with_signature(dated, record=record_digest(dated, ("supplements",)), **digests)
        rows.append(row)
    return {**memo.fields, "supplements": rows}

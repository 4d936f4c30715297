"""L018."""

from collections.abc import Iterator
from datetime import date

from xuke.model.diagnostic import Finding, say
from xuke.model.names import plain
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L018", Kind.ITEM, Kind.PROOF)
def no_cancelled_proof(item: Item, context: Context) -> Iterator[Finding]:
    """No material is a proof that is cancelled; bracketed endings of names do not count."""
    proofs, active = context.register(item.jurisdiction).proofs, item.active()
    lists = ([item] if active else []) + [each for each in active if each.pointer]
    for material in (each for one in lists for each in one.parts("materials")) if proofs else ():
        proof = proofs.get(plain(material.text("name")))
        if proof and (proof.day("cancelled_on") or date.min) <= context.today:
            words = {"code": item.code, "material": material.text("name"), "proof": proof.name}
            also = (proof.record.locate("name"),)
            yield Finding((*material.pointer, "name"), say("L018.cancelled", **words), also)

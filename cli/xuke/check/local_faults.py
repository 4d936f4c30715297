"""What is wrong with a local rule as it is written, beyond what its schema refuses (K010)."""

from collections.abc import Iterator

from xuke.check.local_conditions import CONDITIONS
from xuke.check.local_fields import title_of
from xuke.check.patterns import Pattern, RefusedError
from xuke.model.diagnostic import Finding, say
from xuke.model.owners import HOLDER
from xuke.model.part import Part
from xuke.model.place import Pointer
from xuke.model.views import View
from xuke.words.schemas import property_of, schema_of_kind

#: The tests of which each entry of ``where`` has one, and the other sides of ``compare``.
_TESTS = ("equals", "in", "exists", "matches")
_SIDES = ("with", "value", "limit")


def faults(it: View) -> Iterator[Finding]:
    """Everything that keeps a rule from being run; examples are for a rule without faults."""
    conditions = [name for name in CONDITIONS if it.has(name)]
    if len(conditions) != 1:
        yield Finding((), say("K010.conditions", count=len(conditions), known=tuple(CONDITIONS)))
    for name in conditions:
        yield from _of_condition(name, it.part(name), it.text("select"))
    for each in it.parts("where"):
        yield from _one(each, _TESTS)
        yield from _pattern(each, "matches")
        yield from _field(it.text("select"), each.text("field"), (*each.pointer, "field"))
    yield from _of_examples(it)


def _of_condition(name: str, spec: Part, kind: str) -> Iterator[Finding]:
    for step in ("field", "with", "equals"):
        if spec.has(step):
            yield from _field(kind, spec.text(step), (*spec.pointer, step))
    for index, path in enumerate(spec.texts("fields")):
        yield from _field(kind, path, (*spec.pointer, "fields", index))
    if spec.has("by"):
        yield from _field(spec.text("kind"), spec.text("by"), (*spec.pointer, "by"))
    if name == "compare":
        yield from _one(spec, _SIDES)
    if name == "pattern":
        yield from _pattern(spec, "pattern")
    yield from _of_bounds(name, spec)
    if spec.text("within") == "department" and kind not in HOLDER:
        yield Finding((*spec.pointer, "within"), say("K010.department", kind=title_of(kind)))


def _of_bounds(name: str, spec: Part) -> Iterator[Finding]:
    least, most = spec.number("min"), spec.number("max")
    is_empty = least is not None and most is not None and least > most
    if name == "count" and (is_empty or (least is None and most is None)):
        yield Finding(spec.pointer, say("K010.bounds"))


def _one(spec: Part, names: tuple[str, ...]) -> Iterator[Finding]:
    count = sum(spec.has(name) for name in names)
    if count != 1:
        yield Finding(spec.pointer, say("K010.one", count=count, known=names))


def _pattern(spec: Part, name: str) -> Iterator[Finding]:
    try:
        Pattern(spec.text(name))
    except RefusedError as refused:
        reason = {"syntax": say("K010.syntax"), "nested": say("K010.nested"), "size": say("K010.size")}
        message = say("K010.pattern", pattern=spec.text(name), reason=reason[str(refused)])
        yield Finding((*spec.pointer, name), message)


def _field(kind: str, path: str, pointer: Pointer) -> Iterator[Finding]:
    if property_of(schema_of_kind(kind), tuple(path.split("."))) is None:
        yield Finding(pointer, say("K010.field", field=path, kind=title_of(kind)))


def _of_examples(it: View) -> Iterator[Finding]:
    named = [(it.text("select"), it.part("examples", name)) for name in ("good", "bad")]
    named += [(each.text("kind"), each.part("fields")) for each in it.parts("examples", "beside")]
    for kind, fields in named:
        for name in fields.fields:
            for finding in _field(kind, name, (*fields.pointer, name)):
                yield Finding(finding.pointer, finding.message, at_key=True)

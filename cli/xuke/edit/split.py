"""One item that becomes several: each says what it comes from, and all that cited the one cites each."""

from collections.abc import Mapping, Sequence

from xuke.edit.change import papers_on, whole_change
from xuke.edit.guards import Desk, moved_home, renamed
from xuke.edit.renumber import alone, listed_as
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Said
from xuke.identifiers.item_code import BasicCode
from xuke.model.document import Value
from xuke.model.errors import Refusal, UsageFault
from xuke.model.names import even
from xuke.model.record import Key, Kind, Record
from xuke.model.views import Item, Memo
from xuke.words.zh import supplements as zh

#: What the heading of sub items takes from the item that is divided.
_HEADING = (
    "type",
    "competent",
    "organ",
    "level",
    "power_source",
    "bases",
    "status",
    "version",
)


def split(desk: Desk, old: str, into: Sequence[tuple[str, str]]) -> list[Step]:
    """The steps that divide an item; it may be one of the results itself, under its own code."""
    item, results = desk.item(old), dict(into)
    if len(results) < 2 or len(results) < len(into):
        raise UsageFault("edits.two_results", code=old)
    _named_apart(desk, item, results)
    found = {code: desk.free(code, item) for code in results if code != old}
    own = [*_results(desk, item, results), *_headings(desk, item, found, results)]
    texts = "、".join(zh.ONE.format(code=code, name=name) for code, name in results.items())
    sentence = zh.SPLIT.format(name=item.name, old=old, results=texts)
    papers = {memo.id: _listed(memo, sentence, old, results) for memo in papers_on(desk.register, [old])}
    return whole_change(desk, own, {old: tuple(results)}, papers)


def _listed(memo: Memo, sentence: str, old: str, results: Mapping[str, str]) -> Said:
    said = listed_as(memo, sentence, [old], [code for code in results if code != old])
    # A code that goes on as one of the results stays on the list as it is.
    return said._replace(removed=[]) if old in results else said


def _named_apart(desk: Desk, item: Item, results: Mapping[str, str]) -> None:
    names = [even(name) for name in results.values()]
    others = {
        even(each.name) for each in desk.register.of_department(item.competent) if each.code != item.code
    }
    for place, (code, name) in enumerate(results.items()):
        if not name or names[place] in others or names[place] in names[:place]:
            raise Refusal("edits.same_name", code=code, name=name)


def _results(desk: Desk, item: Item, results: Mapping[str, str]) -> list[Step]:
    """The first result stands where the item stood, unless the item goes on itself."""
    place = item.code if item.code in results else next(iter(results))
    steps = []
    for code, name in results.items():
        fields: dict[str, Value] = {**renamed(item, code), "name": name}
        said: list[Value] = [dict(each.fields) for each in item.parts("replaces")]
        if code != item.code:
            fields["replaces"] = [*said, desk.replacement(item.code, "split")]
        new = moved_home(item, code, desk.counted(item.record, fields))
        steps.append(Step(item.record if code == place else None, new))
    return steps


def _headings(
    desk: Desk, item: Item, found: Mapping[str, BasicCode], results: Mapping[str, str]
) -> list[Step]:
    """The heading that sub items need, made where the item itself is divided."""
    leaving = [] if item.code in results else [item.code]
    divided = [each for each in found.values() if each.undivided == item.code and not each.is_undivided]
    parent = divided[0].parent if divided else ""
    is_made = bool(parent) and desk.register.get(Kind.ITEM, parent) is None and bool(leaving)
    for code, each in found.items():
        if not (is_made and each.parent == parent and not each.is_undivided):
            desk.headed(each, code, leaving)
    if leaving and not any(each.head == item.code[:9] for each in found.values()):
        alone(desk.register, [item])
    if not is_made:
        return []
    fields = {"code": parent, "name": item.name} | {
        name: item.fields[name] for name in _HEADING if name in item.fields
    }
    return [Step(None, Record(Key(item.jurisdiction, Kind.ITEM, parent), fields, item.record.home))]

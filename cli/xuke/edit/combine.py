"""Several items that become one: it names them all, and all that cited any of them cites it."""

from collections.abc import Sequence

from xuke.edit.change import papers_on, whole_change
from xuke.edit.guards import Desk, moved_home, renamed
from xuke.edit.renumber import listed_as
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Said
from xuke.identifiers.item_code import basic_code
from xuke.model.document import Value, same
from xuke.model.errors import Refusal, UsageFault
from xuke.model.names import even
from xuke.model.record import Kind
from xuke.model.views import Item
from xuke.words.zh import supplements as zh

#: What is each item's own and never the same in two.
_OWN = frozenset(
    {"code", "name", "local_code", "implementation_code", "version", "replaces", "note", "source"}
)


def combined(desk: Desk, codes: Sequence[str], into: str, name: str) -> list[Step]:
    """The steps that merge items into one, which may go on under the code of one of them."""
    items = desk.items(codes)
    if len(items) < 2 or not name.strip():
        raise UsageFault("edits.two_items")
    _alike(items)
    base = next((each for each in items if each.code == into), items[0])
    gone = [*(each for each in items if each.code != into), *_heading(desk, items)]
    if base.code != into:
        desk.headed(desk.free(into, base), into, leaving=[each.code for each in gone])
    _named(desk, items, name)
    own = [_result(desk, base, gone, into, name)]
    own += [Step(each.record, None) for each in gone if each is not base]
    return whole_change(desk, own, {each.code: (into,) for each in gone}, _papers(desk, items, into, name))


def unlike(items: Sequence[Item]) -> list[str]:
    """The fields in which items differ: a merged one takes them from the one that goes on."""
    names = dict.fromkeys(name for each in items for name in each.fields if name not in _OWN)
    return [name for name in names if not all(same(items[0].get(name), each.get(name)) for each in items)]


def _alike(items: Sequence[Item]) -> None:
    first = items[0]
    for each in items[1:]:
        if each.competent != first.competent:
            raise Refusal("edits.other_owner", code=each.code, first=first.code)
        if [one.state for one in each.handlings()] != [one.state for one in first.handlings()]:
            raise Refusal("edits.other_state", code=each.code, first=first.code)


def _heading(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """The heading of which all sub items are merged: it goes with them."""
    code, gone = basic_code(items[0].code), {each.code for each in items}
    parent = desk.register.get(Kind.ITEM, code.parent) if code else None
    if code is None or parent is None:
        return []
    own = {each.code for each in desk.register.items if each.code[:9] == code.head}
    return [Item(parent.fields, (), parent)] if own - gone == {code.parent} else []


def _named(desk: Desk, items: Sequence[Item], name: str) -> None:
    others = desk.register.of_department(items[0].competent)
    gone = {each.code for each in items}
    for each in others:
        if each.code not in gone and not each.is_parent and even(each.name) == even(name):
            raise Refusal("edits.same_name", code=each.code, name=name)


def _result(desk: Desk, base: Item, gone: Sequence[Item], into: str, name: str) -> Step:
    fields: dict[str, Value] = {**renamed(base, into), "name": name}
    said: dict[str, Value] = {
        part.text("code"): dict(part.fields) for each in [base, *gone] for part in each.parts("replaces")
    }
    named = {each.code: desk.replacement(each.code, "merged") for each in gone}
    fields["replaces"] = list({**said, **named}.values())
    return Step(base.record, moved_home(base, into, desk.counted(base.record, fields)))


def _papers(desk: Desk, items: Sequence[Item], into: str, name: str) -> dict[str, Said]:
    codes = [each.code for each in items]
    sources = "、".join(zh.ONE.format(code=each.code, name=each.name) for each in items)
    sentence = zh.MERGED.format(sources=sources, name=name, new=into)
    return {memo.id: listed_as(memo, sentence, codes, [into]) for memo in papers_on(desk.register, codes)}

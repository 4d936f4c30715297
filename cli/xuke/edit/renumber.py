"""An item under another code: the past follows it, and so does all that cites it."""

from collections.abc import Sequence

from xuke.edit.change import papers_on, whole_change
from xuke.edit.guards import Desk, moved_home, renamed
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Said
from xuke.model.errors import Refusal, UsageFault
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Item, Memo
from xuke.words.zh import supplements as zh


def renumbered(desk: Desk, old: str, new: str) -> list[Step]:
    """The steps that give an item another code; Refusal where that code cannot be its own."""
    item = desk.item(old)
    if old == new:
        raise UsageFault("edits.same_code", code=old)
    if new[:9] != old[:9]:
        alone(desk.register, [item])
    desk.headed(desk.free(new, item), new, leaving=[old])
    fields = renamed(item, new)
    said = [dict(each.fields) for each in item.parts("replaces")]
    fields["replaces"] = [*said, desk.replacement(old, "renumbered")]
    own = [Step(item.record, moved_home(item, new, desk.counted(item.record, fields)))]
    sentence = zh.RENUMBERED.format(name=item.name, old=old, new=new)
    papers = {memo.id: listed_as(memo, sentence, [old], [new]) for memo in papers_on(desk.register, [old])}
    return whole_change(desk, own, {old: (new,)}, papers)


def alone(register: Register, leaving: Sequence[Item]) -> None:
    """Refuse to take the last sub items from their heading, which would head nothing (C005)."""
    gone = {each.code for each in leaving}
    for item in leaving:
        parent = item.code[:9] + "00Y"
        own = {each.code for each in register.items if each.code[:9] == item.code[:9]}
        if parent in own and own - gone == {parent}:
            raise Refusal("edits.last_sub_item", code=item.code, parent=parent)


def listed_as(memo: Memo, sentence: str, old: Sequence[str], new: Sequence[str]) -> Said:
    """What a supplement says of entries of a signed memorandum that stand under other codes from now on."""
    found: list[Part] = [each for each in memo.listed if each.text("code") in old]
    rest = [{"suffixes": each.get("suffixes")} if each.has("suffixes") else {} for each in found][:1]
    gone = [code for code in old if code not in new and memo.covering(code)]
    return Said([sentence], [{"code": code, **kept} for code in new for kept in rest], gone)

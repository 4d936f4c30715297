"""变动类型: what a change of the register means to those who file it."""

from collections.abc import Mapping

from xuke.model.change import Added, Change, FieldEdit, Removed
from xuke.model.record import Kind
from xuke.model.views import View, at
from xuke.words.zh import tables as zh

#: What a new item is, by how it replaces others.
REPLACING = {"merged": zh.MERGED, "split": zh.SPLIT, "renumbered": zh.RENUMBERED}

#: What a new item is, by where it comes from.
COMING = {"added": zh.ADDED, "taken_over": zh.TAKEN_OVER, "reclaimed": zh.RECLAIMED}

#: What the change of a field of an item is, by the field.
FIELDS = {"name": zh.RENAMED, "bases": zh.REBASED, "type": zh.RECLASSED}


def change_kind(change: Change, edit: FieldEdit | None, replaced: Mapping[str, str]) -> str:
    """The official word for a change; ``replaced`` holds how codes that are gone were replaced."""
    match change:
        case Added():
            return _added(View(change.new.fields, (), change.new))
        case Removed():
            return REPLACING.get(replaced.get(change.key.id, ""), zh.REMOVED)
    is_item = change.key.kind is Kind.ITEM
    return _edited(edit) if edit is not None and is_item else zh.EDITED


def _added(record: View) -> str:
    """By what it replaces, then by where it comes from."""
    kinds = [each.text("kind") for each in record.parts("replaces")]
    found = [REPLACING[kind] for kind in kinds if kind in REPLACING]
    return found[0] if found else COMING.get(record.text("origin", "kind"), zh.ADDED)


def _edited(edit: FieldEdit) -> str:
    match edit.steps:
        case ("disposition", *rest):
            return _moved(edit, tuple(rest)) or zh.EDITED
        case ("handlings", _, "disposition", *rest):
            word = _moved(edit, tuple(rest))
            return zh.IN_PART.format(change=word) if word else zh.EDITED
    return FIELDS.get(edit.steps[0], zh.EDITED)


def _moved(edit: FieldEdit, rest: tuple[str, ...]) -> str:
    """The word for a new disposition, empty where only something beside its state changed."""
    if rest not in ((), ("state",)):
        return ""
    old, new = (_state(side, rest) for side in (edit.old, edit.new))
    if old == new:
        return ""
    if old == "suspended":
        return zh.RESUMED
    taken_back = old == "transferred" and new in ("resident", "excluded")
    return zh.RECLAIMED if taken_back else zh.STATES.get(new, "")


def _state(side: object, rest: tuple[str, ...]) -> str:
    return str(side if rest else at(side, "state"))

"""What every change of items asks first: which items are meant, and whether they may be changed so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xuke.check.renumbered import replaced_codes
from xuke.identifiers.item_code import BasicCode, basic_code
from xuke.model.document import Value
from xuke.model.errors import Refusal, UsageFault
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.model.rule import History
from xuke.model.views import Item


@dataclass(frozen=True)
class Desk:
    """What a change starts from: the records of a jurisdiction, and their past where there is one."""

    register: Register
    history: History | None = None
    reason: str = ""
    taken: set[str] = field(default_factory=set, compare=False)

    def item(self, code: str) -> Item:
        """An item that can be changed: known, in force, and no heading of sub items."""
        record = self.register.get(Kind.ITEM, code)
        if record is None:
            raise UsageFault("edits.unknown_item", code=code, place=self.register.title)
        item = Item(record.fields, (), record)
        if item.text("status") == "withdrawn":
            raise Refusal("edits.withdrawn", code=code, name=item.name)
        if item.is_parent:
            raise Refusal("edits.heading", code=code, name=item.name)
        return item

    def items(self, codes: Iterable[str]) -> list[Item]:
        """Several items, each named once."""
        found = [self.item(code) for code in codes]
        for place, each in enumerate(found):
            if any(each.code == other.code for other in found[:place]):
                raise UsageFault("edits.named_twice", code=each.code)
        return found

    def free(self, code: str, item: Item) -> BasicCode:
        """A new code that can go on for an item: well shaped, of its type and department, never used."""
        found = basic_code(code)
        if found is None or found.is_parent:
            raise UsageFault("edits.bad_code", code=code)
        if found.type != item.text("type"):
            raise Refusal("edits.other_type", code=code, digits=found.type, type=item.text("type"))
        self._same_department(found, code, item)
        if self.register.get(Kind.ITEM, code) is not None or code in self.taken:
            raise Refusal("edits.taken", code=code)
        if code in replaced_codes(self.register) or self._was_used(code):
            raise Refusal("edits.used_before", code=code)
        self.taken.add(code)
        return found

    def _same_department(self, found: BasicCode, code: str, item: Item) -> None:
        department = self.register.departments.get(item.competent)
        digits = department.text("competence_digits") if department else ""
        if digits and found.department != digits:
            name = self.register.department_name(item.competent)
            words = {"code": code, "digits": found.department, "expected": digits}
            raise Refusal("edits.other_department", department=name, **words)

    def _was_used(self, code: str) -> bool:
        key = Key(self.register.jurisdiction, Kind.ITEM, code)
        return bool(self.history and self.history.versions(key))

    def headed(self, found: BasicCode, code: str, leaving: Iterable[str] = ()) -> None:
        """Refuse a code that the others of its main item do not allow: C005 would tell of it."""
        gone = set(leaving)
        own = (each.code for each in self.register.items if each.code[:9] == found.head)
        others = set(own) - gone
        if found.is_undivided and others:
            raise Refusal("edits.divided", code=code, other=min(others))
        if not found.is_undivided and (found.undivided in others or found.parent not in others):
            raise Refusal("edits.undivided", code=code, parent=found.parent)

    def replacement(self, code: str, kind: str) -> dict[str, Value]:
        """What an item says of a code that it goes on for."""
        said: dict[str, Value] = {"code": code, "kind": kind}
        return {**said, "reason": self.reason} if self.reason else said

    def counted(self, old: Record, fields: Mapping[str, Value]) -> dict[str, Value]:
        """The fields with the version that C015 asks for: one more than that which was committed last."""
        new, version = dict(fields), old.fields.get("version")
        if old.fields.get("status") != "published" or not isinstance(version, int):
            return new
        if self.history is None:
            return {**new, "version": version + 1}
        past = next((each for each in self.history.versions(old.key) if not each.is_gone), None)
        last = past.record.fields if past else {}
        number = last.get("version")
        is_counted = last.get("status") == "published" and isinstance(number, int)
        return {**new, "version": number + 1} if is_counted and isinstance(number, int) else new


def renamed(item: Item, code: str) -> dict[str, Value]:
    """The fields of an item under another code; its implementation code ends in its basic code."""
    fields = {**item.fields, "code": code}
    whole = item.text("implementation_code")
    if whole.endswith(item.code):
        fields["implementation_code"] = whole.removesuffix(item.code) + code
    return fields


def moved_home(item: Item, code: str, fields: Mapping[str, Value]) -> Record:
    """The record of an item under another code, at home where it was."""
    return Record(Key(item.jurisdiction, Kind.ITEM, code), fields, item.record.home)

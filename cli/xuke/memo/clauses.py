"""Default clauses of a memorandum, from the policy, the catalogue, the posts and the seals."""

from datetime import timedelta
from itertools import islice

from xuke.edit.supplement import Fields, entry
from xuke.figures.staffing import handed_over
from xuke.memo.names import filled, title_of
from xuke.memo.stages import stage_table
from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item
from xuke.words.zh import clauses as zh

_DAY = timedelta(days=1)


def whole(giver: str, register: Register) -> Fields:
    """All that a new memorandum says, in the order of its schema but for what nobody has decided yet."""
    maker = _Maker(giver, register)
    return {
        "provenance": maker.provenance,
        "number": None,
        "title": title_of(giver, maker.taker, register),
        "giver": giver,
        "taker": maker.taker,
        **maker.witnesses(),
        "status": "draft",
        "signed": None,
        "effective": None,
        "basis": maker.basis(),
        "items": [entry(item) for item in moving(giver, register)],
        "stages": list[Value](stage_table(register)),
        **maker.clauses(),
    }


def moving(giver: str, register: Register) -> list[Item]:
    """What a memorandum has to list: the items of its giver that move, headings of sub items among them."""
    return [item for item in register.of_department(giver) if item.transferred]


class _Maker:
    def __init__(self, giver: str, register: Register) -> None:
        self.giver = giver
        self.register = register
        self.taker = register.bureau or register.predecessor
        moved = (each for item in moving(giver, register) for each in item.transferred)
        starts = {each.effective for each in moved if each.effective}
        self.start = starts.pop() if len(starts) == 1 else None

    @property
    def provenance(self) -> str:
        """A demonstration where the items are one; a draft of an office has no published source."""
        origins = {item.record.provenance for item in self.register.of_department(self.giver)}
        return "demonstration" if "demonstration" in origins else "unattributed"

    def witnesses(self) -> Fields:
        """The unit that keeps the establishment, where there is one."""
        names = {name: each.name for name, each in self.register.departments.items()}
        found: list[Value] = [name for name, title in names.items() if zh.WITNESS in title]
        return {"witnesses": found[:1]} if found else {}

    def basis(self) -> list[Value]:
        """What the reform rests on, be it of another jurisdiction; else the first plan."""
        register = self.register
        own = register.reform.text("document")
        if register.document(own):
            return [own]
        plans = (each.id for each in register.of(Kind.DOCUMENT) if each.text("kind") == "plan")
        return list[Value](islice(plans, 1))

    def clauses(self) -> Fields:
        """Every group of clauses, in the order of the schema."""
        return {
            "open_cases": {
                "cut_off": self._eve,
                "finisher": "department",
                "reconsideration": self._text("open_cases.reconsideration"),
                "litigation": self._text("open_cases.litigation"),
            },
            "handover": self._handover(),
            "seal_clause": self._text("seal_clause"),
            "staff": {**self._posts(), "text": self._text("staff.text")},
            "funds": self._text("funds"),
            "liaison": self._text("liaison"),
            "training": {"by": self._eve, "text": self._text("training.text")},
            "push": list[Value](pushes(self.register)),
            "disputes": self._text("disputes"),
            "liability": {side: self._text(f"liability.{side}") for side in ("bureau", "department")},
            "term": self._text("term"),
            "annexes": list[Value](zh.ANNEXES),
            # One for each party, one for each witness, and one for the file.
            "copies": 3 + len(self.witnesses()),
        }

    @property
    def _eve(self) -> str | None:
        return (self.start - _DAY).isoformat() if self.start else None

    def _text(self, name: str) -> str:
        own = self.register.policy.text("default_clauses", *name.split("."))
        return filled(own or zh.CLAUSES[name], self.giver, self.taker, self.register)

    def _posts(self) -> Fields:
        moved = handed_over(self.register.posts.get(self.giver, []))
        sums = {name: sum(int(each.number(name) or 0) for each in moved) for name in ("posts", "persons")}
        return dict(sums) if moved else {}

    def _handover(self) -> Fields:
        lists: Fields = {name: list[Value](texts) for name, texts in zh.HANDOVER.items()}
        seals = [each.name for each in self.register.seals.values() if each.text("owner") == self.giver]
        names = seals or [zh.SEAL.format(giver=self.register.department_name(self.giver))]
        rows: list[Value] = [
            {"id": f"yz{place}", "name": name, "stopped": self._eve, "returned": None}
            for place, name in enumerate(names, 1)
        ]
        return {**lists, "seals": rows, "date": self.start.isoformat() if self.start else None}


def pushes(register: Register) -> list[Fields]:
    """What the policy wants pushed, as fast as it wants it; without a policy all three kinds both ways."""
    wanted = register.policy.parts("push")
    if not wanted:
        return [_push(f"ts{place}", *pair) for place, pair in enumerate(zh.PUSHES, 1)]
    return [
        _push(
            row.text("id"),
            row.text("information"),
            f"{row.text('from')}_to_{row.text('to')}",
            row.get("within"),
        )
        for row in wanted
    ]


def _push(name: str, information: str, direction: str, within: Value = None) -> Fields:
    trigger, content = zh.PUSHES.get((information, direction), ("", ""))
    return {
        "id": name,
        **({"trigger": trigger} if trigger else {}),
        "direction": direction,
        "information": information,
        **({"content": content} if content else {}),
        "within": within,
        **({} if within else {"synchronous": True}),
        "channel": zh.CHANNEL,
    }

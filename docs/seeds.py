"""The page about the published documents: each fact, what holds it, what checks it, what is wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from stated import DAY, Path_, Stated, readings, stated

from xuke.check.check import check
from xuke.check.rules import ALL as RULES
from xuke.model.diagnostic import Diagnostic
from xuke.model.document import Value
from xuke.model.part import dotted
from xuke.model.place import Location
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.register import Register
from xuke.model.views import day_of
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.layouts import TABLES
from xuke.tables.present import shown, told
from xuke.words.labels import property_title
from xuke.words.markdown import plain, row
from xuke.words.render import Language, render, template
from xuke.words.schemas import schema_of_kind

#: Longer texts are shortened to so many signs; the whole text stands behind them.
LONG = 60

#: Lists of so many values say how many.
MANY = 5

#: Stands where no rule reads anything.
NOTHING = "—"

KINDS = {
    Kind.JURISDICTION: "改革方案（reform.yaml）",
    Kind.DEPARTMENT: "部门",
    Kind.MEASURE: "任务",
    Kind.DOCUMENT: "文件",
    Kind.BUNDLE: "集合事项",
    Kind.HALL: "大厅",
    Kind.WINDOW: "窗口",
    Kind.SEAL: "印章",
    Kind.INDICATOR: "考核指标",
    Kind.EVALUATION: "考核",
    Kind.FILING: "备案",
    Kind.KEPT_LIST: "清单制度",
    Kind.POST: "编制",
    Kind.HELPER: "辅助人员",
    Kind.INTERMEDIARY: "中介服务",
    Kind.PROOF: "取消的证明",
    Kind.FEE: "收费",
}

HEAD = f"""\
# Seed documents and the register 原文与台账

This page shows, for each published document of the reference workspace, every fact that the register takes
from it, place by place: the field with its value, the record that holds it, and the rules that check it; and
what in the document itself does not hold: the finding, the line of the register where
`xuke check --show-suppressed` tells it, and the words of the document. It is written in Chinese alone:
the documents, the titles of the fields and the facts are Chinese. `python docs/generate.py` writes it from
the `source` of the records; codes lead to the [rules](rules.zh-CN.md), records to their line.

每份文件分两张表。“原文不合之处”列出原文照录而检查会报出的地方，都在 `catalogue/xuke.yaml` 中写明理由豁免；
此外检查没有发现其他问题。“原文各处”按原文顺序，一行是台账中写明出处的一条记录或者记录的一部分；
宣传、原则等不成事实的文字没有登记：

* **事实**：字段和它的值。单位、大厅、文件等写名称，选项写标签，日期和时限照报表的写法；几个值用“、”隔开，
  满{MANY}个的写明个数；“（空）”是原文没有写明的。超过{LONG}个字的截断，以“…”结尾，点开看全文。
  “备注”是登记时的说明，不是原文。
* **核对的规则**：检查时读取该字段的业务规则，由实际运行得出，不是手写的。此外所有字段都由数据模式（S）、
  主键和引用（K）的规则核对，“—”表示只由这些规则核对。
"""


def seeds_lines(root: Path) -> Iterator[str]:
    """The whole page."""
    loaded = load(WorkTree(root))
    found = [each for each in check(loaded, DAY) if each.suppressed]
    page = _Page(loaded.snapshot)
    by_document: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for part in stated(loaded.snapshot):
        by_document[part.document].append(part)
    yield HEAD
    for (jurisdiction, name), parts in sorted(by_document.items()):
        homes = {part.record.key.jurisdiction for part in parts}
        yield from _title(loaded.snapshot.records[Key(jurisdiction, Kind.DOCUMENT, name)], parts)
        own = [each for each in found if each.record and each.record.jurisdiction in homes]
        yield from _broken(own, loaded.snapshot)
        yield from page.places(parts)
    yield from _kinds({part.record.key.kind for each in by_document.values() for part in each})
    yield from ("", *dict.fromkeys(f"[{rule.code}]: rules.zh-CN.md#{rule.code.lower()}" for rule in RULES))


def _title(record: Record, parts: list[Stated]) -> Iterator[str]:
    fields = record.fields
    known = (str(fields[name]) for name in ("number", "issuer", "date") if fields.get(name))
    yield from (f"## {fields['title']}", "")
    yield "；".join(filter(None, ("，".join(known), f"`{record.key}`")))
    counts = (len({part.place for part in parts}), len({part.record.key for part in parts}), len(parts))
    facts = sum(len(part.fields) for part in parts)
    yield from ("", "{} 处原文，{} 条记录，{} 项有出处的内容，".format(*counts) + f"{facts} 个事实。", "")


def _broken(found: list[Diagnostic], snapshot: Snapshot) -> Iterator[str]:
    yield from ("### 原文不合之处", "")
    if not found:
        yield from ("检查没有发现原文有不合之处。", "")
        return
    yield from (row(("规则", "报出的位置", "记录和字段", "检查所见", "原文")), row(["---"] * 5))
    for each in found:
        record = snapshot.records[each.record] if each.record else None
        field = dotted(record.fields, each.pointer) if record else ""
        place = _line(each.location, f"{each.location.path}:{each.location.start.line}")
        message = plain(render(each.message, Language.ZH))
        yield row(
            (f"[{each.code}]", place, f"`{each.record}` {field}", message, plain(each.suppressed or ""))
        )
    yield ""


class _Page:
    """The tables of facts: what they show of every part, and which rules read it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.registers = {each: Register(snapshot, each) for each in snapshot.jurisdictions}
        self.read = readings(snapshot)

    def places(self, parts: list[Stated]) -> Iterator[str]:
        """The table of one document, in the order of its places."""
        yield from ("### 原文各处", "", row(("位置", "记录", "事实", "核对的规则")), row(["---"] * 4))
        ranked = sorted(parts, key=lambda part: _rank(part.place))
        for place, here in groupby(ranked, key=lambda part: part.place):
            before: tuple[object, ...] = ()
            for number, part in enumerate(_together(here)):
                codes = self._codes(part)
                this = part.record.key.kind, part.path, codes
                words = "同上" if this == before and codes != NOTHING else codes
                yield row((place if not number else "", _name(part), self._facts(part), words))
                before = this
        yield ""

    def _facts(self, part: Stated) -> str:
        schema = schema_of_kind(part.record.key.kind)
        lines = [f"**{_titled(schema, (), part.path)}**"] if part.path else []
        for path, value in part.fields.items():
            title = plain(_titled(schema, part.path, path)) + _number_of(value)
            lines.append(f"{title}：{_folded(self._value(part, (*part.path, *path), value))}")
        # A folded text ends its line itself.
        return "<br>".join(lines).replace("</details><br>", "</details>")

    def _value(self, part: Stated, path: Path_, value: Value) -> str:
        key = part.record.key
        match path, value:
            case ("stated", "enumerates"), dict():
                return _counted(value)
            case ("policy", "filing", "tables"), list():
                return "、".join(TABLES[str(name)].title for name in value)
        register = self.registers[key.jurisdiction]
        cell = day_of(value) or shown(register, schema_of_kind(key.kind), path, value)
        return told(cell) or template("report.empty", Language.ZH)

    def _codes(self, part: Stated) -> str:
        kind = part.record.key.kind
        titles: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for path in part.fields:
            if codes := self.read.get((kind, (*part.path, *path))):
                titles[tuple(sorted(codes))].append(_titled(schema_of_kind(kind), part.path, path))
        return (
            "<br>".join(
                f"{plain('、'.join(names))}：{'、'.join(f'[{code}]' for code in codes)}"
                for codes, names in titles.items()
            )
            or NOTHING
        )


def _number_of(value: Value) -> str:
    """How many values a long list has, which a reader would have to count."""
    return f"（{len(value)}个）" if isinstance(value, list) and len(value) >= MANY else ""


def _titled(schema: str, above: Path_, path: Path_) -> str:
    """The titles of the fields on a path, without those above it."""
    ends = range(len(above) + 1, len(above) + len(path) + 1)
    return "·".join(property_title(schema, (*above, *path)[:end], False) for end in ends)


def _together(parts: Iterator[Stated]) -> Iterator[Stated]:
    """Parts of one kind of record and field one after the other, first come first."""
    groups: dict[tuple[Kind, Path_], list[Stated]] = defaultdict(list)
    for part in parts:
        groups[part.record.key.kind, part.path].append(part)
    for group in groups.values():
        yield from group


def _counted(value: Mapping[str, Any]) -> str:
    """Which records a stated figure counts."""
    kind = Kind(value["kind"])
    schema, register = schema_of_kind(kind), Register(Snapshot({}), "")
    fields = ((tuple(name.split(".")), each) for name, each in value.get("where", {}).items())
    terms = (
        f"{property_title(schema, path, False)}为{told(shown(register, schema, path, each))}"
        for path, each in fields
    )
    return "，".join((KINDS[kind], *terms))


def _folded(text: str) -> str:
    if len(text) <= LONG:
        return plain(text)
    return f"<details><summary>{plain(text[:LONG])}…</summary>{plain(text)}</details>"


def _name(part: Stated) -> str:
    key, home = part.record.key, part.document[0]
    name = str(key) if key.jurisdiction != home else f"{key.kind}/{key.id}"
    inside = dotted(part.record.fields, part.pointer)
    return _line(part.record.locate(*part.pointer), f"`{name}`") + (f"<br>{plain(inside)}" if inside else "")


def _line(location: Location, text: str) -> str:
    return f"[{text}](../{location.path}#L{location.start.line})"


def _kinds(kinds: set[Kind]) -> Iterator[str]:
    yield from ("## 各类记录由哪些规则核对", "", row(("记录", "规则")), row(["---"] * 2))
    for kind in sorted(kinds, key=list(Kind).index):
        rules = {rule.code for rule in RULES if rule.kind is kind}
        words = (f"[{code}] {template(f'{code}.title', Language.ZH)}" for code in sorted(rules))
        yield row((KINDS[kind], "<br>".join(words) or "只由数据模式和引用核对"))


_DIGITS = "一二三四五六七八九十"


def _rank(place: str) -> tuple[Any, ...]:
    heads = ("标题", "页头", "頁頭", "署名", "全文", "通知", "引言")
    for rank, head in enumerate(heads):
        if place.startswith(head):
            return 0, rank, (), place
    annex = place.startswith(("附件", "结尾"))
    first = place.split("、", maxsplit=1)[0]
    numbers = tuple(_number(each) for each in re.findall(f"[{_DIGITS}]+|[0-9]+", first))
    return 1 + annex, 0, numbers, place


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text.startswith("十"):
        return 10 + (_DIGITS.index(text[1]) + 1 if len(text) > 1 else 0)
    return _DIGITS.index(text[0]) + 1

"""The page about the published documents: where each place is kept, what checks it, what does not hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from xuke.check.check import check
from xuke.check.rules import ALL as RULES
from xuke.model.diagnostic import Diagnostic
from xuke.model.part import dotted
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.rule import Context, Rule
from xuke.model.views import view
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.words.labels import property_title
from xuke.words.render import Language, render, template
from xuke.words.schemas import schema_of_kind

#: The day that the register is judged on: after everything that the documents plan.
DAY = date(2026, 1, 1)

#: Fields that state nothing of a document.
ASIDE = ("id", "source", "note", "demonstrated", "provenance", "document")

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

HEAD = """\
# Seed documents and the register 原文与台账

This page shows, for each published document of the reference workspace, where every fact that it states is
kept, which rules check that record or field, and what in the document itself does not hold: the finding, the
line of the register where `xuke check --show-suppressed` tells it, and the words of the document. It is
written in Chinese, as the documents are, by `python docs/generate.py`; codes lead to the
[rules](rules.zh-CN.md).

“核对的规则”是检查时读取该字段的业务规则，由实际运行得出，不是手写的；此外所有记录都由数据模式（S）、
主键和引用（K）的规则核对。没有业务规则读取的字段，只由数据模式和引用核对。
"""

Path_ = tuple[str, ...]

#: Fields that were read.
Note = set[tuple[Kind, Path_]]


class Fact(NamedTuple):
    """A part of a record that a place of a document states."""

    document: tuple[str, str]
    place: str
    record: Record
    pointer: tuple[str | int, ...]
    fields: tuple[str, ...]

    @property
    def path(self) -> Path_:
        """The names of the fields above it, without numbers."""
        return tuple(step for step in self.pointer if isinstance(step, str))


def facts(snapshot: Snapshot) -> Iterator[Fact]:
    """Everything with a source, in reading order."""
    for record in snapshot.records.values():
        yield from _facts(record, record.fields, ())


def _facts(record: Record, value: object, pointer: tuple[str | int, ...]) -> Iterator[Fact]:
    if isinstance(value, Mapping):
        source = value.get("source")
        if isinstance(source, dict):
            names = tuple(name for name in value if name not in ASIDE and not _is_sourced(value[name]))
            yield Fact(_document(record, source), str(source.get("place", "")), record, pointer, names)
        for name, each in value.items():
            yield from _facts(record, each, (*pointer, name)) if name != "source" else ()
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _facts(record, each, (*pointer, index))


def _is_sourced(value: object) -> bool:
    """Whether a part has sources of its own."""
    if isinstance(value, dict):
        return "source" in value or any(map(_is_sourced, value.values()))
    return isinstance(value, list) and any(map(_is_sourced, value))


def _document(record: Record, source: Mapping[str, Any]) -> tuple[str, str]:
    head, slash, name = str(source["document"]).rpartition("/")
    return (head, name) if slash else (record.key.jurisdiction, name)


class Seen(dict[str, Any]):
    """A mapping that notes which of its fields are read, and those of the mappings in it."""

    def __init__(self, value: Mapping[str, Any], note: Note, kind: Kind, path: Path_) -> None:
        super().__init__({name: _seen(each, note, kind, (*path, name)) for name, each in value.items()})
        self.note = note
        self.place = kind, path

    def get(self, name: str, default: Any = None) -> Any:
        """Note the field, whether it is written or not."""
        kind, path = self.place
        self.note.add((kind, (*path, name)))
        return super().get(name, default)


def _seen(value: object, note: Note, kind: Kind, path: Path_) -> object:
    if isinstance(value, dict):
        return Seen(value, note, kind, path)
    return [_seen(each, note, kind, path) for each in value] if isinstance(value, list) else value


def readings(snapshot: Snapshot) -> dict[tuple[Kind, Path_], set[str]]:
    """Which rules read a field of a kind of record."""
    note: Note = set()
    watched = Snapshot(
        {
            key: Record(key, Seen(record.fields, note, key.kind, ()), record.home)
            for key, record in snapshot.records.items()
        }
    )
    result: dict[tuple[Kind, Path_], set[str]] = defaultdict(set)
    for rule in RULES:
        note.clear()
        _play(rule, watched)
        for place in note:
            result[place].add(rule.code)
    return result


def _play(rule: Rule, snapshot: Snapshot) -> None:
    context = Context(snapshot, DAY, snapshot)
    for record in snapshot.of(rule.kind) if context.has(rule.needs) else ():
        for _ in rule.check(view(record), context):
            pass


def seeds_lines(root: Path) -> Iterator[str]:
    """The whole page."""
    loaded = load(WorkTree(root))
    told = [each for each in check(loaded, DAY) if each.suppressed]
    read = readings(loaded.snapshot)
    by_document: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts(loaded.snapshot):
        by_document[fact.document].append(fact)
    yield HEAD
    for (jurisdiction, name), stated in sorted(by_document.items()):
        record = loaded.snapshot.records[Key(jurisdiction, Kind.DOCUMENT, name)]
        homes = {fact.record.key.jurisdiction for fact in stated}
        yield from _title(record, stated)
        own = [each for each in told if each.record and each.record.jurisdiction in homes]
        yield from _broken(own, loaded.snapshot)
        yield from _places(stated, read)
    yield from _kinds({fact.record.key.kind for each in by_document.values() for fact in each})


def _title(record: Record, stated: list[Fact]) -> Iterator[str]:
    fields = record.fields
    known = (fields.get(name) for name in ("number", "issuer", "date"))
    records = len({fact.record.key for fact in stated})
    yield from (f"## {fields['title']}", "")
    yield "，".join(str(each) for each in known if each) + f"；`{record.key}`"
    places = len({fact.place for fact in stated})
    yield from ("", f"{places} 处原文，{records} 条记录，{len(stated)} 项有出处的内容。", "")


def _broken(told: list[Diagnostic], snapshot: Snapshot) -> Iterator[str]:
    yield from ("### 原文不合之处", "")
    if not told:
        yield from ("检查没有发现原文有不合之处。", "")
        return
    yield from ("| 规则 | 报出的位置 | 记录和字段 | 检查所见 | 原文 |", "| --- | --- | --- | --- | --- |")
    for each in told:
        record = snapshot.records[each.record] if each.record else None
        field = dotted(record.fields, each.pointer) if record else ""
        path, line = each.location.path, each.location.start.line
        place = f"[{path}:{line}](../{path}#L{line})"
        message = render(each.message, Language.ZH)
        words = (_link(each.code), place, f"`{each.record}` {field}", message, each.suppressed)
        yield f"| {' | '.join(map(_cell, words))} |"
    yield ""


def _places(stated: list[Fact], read: Mapping[tuple[Kind, Path_], set[str]]) -> Iterator[str]:
    yield from ("### 原文各处", "", "| 位置 | 记录 | 字段 | 核对的规则 |", "| --- | --- | --- | --- |")
    groups: dict[tuple[str, Kind, Path_], list[Fact]] = defaultdict(list)
    for fact in sorted(stated, key=lambda fact: _rank(fact.place)):
        groups[fact.place, fact.record.key.kind, fact.path].append(fact)
    last = ""
    for (place, kind, path), members in groups.items():
        names = tuple(dict.fromkeys(name for fact in members for name in fact.fields))
        codes = sorted(set().union(*(read.get((kind, (*path, name)), set()) for name in names)))
        words = (
            place if place != last else "",
            _records(members),
            _fields(kind, path, names),
            " ".join(map(_link, codes)) or "—",
        )
        last = place
        yield f"| {' | '.join(map(_cell, words))} |"
    yield ""


def _records(members: list[Fact]) -> str:
    home = members[0].document[0]
    names: dict[str, list[str]] = defaultdict(list)
    for fact in members:
        key = fact.record.key
        head = f"{key.jurisdiction}/{key.kind}" if key.jurisdiction != home else str(key.kind)
        names[f"{head}/{key.id}"].append(dotted(fact.record.fields, fact.pointer))
    return "<br>".join(f"`{key}` {'、'.join(filter(None, each))}".rstrip() for key, each in names.items())


def _fields(kind: Kind, path: Path_, names: tuple[str, ...]) -> str:
    name = schema_of_kind(kind)
    head = "·".join(property_title(name, path[: end + 1], False) for end in range(len(path)))
    titles = "、".join(property_title(name, (*path, each), False) for each in names)
    return f"{head}：{titles}" if head else titles


def _kinds(kinds: set[Kind]) -> Iterator[str]:
    yield from ("## 各类记录由哪些规则核对", "", "| 记录 | 规则 |", "| --- | --- |")
    for kind in sorted(kinds, key=list(Kind).index):
        rules = {rule.code for rule in RULES if rule.kind is kind}
        words = (f"{_link(code)} {template(f'{code}.title', Language.ZH)}" for code in sorted(rules))
        yield f"| {KINDS[kind]} | {'<br>'.join(words) or '只由数据模式和引用核对'} |"


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


def _link(code: str) -> str:
    return f"[{code}](rules.zh-CN.md#{code.lower()})"


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")

"""The past of a record as text and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xuke.diff.past import Entry, Origin
from xuke.diff.steps import path_of
from xuke.model.change import FieldEdit
from xuke.model.diagnostic import Label, Message, say
from xuke.model.past import Step
from xuke.model.record import Key, Record
from xuke.model.views import Memo
from xuke.report.changes import title_of
from xuke.report.changes_json import edit_json
from xuke.report.grid import grid_lines
from xuke.report.json import json_lines
from xuke.report.show import Names, shown
from xuke.words.render import Language, render
from xuke.words.width import width

#: The memoranda that listed an item at each step.
Under = Mapping[Step, Sequence[Memo]]

#: So many characters of a commit's name are shown.
SHORT = 10

#: Cells that titles of fields are padded to at the most, and those of a column of a table.
_TITLES, _WIDEST = 32, 40

_COLUMNS = (
    say("past.column_field"),
    say("past.column_value"),
    say("past.column_commit"),
    say("past.column_day"),
    say("past.column_author"),
    say("past.column_memorandum"),
)


def log_lines(found: Sequence[Entry], under: Under, language: Language, names: Names) -> Iterator[str]:
    """A block a commit, newest first, then how many changes there were."""
    teller = _Teller(language, names)
    authors = max((width(each.commit.author) for each in found if each.commit), default=0)
    for each in found:
        yield teller.heading(each, authors)
        yield from (f"    {line}" for line in teller.block(each, under.get(each.step, ())))
        yield ""
    count = sum(not each.begins for each in found)
    yield render(say("past.counts", count=count) if count else say("past.none"), language)


class _Teller:
    def __init__(self, language: Language, names: Names) -> None:
        self._language = language
        self._names = names

    def heading(self, entry: Entry, authors: int) -> str:
        commit = entry.commit
        if commit is None:
            return self._say(say("past.uncommitted"))
        author = _padded(commit.author, authors)
        return f"{commit.name[:SHORT]}  {commit.day}  {author}  {commit.subject}".rstrip()

    def block(self, entry: Entry, memos: Sequence[Memo]) -> Iterator[str]:
        yield from map(self._say, _events(entry))
        if memos:
            yield self._say(say("past.under", memoranda=tuple(map(_memo_message, memos))))
        pairs = [
            self._pair(entry.record, each) for each in entry.fields if entry.record and not each.is_place
        ]
        titles = [self._say(say("past.title", field=title)) for title, _ in pairs]
        room = min(max(map(width, titles), default=0), _TITLES)
        yield from (_padded(title, room) + text for title, (_, text) in zip(titles, pairs, strict=True))

    def _pair(self, record: Record, edit: FieldEdit) -> tuple[str, str]:
        kind, path = record.key.kind, path_of(record, edit.steps)
        title = title_of(kind, record, edit.steps, self._language)
        if edit.is_order:
            return title, self._say(say("past.order"))
        old, new = (shown(kind, path, each, self._language, self._names) for each in (edit.old, edit.new))
        if not edit.has_old:
            return title, self._say(say("past.field_added", new=new))
        if not edit.has_new:
            return title, self._say(say("past.field_removed", old=old))
        return title, self._say(say("past.field", old=old, new=new))

    def _say(self, message: Message) -> str:
        return render(message, self._language)


def _events(entry: Entry) -> Iterator[Message]:
    """What happened to the record as a whole."""
    step, path = entry.step, entry.record.path if entry.record else ""
    if step.is_cut:
        yield say("past.cut")
    elif entry.change == "added":
        yield say("past.added", path=path)
    for how, keys in _by_how(step.replaces).items():
        yield say("past.from", how=_how(how), keys=keys)
    if step.record is None:
        yield say("past.removed", path=path)
    for how, keys in _by_how(step.replaced_by).items():
        yield say("past.into", how=_how(how), keys=keys)
    if entry.is_moved and entry.old:
        yield say("past.moved", old=entry.old.path, new=path)


def _by_how(pairs: Sequence[tuple[Key, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, how in pairs:
        found[how] = (*found.get(how, ()), str(key))
    return found


def _how(kind: str) -> Label:
    return Label("items/item", ("replaces", "kind"), kind)


def _memo_message(memo: Memo) -> Message:
    """A memorandum by its number, or its title while it has none, and its key."""
    name = memo.text("number") or memo.text("title")
    return (
        say("past.memorandum", name=name, key=str(memo.key)) if name else say("past.key", key=str(memo.key))
    )


def _padded(text: str, cells: int) -> str:
    return text + " " * max(cells - width(text), 0)


def blame_lines(found: Sequence[Origin], under: Under, language: Language, names: Names) -> Iterator[str]:
    """A row a field, in the order of the record."""
    headings = [render(each, language) for each in _COLUMNS]
    rows = [_row(each, under.get(each.step, ()), language, names) for each in found]
    return grid_lines(headings, rows, _WIDEST)


def _row(origin: Origin, memos: Sequence[Memo], language: Language, names: Names) -> list[str]:
    record, commit = origin.record, origin.step.commit
    path = path_of(record, origin.steps)
    title = title_of(record.key.kind, record, origin.steps, language)
    value = shown(record.key.kind, path, origin.value, language, names)
    listed = " ".join(memo.text("number") or f"{memo.key.kind}/{memo.id}" for memo in memos)
    if commit is None:
        return [title, value, render(say("past.uncommitted"), language), "", "", listed]
    name = commit.name[:SHORT]
    if origin.step.is_cut:
        name = render(say("past.or_before", commit=name), language)
    return [title, value, name, str(commit.day), commit.author, listed]


def log_json(key: Key, found: Sequence[Entry], under: Under, *, is_whole: bool) -> Iterator[str]:
    """The contract of ``schemas/output/log.json``."""
    changes = [_entry_json(each, under) for each in found if not each.begins]
    begun = [_entry_json(each, under) for each in found if each.begins]
    head = {"kind": str(key.kind), "record": str(key), "complete": is_whole}
    return json_lines({**head, "entries": changes, "begins": begun, "summary": {"entries": len(changes)}})


def _entry_json(entry: Entry, under: Under) -> dict[str, Any]:
    step = entry.step
    moved = {"old_path": entry.old.path} if entry.is_moved and entry.old else {}
    return {
        **_commit_json(step, under),
        "change": entry.change,
        "record": str(step.key),
        "path": entry.record.path if entry.record else "",
        **moved,
        "replaces": [{"record": str(key), "kind": how} for key, how in step.replaces],
        "replaced_by": [{"record": str(key), "kind": how} for key, how in step.replaced_by],
        "fields": [edit_json(each) for each in entry.fields],
    }


def _commit_json(step: Step, under: Under) -> dict[str, Any]:
    commit = step.commit
    return {
        "commit": commit.name if commit else None,
        "date": str(commit.day) if commit else None,
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "oldest": step.is_cut,
        "memoranda": [_memo_json(each) for each in under.get(step, ())],
    }


def _memo_json(memo: Memo) -> dict[str, Any]:
    fields = {name: memo.text(name) or None for name in ("number", "title", "status")}
    return {"record": str(memo.key), **fields}


def blame_json(key: Key, found: Sequence[Origin], under: Under, *, is_whole: bool) -> Iterator[str]:
    """The contract of ``schemas/output/blame.json``."""
    rows = [
        {
            "field": ".".join(each.steps),
            "steps": list(each.steps),
            "value": each.value,
            **_commit_json(each.step, under),
        }
        for each in found
    ]
    head = {"kind": str(key.kind), "record": str(key), "complete": is_whole}
    return json_lines({**head, "fields": rows})

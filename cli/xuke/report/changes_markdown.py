"""Changes between two revisions as Markdown, for a merge request."""

from collections.abc import Iterator, Sequence

from xuke.diff.comparison import Comparison
from xuke.diff.kinds import ChangeKind, own_edits
from xuke.model.change import Change, FieldEdit, Moved, after, before
from xuke.model.diagnostic import say
from xuke.model.record import Record
from xuke.model.views import view
from xuke.report.changes import (
    Looks,
    called,
    count_lines,
    is_prose,
    name_of,
    sides,
    suggested,
    suspected,
    title_of,
    total_told,
)
from xuke.report.marks import marked
from xuke.words.markdown import plain, row


def change_markdown(found: Comparison, looks: Looks) -> Iterator[str]:
    """The counts, the totals and the questions, then a table of what changed; long texts with marks."""
    # The first line tells a script which comment to replace, and xuke that the file is its own.
    yield "<!-- xuke diff -->"
    yield f"## {looks.said(say('diff.title'))}"
    yield ""
    more = [*map(total_told, found.totals), *map(suggested, found.suggestions)]
    lines = [*count_lines(found.changes, looks.language), *map(looks.said, more)]
    yield from (f"- {plain(line)}" for line in lines)
    if found.changes:
        yield ""
        names = ("record", "change", "field", "old", "new")
        yield row([looks.said(say(f"diff.column_{name}")) for name in names])
        yield row(["---"] * len(names))
    for change, kinds in zip(found.changes, found.kinds, strict=True):
        yield from _rows(found, change, kinds, looks)


def _rows(found: Comparison, change: Change, kinds: Sequence[ChangeKind], looks: Looks) -> Iterator[str]:
    """A row a change, or a row for each of its fields; the record is named in the first."""
    record = (after(change) or before(change))[0]
    memoranda = [plain(str(memo.key)) for memo in found.memoranda.get(change.key, ())]
    suspect = [plain(looks.said(suspected(memo))) for memo in found.suspect.get(change.key, ())]
    # Two pairs of stars around nothing would be a line.
    name = [f"**{plain(known)}**"] if (known := called(record, looks)) else []
    head = ["<br>".join([*name, plain(str(change.key)), *memoranda, *suspect])]
    told = tuple(say(f"diff.{kind}") for kind in kinds) or (say(f"diff.{name_of(change)}"),)
    head.append(plain(looks.said(say("diff.kinds", kinds=told))))
    edits = own_edits(change)
    if not edits or before(change)[0].key != after(change)[0].key or len(before(change)) > 1:
        yield row([*head, "", _named(change, before(change)), _named(change, after(change))])
        head = ["", ""]
    for edit in edits:
        yield row([*head, *_cells(change, edit, looks)])
        head = ["", ""]


def _named(change: Change, records: Sequence[Record]) -> str:
    """Records by code and name, or by file where only that differs."""
    if isinstance(change, Moved):
        return "<br>".join(plain(each.path) for each in records)
    return "<br>".join(plain(f"{each.key.id} {view(each).name}".rstrip()) for each in records)


def _cells(change: Change, edit: FieldEdit, looks: Looks) -> list[str]:
    record = after(change)[0]
    title = plain(title_of(change.key.kind, record, edit.steps, looks.language))
    if edit.is_order:
        return [title, "", plain(looks.said(say("diff.order")))]
    inside = marked(edit.old, edit.new, _mark, plain) if is_prose(change.key.kind, record, edit) else None
    if inside is not None:
        return [title, "", inside]
    old, new = sides(change.key, record, edit, looks)
    return [title, plain(old) if edit.has_old else "", plain(new) if edit.has_new else ""]


def _mark(old: str, new: str) -> str:
    return (f"<del>{old}</del>" if old else "") + (f"<ins>{new}</ins>" if new else "")

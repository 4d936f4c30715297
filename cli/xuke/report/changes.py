"""Changes between two revisions as text."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xuke.diff.comparison import Comparison
from xuke.diff.kinds import ChangeKind, own_edits
from xuke.diff.steps import path_of, walked
from xuke.diff.suggest import Suggestion
from xuke.diff.totals import Flow, Total
from xuke.model.change import (
    Added,
    Change,
    Edited,
    FieldEdit,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Split,
    after,
    before,
)
from xuke.model.diagnostic import Label, Message, say
from xuke.model.record import Key, Kind, Record
from xuke.model.views import at, view
from xuke.report.marks import Marker, colored_marks, marked, plain_marks
from xuke.report.show import Names, as_written, field, shown
from xuke.words.render import Language, render
from xuke.words.schemas import schema_of_kind

#: What may become of a record, in the order of the counts.
CHANGES = ("added", "removed", "edited", "moved", "renumbered", "split", "merged")

#: Kinds that the sign before a record tells already.
_PLAIN = {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.EDITED}

#: What people know a record by that has no name of its own.
_KNOWN_BY = {
    Kind.JURISDICTION: ("jurisdiction.name",),
    Kind.POST: ("from_department", "kind"),
    Kind.HELPER: ("engaged_by",),
    Kind.FILING: ("number",),
}


def _unnamed(_jurisdiction: str) -> Names:
    return as_written


@dataclass(frozen=True, slots=True)
class Looks:
    """How changes are shown: language, printed names of departments by jurisdiction, marks in long texts."""

    language: Language
    names: Callable[[str], Names] = _unnamed
    mark: Marker = plain_marks

    def said(self, message: Message) -> str:
        """A message in the language."""
        return render(message, self.language)

    def tame(self, text: str) -> str:
        """A value in which nothing commands the screen."""
        return self.said(say("diff.kinds", kinds=text))


def colored(looks: Looks) -> Looks:
    """The same for a terminal."""
    return Looks(looks.language, looks.names, colored_marks)


def change_lines(found: Comparison, looks: Looks) -> Iterator[str]:
    """A line a record, a line below for each field; questions, totals, and the counts."""
    for change, kinds in zip(found.changes, found.kinds, strict=True):
        yield from _lines(change, kinds, looks)
        for memo in found.memoranda.get(change.key, ()):
            number = view(memo).text("number")
            yield looks.said(say("diff.memorandum", key=str(memo.key), number=number)).rstrip()
        for memo in found.suspect.get(change.key, ()):
            yield "    " + looks.said(suspected(memo))
    for each in found.suggestions:
        yield looks.said(suggested(each))
    for total in found.totals:
        yield looks.said(total_told(total))
    yield from count_lines(found.changes, looks.language)


def count_lines(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """How many records became what; both numbers of splits and merges."""
    counts = counted(changes)
    alone = {name: counts[name] for name in CHANGES[:4]}
    yield render(say("report.changes", **alone) if changes else say("report.no_change"), language)
    renumbered = counts["renumbered"]
    if renumbered:
        yield render(say("diff.count_renumbered", count=renumbered), language)
    numbers = {
        "split": [len(each.new) for each in changes if isinstance(each, Split)],
        "merged": [len(each.old) for each in changes if isinstance(each, Merged)],
    }
    for name, found in ((name, found) for name, found in numbers.items() if found):
        yield render(say(f"diff.count_{name}", count=len(found), records=sum(found)), language)


def counted(changes: Sequence[Change]) -> dict[str, int]:
    """How many records became what."""
    found = Counter(name_of(change) for change in changes)
    return {name: found[name] for name in CHANGES}


def name_of(change: Change) -> str:
    """What became of a record, as scripts name it."""
    return type(change).__name__.lower()


def suspected(memo: Record) -> Message:
    """That a change leaves what a memorandum was signed for."""
    return say("diff.suspect", key=str(memo.key))


def suggested(each: Suggestion) -> Message:
    """The question whether an item goes on under another code."""
    return say(
        "diff.suggestion",
        old=str(each.old.key),
        old_name=view(each.old).name,
        new=str(each.new.key),
        new_name=view(each.new).name,
        likeness=each.likeness,
    )


def total_told(total: Total) -> Message:
    """An equation of rows."""
    out = [_flow(each, "diff.out", each.out) for each in total.flows if each.out]
    into = [_flow(each, "diff.into_total", each.into) for each in total.flows if each.into]
    line = say("diff.total", kind=Label(schema_of_kind(total.kind), ()), before=total.before)
    for each in (*out, *into):
        line = say("diff.chain", first=line, rest=each)
    return say("diff.chain", first=line, rest=say("diff.total_now", after=total.after))


def _flow(flow: Flow, name: str, count: int) -> Message:
    return say(name, what=say(f"diff.{flow.name}"), count=count)


def _lines(change: Change, kinds: Sequence[ChangeKind], looks: Looks) -> Iterator[str]:
    match change:
        case Moved(old, new):
            yield looks.said(say("report.moved", key=str(change.key), old=old.path, new=new.path))
        case Renumbered() | Split() | Merged():
            yield from _joined_lines(change, kinds, looks)
        case _:
            yield _head(change, kinds, looks)
    for edit in own_edits(change):
        yield _field_line(change.key, after(change)[0], edit, looks)


def _head(change: Added | Removed | Edited, kinds: Sequence[ChangeKind], looks: Looks) -> str:
    record = (after(change) or before(change))[0]
    words = {"key": str(change.key), "name": called(record, looks)}
    line = looks.said(say(f"report.{name_of(change)}", **words)).rstrip()
    if _PLAIN.issuperset(kinds):
        return line
    told = tuple(say(f"diff.{kind}") for kind in kinds)
    return looks.said(say("diff.called", line=line, kinds=told))


def called(record: Record, looks: Looks) -> str:
    """The name or title of a record; for one without, what people know it by, if it says that."""
    kind, names = record.key.kind, looks.names(record.key.jurisdiction)
    paths = [tuple(each.split(".")) for each in _KNOWN_BY.get(kind, ())]
    values = [(path, value) for path in paths if (value := at(record.fields, *path)) is not None]
    told = (shown(kind, path, value, looks.language, names) for path, value in values)
    return view(record).name or " ".join(told)


def _joined_lines(
    change: Renumbered | Split | Merged, kinds: Sequence[ChangeKind], looks: Looks
) -> Iterator[str]:
    """What the change is, then every record that it takes and that it leaves."""
    told = tuple(say(f"diff.{kind}") for kind in kinds)
    yield looks.said(say("diff.joined_line", key=str(change.key), kinds=told))
    for name, records in (("diff.from", before(change)), ("diff.into", after(change))):
        for each in records:
            yield looks.said(say(name, key=str(each.key), name=called(each, looks))).rstrip()


def _field_line(key: Key, record: Record, edit: FieldEdit, looks: Looks) -> str:
    title = title_of(key.kind, record, edit.steps, looks.language)
    if edit.is_order:
        return looks.said(say("report.order", field=title))
    inside = marked(edit.old, edit.new, looks.mark, looks.tame) if is_prose(key.kind, record, edit) else None
    if inside is not None:
        # Put behind the sentence, which would take the colours for something in the data.
        return looks.said(say("diff.field_inside", field=title, text="")) + inside
    old, new = sides(key, record, edit, looks)
    if not edit.has_old:
        return looks.said(say("report.field_added", field=title, new=new))
    if not edit.has_new:
        return looks.said(say("report.field_removed", field=title, old=old))
    return looks.said(say("report.field", field=title, old=old, new=new))


def sides(key: Key, record: Record, edit: FieldEdit, looks: Looks) -> tuple[str, str]:
    """Both values as people read them."""
    path, names = path_of(record, edit.steps), looks.names(key.jurisdiction)
    old, new = (shown(key.kind, path, each, looks.language, names) for each in (edit.old, edit.new))
    return old, new


def is_prose(kind: Kind, record: Record, edit: FieldEdit) -> bool:
    """Whether both values are shown as they are written, so that marks can stand inside."""
    path = path_of(record, edit.steps)
    values = (edit.old, edit.new)
    return all(isinstance(each, str) and shown(kind, path, each, Language.ZH) == each for each in values)


def title_of(kind: Kind, record: Record, steps: Sequence[str], language: Language) -> str:
    """The titles of fields on the way to an edit, names of list elements in brackets."""
    parts: list[str] = []
    path: tuple[str, ...] = ()
    for name, is_field in walked(record.fields, steps):
        path = (*path, name) if is_field else path
        parts.append(field(kind, path, language) if is_field else f"[{name}]")
    return " ".join(parts)

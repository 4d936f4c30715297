"""One change as a card of a page: what became of a record, old beside new, and the rest folded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xuke.diff.comparison import Comparison
from xuke.diff.kinds import ChangeKind, own_edits
from xuke.diff.steps import path_of
from xuke.model.change import Added, Change, FieldEdit, Moved, Removed, after, before
from xuke.model.diagnostic import Label, Message, say
from xuke.model.document import Value
from xuke.model.record import Record
from xuke.model.views import view
from xuke.report.changes import Looks, called, is_prose, name_of, title_of
from xuke.report.marks import marked
from xuke.report.markup import Markup, element, joined, plain
from xuke.report.show import field, value_lines
from xuke.words.schemas import schema_of_kind

#: The colour of a label: what comes, what goes, what passes to another; all else is a mere change.
_COLORS = {
    **dict.fromkeys((ChangeKind.ADDED, ChangeKind.TAKEN_OVER), "comes"),
    **dict.fromkeys((ChangeKind.RESUMED, ChangeKind.RESUMED_IN_PART), "comes"),
    **dict.fromkeys((ChangeKind.REMOVED, ChangeKind.CANCELLED, ChangeKind.CANCELLED_IN_PART), "goes"),
    **dict.fromkeys((ChangeKind.SUSPENDED, ChangeKind.SUSPENDED_IN_PART), "goes"),
    **dict.fromkeys((ChangeKind.TRANSFERRED, ChangeKind.TRANSFERRED_IN_PART), "passes"),
    **dict.fromkeys((ChangeKind.RECLAIMED, ChangeKind.RECLAIMED_IN_PART), "passes"),
}

_SIDES = ("old", "new")


def card(found: Comparison, place: int, looks: Looks) -> Markup:
    """The change at a place of the comparison."""
    return element("article", "\n", *_Card(found, place, looks).parts(), id=f"r{place + 1}")


@dataclass(frozen=True)
class _Card:
    found: Comparison
    place: int
    looks: Looks

    @property
    def change(self) -> Change:
        return self.found.changes[self.place]

    def _said(self, name: str) -> str:
        return self.looks.said(say(name))

    def parts(self) -> Iterator[str]:
        for part in (self._head(), *self._notes(), *self._table(), *self._rests()):
            yield from (part, "\n")

    def _head(self) -> Markup:
        record = (after(self.change) or before(self.change))[0]
        code = element("span", record.key.id, class_="code")
        kind = self.looks.said(say("page.named", what=Label(schema_of_kind(record.key.kind), ())))
        title = element("h3", code, " ", called(record, self.looks))
        return element("header", title, element("p", *self._labels(), class_="labels"), element("p", kind))

    def _labels(self) -> Iterator[Markup]:
        for kind in self.found.kinds[self.place]:
            yield element("span", self._said(f"diff.{kind}"), class_=f"label {_COLORS.get(kind, 'changes')}")
        if not self.found.kinds[self.place]:
            name = name_of(self.change)
            yield element("span", self._said(f"diff.{name}"), class_="label changes")

    def _notes(self) -> Iterator[Markup]:
        for memo in self.found.memoranda.get(self.change.key, ()):
            paper = view(memo)
            told = say("page.memorandum", title=paper.name or str(memo.key), number=paper.text("number"))
            yield element("p", self.looks.said(told), class_="memo")

    def _table(self) -> Iterator[Markup]:
        lines = [*self._records(), *map(self._edit, own_edits(self.change))]
        if not lines:
            return
        names = ("field", *_SIDES)
        heads = (element("th", self._said(f"diff.column_{name}"), scope="col") for name in names)
        head = element("thead", element("tr", *heads))
        yield element("table", head, element("tbody", "\n", *lines), class_="fields")

    def _records(self) -> Iterator[Markup]:
        """Both sides of a record that goes on as another, in parts, or in another file."""
        is_whole = isinstance(self.change, Added | Removed)
        records = before(self.change), after(self.change)
        is_same = [each.key for each in records[0]] == [each.key for each in records[1]]
        if is_whole or (is_same and not isinstance(self.change, Moved)):
            return
        cells = ("\n".join(map(self._called, side)) for side in records)
        yield self._row(self._said("diff.column_record"), *map(plain, cells))

    def _called(self, record: Record) -> str:
        if isinstance(self.change, Moved):
            return record.path
        return f"{record.key.id} {view(record).name}".rstrip()

    def _edit(self, edit: FieldEdit) -> Markup:
        record, kind = after(self.change)[0], self.change.key.kind
        title = title_of(kind, record, edit.steps, self.looks.language)
        if edit.is_order:
            return self._row(title, plain(""), plain(self._said("diff.order")))
        if is_prose(kind, record, edit):
            old, new = (_side(edit, name) for name in _SIDES)
            if old is not None and new is not None:
                return self._row(title, old, new)
        written = ((edit.has_old, edit.old), (edit.has_new, edit.new))
        path = path_of(record, edit.steps)
        return self._row(title, *(self._value(path, each) if has else Markup() for has, each in written))

    def _value(self, path: tuple[str, ...], value: Value) -> Markup:
        key = self.change.key
        names = self.looks.names(key.jurisdiction)
        return plain("\n".join(value_lines(key.kind, path, value, self.looks.language, names)))

    def _row(self, title: str, *values: Markup) -> Markup:
        """A row whose cells say on a narrow screen what they are."""
        cells = (
            element("td", value, class_=name, data_name=self._said(f"diff.column_{name}"))
            for name, value in zip(_SIDES, values, strict=True)
        )
        return joined((element("tr", element("th", title, scope="row"), *cells), Markup("\n")))

    def _rests(self) -> Iterator[Markup]:
        """What did not change; of a record that came or went all of it, which is printed too."""
        is_whole = isinstance(self.change, Added | Removed)
        changed = {each.steps[0] for each in own_edits(self.change) if len(each.steps) == 1}
        for record in after(self.change) or before(self.change):
            fields = {name: value for name, value in record.fields.items() if name not in changed}
            told = say("page.whole" if is_whole else "page.rest", name=record.key.id, count=len(fields))
            yield self._folded(fields, told, is_whole=is_whole)

    def _folded(self, fields: Mapping[str, Value], told: Message, *, is_whole: bool) -> Markup:
        kind, language = self.change.key.kind, self.looks.language
        rows = (
            element("tr", element("th", field(kind, (name,), language), scope="row"), element("td", each))
            for name, value in fields.items()
            for each in (self._value((name,), value),)
        )
        table = element("table", "\n", *_lined(rows), class_="rest")
        return element(
            "details", element("summary", self.looks.said(told)), table, class_=is_whole and "whole"
        )


def _lined(rows: Iterator[Markup]) -> Iterator[Markup]:
    for row in rows:
        yield from (row, Markup("\n"))


def _side(edit: FieldEdit, name: str) -> Markup | None:
    """One side of a long text, with marks where the other differs; None where marks would not help."""
    tag, place = ("del", 0) if name == "old" else ("ins", 1)

    def mark(*texts: str) -> str:
        return f"<{tag}>{texts[place]}</{tag}>" if texts[place] else ""

    text = marked(edit.old, edit.new, mark, plain)
    return None if text is None else Markup(text)

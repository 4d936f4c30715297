"""The report that goes with a filing (备案报告 and its like), as blocks of an official paper."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xuke.diff.compare import compare
from xuke.figures.reductions import Subject, total
from xuke.figures.stated import percentage
from xuke.figures.transfer import counted, overall
from xuke.filing.order import Order
from xuke.filing.papers import Part, missing
from xuke.memo.paper import Block, Grid, Text, day_text, numeral
from xuke.model.change import Added, Change, Moved, Removed
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Memo, View
from xuke.report.sections import number
from xuke.tables.layout import Book
from xuke.words.zh import bundles as zh


def title_of(order: Order) -> str:
    """The title of the report, which names the act: 备案, 报批, 报送, 抄送 or 公布."""
    return zh.TITLES[order.kind].format(place=order.register.title)


def letter(order: Order, book: Book, parts: Sequence[Part]) -> list[Block]:
    """All blocks in reading order; ``parts`` are the other members of the bundle."""
    register = order.register
    recipient = register.policy.text("filing", "recipient")
    sections = (
        (zh.ITEMS, _items(register)),
        (zh.MEMORANDA, _memoranda(register)),
        (zh.CHANGES, _changes(order)),
        (zh.REDUCTIONS, _reductions(register)),
        (zh.REMARKS, _remarks(order, book)),
    )
    return [
        Text("title", title_of(order)),
        Text("number", zh.NO_NUMBER),
        Text("party", zh.RECIPIENT.format(recipient=recipient) if recipient else zh.NO_RECIPIENT),
        Text("text", zh.OPENINGS[order.kind].format(place=register.title)),
        *(
            block
            for number, (head, found) in enumerate(sections, 1)
            for block in _section(number, head, found)
        ),
        Text("text", zh.CLOSINGS[order.kind]),
        Text("seal", zh.SEAL.format(unit=order.request.unit)),
        Text("seal", day_text(order.request.date)),
        Text("annex_title", zh.ANNEXES),
        _annexes(book, parts),
    ]


def _section(number: int, head: str, found: Iterator[Block]) -> Iterator[Block]:
    yield Text("one", f"{numeral(number)}、{head}")
    yield from found


def _percent(share: Fraction | None) -> str:
    return "—" if share is None else percentage(share)


def _items(register: Register) -> Iterator[Block]:
    found = overall(register)
    names = ("items", "whole", "partial", "resident", "excluded", "other", "handlings", "handlings_moved")
    yield Text("text", zh.ITEMS_TEXT.format(**{name: getattr(found, name) for name in names}))
    if found.items:
        rates = {"rate": _percent(found.rate), "handling_rate": _percent(found.handling_rate)}
        yield Text("text", zh.RATE.format(**rates))


def _memoranda(register: Register) -> Iterator[Block]:
    giving = register.givers
    if not giving:
        yield Text("text", zh.NO_TRANSFERS)
        return
    yield Text("text", zh.MEMORANDA_TEXT.format(departments=len(giving)))
    rows = [_giving(place, name, register) for place, name in enumerate(giving, 1)]
    yield Grid(zh.MEMORANDA_HEADS, rows, (7, 30, 13, 30, 20))


def _giving(place: int, name: str, register: Register) -> list[str]:
    memo = register.memoranda.get(name)
    signed = memo.day("signed") if memo else None
    count = str(len(register.transferred_of(name)))
    return [
        str(place),
        register.department_name(name),
        count,
        _number(memo),
        day_text(signed) if signed else "",
    ]


def _number(memo: Memo | None) -> str:
    if memo is None:
        return zh.NO_MEMORANDUM
    if memo.text("status") == "draft":
        return zh.DRAFT_MEMORANDUM
    return memo.text("number") or zh.UNNUMBERED


def _changes(order: Order) -> Iterator[Block]:
    since, former = order.request.since, order.former
    if since is None or former is None:
        yield Text("text", zh.FIRST)
        return
    place = order.request.jurisdiction
    found = [each for each in compare(since, order.request.snapshot) if _is_about_items(each, place)]
    counts = {
        "added": sum(isinstance(each, Added) for each in found),
        "removed": sum(isinstance(each, Removed) for each in found),
    }
    edited = len(found) - sum(counts.values())
    form = zh.CHANGES_TEXT if found else zh.UNCHANGED
    yield Text("text", form.format(former=_former(former), edited=edited, **counts))


def _is_about_items(change: Change, place: str) -> bool:
    key = change.key
    return key.kind is Kind.ITEM and key.jurisdiction == place and not isinstance(change, Moved)


def _former(former: View) -> str:
    day = former.day("on")
    facts = (former.text("number"), zh.FORMER_ON.format(day=day_text(day)) if day else "")
    return zh.FORMER.format(title=former.name or former.id, facts="，".join(filter(None, facts)) or former.id)


def _reductions(register: Register) -> Iterator[Block]:
    found = False
    for subject in Subject:
        each = total(counted(register), subject, register.conversion)
        name, unit = zh.SUBJECTS[subject]
        if each.n:
            form = zh.REDUCED if each.rate is not None and each.rate > 0 else zh.KEPT
            words = {"before": number(each.before), "after": number(each.after), "rate": _percent(each.rate)}
            yield Text("text", form.format(subject=name, unit=unit, count=each.n, **words))
            found = True
    if not found:
        yield Text("text", zh.NO_BASELINE)


def _remarks(order: Order, book: Book) -> Iterator[Block]:
    papers = "、".join(zh.PAPERS[each] for each in missing(order.kind, order.papers))
    remarks = [
        zh.MISSING.format(papers=papers) if papers else "",
        zh.EXCEPTIONS.format(exceptions="、".join(order.exceptions)) if order.exceptions else "",
        zh.DEMONSTRATION if "demonstration" in book.origins else "",
        zh.UNATTRIBUTED if "unattributed" in book.origins else "",
    ]
    for text in list(filter(None, remarks)) or [zh.NOTHING]:
        yield Text("text", text)
    request = order.request
    yield Text("text", zh.SOURCE.format(version=request.version, commit=request.commit, tag=order.tag))


def _annexes(book: Book, parts: Sequence[Part]) -> Grid:
    tables = [
        (zh.SHEET_OF.format(number=number, title=table.title), str(len(book.rows(table))), zh.BOOK, "")
        for number, table in enumerate(book.tables, 1)
    ]
    files = [(part.title, "", part.name, part.digest[:16]) for part in parts]
    rows = [[str(place), *row] for place, row in enumerate((*files, *tables), 1)]
    return Grid(zh.ANNEX_HEADS, rows, (7, 40, 9, 24, 20))

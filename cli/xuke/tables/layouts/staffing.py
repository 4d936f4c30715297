"""编制人员划转表: posts and persons handed over, transfers and secondments never added up."""

from collections.abc import Iterable, Iterator

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View
from xuke.tables.columns import field, number
from xuke.tables.layout import Book, Line, Show, Table
from xuke.tables.ranks import in_order
from xuke.words.labels import enum_label
from xuke.words.zh import tables as zh

SCHEMA = "staffing/post"
TRANSFER, SECONDMENT = "transfer", "secondment"


def lines(book: Book) -> Iterator[Line]:
    """By the official order of the giving departments, then the totals."""
    posts = in_order(book.register, Kind.POST, "from_department")
    for place, post in enumerate(posts, 1):
        yield Line(post, place, (post.text("from_department"), post.id), post.key)
    yield from _totals(posts)


def _totals(posts: list[View]) -> Iterator[Line]:
    for kind in (TRANSFER, SECONDMENT):
        found = [post for post in posts if engagement(post) == kind]
        if found:
            name = enum_label(SCHEMA, ("engagement",), kind, False)
            sums = {"posts": _sum(found, "posts"), "persons": _sum(found, "persons")}
            yield Line(None, None, (kind,), None, {"from_department": zh.TOTAL_OF.format(what=name), **sums})


def engagement(post: View) -> str:
    """``transfer`` where the record does not say otherwise."""
    return post.text("engagement") or TRANSFER


def _sum(records: Iterable[View], name: str) -> int:
    return sum(int(each.number(name) or 0) for each in records)


def remarks(book: Book) -> Iterator[str]:
    """Helpers, and what the policy asks for against what there is."""
    helpers = _sum(book.register.of(Kind.HELPER), "persons")
    if helpers:
        yield zh.HELPERS.format(persons=helpers)
    yield from minima(book.register)


def minima(register: Register) -> Iterator[str]:
    """Each minimum of the policy with the number reached; helpers are never in the others."""
    moved = [post for post in register.of(Kind.POST) if engagement(post) == TRANSFER]
    numbers = (
        (zh.POSTS, "posts_min", _sum(moved, "posts")),
        (zh.PERSONS, "persons_min", _sum(moved, "persons")),
        (zh.HELPER_PERSONS, "helpers_min", _sum(register.of(Kind.HELPER), "persons")),
    )
    for what, name, count in numbers:
        least = register.policy.number("staffing", name)
        if least is not None:
            gap = least - count
            verdict = zh.MISSED.format(gap=gap) if gap > 0 else zh.REACHED
            yield zh.MINIMUM.format(what=what, count=count, least=least, verdict=verdict)


STAFFING = Table(
    id="staffing",
    title=zh.STAFFING,
    columns=(
        number(),
        field(SCHEMA, "id", width=10, show=Show.CODE),
        field(SCHEMA, "from_department", width=15),
        field(SCHEMA, "from_section", width=13),
        field(SCHEMA, "kind", width=10),
        field(SCHEMA, "engagement", width=8),
        field(SCHEMA, "posts", width=8, show=Show.INT),
        field(SCHEMA, "persons", width=8, show=Show.INT),
        field(SCHEMA, "items", width=15, show=Show.CODE),
        field(SCHEMA, "to_section", width=13),
        field(SCHEMA, "on", width=14, show=Show.DATE),
        field(SCHEMA, "approval", width=13),
        field(SCHEMA, "note", width=12),
    ),
    lines=lines,
    reads=(Kind.POST, Kind.HELPER, Kind.DEPARTMENT, Kind.JURISDICTION),
    kind=Kind.POST,
    importable=True,
    remarks=remarks,
)

"""F002."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Department, View

_SEES = {
    Kind.ITEM: "competent status disposition handlings",
    Kind.POST: "from_department",
    Kind.DEPARTMENT: "order",
}
_SEEN = {**_SEES, Kind.DEPARTMENT: "order name title"}


@rule("F002", Kind.DEPARTMENT, Kind.ITEM, Kind.POST, beside=[Kind.DEPARTMENT], sees=_SEES)
def posts_follow_items(department: Department, context: Context) -> Iterator[Finding]:
    """A department that gives items gives posts, where the jurisdiction records any."""
    register = context.register(department.jurisdiction)
    moved = register.transferred_of(department.id)
    if moved and register.posts and department.id not in register.posts:
        also = moved[0].record.locate("disposition")
        yield Finding((), say("F002.no_posts", name=department.name, count=len(moved)), (also,))


@rule("F002", Kind.POST, Kind.ITEM, Kind.DEPARTMENT, beside=[Kind.POST], sees=_SEEN)
def items_behind_posts(post: View, context: Context) -> Iterator[Finding]:
    """Posts are transferred with items that are transferred: those listed, or any of the department."""
    register = context.register(post.jurisdiction)
    giver, listed = register.departments.get(post.text("from_department")), post.texts("items")
    known = [code for code in listed if register.get(Kind.ITEM, code)]
    if giver is None or len(known) < len(listed) or post.text("engagement") == "secondment":
        return
    moved = {item.code for item in register.transferred_of(giver.id)}
    if not (moved & set(listed) if listed else moved):
        place = ("items",) if listed else ("from_department",)
        yield Finding(place, say("F002.no_items", name=giver.name, count=post.number("posts") or 0))

"""F005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("F005", Kind.POST, beside=[Kind.POST])
def post_held_once(post: View, context: Context) -> Iterator[Finding]:
    """No post has two holders; who is seconded holds none."""
    posts, persons = post.number("posts") or 0, post.number("persons") or 0
    if post.text("engagement") != "secondment" and persons > posts:
        also = post.record.locate("posts")
        yield Finding(("persons",), say("F005.crowded", persons=persons, posts=posts), (also,))


@rule("F005", Kind.JURISDICTION, Kind.POST, is_wide=True)
def post_moved_once(reform: View, context: Context) -> Iterator[Finding]:
    """No two records move the same kind of posts of one section for the same item."""
    seen: dict[tuple[str, ...], View] = {}
    for posts in context.register(reform.jurisdiction).posts.values():
        for post in posts:
            keys = [(*_place(post), code) for code in post.texts("items")]
            other = next((seen[key] for key in keys if key in seen), None)
            if other:
                message, also = say("F005.twice", other=other.id), other.record.locate("items")
                yield Finding(("items",), message, (also,), about=post.record)
            seen.update((key, post) for key in keys if key not in seen)


def _place(post: View) -> tuple[str, ...]:
    names = ("from_department", "from_section", "kind", "engagement")
    return tuple(post.text(name) for name in names)

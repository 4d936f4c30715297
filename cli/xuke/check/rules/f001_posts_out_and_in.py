"""F001."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, View


@rule("F001", Kind.MEMORANDUM, Kind.POST, Kind.DEPARTMENT)
def posts_out_and_in(memo: Memo, context: Context) -> Iterator[Finding]:
    """Posts and persons that a memorandum hands over are those that the department gives up.

    Secondments (抽调) are left out; where no posts are recorded at all, nothing is compared.
    """
    register = context.register(memo.jurisdiction)
    given = [each for each in register.posts.get(memo.giver, ()) if _moves(each)]
    for field in ("posts", "persons") if register.posts and memo.giver in register.departments else ():
        stated, total = memo.number("staff", field), sum(each.number(field) or 0 for each in given)
        if stated is not None and stated != total:
            what = Label("staffing/post", (field,))
            also = tuple(each.record.locate(field) for each in given)
            message = say("F001.differ", what=what, stated=stated, total=total, others="")
            yield Finding(("staff", field), message, also, cause=f"{memo.jurisdiction}/{memo.giver}")


@rule("F001", Kind.POST, beside=[Kind.DEPARTMENT, Kind.POST])
def seconded_without_post(post: View, context: Context) -> Iterator[Finding]:
    """A secondment brings persons and no posts."""
    count = post.number("posts")
    if not _moves(post) and count:
        yield Finding(("posts",), say("F001.seconded", count=count), (post.record.locate("engagement"),))


def _moves(post: View) -> bool:
    return post.text("engagement") != "secondment"

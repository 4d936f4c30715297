"""Posts and persons handed over, and what the policy asks for at least."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View

#: How staff is handed over; transfers and secondments are never added up.
ENGAGEMENTS = ("transfer", "secondment")


@dataclass(frozen=True, slots=True)
class Staff:
    """Posts and persons of one kind of hand-over."""

    engagement: str
    posts: float
    persons: float


@dataclass(frozen=True, slots=True)
class Minimum:
    """What the policy asks for and what there is; ``count`` is None where nothing is recorded.

    ``name`` is the field of the policy; ``is_stated`` tells a stated number from a computed one.
    """

    name: str
    least: float
    count: float | None
    is_stated: bool = False

    @property
    def gap(self) -> float | None:
        """How many are missing, 0 where it is reached."""
        return None if self.count is None else max(self.least - self.count, 0)


def staff(register: Register) -> list[Staff]:
    """What was handed over, in the order of ``ENGAGEMENTS``."""
    posts = register.of(Kind.POST)
    groups = {kind: [each for each in posts if _engagement(each) == kind] for kind in ENGAGEMENTS}
    return [
        Staff(kind, _sum(found, "posts"), _sum(found, "persons")) for kind, found in groups.items() if found
    ]


def minima(register: Register) -> Iterator[Minimum]:
    """Approved posts as stated, else the transferred ones; helpers only in their own figure."""
    moved = handed_over(register.of(Kind.POST))
    approved = register.reform.number("bureau", "establishment", "posts_approved")
    posts = _total(moved, "posts") if approved is None else approved
    counts = {
        "posts_min": posts,
        "persons_min": _total(moved, "persons"),
        "helpers_min": _total(register.of(Kind.HELPER), "persons"),
    }
    for name, count in counts.items():
        least = register.policy.number("staffing", name)
        if least is not None:
            yield Minimum(name, least, count, name == "posts_min" and approved is not None)


def handed_over(posts: Iterable[View]) -> list[View]:
    """Those that are transferred, which a post is unless it says otherwise."""
    return [each for each in posts if _engagement(each) == ENGAGEMENTS[0]]


def _engagement(post: View) -> str:
    return post.text("engagement") or ENGAGEMENTS[0]


def _total(records: list[View], name: str) -> float | None:
    return _sum(records, name) if records else None


def _sum(records: list[View], name: str) -> float:
    return sum(each.number(name) or 0 for each in records)

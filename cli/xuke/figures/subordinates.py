"""The jurisdictions below a prefecture side by side: computed where they list items, else as they state."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xuke.figures.claims import Claim, claims
from xuke.figures.stated import exact
from xuke.figures.transfer import Transfer, counted, transfer_of
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register


@dataclass(frozen=True, slots=True)
class Subordinate:
    """One jurisdiction; ``transfer`` is None where it lists no licences.

    ``headline`` is its stated share of transferred items, ``posts`` the approved posts that it states.
    """

    id: str
    name: str
    transfer: Transfer | None
    headline: Part | None
    posts: Decimal | None
    origins: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def basis(self) -> str:
        """``computed``, ``stated`` or ``none``."""
        return "computed" if self.transfer else "stated" if self.headline else "none"

    @property
    def moved(self) -> Decimal | None:
        """Items transferred wholly or partly."""
        if self.transfer:
            return Decimal(self.transfer.whole + self.transfer.partial)
        return _number(self.headline, "count")

    @property
    def items(self) -> Decimal | None:
        """Items of which the share is."""
        return Decimal(self.transfer.items) if self.transfer else _number(self.headline, "whole")

    @property
    def rate(self) -> Fraction | None:
        """Share of items transferred; what is stated is as exact as it is printed."""
        if self.transfer:
            return self.transfer.rate
        percent = _number(self.headline, "percent")
        return None if percent is None else Fraction(percent) / 100


@dataclass(frozen=True, slots=True)
class Together:
    """All subordinates in total; a rate is only of those that list items.

    ``moved`` adds what is computed in ``computed`` places and stated in ``stated`` ones.
    """

    computed: int
    stated: int
    silent: int
    moved: Decimal
    items: int
    rate: Fraction | None
    posts: Decimal
    posts_of: int
    origins: tuple[str, ...]


def subordinates(register: Register) -> list[Subordinate]:
    """The jurisdictions that name this one as their superior, by folder."""
    others = (Register(register.snapshot, name) for name in register.snapshot.jurisdictions)
    return [
        _subordinate(each)
        for each in others
        if each.reform.text("jurisdiction", "superior") == register.jurisdiction
    ]


def together(found: list[Subordinate]) -> Together:
    """The totals over some subordinates."""
    bases = [each.basis for each in found]
    transfers = [each.transfer for each in found if each.transfer]
    items = sum(each.items for each in transfers)
    posts = [each.posts for each in found if each.posts is not None]
    return Together(
        computed=bases.count("computed"),
        stated=bases.count("stated"),
        silent=bases.count("none"),
        moved=sum((each.moved for each in found if each.moved is not None), Decimal()),
        items=items,
        rate=Fraction(sum(each.whole + each.partial for each in transfers), items) if items else None,
        posts=sum(posts, Decimal()),
        posts_of=len(posts),
        origins=tuple(sorted({origin for each in found for origin in each.origins})),
    )


def origins(register: Register, *kinds: Kind) -> tuple[str, ...]:
    """Provenances of the records of some kinds, sorted; of unnamed ones nothing is said."""
    found = (each for kind in kinds for each in register.snapshot.of(kind, register.jurisdiction))
    return tuple(sorted({each.provenance for each in found} - {""}))


def _subordinate(register: Register) -> Subordinate:
    licences = counted(register)
    return Subordinate(
        id=register.jurisdiction,
        name=register.title,
        transfer=transfer_of(licences) if licences else None,
        headline=_headline(register),
        posts=_number(register.reform, "bureau", "establishment", "posts_approved"),
        origins=origins(register, Kind.ITEM),
        claims=tuple(claims(register)),
    )


def _headline(register: Register) -> Part | None:
    """The stated share of all items: a count and a percentage of no narrower scope."""
    shares = (
        each
        for each in register.reform.parts("stated")
        if each.text("percent_kind") == "share" and each.has("count") and not each.has("scope")
    )
    return next(shares, None)


def _number(part: Part | None, *path: str) -> Decimal | None:
    number = part.number(*path) if part else None
    return None if number is None else exact(number)

"""The papers that others write and the office attaches, and which a kind of filing asks for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class PaperKind(StrEnum):
    """Who writes it: the office asks, the government decides, its lawyers judge, departments consent."""

    REQUEST = "request"
    DECISION = "decision"
    OPINION = "opinion"
    CONSENT = "consent"
    PUBLICATION = "publication"
    OTHER = "other"


#: What each kind of filing is made of, besides the report and the tables: different acts, different papers.
WANTED: dict[str, tuple[PaperKind, ...]] = {
    "record": (PaperKind.DECISION, PaperKind.OPINION, PaperKind.CONSENT, PaperKind.PUBLICATION),
    "approval": (PaperKind.REQUEST, PaperKind.OPINION, PaperKind.CONSENT),
    "submission": (PaperKind.DECISION, PaperKind.OPINION),
    "copy": (PaperKind.DECISION,),
    "publication": (PaperKind.DECISION, PaperKind.OPINION),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is attached; ``suffix`` has its point, or is empty."""

    kind: PaperKind
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a bundle: its name there, what it is, and its bytes."""

    name: str
    kind: str
    title: str
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return digest_of(self.data)


def digest_of(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return sha256(data).hexdigest()


def missing(kind: str, papers: Iterable[Paper]) -> list[PaperKind]:
    """What this kind of filing asks for and nobody attached."""
    there = {paper.kind for paper in papers}
    return [each for each in WANTED[kind] if each not in there]


def parts_of(papers: Iterable[Paper], folder: str, titles: dict[str, str]) -> Iterator[Part]:
    """The papers by kind and then by content, numbered, so that their order says nothing."""
    order = list(PaperKind)
    ranked = sorted(papers, key=lambda each: (order.index(each.kind), digest_of(each.data), each.suffix))
    for number, paper in enumerate(ranked, 1):
        title = titles[paper.kind]
        yield Part(f"{folder}/{number:02d}-{title}{paper.suffix}", paper.kind, title, paper.data)

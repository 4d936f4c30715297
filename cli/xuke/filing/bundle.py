"""A filing as one archive: report, tables, attached papers and manifest; nothing in it is of the moment."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from xuke.filing import manifest as manifests
from xuke.filing.letter import letter, title_of
from xuke.filing.order import Order
from xuke.filing.papers import Part, digest_of, parts_of
from xuke.memo.docx import docx_of, docx_texts
from xuke.memo.paper import Block, checked, texts_of
from xuke.model.memory import no_collection
from xuke.tables.archive import archived
from xuke.tables.book import book_of, open_book
from xuke.words.zh import bundles as zh

#: Bytes of all parts together, and how many there may be.
LARGEST, MOST_PARTS = 200 << 20, 200


@dataclass(frozen=True, slots=True)
class Bundle:
    """The archive, its manifest, and its parts in order; the manifest is no part of itself."""

    data: bytes
    manifest: Mapping[str, Any]
    parts: tuple[Part, ...]


def bundled(order: Order) -> Bundle:
    """Make it; equal orders give equal bytes. A cell or a text that no file can hold is refused."""
    book = open_book(order.request)
    with no_collection():
        tables = Part(zh.BOOK, "tables", zh.BOOK_TITLE, book_of(book))
    papers = tuple(parts_of(order.papers, zh.PAPERS_FOLDER, zh.PAPERS))
    blocks = checked(letter(order, book, (tables, *papers)))
    report = Part(zh.REPORT, "report", title_of(order), _proved(blocks, docx_of(blocks, order.base)))
    parts = (report, tables, *papers)
    manifest = manifests.manifest_of(order, title_of(order), book, parts)
    members = [(manifests.NAME, manifests.written(manifest)), *((part.name, part.data) for part in parts)]
    return Bundle(archived(members), manifest, parts)


class LostText(ValueError):  # noqa: N818
    """A text that should stand in the report and is not found there again."""


def _proved(blocks: Sequence[Block], data: bytes) -> bytes:
    """The document, refused unless every text is found in it again."""
    said = _plain("".join(docx_texts(data)))
    for text in (text for block in blocks for text in texts_of(block)):
        if _plain(text) not in said:
            raise LostText(text)
    return data


def _plain(text: str) -> str:
    return "".join(text.split())


class NotABundle(ValueError):  # noqa: N818
    """A file that is no bundle, or one beyond what is ever read."""


def is_bundle(data: bytes) -> bool:
    """Whether an archive has a manifest; no other archive is taken for a bundle."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return manifests.NAME in archive.namelist()
    except (BadZipFile, ValueError):
        return False


def members_of(data: bytes) -> dict[str, bytes]:
    """The members of a bundle by name, unpacked however it was packed; names that stand twice are refused."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = [each for each in archive.infolist() if not each.is_dir()]
            names = [each.filename for each in found]
            if len(set(names)) < len(names) or len(names) > MOST_PARTS:
                raise NotABundle
            return _unpacked(archive, names)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        raise NotABundle from None


def _unpacked(archive: ZipFile, names: list[str]) -> dict[str, bytes]:
    members, room = {}, LARGEST
    for name in names:
        with archive.open(name) as file:
            members[name] = file.read(room + 1)
        room -= len(members[name])
        if room < 0:
            raise NotABundle
    return members


def digests_of(members: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of every member by name."""
    return {name: digest_of(data) for name, data in members.items()}

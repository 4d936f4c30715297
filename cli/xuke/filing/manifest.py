"""The manifest of a bundle: what it holds, what it was made from and with, all of it as JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from xuke.filing.order import Order
from xuke.filing.papers import Part, digest_of, missing
from xuke.tables.book import Book, text_of
from xuke.tables.layout import LAYOUT_VERSION

#: The version of the shape that a manifest has.
FORMAT = 1

#: Its name in the bundle.
NAME = "manifest.json"


def manifest_of(order: Order, title: str, book: Book, parts: Iterable[Part]) -> dict[str, Any]:
    """The manifest as a value, ready for ``written``."""
    request, former = order.request, order.former
    return {
        "tool": {"name": "xuke", "version": request.version},
        "manifest": FORMAT,
        "jurisdiction": request.jurisdiction,
        "kind": order.kind,
        "title": title,
        "filer": request.unit,
        "recipient": order.register.policy.text("filing", "recipient") or None,
        "tag": order.tag,
        "commit": request.commit,
        "filled_on": request.date.isoformat() if request.date else None,
        "former": {"id": former.id, "commit": former.text("commit")} if former else None,
        "layout": LAYOUT_VERSION,
        "libraries": dict(sorted((order.libraries or {}).items())),
        "tables": [_table(book, place) for place in range(len(book.tables))],
        "parts": [_part(each) for each in parts],
        "missing": [str(each) for each in missing(order.kind, order.papers)],
        "exceptions": list(order.exceptions),
    }


def _table(book: Book, place: int) -> dict[str, Any]:
    table = book.tables[place]
    return {
        "id": table.id,
        "title": table.title,
        "rows": len(book.rows(table)),
        "sha256": digest_of(text_of(book, table).encode()),
    }


def _part(part: Part) -> dict[str, Any]:
    return {"name": part.name, "kind": part.kind, "bytes": len(part.data), "sha256": part.digest}


def written(manifest: Mapping[str, Any]) -> bytes:
    """The bytes of a manifest; its maker stands in the first line."""
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


_TEXTS = ("jurisdiction", "kind", "title", "filer", "tag", "commit")


def read_manifest(data: bytes) -> dict[str, Any] | None:
    """A manifest of this shape, or None for anything else; nothing in it is believed beyond its shape."""
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return cast(dict[str, Any], found) if isinstance(found, dict) and _is_sound(found) else None


def _is_sound(found: dict[str, Any]) -> bool:
    tool, former = found.get("tool"), found.get("former")
    return (
        found.get("manifest") == FORMAT
        and isinstance(tool, dict)
        and all(isinstance(found.get(name), str) for name in _TEXTS)
        and all(
            found.get(name) is None or isinstance(found[name], str) for name in ("filled_on", "recipient")
        )
        and (former is None or (isinstance(former, dict) and isinstance(former.get("commit"), str)))
        and _are_rows(found.get("parts"), ("name", "kind", "sha256"))
        and _are_rows(found.get("tables"), ("id", "sha256"))
    )


def _are_rows(found: object, names: tuple[str, ...]) -> bool:
    rows = found if isinstance(found, list) else [None]
    return all(
        isinstance(row, dict) and all(isinstance(row.get(each), str) for each in names) for row in rows
    )

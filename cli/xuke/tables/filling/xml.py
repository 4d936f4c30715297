"""A member of an archive as a tree that is written back as it was read, prefixes and all."""

from collections.abc import Iterator
from typing import cast
from xml.dom import minidom
from xml.dom.minidom import Document, Element, Node

__all__ = ["Document", "Element", "below", "children", "like", "local", "parsed", "root_of", "serialised"]

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = {**_TEXT, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})}


def parsed(data: bytes) -> Document:
    """The tree of a member of an archive in which the check before found no entities."""
    return minidom.parseString(data)  # noqa: S318


def root_of(document: Document) -> Element:
    """The outermost element."""
    return cast(Element, document.documentElement)


def serialised(document: Document) -> bytes:
    """The member; ElementTree would rename the prefixes that other attributes speak of."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (head + "".join(part for each in document.childNodes for part in _written(each))).encode("utf-8")


def _written(node: Node) -> Iterator[str]:
    if isinstance(node, Element):
        yield from _element(node)
    elif node.nodeType in {Node.TEXT_NODE, Node.CDATA_SECTION_NODE}:
        yield _escaped(node.nodeValue or "", _TEXT)


def _element(node: Element) -> Iterator[str]:
    pairs = (f' {name}="{_escaped(value, _VALUE)}"' for name, value in node.attributes.items())
    yield f"<{node.tagName}{''.join(pairs)}"
    if not node.childNodes:
        yield "/>"
        return
    yield ">"
    for child in node.childNodes:
        yield from _written(child)
    yield f"</{node.tagName}>"


def _escaped(text: str, signs: dict[int, str]) -> str:
    return text.translate(signs)


def children(node: Document | Element, name: str) -> list[Element]:
    """Elements directly below, by their name without a prefix."""
    return [each for each in node.childNodes if isinstance(each, Element) and local(each) == name]


def below(node: Document | Element, *names: str) -> list[Element]:
    """Elements anywhere below, by their names without a prefix, in reading order."""
    found = []
    for each in node.childNodes:
        if isinstance(each, Element):
            found += [each] if local(each) in names else []
            found += below(each, *names)
    return found


def local(node: Element) -> str:
    """The name without its prefix."""
    return node.tagName.rpartition(":")[2]


def like(node: Element, name: str) -> Element:
    """A new element with the prefix of another."""
    prefix, colon, _ = node.tagName.rpartition(":")
    return cast(Document, node.ownerDocument).createElement(prefix + colon + name)


def text_of(node: Element) -> str:
    """The text directly in an element."""
    return "".join(
        each.nodeValue or ""
        for each in node.childNodes
        if each.nodeType in {Node.TEXT_NODE, Node.CDATA_SECTION_NODE}
    )


def set_text(node: Element, text: str) -> None:
    """Replace all that an element holds by a text."""
    while node.firstChild:
        node.removeChild(node.firstChild)
    node.appendChild(cast(Document, node.ownerDocument).createTextNode(text))

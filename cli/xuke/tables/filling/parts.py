"""The parts of a workbook's archive around its sheets, by their relations."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import NamedTuple, cast
from zipfile import ZipFile

from xuke.tables.filling import xml
from xuke.tables.filling.refs import Shift, place_of, shifted
from xuke.tables.ooxml import formats_of
from xuke.tables.reading import is_date_format

WORKBOOK, RELATIONS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"

#: Formulas of sheets and of charts, and ranges of defined names.
_FORMULA = re.compile(r"(<(?:\w+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*[^/])?>)([^<]*)(</)")
_DEFINED = re.compile(r"(<(?:\w+:)?definedName\s[^>]*>)([^<]*)(</)")

#: What another part of the archive says of rows, and we cannot move: the end of its relation's type.
STOPS = ("table", "pivotTable", "queryTable", "comments", "threadedComment", "ctrlProp", "slicer")


class Relation(NamedTuple):
    """A relation of a part: the end of its type, and the member that it leads to."""

    type: str
    member: str


def relations(archive: ZipFile, member: str) -> dict[str, Relation]:
    """The relations of a part by their ids; links to the outside are left out."""
    folder, name = posixpath.split(member)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        return {}
    found = {}
    for each in xml.below(xml.parsed(archive.read(path)), "Relationship"):
        if each.getAttribute("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.getAttribute("Target")))
            kind = each.getAttribute("Type").rpartition("/")[2]
            found[each.getAttribute("Id")] = Relation(kind, target.lstrip("/"))
    return found


def sheets(archive: ZipFile) -> dict[str, str]:
    """The member of each sheet by its name."""
    known = relations(archive, WORKBOOK)
    found: dict[str, str] = {}
    for each in xml.below(xml.parsed(archive.read(WORKBOOK)), "sheet"):
        ids = {value for name, value in each.attributes.items() if name.rpartition(":")[2] == "id"}
        found |= {each.getAttribute("name"): known[name].member for name in ids & known.keys()}
    return found


def defined_names(archive: ZipFile) -> dict[str, str]:
    """What the defined names of the whole workbook stand for."""
    nodes = xml.below(xml.parsed(archive.read(WORKBOOK)), "definedName")
    return {
        each.getAttribute("name"): xml.text_of(each)
        for each in nodes
        if not each.hasAttribute("localSheetId")
    }


def date_styles(archive: ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a day."""
    formats = formats_of(archive)
    return frozenset(str(number) for number, form in enumerate(formats) if is_date_format(form))


def stops(archive: ZipFile, member: str, shift: Shift) -> Iterator[str]:
    """What hangs on rows that would move, and would be left behind."""
    for relation in relations(archive, member).values():
        if relation.type in STOPS and _reaches(archive, relation, shift):
            yield relation.type


def _reaches(archive: ZipFile, relation: Relation, shift: Shift) -> bool:
    """Whether a part speaks of a row below the body, or of rows across its end."""
    nodes = xml.below(
        xml.parsed(archive.read(relation.member)), "table", "location", "comment", "threadedComment"
    )
    refs = [each.getAttribute("ref") for each in nodes]
    rows = [place[0] for ref in refs if (place := place_of(ref.partition(":")[2] or ref))]
    return not rows or any(
        row >= shift.until + (":" not in ref) for row, ref in zip(rows, refs, strict=False)
    )


def moved_drawings(archive: ZipFile, member: str, shift: Shift) -> Iterator[tuple[str, bytes]]:
    """The drawings of a sheet in which something stands below the body, moved along."""
    for relation in relations(archive, member).values():
        if relation.type == "drawing":
            tree = xml.parsed(archive.read(relation.member))
            if _move_anchors(xml.below(tree, "twoCellAnchor", "oneCellAnchor"), shift):
                yield relation.member, xml.serialised(tree)


def _move_anchors(anchors: Iterable[xml.Element], shift: Shift) -> bool:
    is_moved = False
    for anchor in anchors:
        corners = [
            row
            for end in ("from", "to")
            for each in xml.children(anchor, end)
            for row in xml.children(each, "row")
        ]
        # Rows are counted from 0 here.
        if corners and int(xml.text_of(corners[0])) >= shift.until:
            is_moved = True
            for row in corners:
                xml.set_text(row, str(int(xml.text_of(row)) + shift.more))
    return is_moved


def moved_formulas(data: bytes, shift: Shift, home: str) -> bytes:
    """A part with its references moved; as it was where it has none."""
    pattern = _DEFINED if home == WORKBOOK else _FORMULA
    text = data.decode("utf-8")
    return pattern.sub(lambda found: found[1] + _plain(found[2], shift, home) + found[3], text).encode(
        "utf-8"
    )


def _plain(written: str, shift: Shift, home: str) -> str:
    """A formula between the tags, in which signs are written as entities."""
    text = unescape(written)
    moved = shifted(text, shift, home)
    return written if moved == text else escape(moved, quote=False)


def without_chain(types: bytes, rels: bytes, member: str) -> tuple[bytes, bytes]:
    """The lists of parts without the order of calculation, which would name cells that moved."""
    name = re.escape(member.encode())
    plain = re.sub(rb"<Override\s[^>]*PartName=\"/" + name + rb"\"[^>]*/>", b"", types)
    return plain, re.sub(rb"<Relationship\s[^>]*/calcChain\"[^>]*/>", b"", rels)


def calculated(workbook: bytes) -> bytes:
    """The workbook part, so that every program computes all formulas when it opens the file."""
    if b"fullCalcOnLoad" in workbook:
        return workbook
    if b"<calcPr" in workbook:
        return workbook.replace(b"<calcPr", b'<calcPr fullCalcOnLoad="1"', 1)
    tree = xml.parsed(workbook)
    root = xml.root_of(tree)
    node = xml.like(root, "calcPr")
    node.setAttribute("fullCalcOnLoad", "1")
    after = [each for name in _BEFORE_CALC for each in xml.children(root, name)]
    root.insertBefore(node, cast(xml.Element | None, after[-1].nextSibling))
    return xml.serialised(tree)


#: What stands before the settings of calculation, in this order.
_BEFORE_CALC = ("sheets", "functionGroups", "externalReferences", "definedNames")

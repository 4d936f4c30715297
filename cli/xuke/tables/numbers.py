"""Numbers where a text belongs: what a spreadsheet has eaten is never guessed."""

import re

from xuke.model.diagnostic import Label, Message, say
from xuke.tables.inputs.field import Field, element_node
from xuke.tables.reading import Entry

#: Spreadsheets keep so many digits of a number.
KEPT = 15

#: Digits of a basic code of an item (GB/T 39554).
BASIC = 12

#: A code that a program has written as a power of ten.
LOST = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+[0-9]{1,3}")

_ZEROS = re.compile(r"0+")

#: Digits of other codes, by the name of their field.
_LENGTHS = {"suffix": 2, "competence_digits": 2}


def code_digits(it: Field, entry: Entry) -> str | Message:
    """The code that a number was, where its format or the schema tells how long it is."""
    label = Label(it.schema, it.path)
    if not re.fullmatch(r"[0-9]+(?:\.0+)?", entry.text):
        return say("X003.lost", field=label, found=entry.text)
    digits = entry.text.partition(".")[0]
    if len(digits) > KEPT:
        return say("X003.lost", field=label, found=entry.text)
    length = _length(it, entry)
    if length == 0:
        return say("X003.unknown", field=label, found=digits)
    if len(digits) > length:
        return say("X003.longer", field=label, found=digits, length=length)
    return digits.zfill(length)


def _length(it: Field, entry: Entry) -> int:
    if len(entry.format) > 1 and _ZEROS.fullmatch(entry.format):
        return len(entry.format)
    if it.refers == "item" or it.path == ("code",):
        return BASIC
    lengths = {len(str(each)) for each in element_node(it.schema, it.path).get("enum", ())}
    return lengths.pop() if len(lengths) == 1 else _LENGTHS.get(it.path[-1], 0)


def shown_number(entry: Entry) -> str | Message:
    """A number in a text field as the sheet shows it: whole, or as a percentage."""
    try:
        number = float(entry.text)
    except ValueError:
        return entry.text
    if abs(number) >= 10**KEPT:
        return say("X003.text", found=entry.text)
    is_percent = "%" in entry.format or entry.format in {"9", "10"}
    text = format(number * 100 if is_percent else number, f".{KEPT}g")
    return f"{text}%" if is_percent else text

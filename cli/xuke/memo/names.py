"""Units as a memorandum names them, and the title that they give it."""

import re

from xuke.model.register import Register
from xuke.words.zh import clauses as zh

_BETWEEN, _END = re.split(r"\{giver\}|\{taker\}", zh.TITLE)[1:]


def title_of(giver: str, taker: str, register: Register) -> str:
    """The title that a draft gets."""
    return zh.TITLE.format(giver=full_name(giver, register), taker=full_name(taker, register))


def is_outdated(title: str, giver: str, taker: str, register: Register) -> bool:
    """Whether a title has the form of a draft's, but names other units than it would now."""
    words = title.removesuffix(_END).split(_BETWEEN)
    pairs = [(_BETWEEN.join(words[:at]), _BETWEEN.join(words[at:])) for at in range(1, len(words))]
    known = [_designations(unit, register) for unit in (giver, taker)]
    is_right = any(one in known[0] and other in known[1] for one, other in pairs)
    return title.endswith(_END) and bool(pairs) and not is_right


def _designations(unit: str, register: Register) -> set[str]:
    """The names by which a unit goes now, with its jurisdiction and without."""
    department = register.departments.get(unit)
    names = {register.department_name(unit), department.text("short_name") if department else ""} - {""}
    return {full_name(unit, register), *names, *(register.title + each for each in names)}


def full_name(unit: str, register: Register) -> str:
    """A unit with its jurisdiction: 县发改局 of 姚安县 is 姚安县发改局."""
    place, name = register.title, register.department_name(unit)
    if unit == register.bureau and register.reform.text("bureau", "name"):
        return register.reform.text("bureau", "name")
    if name.startswith(place) or not register.reform.text("jurisdiction", "name"):
        return name
    return place + name.removeprefix(place[-1])


def government(register: Register) -> str:
    """The government of a jurisdiction, as its units speak of it: 县人民政府."""
    ending = register.title[-1:]
    return zh.GOVERNMENT_OF.format(ending=ending) if ending in zh.ENDINGS else zh.GOVERNMENT_HERE


def filled(text: str, giver: str, taker: str, register: Register) -> str:
    """A default clause with the parties in place; any other brace stays as it is."""
    words = {
        zh.GIVER: register.department_name(giver),
        zh.TAKER: register.department_name(taker),
        zh.GOVERNMENT: government(register),
    }
    for name, word in words.items():
        text = text.replace(name, word)
    return text

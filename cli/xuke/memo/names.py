"""Units as a memorandum names them."""

from xuke.model.register import Register
from xuke.words.zh import clauses as zh


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

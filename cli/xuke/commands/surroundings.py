"""What the run stands on: Python, libraries, the calendar, encodings."""

import locale
import re
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, requires, version

from xuke.calendar.working_days import last_year
from xuke.model.diagnostic import say
from xuke.model.health import Sign
from xuke.sources.health import broken, good, weak
from xuke.words.render import Language

#: A requirement as setuptools writes it into the metadata: name, extras, lower bound.
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*>=\s*([0-9.]+)").match

#: The C parser, which the requirement on ruamel.yaml brings as an extra.
_PARSER = "ruamel.yaml.clib"

#: A word that every message may contain.
_PROBE = "审批"


def surroundings(language: Language, today: date) -> Iterator[Sign]:
    """Remarks on everything outside the folder but git."""
    numbers = ".".join(map(str, sys.version_info[:3]))
    yield good("python", say("doctor.python", version=numbers, path=sys.executable or "?"))
    yield from _libraries()
    yield from _calendar(today)
    yield from _encodings(language)


def _libraries() -> Iterator[Sign]:
    wanted = dict(_requirements())
    found = {name: installed(name) for name in wanted}
    for name, bound in wanted.items():
        have = found[name]
        if have is None:
            yield broken(
                "libraries",
                say("doctor.library_missing", name=name, bound=bound),
                say("doctor.library_remedy", name=name, bound=bound),
            )
        elif _numbers(have) < _numbers(bound):
            yield broken(
                "libraries",
                say("doctor.library_old", name=name, bound=bound, version=have),
                say("doctor.library_remedy", name=name, bound=bound),
            )
    names = tuple(f"{name} {have}" for name, have in found.items() if have)
    yield good("libraries", say("doctor.libraries", names=names))


def _requirements() -> Iterator[tuple[str, str]]:
    for line in requires("xuke") or ():
        found = _REQUIREMENT(line)
        if found and "extra ==" not in line:
            yield found.group(1), found.group(2)
    yield _PARSER, "0.2"


def installed(name: str) -> str | None:
    """The version of a library, None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall("[0-9]+", text)[:3])


def _calendar(today: date) -> Iterator[Sign]:
    last = last_year()
    if today.year > last:
        yield weak("calendar", say("doctor.calendar_old", year=last), say("doctor.calendar_remedy"))
    else:
        yield good("calendar", say("doctor.calendar", year=last))


def _encodings(language: Language) -> Iterator[Sign]:
    names, screen = sys.getfilesystemencoding(), sys.stdout.encoding or "?"
    words = {"locale": locale.getpreferredencoding(False), "screen": screen, "names": names}
    if names.lower() != "utf-8":
        yield weak("encoding", say("doctor.names_not_utf", **words), say("doctor.encoding_remedy"))
    elif language is Language.ZH and not _can_show(screen):
        yield weak("encoding", say("doctor.screen_not_chinese", **words), say("doctor.encoding_remedy"))
    else:
        yield good("encoding", say("doctor.encoding", **words))


def _can_show(encoding: str) -> bool:
    try:
        return bool(_PROBE.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False

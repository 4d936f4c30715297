"""What a check found and what it looked at: all that a report needs, without the register itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from xuke.model.diagnostic import Diagnostic


class Entry(NamedTuple):
    """A finding whose pointer starts at the root of its file, and its fingerprint."""

    found: Diagnostic
    fingerprint: str


class Verdict(NamedTuple):
    """Findings in order of file, line and column; alike ones still have one fingerprint."""

    entries: tuple[Entry, ...]
    #: How many records the register has.
    records: int
    #: Its data files in reading order, and its jurisdictions.
    paths: tuple[str, ...]
    jurisdictions: tuple[str, ...]

    def covering(self, covers: Callable[[str], bool]) -> "Verdict":
        """The findings of some files, and their causes elsewhere; what was looked at stays."""
        named = {id(each) for each in self.entries if covers(each.found.location.path)}
        here = [each.found for each in self.entries if id(each) in named]
        points = (each.found for each in self.entries if each.found.cause and each.found.also)
        causes = {each.cause for each in points if any(covers(other.path) for other in each.also)}
        causes |= {each.follows for each in here}
        causes -= {"", *(each.cause for each in here)}
        kept = (each for each in self.entries if id(each) in named or each.found.cause in causes)
        return self._replace(entries=tuple(kept))


def numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries in order; of several with one fingerprint, the later ones are numbered from 2."""
    seen: Counter[str] = Counter()
    for found, name in entries:
        seen[name] += 1
        yield Entry(found, name if seen[name] == 1 else f"{name}-{seen[name]}")

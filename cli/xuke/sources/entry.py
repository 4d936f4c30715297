"""One path of a tree of git or of its index."""

from dataclasses import dataclass

from xuke.model.diagnostic import Message, say
from xuke.sources.tree import shown

#: The modes of plain files, executable or not.
REGULAR = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Entry:
    """A path, git's mode and the id of its blob."""

    path: str
    mode: str
    blob: str


def oddness(entry: Entry) -> Message | None:
    """Why an entry is no file of a register; None for one that is."""
    if shown(entry.path) != entry.path:
        return say("K009.name")
    return None if entry.mode in REGULAR else say("K009.link")

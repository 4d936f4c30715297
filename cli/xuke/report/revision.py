"""One of the versions that are compared, as a reader knows it again."""

from dataclasses import dataclass
from datetime import date

from xuke.model.diagnostic import Message, Word, say


@dataclass(frozen=True, slots=True)
class Revision:
    """``name`` as it was asked for; ``commit`` is empty and ``day`` None for what is not committed."""

    name: Word
    commit: str = ""
    day: date | None = None


def revision_told(revision: Revision) -> Message:
    """Its name, its commit and the day of that; or that it is not committed."""
    if revision.day is None:
        return say("page.uncommitted", name=revision.name)
    return say("page.commit", name=revision.name, commit=revision.commit, day=revision.day.isoformat())

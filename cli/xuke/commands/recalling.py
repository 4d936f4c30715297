"""What rules said of a work tree the last time, so that after a change they judge what it reaches alone."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from xuke.check.changed import changes
from xuke.check.earlier import Earlier, Judgements
from xuke.check.kept import DAMAGES
from xuke.check.recalled import data_of_judgements, judgements_from
from xuke.model.document import Document
from xuke.sources.cache import Cache, named
from xuke.sources.contents import Content
from xuke.sources.installation import installation

#: What an earlier run read of a file, by its path and digest.
Recall: TypeAlias = Callable[[str, str], Document | None]

#: The name under which it is kept; there is one of each workspace.
_NAME = "said"


class Recalling:
    """What one version of the program keeps for one workspace and day; ``contents`` are those of now."""

    def __init__(self, cache: Cache, today: date, contents: Sequence[Content]) -> None:
        self._cache = cache
        self._contents = contents
        self._of = named(installation(), today.isoformat())

    def earlier(self, documents: Iterable[Document], recall: Recall | None) -> Earlier | None:
        """The version of the last time, as far as files tell that it differs; None where none is known.

        What differs in a file is told only where ``recall`` knows what was read of it.
        """
        try:
            kept: Any = self._cache.get(_NAME) or ("", (), ())
            of, files, said = kept
            if of != self._of:
                return None
            before = {path: each for path, *each in files}
            now = {path: each for path, *each in self._contents}
            paths = {path for path in {**before, **now} if before.get(path) != now.get(path)}
            old = {path: recall(path, before[path][1]) for path in paths if path in before} if recall else {}
            known = {path: each for path, each in old.items() if each is not None}
            changed = changes(paths, known, {each.path: each for each in documents})
            return Earlier(paths, judgements_from(said), changed=changed)
        except DAMAGES:
            return None

    def keep(self, said: Judgements) -> None:
        """Keep what rules say of files with these contents."""
        self._cache.put(_NAME, [self._of, self._contents, data_of_judgements(said)])

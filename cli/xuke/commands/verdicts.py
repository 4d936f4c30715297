"""What ``xuke check`` finds: judged now, or kept from an earlier run on the very same things."""

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from xuke.check.kept import DAMAGES, data_of, verdict_from
from xuke.check.verdict import Verdict
from xuke.commands.again import cache_folder
from xuke.commands.readings import readings
from xuke.commands.session import Session
from xuke.model.errors import XukeError
from xuke.sources.cache import Cache, named
from xuke.sources.contents import Content, Watched, contents
from xuke.sources.installation import installation
from xuke.sources.tree import File, Tree, WorkTree
from xuke.sources.write import is_unfinished, settled

if TYPE_CHECKING:
    from xuke.commands.recalling import Recalling
    from xuke.sources.git import GitTree
    from xuke.sources.history import GitHistory
    from xuke.sources.load import Loaded, Read

#: The name under which the digests of the work tree's files are kept.
_TABLE = "files"


class Answer(NamedTuple):
    """A verdict, and whether all was read that it depends on: only then is it kept."""

    verdict: Verdict
    is_whole: bool


@dataclass(frozen=True)
class Question:
    """What is to be judged: a tree, and the earlier one that a change is judged against."""

    session: Session
    tree: "WorkTree | GitTree"
    base: "GitTree | None"

    def answer(self, tree: Tree, cache: Cache | None = None) -> Answer:
        """The verdict, judged now; with what an earlier run read and judged of what is still the same."""
        kept = readings(cache.home, holds=self.base is not None, needs_texts=False) if cache else None
        if kept is None:
            return self._answer(tree, None if self.base is None else {}, self.session.history)
        with kept as known:
            past = self.session.history
            return self._answer(tree, known, past and past.reading(known.parse), cache)

    def _answer(
        self,
        tree: Tree,
        known: "dict[File, Read] | None",
        past: "GitHistory | None",
        cache: Cache | None = None,
    ) -> Answer:
        # Late: a check that was kept needs neither the reader nor the rules.
        from xuke.check.check import judged  # noqa: PLC0415
        from xuke.check.roots import verdict_of  # noqa: PLC0415
        from xuke.sources.load import load  # noqa: PLC0415

        session = self.session
        loaded = session.load(tree, known)
        base = load(self.base.sharing(known), known) if self.base and known is not None else None
        told = self._recalling(tree, loaded, cache)
        recall = getattr(known, "recalled", None)
        earlier, keep = (told.earlier(loaded.documents, recall), told.keep) if told else (None, None)
        judging = partial(judged, loaded, session.today, base=base, earlier=earlier, keep=keep)
        try:
            return Answer(verdict_of(judging(history=past), loaded), is_whole=True)
        except XukeError as error:
            if past is None or session.revision is not None:
                raise
            # As where there is no commit: the files on disk can be checked without their past.
            session.hint(error.message)
        return Answer(verdict_of(judging(history=None), loaded), is_whole=False)

    def _recalling(self, tree: Tree, loaded: "Loaded", cache: Cache | None) -> "Recalling | None":
        """What rules said of the work tree the last time; of two records of one key nothing is repeated."""
        from xuke.commands.recalling import Recalling  # noqa: PLC0415

        if cache is None or self.base or not isinstance(tree, Watched) or loaded.snapshot.twins:
            return None
        return Recalling(cache, self.session.today, tree.contents)


class Judged(NamedTuple):
    """A verdict, and the traits of all files of the work tree where they tell that it still holds."""

    verdict: Verdict
    files: dict[str, list[int]] | None = None


def verdict_on(session: Session, since: str | None, *, is_staged: bool) -> Judged:
    """The verdict on the register of the run, or on the change since a revision."""
    question = _question(session, since, is_staged=is_staged)
    folder = cache_folder() if session.keeps else None
    if folder is None or not _is_certain(session):
        return Judged(question.answer(question.tree).verdict)
    return _kept(question, folder)


def _question(session: Session, since: str | None, *, is_staged: bool) -> Question:
    """For what is staged, the last commit is the version that the change is judged against."""
    if is_staged:
        session.revision = "index"
        if session.repository.head() is None:
            return Question(session, session.tree("index"), session.git_tree(None))
    if session.commit is not None and session.repository.is_shallow:
        session.tell("cli.shallow_history")
    name = since or ("HEAD" if is_staged else None)
    tree = session.tree(session.revision)
    return Question(session, tree, session.git_tree(name) if name else None)


def _is_certain(session: Session) -> bool:
    """Whether a commit's past can only be what it is; a cut one may grow."""
    return session.commit is None or session.repository.has_fixed_past


def _kept(question: Question, folder: str) -> Judged:
    cache, tree = Cache(folder, question.session.root), question.tree
    if not isinstance(tree, WorkTree):
        name = _name(question, [])
        return Judged(_replayed(cache, name) or _put(cache, name, question.answer(tree, cache)))
    settled(tree.root)
    table = cache.get(_TABLE)
    known = table if isinstance(table, dict) else {}
    found, told = contents(tree, known, time.time_ns())
    if told != known:
        cache.put(_TABLE, told)
    replayed = _replayed(cache, _name(question, found)) if not is_unfinished(tree.root) else None
    files = {path: each[1:] for path, each in told.items()}
    is_telling = question.base is None and len(files) == len(found)
    if replayed is not None:
        question.session.tell_reading()
        return Judged(replayed, files if is_telling else None)
    watched = Watched(tree)
    answer = question.answer(watched, cache)
    # Named after what was judged, not after what was there a moment before.
    verdict = _put(cache, _name(question, watched.contents), answer)
    is_telling = is_telling and answer.is_whole and watched.contents == found
    return Judged(verdict, files if is_telling else None)


def _replayed(cache: Cache, name: str) -> Verdict | None:
    data = cache.get(name)
    try:
        return None if data is None else verdict_from(data)
    except DAMAGES:
        return None


def _put(cache: Cache, name: str, answer: Answer) -> Verdict:
    if answer.is_whole:
        cache.put(name, data_of(answer.verdict))
    return answer.verdict


def _name(question: Question, found: list[Content]) -> str:
    """Everything that a verdict depends on; the language is none of it."""
    session = question.session
    trees = [_files(question.tree, found), _files(question.base, [])]
    return named("verdict", installation(), session.today.isoformat(), session.commit, *trees)


def _files(tree: "WorkTree | GitTree | None", found: list[Content]) -> list[Any] | None:
    if tree is None:
        return None
    return (
        list(found)
        if isinstance(tree, WorkTree)
        else [(each.path, each.mode, each.blob) for each in tree.entries]
    )

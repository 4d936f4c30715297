"""What ``conflicts`` and ``resolve`` share: unmerged files, and what was decided about them so far."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from xuke.commands.session import Session
from xuke.diff.merge import Side
from xuke.edit.conflicts import Question, decisions_of, plain, questions
from xuke.edit.merge import MergedText, Steps, Versions, merged_text
from xuke.model.errors import XukeError
from xuke.sources.drivers import text_merges
from xuke.sources.output import replace_file
from xuke.sources.state import own_state_folder, state_folder
from xuke.sources.tree import reason_of
from xuke.sources.write import write_files

#: Before the name of decisions that are about to be written.
_MEANT = "meant: "

_LABEL = re.compile(rb"^([<|>]{7}) .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Unmerged:
    """A file in conflict, merged as far as decided; ``is_whole`` where it has to be decided as a file."""

    path: str
    stages: Mapping[int, str]
    versions: Versions
    decisions: Mapping[Steps, Side]
    merged: MergedText | None

    @property
    def is_whole(self) -> bool:
        """Whether one side removed the file, or a version cannot be read."""
        return self.merged is None

    @property
    def questions(self) -> list[Question]:
        """What is left to decide by field."""
        return list(questions(self.versions, self.merged)) if self.merged else []

    @property
    def name(self) -> str:
        """What decisions are kept under: they belong to these very versions."""
        return " ".join([self.path, *(self.stages.get(stage, "-") for stage in (1, 2, 3))])


def unmerged(session: Session) -> list[Unmerged]:
    """Every data file in conflict, from the stages of the index."""
    kept = _kept(session)
    return [_file(session, path, stages, kept) for path, stages in session.repository.unmerged().items()]


def _file(session: Session, path: str, stages: Mapping[int, str], kept: Mapping[str, object]) -> Unmerged:
    texts = dict(zip(stages, session.repository.blobs(stages.values()), strict=True))
    versions = Versions(path, *(texts.get(stage, b"") for stage in (1, 2, 3)))
    bare = Unmerged(path, stages, versions, {}, None)
    decisions = decisions_of(kept.get(bare.name, []))
    merged = merged_text(versions, decisions) if {2, 3} <= texts.keys() else None
    meant = kept.get(_MEANT + bare.name)
    if merged is not None and meant is not None:
        # A run that ended between the file and what is kept of it.
        then = merged_text(versions, decisions_of(meant))
        if then is not None and _bytes_of(session, path) == then.data:
            decisions, merged = decisions_of(meant), then
    return Unmerged(path, stages, versions, decisions, merged)


def _bytes_of(session: Session, path: str) -> bytes | None:
    target = session.root / path
    return target.read_bytes() if target.is_file() else None


def _kept(session: Session) -> Mapping[str, object]:
    file = state_folder(session.root) / "decisions.json"
    try:
        found = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    except (ValueError, OSError):
        return {}
    return found if isinstance(found, dict) else {}


def decide(session: Session, file: Unmerged, question: Question, side: Side, *, force: bool) -> int:
    """Write the file with one more decision; how much is left. A file mended by hand needs ``force``."""
    decisions = {**file.decisions, question.conflict.steps: side}
    merged = merged_text(file.versions, decisions)
    now = _bytes_of(session, file.path)
    if merged is None or not (force or now == merged.data or _is_untouched(session, file, now)):
        raise XukeError("merging.by_hand", path=file.path)
    kept = _kept(session)
    try:
        _keep(session, {**kept, _MEANT + file.name: plain(decisions)})
    except OSError as error:
        path = str(state_folder(session.root))
        raise XukeError("cli.unwritable", path=path, reason=reason_of(error)) from None
    write_files(session.root, {file.path: merged.data}, {file.path: now})
    with suppress(OSError):
        # What was meant tells as much, as long as nobody writes in the file.
        _keep(session, {**kept, file.name: plain(decisions)})
    return len(merged.conflicts)


def _keep(session: Session, decisions: Mapping[str, object]) -> None:
    replace_file(own_state_folder(session.root) / "decisions.json", json.dumps(decisions).encode())


def _is_untouched(session: Session, file: Unmerged, now: bytes | None) -> bool:
    """Whether a file holds our merge as far as decided, or git's own."""
    if now is None or (file.merged is not None and now == file.merged.data):
        return now is not None
    its = text_merges(session.root, file.versions.ours, file.versions.base, file.versions.theirs)
    return any(_bare(now) == _bare(each) for each in its)


def _bare(text: bytes) -> bytes:
    return _LABEL.sub(rb"\1", text)

"""What one run of a command works on: workspace, revision, jurisdiction, day, language."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xuke.commands.language import current, named
from xuke.model.diagnostic import Message, Word, say
from xuke.model.errors import UsageFault, XukeError
from xuke.model.folders import WORKSPACE_FILE
from xuke.model.part import Part, day_of
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.sources.tree import File, Tree, WorkTree, find_root
from xuke.sources.write import is_unfinished, settled
from xuke.words.render import Language, render

if TYPE_CHECKING:
    from xuke.model.register import Register
    from xuke.sources.git import GitTree, Repository
    from xuke.sources.history import GitHistory
    from xuke.sources.load import Loaded, Read

#: Kinds of records that belong to a jurisdiction; settings and local rules have commands of their own.
KINDS = frozenset(Kind) - {Kind.WORKSPACE, Kind.RULE}


@dataclass
class Session:
    """The options that all commands share, and what follows from them; made once a run."""

    lang: str | None = None
    color: str | None = None
    quiet: bool | None = None
    verbose: bool | None = None
    revision: str | None = None
    jurisdiction: str | None = None
    day: str | None = None
    #: Whether what is read may be kept for later runs, and taken from earlier ones.
    keeps: bool = True
    #: Whether anything was said on the error stream.
    has_spoken: bool = False

    @cached_property
    def language(self) -> Language:
        """The language of the run."""
        return named(self.lang) or current()

    @cached_property
    def root(self) -> Path:
        """The root of the workspace."""
        return find_root(Path())

    @cached_property
    def repository(self) -> "Repository":
        """The git repository of the workspace."""
        from xuke.sources.git import Repository  # noqa: PLC0415

        return Repository(self.root)

    @property
    def has_repository(self) -> bool:
        """Whether the workspace is a git repository."""
        return (self.root / ".git").exists()

    @cached_property
    def today(self) -> date:
        """The day of the run: ``--on``, or the clock's."""
        if self.day is None:
            return date.today()  # noqa: DTZ011
        found = day_of(self.day)
        if found is None:
            raise UsageFault("cli.bad_day", day=self.day)
        return found

    def tree(self, revision: str | None) -> "WorkTree | GitTree":
        """The files at a revision: None for the work tree, ``index`` for what is staged."""
        return WorkTree(self.root) if revision is None else self.git_tree(revision)

    def git_tree(self, revision: str | None) -> "GitTree":
        """The files of a commit, or of what is staged (``index``); no files for no revision."""
        from xuke.sources.git import GitTree  # noqa: PLC0415

        if revision is None:
            return GitTree(self.repository, [])
        if revision == "index":
            entries = self.repository.index()
        else:
            entries = self.repository.tree(self.repository.resolve(revision))
        if not any(entry.path == WORKSPACE_FILE for entry in entries):
            raise XukeError("cli.no_workspace_then", revision=revision, file=WORKSPACE_FILE)
        return GitTree(self.repository, entries)

    @cached_property
    def loaded(self) -> "Loaded":
        """The register at ``--at``."""
        return self.load(self.tree(self.revision), self._read)

    def load(self, tree: Tree, known: "dict[File, Read] | None" = None) -> "Loaded":
        """The register in the tree of the run; a work tree that is being written is waited for.

        ``known`` keeps what was read, for another version that shares most of its files.
        """
        # Late: a result that was kept needs no reader.
        from xuke.sources.load import load  # noqa: PLC0415

        if self.revision is not None:
            return load(tree, known)
        self.tell_reading()
        settled(self.root)
        found = load(tree, known)
        if is_unfinished(self.root):
            settled(self.root)
            found = load(tree, known)
        return found

    def tell_reading(self) -> None:
        """Say which workspace is read, for ``-v``."""
        if self.verbose:
            self.tell("cli.reading", path=str(self.root))

    def base(self, revision: str) -> "Loaded":
        """The register at an earlier revision; files that are the same are read once."""
        return self.beside(self.git_tree(revision).sharing(self._read))

    def beside(self, tree: Tree) -> "Loaded":
        """The register in another tree; files that are the same are read once."""
        from xuke.sources.load import load  # noqa: PLC0415

        return load(tree, self._read)

    @property
    def texts(self) -> dict[str, bytes]:
        """The bytes of every file of the register that could be read, by path, as they were read."""
        mine = set(map(id, self.loaded.documents))
        return {file.path: file.data for file, read in self._read.items() if id(read.document) in mine}

    @cached_property
    def _read(self) -> "dict[File, Read]":
        # Late: a check that was kept reads nothing.
        from xuke.commands.again import cache_folder  # noqa: PLC0415
        from xuke.commands.readings import readings  # noqa: PLC0415

        context = click.get_current_context(silent=True)
        kept = readings(cache_folder(), holds=True) if self.keeps and context else None
        return {} if kept is None or context is None else context.with_resource(kept)

    @cached_property
    def commit(self) -> str | None:
        """The commit whose past is the records'; None without a repository, a commit, or a git that works."""
        if not self.has_repository:
            return None
        if self.revision not in {None, "index"}:
            return self.repository.resolve(self.revision or "")
        try:
            return self.repository.head()
        except XukeError as error:
            # The files on disk can be checked without their past; only the rules of history stay silent.
            self.hint(error.message)
            return None

    @cached_property
    def history(self) -> "GitHistory | None":
        """The past of all records, where there is one."""
        from xuke.sources.history import GitHistory  # noqa: PLC0415

        return GitHistory(self.repository, self.commit) if self.commit else None

    @property
    def snapshot(self) -> Snapshot:
        """The records of the register."""
        return self.loaded.snapshot

    @cached_property
    def place(self) -> str:
        """The jurisdiction that is meant: named, the only one, or the workspace's default."""
        return self.place_in(self.snapshot)

    def place_in(self, snapshot: Snapshot) -> str:
        """The same where a part of the register tells all jurisdictions and the settings."""
        known = snapshot.jurisdictions
        name = self.jurisdiction or _default(snapshot) or (known[0] if len(known) == 1 else "")
        if not name:
            raise UsageFault("cli.which_jurisdiction", known=known)
        return self.known_place(name, known)

    def known_place(self, name: str, known: Sequence[str]) -> str:
        """A jurisdiction that is named, where the register has it."""
        if name not in known:
            raise UsageFault("cli.unknown_jurisdiction", name=name, known=tuple(known))
        return name

    @cached_property
    def register(self) -> "Register":
        """The records of the jurisdiction that is meant."""
        from xuke.model.register import Register  # noqa: PLC0415

        return Register(self.snapshot, self.place)

    def record(self, name: str) -> Record:
        """The record that a user names: ``jurisdiction/kind/id``, ``kind/id`` or a unique id."""
        key = self.chosen(self.snapshot.records, name)
        if key is None:
            raise UsageFault("cli.unknown_key", key=name)
        return self.snapshot.records[key]

    def key(self, name: str) -> Key:
        """The same for a record that is there no more too: one that is there goes before."""
        known = self.chosen(self.snapshot.records, name)
        past = self.history.all_keys() if known is None and self.history else ()
        key = known or self.chosen(past, name)
        if key is None:
            raise UsageFault("cli.unknown_key", key=name)
        return key

    def chosen(self, keys: Iterable[Key], name: str) -> Key | None:
        """The one key that a user names; of several, that of the workspace's own jurisdiction.

        An item goes before the power of the same code.
        """
        fitting = [each for each in keys if _fits(each, name, self.jurisdiction)]
        items = {each for each in fitting if each.kind is Kind.ITEM}
        found = [each for each in fitting if each.kind is not Kind.POWER or _item_of(each) not in items]
        if len(found) < 2:
            return next(iter(found), None)
        here = [each for each in found if each.jurisdiction == _default(self.snapshot)]
        if len(here) != 1:
            raise UsageFault("cli.ambiguous_key", key=name, known=tuple(str(each) for each in found[:9]))
        return here[0]

    def kind(self, name: str) -> Kind:
        """The kind of record that a user names."""
        # Late: most commands name no kind, and the labels are in the schemas.
        from xuke.commands.naming import kind_named  # noqa: PLC0415

        return kind_named(name, KINDS)

    def text(self, message: Message) -> str:
        """A message in the language of the run."""
        return render(message, self.language)

    def tell(self, name: str, /, **words: Word) -> None:
        """Say something to the user on the error stream, unless ``-q``."""
        self.hint(say(name, **words))

    def hint(self, message: Message) -> None:
        """Show a message on the error stream, unless ``-q``."""
        self.has_spoken = True
        if not self.quiet:
            click.echo(self.text(message), err=True)

    @property
    def is_colored(self) -> bool:
        """Whether data on the output stream is coloured."""
        if self.color == "auto" or self.color is None:
            return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return self.color == "always"


def _default(snapshot: Snapshot) -> str:
    workspace = snapshot.workspace
    return Part(workspace.fields, ()).text("default_jurisdiction") if workspace else ""


def _item_of(power: Key) -> Key:
    return Key(power.jurisdiction, Kind.ITEM, power.id)


def _fits(key: Key, name: str, jurisdiction: str | None) -> bool:
    if jurisdiction and key.jurisdiction != jurisdiction:
        return False
    return name in {str(key), f"{key.kind}/{key.id}", key.id}

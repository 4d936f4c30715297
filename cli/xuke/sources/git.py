"""What git keeps of a register, and GitPython where a repository is made; nothing is ever checked out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from xuke.model.errors import XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.sources.commits import FORMAT, Difference, commits_of, differences_of, path_of, tree_rows
from xuke.sources.entry import REGULAR, Entry, oddness
from xuke.sources.paths import is_data
from xuke.sources.plumbing import Answer, program, run_git
from xuke.sources.tree import File, shown

if TYPE_CHECKING:
    from xuke.model.past import Commit

#: What git says of a repository that has lost parts of itself.
_DAMAGED = ("not a git repository", "missing object", "broken ref", "bad object", "not a tree", "index file")

#: What git answers when a name that is to go is not there.
_NOT_SET = 5


class Repository:
    """The git repository whose top folder is the workspace; an outer one is never used."""

    def __init__(self, root: Path) -> None:
        if not (root / ".git").exists():
            raise XukeError("cli.no_repository", path=str(root))
        self.root = root
        self._say_why_not(self._run("rev-parse", "--git-dir"))

    def resolve(self, revision: str) -> str:
        """The full hash of the commit that a user names; only the hash is used afterwards."""
        answer = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = answer.stdout.decode("ascii", "replace").strip()
        if answer.returncode or len(name) not in (40, 64):
            raise XukeError(self._why_unknown(revision), revision=revision)
        return name

    def head(self) -> str | None:
        """The hash of the commit that is checked out; None before the first commit."""
        answer = self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return answer.stdout.decode("ascii").strip() or None

    def tree(self, commit: str) -> list[Entry]:
        """Entries of the data folders in a commit, sorted by path."""
        answer = self._ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", *DATA_FOLDERS)
        rows = (row.partition(b"\t") for row in answer.split(b"\0") if row)
        found = ((head.decode().split(), name) for head, _, name in rows)
        return sorted((Entry(path_of(name), mode, blob) for (mode, _, blob), name in found), key=_path)

    def index(self) -> list[Entry]:
        """Entries of the data folders in the index, sorted by path; unmerged paths are refused."""
        answer = self._ask("ls-files", "-s", "-z", "--", *DATA_FOLDERS)
        rows = (row.partition(b"\t") for row in answer.split(b"\0") if row)
        found = [(head.decode().split(), path_of(name)) for head, _, name in rows]
        for (_, _, stage), path in found:
            if stage != "0":
                raise XukeError("cli.unmerged", path=shown(path))
        return sorted((Entry(path, mode, blob) for (mode, blob, _), path in found), key=_path)

    def unmerged(self) -> dict[str, dict[int, str]]:
        """Blobs of every path in conflict, by stage: 1 the common version, 2 ours, 3 theirs."""
        found: dict[str, dict[int, str]] = {}
        for row in filter(None, self._ask("ls-files", "-u", "-z", "--", *DATA_FOLDERS).split(b"\0")):
            head, _, name = row.partition(b"\t")
            _, blob, stage = head.decode().split()
            found.setdefault(shown(path_of(name)), {})[int(stage)] = blob
        return found

    def configure(self, name: str, value: str | None) -> None:
        """Set a name of the repository's own configuration, or with None take it out."""
        words = ("--replace-all", name, value) if value is not None else ("--unset-all", name)
        answer = self._run("config", "--local", *words)
        if answer.returncode != _NOT_SET:
            self._say_why_not(answer)

    def stamps(self) -> tuple[bytes, int]:
        """The index with times and sizes of its files, as git tells them; and when it was written, in ns."""
        text = self._ask("ls-files", "-s", "-z", "--debug", "--", *DATA_FOLDERS)
        place = self._ask("rev-parse", "--git-path", "index").decode("utf-8", "surrogateescape")
        file = self.root / place.removesuffix("\n")
        return text, file.stat().st_mtime_ns if file.is_file() else 0

    def blobs(self, names: Iterable[str]) -> Iterator[bytes]:
        """The contents of blobs, in one batch and in the order asked for."""
        asked = list(names)
        for name, found in zip(asked, self._objects(asked, b"blob"), strict=True):
            if found is None:
                raise XukeError("cli.object_missing", name=name)
            yield found

    def require(self, names: Iterable[str]) -> None:
        """Tell of the first blob that is not there, though what it holds may be known."""
        given = "".join(f"{name}\n" for name in names).encode()
        answer = self._ask("cat-file", "--batch-check", given=given) if given else b""
        for line in answer.splitlines():
            if line.split()[1:2] != [b"blob"]:
                raise XukeError("cli.object_missing", name=line.split()[0].decode("ascii", "replace"))

    def _objects(self, asked: Sequence[str], kind: bytes) -> Iterator[bytes | None]:
        """Objects in the order asked for; None for one that is not there, or of another kind."""
        if not asked:
            return
        answer = self._ask("cat-file", "--batch", given="".join(f"{name}\n" for name in asked).encode())
        offset = 0
        for _ in asked:
            stop = answer.index(b"\n", offset)
            head, offset = answer[offset:stop], stop + 1
            if head.endswith((b" missing", b" ambiguous")):
                yield None
                continue
            _, found, size = head.split()
            end = offset + int(size)
            yield answer[offset:end] if found == kind else None
            offset = end + 1

    def commits(self, newest: str, paths: Sequence[str], *, is_first_parent: bool = False) -> "list[Commit]":
        """Commits behind one that concern some paths, children first; parents are among them.

        A side branch of which a merge kept nothing in these paths is left out, as git does.
        """
        way = ("--first-parent",) if is_first_parent else ()
        words = ("log", "-z", "--topo-order", "--parents", "--encoding=UTF-8", f"--format={FORMAT}", *way)
        return list(commits_of(self._ask(*words, newest, "--", *paths)))

    def commit(self, name: str) -> "Commit":
        """One commit by its hash."""
        answer = self._ask("log", "-z", "-1", "--encoding=UTF-8", f"--format={FORMAT}", name, "--")
        return next(iter(commits_of(answer)))

    def differences(
        self, pairs: Iterable[tuple[str, str]], paths: Sequence[str]
    ) -> Iterator[list[Difference]]:
        """What differs in some paths between trees, pair by pair; an empty name is the empty tree."""
        named = [(old or self._empty_tree, new) for old, new in pairs]
        given = "".join(f"{old} {new}\n" for old, new in named).encode()
        return differences_of(self._ask("diff-tree", "-r", "-z", "--stdin", "--", *paths, given=given))

    def folders(self, commits: Sequence[str], path: str) -> Iterator[list[Entry]]:
        """What lies directly in a folder in each of some commits, in one batch; paths are names alone."""
        for tree in self._objects([f"{each}:{path}" for each in commits], b"tree"):
            yield [
                Entry(path_of(name), mode, blob) for mode, name, blob in tree_rows(tree or b"", self._size)
            ]

    @property
    def cut(self) -> frozenset[str]:
        """The oldest commits of a shallow clone, behind which others are missing."""
        name = self._ask("rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape").rstrip("\n")
        file = self.root / name
        return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()

    def blob_name(self, data: bytes) -> str:
        """The id that git gives to a text; line endings are folded as ``.gitattributes`` asks."""
        folded = data.replace(b"\r\n", b"\n")
        return self._named(b"blob %d\0" % len(folded) + folded)

    def is_dirty(self, files: Iterable[File]) -> bool:
        """Whether the data files on disk differ from the last commit."""
        head = self.head()
        kept = {(entry.path, entry.blob) for entry in self.tree(head)} if head else set()
        data = {(path, blob) for path, blob in kept if is_data(path.rpartition("/")[2])}
        return data != {(file.path, self.blob_name(file.data)) for file in files}

    def settings(self) -> list[tuple[str, str]]:
        """What the repository itself configures, names in lower case but for their middle parts."""
        rows = self._ask("config", "--local", "--includes", "-z", "--list").split(b"\0")
        pairs = (row.partition(b"\n") for row in rows if row)
        return [(path_of(name), path_of(value)) for name, _, value in pairs]

    @cached_property
    def _empty_tree(self) -> str:
        return self._named(b"tree 0\0")

    @property
    def _size(self) -> int:
        return len(self._empty_tree) // 2

    def _named(self, content: bytes) -> str:
        import hashlib  # noqa: PLC0415

        return hashlib.new(self._format, content).hexdigest()

    @cached_property
    def _format(self) -> str:
        answer = self._run("rev-parse", "--show-object-format").stdout.strip()
        return "sha256" if answer == b"sha256" else "sha1"

    def _why_unknown(self, revision: str) -> str:
        if revision.startswith("HEAD") and self.head() is None:
            self._say_why_not(self._run("for-each-ref", "--count=1"))
            return "cli.no_commit"
        return "cli.unknown_revision_shallow" if self.is_shallow else "cli.unknown_revision"

    @property
    def is_shallow(self) -> bool:
        """Whether older commits are cut off."""
        return self._past[0]

    @property
    def has_fixed_past(self) -> bool:
        """Whether a commit's past can only be what it is: neither cut off nor grafted."""
        return self._past == (False, False)

    @cached_property
    def _past(self) -> tuple[bool, bool]:
        answer = self._run("rev-parse", "--is-shallow-repository", "--git-path", "info/grafts")
        is_shallow, _, grafts = answer.stdout.decode("utf-8", "surrogateescape").partition("\n")
        return is_shallow == "true", (self.root / grafts.removesuffix("\n")).is_file()

    def _ask(self, *words: str, given: bytes | None = None) -> bytes:
        answer = self._run(*words, given=given)
        self._say_why_not(answer)
        return answer.stdout

    def _say_why_not(self, answer: Answer) -> None:
        text = answer.stderr.decode("utf-8", "replace")
        if answer.returncode or "broken ref" in text:
            if "dubious ownership" in text:
                raise XukeError("cli.dubious_owner", path=str(self.root))
            if any(sign in text for sign in _DAMAGED):
                raise XukeError("cli.corrupt", path=str(self.root))
            raise XukeError("cli.git_failed", path=str(self.root), said=text.strip().partition("\n")[0])

    def _run(self, *words: str, given: bytes | None = None) -> Answer:
        return run_git(self.root, words, given or b"")


def _path(entry: Entry) -> str:
    return entry.path


class GitTree:
    """The data files of a commit or of the index, read from the object store in one batch."""

    def __init__(self, repository: Repository, entries: list[Entry]) -> None:
        self._repository = repository
        self.entries = [
            each for each in entries if is_data(each.path.rpartition("/")[2]) or each.mode not in REGULAR
        ]
        self._at_hand: dict[tuple[str, str], File] = {}

    def sharing(self, files: Iterable[File]) -> "GitTree":
        """The same tree, which takes from other files those that are its own."""
        made = GitTree(self._repository, self.entries)
        # A blob's name is that of the text with folded line endings, which another text has too.
        own = (each for each in files if each.problem is None and b"\r\n" not in each.data)
        made._at_hand = {(each.path, self._repository.blob_name(each.data)): each for each in own}
        return made

    def at_hand(self, entry: Entry) -> File | None:
        """The file of an entry, where it need not be read from the object store."""
        return self._at_hand.get((entry.path, entry.blob))

    def require(self, entries: Iterable[Entry]) -> None:
        """Tell of a file that is not in the object store, though what it holds is known from elsewhere."""
        self._repository.require(sorted({each.blob for each in entries if each.mode in REGULAR}))

    def part(self, entries: list[Entry]) -> "GitTree":
        """Some of the files."""
        made = GitTree(self._repository, entries)
        made._at_hand = self._at_hand
        return made

    def files(self) -> Iterator[File]:
        """Every data file, sorted by path."""
        found = {each.path: self._at_hand.get((each.path, each.blob)) for each in self.entries}
        missing = [each for each in self.entries if each.mode in REGULAR and not found[each.path]]
        texts = self._repository.blobs(each.blob for each in missing)
        read = {each.path: text for each, text in zip(missing, texts, strict=True)}
        for entry in self.entries:
            file = found[entry.path] if entry.mode in REGULAR else None
            yield file or File(shown(entry.path), read.get(entry.path, b""), oddness(entry))


def make_repository(root: Path) -> None:
    """A new, empty repository; nothing is staged or committed."""
    program()
    from git import Git  # noqa: PLC0415
    from git.exc import GitError  # noqa: PLC0415

    # Named, because git would follow a GIT_DIR that is set around us, as in a hook.
    place = {"GIT_DIR": str(root / ".git"), "GIT_WORK_TREE": str(root)}
    try:
        Git(str(root)).init(env=place)
    except GitError as error:
        said = str(getattr(error, "stderr", "") or error).strip().partition("\n")[0]
        raise XukeError("cli.git_failed", path=str(root), said=said) from None

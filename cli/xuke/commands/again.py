"""The very same check of the very same things: told again before the command line is even parsed.

Words, folder, environment and day name what was said; beside it stands what it was said of. No word
is understood here, so that none can be understood otherwise: what is not found goes the long way.
"""

import os
import sys
import time

from xuke.commands.streams import close_quietly, prepare_streams
from xuke.sources.cache import Cache, named
from xuke.sources.installation import installation
from xuke.sources.paths import data_paths, traits
from xuke.sources.standing import standing

#: Variables that say where a shell stands and not what a run does.
_PASSING = frozenset({"_", "OLDPWD", "SHLVL"})


class Asked:
    """A command line in the folder where it was typed; ``cache`` is the user's."""

    def __init__(self, words: list[str], cache: str) -> None:
        self.folder = os.getcwd()
        self._goes_elsewhere = any(_may_leave(each) for each in words)
        environment = sorted(each for each in os.environ.items() if each[0] not in _PASSING)
        self._name = named("said", words, environment, sys.stdout.isatty(), time.strftime("%Y-%m-%d"))
        self._cache = Cache(cache, self.folder)

    def answer(self) -> tuple[str, int] | None:
        """What was said and the exit code; None where anything is not as it was."""
        match self._cache.get(self._name):
            case {"said": str(said), "code": int(code), "git": str(git), "of": dict(of)}:
                return (said, code) if of == self._ground(git) else None
        return None

    def keep(
        self, said: str, code: int, *, git: str, commit: str | None, files: dict[str, list[int]]
    ) -> None:
        """Note what was said of some files, told by their traits; not where a later run could not tell."""
        of = None if self._goes_elsewhere else self._ground(git)
        if of is not None and of["files"] == files and of["commit"] == commit:
            self._cache.put(self._name, {"said": said, "code": code, "git": git, "of": of})

    def _ground(self, git: str) -> dict[str, object] | None:
        """What an answer rests on; None while it cannot be told without git."""
        stands = standing(self.folder, _settings())
        try:
            files = {path: traits(os.path.join(self.folder, path)) for path in data_paths(self.folder)}
        except OSError:
            return None
        program = [named(installation()), traits(git)]
        return (
            None
            if stands is None
            else {"program": program, "commit": stands[0], "standing": stands, "files": files}
        )


def _may_leave(word: str) -> bool:
    # -C, also behind other letters; the value of another option may look like it, which costs a little time.
    return word.startswith("-") and not word.startswith("--") and "C" in word


def _settings() -> list[str]:
    home = os.environ.get("HOME", "")
    other = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    return [os.path.join(home, ".gitconfig"), os.path.join(other, "git", "config")]


def asked(words: list[str]) -> Asked | None:
    """The question of a check whose answer may be kept; Windows tells too little of files and languages."""
    folder = cache_folder()
    if folder is None or sys.platform == "win32":
        return None
    prepare_streams()
    try:
        return Asked(words, folder)
    except (OSError, UnicodeError):
        return None


def told_again(question: Asked) -> int | None:
    """Say what was said the last time, and its exit code; None where it has to be found out."""
    answer = question.answer()
    if answer is None:
        return None
    said, code = answer
    try:
        sys.stdout.write(said)
        sys.stdout.flush()
    except BrokenPipeError:
        return close_quietly()
    return code


def cache_folder() -> str | None:
    """The user's folder for what can be made again; none on a build server, which keeps nothing."""
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        return None
    names = ("LOCALAPPDATA",) if sys.platform == "win32" else ("XDG_CACHE_HOME", "HOME")
    for name in names:
        folder = os.environ.get(name, "")
        if os.path.isabs(folder):
            return os.path.join(folder, ".cache" if name == "HOME" else "", "xuke")
    return None

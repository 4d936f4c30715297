"""How git is run: by its absolute path, without a shell, and deaf to what a repository configures."""

import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from xuke.model.errors import XukeError
from xuke.sources.state import git_folder

#: A repository may bring its own configuration; none of it may run anything.
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "core.attributesFile=/dev/null",
    "log.showSignature=false",
    "tag.gpgSign=false",
    "gc.auto=0",
    "core.quotePath=false",
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_TIMEOUT = 120

#: Exit code and both streams of a run.
Answer: TypeAlias = "subprocess.CompletedProcess[bytes]"


@cache
def program() -> str:
    """The absolute path of git; a folder that PATH names relative to where we are is never looked into."""
    name = "git.exe" if os.name == "nt" else "git"
    folders = (each for each in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(each))
    files = (os.path.join(each, name) for each in folders)
    found = next((each for each in files if os.path.isfile(each) and os.access(each, os.X_OK)), None)
    if found is None:
        raise XukeError("cli.no_git")
    return found


def run_git(root: Path, words: Sequence[str], given: bytes = b"") -> Answer:
    """One run of plumbing in the repository of a folder; its answer as bytes, whatever its exit code."""
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command = [program(), f"--git-dir={root / '.git'}", f"--work-tree={root}", *settings, *words]
    try:
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
            env={**_clean(), **_staging(root)},
            cwd=root,
        )
    except subprocess.TimeoutExpired:
        raise XukeError("cli.git_slow", seconds=_TIMEOUT) from None


def _clean() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **_ENVIRONMENT}


def _staging(root: Path) -> dict[str, str]:
    """The index that git made for the commit around us (``commit -a``), where it lies in its own folder."""
    name = os.environ.get("GIT_INDEX_FILE", "")
    file = (root / name).resolve()
    return {"GIT_INDEX_FILE": str(file)} if name and file.parent == git_folder(root) else {}


def version_text() -> str:
    """The version of git, such as ``2.39.5``; read without any repository."""
    answer = subprocess.run(
        [program(), "--version"], capture_output=True, check=False, timeout=_TIMEOUT, env=_clean()
    )
    return answer.stdout.decode("utf-8", "replace").strip().removeprefix("git version ")

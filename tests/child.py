"""The program as users run it: a process of its own, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SMALL = HERE / "workspaces" / "small"

#: A hang is a failure; the time that a command may take is a figure of the benchmarks.
PATIENCE = 20


def environment(**changes):
    """The variables of a run: nothing of the developer's settings, no language asked for."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "SYSTEMROOT", "PYTHONPATH", "TMPDIR")
        if name in os.environ
    }
    own = {
        "HOME": "/nonexistent",
        "XUKE_LANG": "zh-CN",
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**kept, **own, **changes}


def xuke(*words, cwd=None, env=None, **changes):
    """Run ``python -m xuke``; the finished process, its streams as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "xuke", *words],
        cwd=cwd,
        env=env if env is not None else environment(**changes),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )


def git(folder, *words, **changes):
    """Run git in a folder with an author of its own; what it printed."""
    who = {
        f"GIT_{role}_{part}": "test@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env=environment(**who, **alone, **changes),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout.decode()


def workspace(folder):
    """A copy of the small workspace."""
    shutil.copytree(SMALL, folder)
    return folder


def edit(folder, name, *words):
    """Put other texts in place of those that stand in a file once: old, new, old, new …."""
    file = folder / name
    text = file.read_text("utf-8")
    for old, new in zip(words[::2], words[1::2], strict=True):
        assert text.count(old) == 1, (name, old)
        text = text.replace(old, new)
    file.write_text(text, "utf-8", newline="\n")


def repository(folder):
    """A copy of the small workspace, committed."""
    workspace(folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    return folder


def contents(folder):
    """Every file below a folder with its bytes, links by where they lead."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = os.fsencode(path)
        if path.is_symlink():
            found[name] = os.readlink(path)
        elif path.is_file():
            found[name] = path.read_bytes()
    return found

"""A command that is killed or refused at any call loses nothing, applies nothing by halves, and is mended."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import crash
import power
import pytest

from child import PATIENCE, environment, workspace
from xuke.commands.program import COMMANDS, program
from xuke.model.errors import XukeError
from xuke.sources.write import is_unfinished, recover, write_files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forked")

#: Every so many points are tried in the quick suite, and in the slow one.
QUICK = dict.fromkeys((each.__name__.lower() for each in crash.CHANGES), 67) | {
    "many": 97,
    "fix": 149,
    "output": 7,
    "report": 29,
    "init": 199,
    "export": 37,
}
FULL = dict.fromkeys((each.__name__.lower() for each in crash.CHANGES), 11) | {
    "many": 1,
    "fix": 5,
    "output": 1,
    "report": 3,
    "init": 2,
    "export": 5,
    **{each.__name__.lower(): 11 for each in crash.OUTPUTS},
}


@pytest.fixture
def disk():
    """A folder in memory where there is one: thousands of points need no real disk."""
    shared = Path("/dev/shm")  # noqa: S108
    folder = tempfile.mkdtemp(dir=shared if os.access(shared, os.W_OK) else None)
    yield Path(folder)
    shutil.rmtree(folder)


def points(disk, name, step):
    words = [sys.executable, str(Path(crash.__file__)), str(disk), name, str(step)]
    done = subprocess.run(words, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["wrong"] == {}
    return found["points"]


@pytest.mark.parametrize("name", QUICK)
def test_a_sample_of_faults(disk, name):
    assert points(disk, name, QUICK[name]) > 0


#: Those in which most is written, and how many points they and all others have at least.
LONGEST = ("many", "init")


@pytest.mark.slow
@pytest.mark.parametrize(("is_long", "least"), [(True, 1_500), (False, 500)])
def test_two_thousand_faults(disk, is_long, least):
    names = [name for name in crash.SCENARIOS if (name in LONGEST) is is_long]
    tried = {name: points(disk, name, FULL[name]) for name in names}
    assert sum(tried.values()) >= least, tried


#: Commands that write nothing but their output stream; ``rules`` and the like have no ``-o``.
READING = {
    *("rules", "explain", "list", "show", "log", "blame", "measures", "doctor", "who", "conflicts"),
    *("completion", "filing verify", "filing list", "git status", "git textconv"),
}


def test_every_command_that_writes_is_struck():
    named = [each for name, found in COMMANDS.items() for each in names_of(name, found)]
    struck = {"check", "export", "init"}
    struck |= {
        name for each in (*crash.CHANGES, *crash.OUTPUTS) for name in named if begins(each.words, name)
    }
    assert set(named) - struck == READING
    for name in READING:
        options = {each.name for each in command_of(name).params if isinstance(each, click.Option)}
        assert not options & {"file", "outputs", "is_dry", "dry_run"}, name


def names_of(name, found):
    return [name] if isinstance(found, str) else [f"{name} {each}" for each in found]


def begins(words, name):
    return words[: name.count(" ") + 1] == tuple(name.split())


def command_of(name):
    found, context = program, click.Context(program)
    for word in name.split():
        found = found.get_command(context, word)
    return found


def test_a_naive_writer_would_be_caught(disk):
    script = "import sys; sys.path[:0] = sys.argv[1:3]; import test_crash; test_crash.naive(sys.argv[3])"
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", script, str(here), str(here.parent), str(disk)],
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert "a file is torn or lost" in done.stdout.decode()


def naive(folder):
    """Files that are emptied and written in place, as a script without care does it."""

    class Naive(crash.Many):
        def work(self, root):
            for file in sorted((root / "catalogue").rglob("*.yaml")):
                descriptor = os.open(file, os.O_WRONLY | os.O_TRUNC)
                os.write(descriptor, b"new\n")
                os.close(descriptor)
            return 0

    crash.SCENARIOS["naive"] = Naive
    crash.main(folder, "naive", 31)


TEXTS = {
    "catalogue/lan/halls.yaml": b"new\n" * 9,
    "catalogue/lan/seals.yaml": None,
    "catalogue/lan/reform.yaml": b"",
    "memoranda/new/deep/a.yaml": b"made\n",
}


def spread(folder, files):
    for name, data in files.items():
        path = folder / name
        if data is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def data_of(root):
    return {
        each.relative_to(root).as_posix(): each.read_bytes()
        for folder in ("catalogue", "memoranda")
        for each in (root / folder).rglob("*.yaml")
    }


def after_a_cut(disk, watched, moment, chances, allowed):
    """How many states were tried; each is mended to one of the registers that are allowed."""
    for number, files in enumerate(power.states(watched, moment, chances)):
        root = disk / f"cut-{moment}-{number}"
        spread(root, files)
        was_left = is_unfinished(root)
        assert recover(root) is was_left
        assert data_of(root) in allowed, (moment, number, sorted(files))
        shutil.rmtree(root)
    return chances


def cuts(disk, chances, step):
    """Cuts of power in a write, and in the taking back of one."""
    root = workspace(disk / "w")
    (root / ".git").mkdir()
    old = data_of(root)
    watched = power.Disk(root)
    with watched.watching():
        write_files(root, TEXTS)
    new = data_of(root)
    assert new != old
    last = len(watched.moments) - 1
    tried = 0
    for moment in [*range(0, last, step), last]:
        # What was said to be done lasts.
        allowed = [new] if moment == last else [old, new]
        tried += after_a_cut(disk, watched, moment, chances, allowed)
    for begun in range(0, last, max(step, 12)):
        tried += cuts_of_recovery(disk, watched, begun, chances, [old, new])
    return tried


def cuts_of_recovery(disk, watched, begun, chances, allowed):
    root, tried = disk / "again", 0
    spread(root, next(power.states(watched, begun, 1)))
    again = power.Disk(root)
    with again.watching():
        recover(root)
    for moment in range(0, len(again.moments), 3):
        tried += after_a_cut(disk, again, moment, chances, allowed)
    shutil.rmtree(root)
    return tried


def test_a_sample_of_cuts_of_power(disk):
    assert cuts(disk, 3, 9) > 40


@pytest.mark.slow
def test_a_thousand_cuts_of_power(disk):
    assert cuts(disk, 9, 1) >= 1_000


def test_a_writer_that_syncs_nothing_would_be_caught(disk, monkeypatch):
    monkeypatch.setattr(power.Disk, "on_fsync", lambda *_: None)
    with pytest.raises((AssertionError, XukeError)):
        cuts(disk, 9, 1)


STRACE = shutil.which("strace")
#: A call of the kernel, and which of them is struck: the program's start makes some of them too.
INJECTED = {
    "fsync": (2, 9),
    "rename,renameat,renameat2": (3, 8),
    "write": (4, 10),
    "unlink,unlinkat": (1, 4),
    "chmod,fchmodat": (2, 6),
}


@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("call", INJECTED)
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC"])
def test_faults_of_the_system_itself(tmp_path, call, fault):
    """The same with the kernel's own calls, at a few points of each."""
    scenario = crash.Fix()
    scenario.prepare(tmp_path / "new")
    old = scenario.files(tmp_path / "new")
    words = [sys.executable, "-m", "xuke", "check", "--fix", "--no-cache", "-q"]
    told = {"env": environment(), "capture_output": True}
    subprocess.run(words, cwd=tmp_path / "new", check=False, **told)
    new = scenario.files(tmp_path / "new")
    for number in INJECTED[call]:
        root = tmp_path / str(number)
        scenario.prepare(root)
        log = tmp_path / f"{number}.log"
        inject = ["-f", "-qq", "-o", str(log), "-e", f"trace={call}"]
        inject += ["-e", f"inject={call}:{fault}:when={number}"]
        done = subprocess.run([STRACE, *inject, *words], cwd=root, timeout=PATIENCE * 3, check=False, **told)
        found = scenario.files(root)
        assert "INJECTED" in log.read_text("utf-8", "replace") or done.returncode < 0
        assert scenario.is_known(found, old, new), (number, done)
        assert b"Traceback" not in done.stderr
        again = subprocess.run(words, cwd=root, check=False, **told)
        assert (again.returncode, scenario.files(root)) == (0, new), (number, done, again)

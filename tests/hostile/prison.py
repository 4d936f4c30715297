"""Runs of the program, each in a process of its own with a limit of memory and of time; forked, so quick.

As a script it is the server: it imports the program, and forks for every line of JSON on its input.
A fork inherits what was imported and nothing that an earlier run did.
"""

import io
import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

MEMORY = 256 << 20

#: A hang is a failure.
PATIENCE = 20


@dataclass(frozen=True)
class Ran:
    """What one run left: exit code (negative for a signal), streams, seconds, bytes of memory at most."""

    code: int
    out: str
    err: str
    seconds: float
    peak: int


class Prison:
    """A client; ``run`` is as quick as the command itself."""

    def __init__(self, folder, environment):
        self.streams = [Path(folder) / name for name in ("prison.out", "prison.err")]
        self.server = subprocess.Popen(
            [sys.executable, str(Path(__file__))],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, words, cwd, memory=MEMORY):
        """Run the program in a folder."""
        job = {"words": list(words), "cwd": str(cwd), "memory": memory, "streams": [*map(str, self.streams)]}
        self.server.stdin.write(json.dumps(job).encode() + b"\n")
        self.server.stdin.flush()
        code, seconds, peak = json.loads(self.server.stdout.readline())
        out, err = (each.read_bytes().decode("utf-8", "surrogateescape") for each in self.streams)
        return Ran(code, out, err, seconds, peak)

    def close(self):
        """End the server."""
        self.server.stdin.close()
        self.server.wait(PATIENCE)
        self.server.stdout.close()


def serve():
    """Fork for every job; answer with its exit code, seconds and peak."""
    warm()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        begun = time.monotonic()
        child = os.fork()
        if not child:
            confined(job)
        code, peak = waited(child)
        answer = json.dumps([code, time.monotonic() - begun, peak])
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()


def warm():
    """Import what the runs need by a run over sound data, so that none of them waits for it."""
    from xuke.check.validators import explainer  # noqa: PLC0415
    from xuke.commands import diff, doctor, show, stats  # noqa: F401, PLC0415
    from xuke.commands.program import run  # noqa: PLC0415

    list(explainer("halls", "hall").iter_errors({}))

    here = os.getcwd()
    os.chdir(Path(__file__).parent.parent / "workspaces" / "small")
    sound = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(sound):
        assert run(["check"]) == 0
    os.chdir(here)


def confined(job):
    """The run itself; never returns."""
    import resource  # noqa: PLC0415
    import signal  # noqa: PLC0415

    from xuke.commands.program import run  # noqa: PLC0415

    code = 99
    try:
        for number, name in enumerate(job["streams"], 1):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(job["cwd"])
        resource.setrlimit(resource.RLIMIT_DATA, (job["memory"], job["memory"]))
        signal.alarm(PATIENCE)
        code = run(job["words"])
        sys.stdout.flush()
    except BaseException as error:
        import traceback  # noqa: PLC0415

        code = error.code if isinstance(error, SystemExit) and isinstance(error.code, int) else 98
        if code == 98:
            traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def waited(child):
    """Exit code (or minus the signal) and peak of memory in bytes."""
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024


if __name__ == "__main__":
    serve()

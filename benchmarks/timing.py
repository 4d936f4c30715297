"""Fresh processes in turn: time by the wall and of the processor, and the most memory that each held."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

#: 1 is what a check says that found something.
FINE = (0, 1)


@dataclass(frozen=True)
class Contender:
    """One line of the table: a command, and the name of the line that it is held against."""

    name: str
    command: Sequence[str]
    peer: str = ""
    folder: Path | None = None
    environment: Mapping[str, str] | None = None
    #: What is done before each run, and not measured.
    before: Callable[[], object] | None = None


class Taken(NamedTuple):
    """Median seconds by the wall and of the processor, and peak memory in MB; 0 where not told."""

    seconds: float
    processor: float
    megabytes: float


def measured(chosen: Sequence[Contender], runs: int) -> dict[str, Taken]:
    """Medians; one unmeasured round first, then all contenders in turn, so that a slow minute is shared."""
    taken: dict[str, list[Taken]] = {each.name: [] for each in chosen}
    for count in range(runs + 1):
        for each in chosen:
            one = once(each)
            if count:
                taken[each.name].append(one)
    return {name: Taken(*map(median, zip(*rows, strict=True))) for name, rows in taken.items()}


def once(contender: Contender) -> Taken:
    """One fresh process."""
    # A build server keeps nothing between checks; what is measured does.
    environment = {**os.environ, "NO_COLOR": "1", "CI": "", **(contender.environment or {})}
    if contender.before:
        contender.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        list(contender.command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=contender.folder,
        env=environment,
    )
    said = process.stderr.read() if process.stderr else b""
    code, processor, megabytes = waited(process)
    seconds = time.perf_counter() - start
    if code not in FINE:
        sys.exit(f"{contender.name} ended with {code}: {said.decode('utf-8', 'replace')[-2000:]}")
    return Taken(seconds, processor, megabytes)


def waited(process: "subprocess.Popen[bytes]") -> tuple[int, float, float]:
    """The exit code, and what getrusage knows of this one child: processor time and peak memory."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0, 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit

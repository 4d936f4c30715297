"""The table that is printed: seconds, ratios, memory, and what was measured on what."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from timing import Contender, Taken

START = "python -c pass"
LIBRARIES = ("xuke", "click", "ruamel.yaml", "jsonschema", "jsonschema-rs", "openpyxl", "check-jsonschema")


def heading(runs: int, *, by_processor: bool) -> Iterator[str]:
    """The day, the class of machine, and the versions."""
    yield f"{date.today().isoformat()}: medians of {runs} fresh processes each, taken in turn"  # noqa: DTZ011
    yield f"ratios of {'processor' if by_processor else 'wall'} time"
    system = f"{platform.system()} {platform.machine()}"
    yield f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"
    yield "xuke from an installed wheel; " + ", ".join(_versions())
    yield (
        "peak memory: getrusage of the child, no less than this runner's own" if hasattr(os, "wait4") else ""
    )


def _versions() -> Iterator[str]:
    for name in LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue


def table(chosen: Sequence[Contender], times: Mapping[str, Taken], *, by_processor: bool) -> Iterator[str]:
    """A line a contender; the peer's ratio is this line's time over the peer's."""
    clock = {name: each.processor if by_processor else each.seconds for name, each in times.items()}
    head = ("what", "seconds", "processor", "x start", "x peer", "peer", "peak MB")
    rows = [head, *(_row(each, times[each.name], clock) for each in chosen), *_less(clock)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(_padded(cell, widths[n], n in (0, 5)) for n, cell in enumerate(row)).rstrip()


def _padded(cell: str, width: int, is_text: bool) -> str:
    return cell.ljust(width) if is_text else cell.rjust(width)


def _row(contender: Contender, taken: Taken, clock: Mapping[str, float]) -> tuple[str, ...]:
    own = clock[contender.name]
    ratio = f"{own / clock[contender.peer]:.2f}" if contender.peer in clock else ""
    times = (f"{taken.seconds:.3f}", f"{taken.processor:.3f}", f"{own / clock[START]:.1f}", ratio)
    return contender.name, *times, contender.peer, f"{taken.megabytes:.0f}"


#: What is told less what all that read the register take: how it is called, what it is less, its peer.
LESS = (
    ("export less check", "xuke export filing", "xuke check, reference", "plain openpyxl workbook"),
    ("import less list", "xuke import,", "xuke list,", "openpyxl reads,"),
    ("changed import less list", "xuke import with changes,", "xuke list,", "openpyxl reads,"),
    ("template less list", "xuke template,", "xuke list,", "openpyxl writes, form"),
    ("powers less list", "xuke export powers,", "xuke list,", "openpyxl writes, powers"),
)

#: Both lines less what all that read the register take: how it is called, our line, the reading, its peer.
BOTH_LESS = (
    (
        "--since less list",
        "xuke check --since HEAD~1,",
        "xuke list with history,",
        "xuke check with history,",
    ),
    ("--staged less list", "xuke check --staged,", "xuke list with history,", "xuke check with history,"),
)

#: A line over another one than the peer beside it.
OVER = (
    (
        "a staged change over a kept check",
        "xuke check --staged, one file changed,",
        "xuke check with history, kept,",
    ),
)


def _less(clock: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for name, *lines in (*LESS, *BOTH_LESS, *OVER):
        # Names of lines go on with their size.
        found = [next((each for each in clock if each.startswith(line)), "") for line in lines]
        if all(found):
            yield name, "", "", "", *_ratio(name, found, [clock[each] for each in found], clock[START]), ""


def _ratio(name: str, lines: Sequence[str], times: Sequence[float], start: float) -> tuple[str, str]:
    """The ratio, and what it is over."""
    match times:
        case [ours, peer]:
            return f"{ours / peer:.2f}", lines[1]
        case [ours, reading, peer] if name in {each[0] for each in BOTH_LESS}:
            return f"{(ours - reading) / (peer - reading):.2f}", f"{lines[2]} less list"
    ours, reading, peer = times
    return f"{(ours - reading) / (peer - start):.2f}", f"{lines[2]} less start"


if __name__ == "__main__":
    sys.exit("run benchmarks/run.py")

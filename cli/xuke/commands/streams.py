"""The two streams that a run writes to; nothing here waits for click."""

import os
import sys


def prepare_streams() -> None:
    """UTF-8 for files and pipes; a terminal shows what it cannot show as numbers."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed by who started us; the first file that is opened must not take its place.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_quietly() -> int:
    """A reader that left (``| head``) is no error; the flush at exit must not complain either."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    return 0

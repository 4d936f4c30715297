"""Run as ``python -m xuke``, and as the console script."""

import gc
import sys

from xuke import __version__


def main() -> None:
    """The console script; the version is told before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"xuke {__version__}\n")
        return
    # Nearly all that a run makes stays until its end: looking for what is left over costs more than it frees.
    gc.set_threshold(100_000, 20, 20)
    from xuke.commands.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

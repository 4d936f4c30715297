"""Run as ``python -m xuke``, and as the console script."""

import sys

from xuke import __version__


def main() -> None:
    """The console script; the version is told before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"xuke {__version__}\n")
        return
    from xuke.commands.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

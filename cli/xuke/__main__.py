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
    sys.exit(_run(sys.argv[1:]))


def _run(words: list[str]) -> int:
    question = None
    if words[:1] == ["check"]:
        # One after the other: what is told again waits neither for click nor for the rest.
        from xuke.commands.again import asked, told_again  # noqa: PLC0415

        question = asked(words)
        code = told_again(question) if question else None
        if code is not None:
            return code
    from xuke.commands.program import run  # noqa: PLC0415

    return run(words, question)


if __name__ == "__main__":
    main()

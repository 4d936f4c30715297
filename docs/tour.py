"""Runs the tour of a README and compares what it shows: ``python docs/tour.py README FOLDER [--accept]``.

FOLDER is a fresh clone with ``.venv`` and ``yaoan.xlsx``, as the first command of the README leaves it.
Every console block is run there, in one shell; ``--accept`` rewrites the README with what was printed.
"""

import os
import re
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)

#: The block about a rule that is not there yet: it follows changes that a reader makes by hand.
BY_HAND = "T024"

END = "@@end of output@@"


class Shell:
    """One shell for all commands, so that variables and exit codes last."""

    def __init__(self, folder: str) -> None:
        names = {f"GIT_{role}_NAME": "reader" for role in ("AUTHOR", "COMMITTER")}
        mails = {f"GIT_{role}_EMAIL": "reader@example.invalid" for role in ("AUTHOR", "COMMITTER")}
        kept = {name: value for name, value in os.environ.items() if name not in {"XUKE_LANG", "VIRTUAL_ENV"}}
        self.process = subprocess.Popen(
            ["bash"],  # noqa: S607
            cwd=folder,
            env=kept | names | mails,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def run(self, command: str) -> str:
        """What a command prints, remarks too."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError(command)
        keep_code = f"code=$?; printf '\\n{END}\\n'; (exit $code)"
        self.process.stdin.write(f"{{ {command}\n}} </dev/null\n{keep_code}\n")
        self.process.stdin.flush()
        printed = "".join(iter(self.process.stdout.readline, f"{END}\n"))
        return printed.removesuffix("\n")


def played(block: str, shell: Shell) -> str:
    """A block with what its commands print now."""
    if BY_HAND in block:
        return block
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {each}\n{shell.run(each)}" for each in commands)


def main(readme: str, folder: str, *options: str) -> int:
    """Compare, or rewrite with ``--accept``; 1 when the README shows something else."""
    file, shell = Path(readme), Shell(folder)
    before = file.read_text("utf-8")
    after = BLOCK.sub(lambda found: played(found.group(), shell), before)
    if "--accept" in options and "Traceback (most recent call last)" not in after:
        file.write_text(after, "utf-8", newline="\n")
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    sys.stdout.writelines(unified_diff(old, new, readme, "as it runs"))
    return int(before != after)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

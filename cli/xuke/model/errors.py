"""What surroundings and users get wrong: the one family of exceptions, caught by the command line."""

from xuke.model.diagnostic import Message, Word, say

#: Exit codes of the command line.
CLEAN, FINDINGS, USAGE, SURROUNDINGS, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 130


class XukeError(Exception):
    """Something outside the data stands in the way; the message says what to do."""

    exit_code = SURROUNDINGS

    def __init__(self, name: str, /, **words: Word) -> None:
        super().__init__(name)
        self.message: Message = say(name, **words)


class UsageFault(XukeError):  # noqa: N818
    """A name that the command line does not know: a table, a jurisdiction, a key, a code."""

    exit_code = USAGE


class Refusal(XukeError):  # noqa: N818
    """What was asked for cannot be done with the register as it is; nothing was changed."""

    exit_code = FINDINGS

"""Unified social credit codes (统一社会信用代码, GB 32100): 18 characters, the last one a check digit."""

from dataclasses import dataclass

#: Digits and capital letters without I, O, S, V and Z.
ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")

#: What a code has in all.
LENGTH = 18

#: How the codes of organs (机关) and public institutions (事业单位) begin.
OF_ORGANS = ("11", "12")


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A credit code as written, right or wrong."""

    text: str

    @property
    def has_length(self) -> bool:
        """Whether it has 18 characters; the other questions make sense only then."""
        return len(self.text) == LENGTH

    @property
    def small(self) -> tuple[str, ...]:
        """Its small letters, each once, in order."""
        return tuple(dict.fromkeys(each for each in self.text if each not in ALPHABET and _is_small(each)))

    @property
    def foreign(self) -> tuple[str, ...]:
        """Characters that no code has in either case, each once, in order; 3 to 8 must be digits."""
        outside = (each for each in self.text if each not in ALPHABET and not _is_small(each))
        letters = (each for each in self.text[2:8] if each not in "0123456789")
        return tuple(dict.fromkeys((*outside, *letters)))

    @property
    def expected(self) -> str:
        """The check digit that fits the 17 characters before it, small letters read as capitals."""
        from stdnum.cn.uscc import calc_check_digit  # noqa: PLC0415

        return calc_check_digit(self.text[: LENGTH - 1])

    @property
    def is_checked(self) -> bool:
        """Whether the last character is the expected check digit."""
        return self.text[-1:].upper() == self.expected

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it by itself."""
        return self.has_length and not self.small and not self.foreign and self.is_checked

    @property
    def is_of_organ(self) -> bool:
        """Whether it begins as the codes of organs and public institutions do."""
        return self.text.startswith(OF_ORGANS)


def _is_small(character: str) -> bool:
    return "a" <= character <= "z" and character.upper() in ALPHABET

"""Credit codes: what is wrong with one, each fault by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuke.identifiers.credit_code import ALPHABET, CreditCode

SOUND = "11532325015169093Y"


def test_a_real_shaped_code_is_sound_and_of_an_organ():
    code = CreditCode(SOUND)
    assert code.is_sound
    assert code.is_of_organ
    assert code.expected == "Y"


@pytest.mark.parametrize("text", ["", SOUND[:-1], SOUND + "0"])
def test_another_length_is_not_sound(text):
    assert not CreditCode(text).has_length
    assert not CreditCode(text).is_sound


@pytest.mark.parametrize("letter", "IOSVZ")
def test_five_letters_stand_in_no_code(letter):
    assert CreditCode(SOUND[:10] + letter + SOUND[11:]).foreign == (letter,)
    assert CreditCode(SOUND[:10] + letter.lower() + SOUND[11:]).foreign == (letter.lower(),)


def test_characters_3_to_8_are_digits():
    assert CreditCode("11A32325015169093Y").foreign == ("A",)


def test_a_small_letter_is_told_and_still_checked():
    code = CreditCode(SOUND.lower())
    assert code.small == ("y",)
    assert code.is_checked
    assert not code.is_sound


def test_a_full_width_digit_is_foreign():
    assert CreditCode("1１532325015169093Y").foreign == ("１",)


@given(st.integers(8, 17), st.sampled_from(sorted(ALPHABET)))
def test_the_check_digit_finds_every_single_miscopied_character(place, character):
    changed = SOUND[:place] + character + SOUND[place + 1 :]
    assert CreditCode(changed).is_checked == (changed == SOUND)


@given(st.integers(0, 16))
def test_the_check_digit_finds_two_swapped_neighbours(place):
    swapped = SOUND[:place] + SOUND[place + 1] + SOUND[place] + SOUND[place + 2 :]
    assert CreditCode(swapped).is_checked == (swapped == SOUND)

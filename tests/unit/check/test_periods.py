import pytest

from xuke.check.periods import days_of
from xuke.model.diagnostic import say
from xuke.model.views import Part
from xuke.words.render import Language, render


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"from": "2018-11-01", "until": "2018-12-31"}, "2018-11-01 to 2018-12-31"),
        ({"from": "2018-11-01", "until": "2018-11-01"}, "2018-11-01"),
        ({"from": "2018-11-01"}, "from 2018-11-01"),
        ({"until": "2018-12-31", "from": None}, "until 2018-12-31"),
    ],
)
def test_the_days_of_a_period_are_told_as_far_as_they_are_stated(days, words):
    assert render(say("page.named", what=days_of(Part(days, ()))), Language.EN) == words

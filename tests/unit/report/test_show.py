"""Fields of a record as lines: nothing that is written is left out."""

import pytest

from trees import parsed
from xuke.model.record import Kind
from xuke.report.show import field_lines, shown
from xuke.words.render import Language

STEPS = """steps:
  - party: bureau
    id: acceptance
    name: 受理
  - id: review
    name: 审查
    note: ""
"""


def lines(text, language=Language.EN):
    return list(field_lines(Kind.ITEM, parsed(text).value, language))


def test_an_element_is_called_by_its_name_wherever_that_stands():
    assert lines(STEPS) == [
        "Procedure:",
        "  - acceptance",
        "      Party: Approval bureau",
        "      Name of the step: 受理",
        "  - review",
        "      Name of the step: 审查",
        "      note: ",
    ]


def test_an_element_without_a_name_is_shown_whole():
    assert lines('steps:\n  - party: bureau\n    post: ""\n') == [
        "Procedure:",
        "  -",
        "      Party: Approval bureau",
        "      Post: ",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, "20 day(s); Basis of the limit 《条例》第十九条"),
        (Language.ZH, "20 日；时限依据 《条例》第十九条"),
    ],
)
def test_what_a_limit_rests_on_is_shown_with_it(language, text):
    value = {"value": 20, "unit": "day", "basis": "《条例》第十九条"}
    assert shown(Kind.ITEM, ("limit", "statutory"), value, language) == text

import pytest

from xuke.check.titles import titled
from xuke.model.diagnostic import say
from xuke.model.record import Kind
from xuke.words.render import Language, render


@pytest.mark.parametrize(
    ("kind", "steps", "words"),
    [
        (Kind.ITEM, ("name",), "事项名称"),
        (Kind.ITEM, ("bases", "b1", "article"), "设定依据 / b1 / 条款"),
        (Kind.ITEM, ("bases", "article", "article"), "设定依据 / article / 条款"),
        (Kind.ITEM, ("limit", "promised", "value"), "办结时限 / 承诺办结时限 / 数值"),
        (Kind.MEMORANDUM, ("disputes",), "争议解决"),
        (Kind.MEMORANDUM, ("nowhere",), "nowhere"),
    ],
)
def test_a_field_stands_by_its_titles_and_an_element_by_its_name(kind, steps, words):
    assert render(say("page.named", what=titled(kind, steps)), Language.ZH) == words

"""HTML out of values: nothing that the data hold is taken for markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from xuke.report.markup import Markup, element, joined, plain


class Reader(HTMLParser):
    """Elements with their attributes, and the text between them."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_a_reader_finds_every_text_as_it_was(text):
    found = read(element("p", text, title=text))
    assert found.tags == [("p", [("title", text)])]
    assert found.text == text


def test_signs_of_markup_are_text():
    assert plain("<script>&\"'") == "&lt;script&gt;&amp;&quot;&#x27;"
    assert element("td", "<b>", element("i", "&")) == "<td>&lt;b&gt;<i>&amp;</i></td>"
    assert joined(["<", Markup("<br>")]) == "&lt;<br>"


def test_what_html_may_not_hold_is_replaced():
    assert plain("a\x00b\x1bc\ud800d\ne\tf") == "a\ufffdb\ufffdc\ufffdd\ne\tf"


def test_attributes_and_empty_elements():
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'
    assert element("label", "x", for_="a", class_=False) == '<label for="a">x</label>'
    assert element("div", id="s", hidden=True, data_name="&") == '<div id="s" hidden data-name="&amp;"></div>'

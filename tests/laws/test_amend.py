"""Laws of amended texts: they hold the new value, and nothing else is new."""

from hypothesis import assume, given
from hypothesis import strategies as st

from trees import parsed
from written import ROOTS, VALUES, written
from xuke.document.amend import amended
from xuke.document.emit import mapping
from xuke.model.document import Style, same

CODES = frozenset({"code", "行"})
PATH = "catalogue/lan/reform.yaml"


def amend(text, value):
    return amended(PATH, text.encode(), value, CODES).decode("utf-8-sig")


@st.composite
def changed(draw, value):
    """A value with some parts replaced, removed, added or in another order."""
    match value:
        case dict() if draw(st.booleans()):
            kept = {name: draw(changed(each)) for name, each in value.items() if draw(st.integers(0, 3))}
            return kept | draw(st.dictionaries(st.sampled_from(["code", "甲", "乙"]), VALUES, max_size=2))
        case list() if draw(st.booleans()):
            kept = [draw(changed(each)) for each in value if draw(st.integers(0, 3))]
            return draw(st.permutations([*kept, *draw(st.lists(VALUES, max_size=2))]))
    return value if draw(st.integers(0, 2)) else draw(VALUES)


@st.composite
def keyed(draw):
    """A list whose elements have names, and the same list with others, fewer or in another order."""
    names = draw(st.lists(st.sampled_from("abcdefg"), unique=True, min_size=1))
    fields = st.dictionaries(st.sampled_from(["x", "y", "z"]), st.one_of(VALUES), max_size=2)
    old = [{"id": name, **draw(fields)} for name in names]
    others = draw(st.lists(st.sampled_from("abcdefg"), unique=True, min_size=1))
    known = {each["id"]: each for each in old}
    new = [{**draw(changed(known.get(name, {})).filter(_is_mapping)), "id": name} for name in others]
    return {"items": old}, {"items": new}


def _is_mapping(value):
    return isinstance(value, dict)


def emitted(value):
    return "".join(f"{line}\n" for line in mapping(value, CODES))


@given(ROOTS)
def test_what_is_emitted_is_read(value):
    assert same(parsed(emitted(value)).value, value)


@given(st.lists(st.text("0123456789 a行", max_size=8), min_size=1))
def test_texts_of_codes_are_always_quoted(texts):
    document = parsed(emitted({"code": texts[0], "行": texts}))
    places = [("code",), *(("行", index) for index in range(len(texts)))]
    assert {document.mark(each).style for each in places} == {Style.DOUBLE}


@given(written())
def test_a_text_that_holds_the_value_is_not_touched(pair):
    value, writer = pair
    assert amend(writer.text, value) == writer.text


@given(written(), st.data())
def test_an_amended_text_holds_the_new_value(pair, data):
    value, writer = pair
    new = data.draw(changed(value))
    assume(isinstance(new, dict) and new.keys() & value.keys())
    assert same(parsed(amend(writer.text, new)).value, new)


@given(keyed())
def test_elements_with_names_come_go_and_turn(pair):
    old, new = pair
    text = amend(emitted(old), new)
    assert same(parsed(text).value, new)
    assert amend(text, new) == text

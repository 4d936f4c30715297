"""Laws of what is kept of a reading: it is the document again, wherever it is asked."""

from hypothesis import assume, given

from house import ROOT
from written import pointers, written
from xuke.document.packed import packed, unpacked
from xuke.model.document import same
from xuke.sources.load import parsed as read_as_everywhere


def assert_equal(kept, document):
    assert (kept.path, kept.bare) == (document.path, document.bare)
    assert same(kept.value, document.value)
    assert order(kept.value) == order(document.value)
    for name in ("starts", "ends", "sizes", "lines"):
        assert getattr(kept.marks, name) == getattr(document.marks, name)


def order(value):
    """The names of all groups in their order."""
    match value:
        case dict():
            return [(name, order(each)) for name, each in value.items()]
        case list():
            return [order(each) for each in value]
    return None


@given(written())
def test_what_is_kept_of_a_text_is_its_document(pair):
    value, writer = pair
    document, _ = read_as_everywhere("catalogue/lan/reform.yaml", writer.text.encode())
    assume(document is not None)
    kept = unpacked(document.path, packed(document))
    assert_equal(kept, document)
    for pointer, _ in pointers(value):
        assert kept.locate(pointer) == document.locate(pointer)
        assert kept.locate_key(pointer) == document.locate_key(pointer)


def test_what_is_kept_of_the_reference_register_is_its_documents():
    for file in sorted(ROOT.glob("[cm][ae][tm]*/*/**/*.yaml")):
        path = file.relative_to(ROOT).as_posix()
        document, _ = read_as_everywhere(path, file.read_bytes())
        if document is not None:
            assert_equal(unpacked(path, packed(document)), document)

"""Laws of what a file tells by itself: nothing is found but in the files of which it says so."""

from datetime import date
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from registers import IN_MEMORY, register
from xuke.check import keys
from xuke.check.codes import odd_codes
from xuke.check.facts import citations, cited_by, is_plain, is_sound, records_in
from xuke.check.missing import _cited
from xuke.check.odd_names import OddNames
from xuke.check.references import references, sought
from xuke.check.schema import schema_findings
from xuke.model.register import Register
from xuke.model.rule import Context
from xuke.sources.load import records_of
from xuke.words.schemas import schema_of_kind

_CASES = st.sampled_from(IN_MEMORY)


@settings(max_examples=60)
@given(_CASES)
def test_a_file_that_is_sound_and_plain_has_no_finding_of_its_own(case):
    loaded = register(case)
    for document in loaded.documents:
        assert is_sound(document) == (not list(schema_findings(document, loaded.snapshot)))
    odd = records_in(loaded.snapshot, [each for each in loaded.documents if not is_plain(each)])
    assert list(odd_codes(odd)) == list(odd_codes(loaded.snapshot.records.values()))


@settings(max_examples=60)
@given(_CASES)
def test_names_are_missing_only_in_files_that_cite_what_may_be_missing(case):
    loaded = register(case)
    context = Context(loaded.snapshot, date(2019, 1, 1))
    records, odd = loaded.snapshot.records.values(), OddNames(loaded.snapshot)
    found = keys.missing_names(context, loaded.documents, ())
    expected = [each for record in records for each in keys._dangling(record, context, odd)]
    assert found.dangling[: len(expected)] == expected


@settings(max_examples=60)
@given(_CASES)
def test_what_files_cite_is_what_their_records_cite(case):
    loaded = register(case)
    cited = {}
    for record in loaded.snapshot.records.values():
        own = Register(loaded.snapshot, record.key.jurisdiction)
        for each in references(schema_of_kind(record.key.kind), record.fields):
            cited.setdefault(sought(each, record, own), set()).add(record.key.kind)
    groups = {each.group for each in cited}
    assert _cited(Context(loaded.snapshot, date(2019, 1, 1)), groups) == cited
    for document in loaded.documents:
        named = {tuple(each) for each in citations(document)}
        assert named == set(chain.from_iterable(map(cited_by, records_of(document))))

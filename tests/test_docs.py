"""The packaged examples and the generated pages: what they say is what the product does now."""

import json
import re
import sys

import pytest

import examples as cutting
import house
from test_cases import CASES
from xuke.check.examples import examples
from xuke.model.codes import ALL as CODES

DOCS = house.ROOT / "docs"

SHOWN = sorted(set(CODES) - set(cutting.WITHOUT))


@pytest.fixture(scope="module")
def packaged():
    return json.loads(cutting.TARGET.read_text("utf-8"))


@pytest.fixture(scope="module")
def pages():
    sys.path.insert(0, str(DOCS))
    try:
        from generate import pages  # noqa: PLC0415
    finally:
        sys.path.remove(str(DOCS))
    return pages(house.ROOT)


def test_every_code_that_can_be_raised_has_examples(packaged):
    assert sorted(packaged) == SHOWN
    assert all(reason for reason in cutting.WITHOUT.values())


@pytest.mark.parametrize("code", sorted(cutting.WITHOUT))
def test_a_code_without_examples_has_no_case_either(code):
    assert [case.name for case in CASES if case.name.startswith(code)] == []
    assert examples(code, "en") == {}


@pytest.mark.parametrize("code", SHOWN)
def test_examples_are_what_the_cases_show(code, packaged):
    # Run "python tests/examples.py" where this fails, and read what it wrote.
    assert packaged[code] == cutting.both(code)


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("code", SHOWN)
def test_a_bad_example_is_marked_and_explained_and_a_good_one_is_neither(code, language):
    found = examples(code, language)
    bad, good = found["bad"], found["good"]
    assert bad.messages
    assert any(each.faults for each in bad.snippets)
    assert good.messages == ()
    assert good.snippets
    assert not any(each.faults for each in good.snippets)


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_is_short_and_marks_lines_that_it_shows(code):
    for example in examples(code, "en").values():
        for snippet in example.snippets:
            lines = snippet.text.split("\n")
            assert sum(cutting.CUT not in line for line in lines) <= cutting.LINES
            assert set(snippet.faults) <= set(range(1, len(lines) + 1))
            marked = [line for line in snippet.marked(code) if line.endswith(f"# <-- {code}")]
            assert len(marked) == len(snippet.faults)


def test_the_generated_pages_are_up_to_date(pages):
    # Run "python docs/generate.py" where this fails.
    assert {name: (DOCS / name).read_text("utf-8") for name in pages} == pages


@pytest.mark.parametrize("name", ["rules.md", "rules.zh-CN.md"])
def test_the_reference_tells_every_code_once(name, pages):
    assert re.findall(r"^### ([A-Z][0-9]{3}) ", pages[name], re.MULTILINE) == [
        code for letter in "YSKCLTMPFQVX" for code in sorted(CODES) if code[0] == letter
    ]


def targets(text):
    return [*re.findall(r"\]\(([^)]+)\)", text), *re.findall(r"^\[[^]]+\]: (.+)$", text, re.MULTILINE)]


def test_links_of_the_generated_pages_lead_somewhere(pages):
    for name, text in pages.items():
        for target in targets(text):
            file, _, anchor = target.partition("#")
            linked = pages.get(file or name)
            if linked is None:
                assert (DOCS / file).is_file(), target
                assert int(anchor.removeprefix("L")) <= len((DOCS / file).read_text("utf-8").splitlines())
            else:
                assert not anchor or f'<a id="{anchor}"></a>' in linked, target


def test_the_page_of_the_documents_tells_every_suppressed_finding(pages):
    suppressed = (house.ROOT / "catalogue" / "xuke.yaml").read_text("utf-8").count("  - code: ")
    rows = re.findall(r"^\| \[[A-Z][0-9]{3}\] \| \[catalogue/", pages["seeds.md"], re.MULTILINE)
    assert suppressed == len(rows) > 10

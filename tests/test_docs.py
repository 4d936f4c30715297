"""The packaged examples and the generated pages: what they say is what the product does now."""

import json
import re
import sys

import pytest
from ruamel.yaml import YAML

import examples as cutting
import house
from test_cases import CASES
from xuke.check.examples import examples
from xuke.check.rules import ALL as RULES
from xuke.commands.program import run
from xuke.model.codes import ALL as CODES

DOCS = house.ROOT / "docs"

SHOWN = sorted(set(CODES) - set(cutting.WITHOUT))


@pytest.fixture(scope="module")
def packaged():
    return json.loads(cutting.TARGET.read_text("utf-8"))


@pytest.fixture(scope="module")
def generating():
    sys.path.insert(0, str(DOCS))
    try:
        import generate  # noqa: PLC0415
    finally:
        sys.path.remove(str(DOCS))
    return generate


@pytest.fixture(scope="module")
def pages(generating):
    return generating.pages(house.ROOT)


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
                assert not anchor or int(anchor.removeprefix("L")) <= len(
                    (DOCS / file).read_text("utf-8").splitlines()
                )
            else:
                assert not anchor or f'<a id="{anchor}"></a>' in linked, target


def test_the_page_of_the_documents_tells_every_suppressed_finding(pages):
    suppressed = (house.ROOT / "catalogue" / "xuke.yaml").read_text("utf-8").count("  - code: ")
    rows = re.findall(r"^\| \[[A-Z][0-9]{3}\] \| \[catalogue/", pages["seeds.md"], re.MULTILINE)
    assert suppressed == len(rows) > 10


WRITTEN = house.PACKAGE / "check" / "rules"

GUIDES = ["reform.md", "reform.zh-CN.md"]


def steps(name):
    """What a guide shows to be run or written, in its order."""
    return re.findall(r"```(sh|yaml)\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)


def added(old, new):
    """What a file holds once an example stands in it too."""
    if isinstance(old, dict):
        return {
            **old,
            **{name: added(old[name], each) if name in old else each for name, each in new.items()},
        }
    return old + new if isinstance(old, list) else new


def take(step, folder):
    """Run or write what one example shows."""
    kind, text = step
    if kind == "sh":
        for _, *words in (line.split() for line in text.splitlines() if line.startswith("xuke init")):
            assert (
                run([str(folder) if each == "register" else each for each in words] + where(words, folder))
                == 0
            )
        return
    file = folder / text.split("\n")[0].removeprefix("# ")
    yaml = YAML(typ="safe")
    yaml.default_flow_style = False
    data = added(yaml.load(file.read_text("utf-8")), yaml.load(text))
    with file.open("w", encoding="utf-8", newline="\n") as target:
        yaml.dump(data, target)


def where(words, folder):
    return [] if "register" in words else ["-C", str(folder)]


@pytest.mark.parametrize("name", GUIDES)
def test_the_examples_of_a_guide_are_one_workspace_and_clean_after_each_step(name, tmp_path, capsys):
    folder = tmp_path / "register"
    for step in steps(name):
        take(step, folder)
        capsys.readouterr()
        code = run(["check", "-C", str(folder), "--on", "2026-03-20", "--lang", "en", "--fail-on", "warning"])
        assert (code, capsys.readouterr().out.split(";")[0]) == (0, "errors 0, warnings 0, suppressed 0"), (
            step
        )


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_demands_is_judged(name, tmp_path, capsys):
    folder = tmp_path / "register"
    for step in steps(name):
        take(step, folder)
    reform = folder / "catalogue" / "lan" / "reform.yaml"
    text = reform.read_text("utf-8")
    assert text.count("count: 2\n") == 1
    reform.write_text(text.replace("count: 2\n", "count: 3\n"), "utf-8")
    assert run(["check", "-C", str(folder), "--on", "2026-03-20"]) == 1
    assert " Q001 " in capsys.readouterr().out


def test_the_guides_of_both_languages_show_the_same():
    first, second = ([(kind, YAML(typ="safe").load(text)) for kind, text in steps(name)] for name in GUIDES)
    assert first == second


def test_every_field_of_the_policy_is_told_with_the_rules_that_read_it(generating):
    policy = sys.modules["policy"]
    named = [".".join(path[1:]) for path in policy.fields(("policy",))]
    assert named == list(policy.ENGLISH)
    text = (DOCS / "reform.md").read_text("utf-8").partition(generating.BEGIN)[2]
    known = set(re.findall(r"\[([A-Z][0-9]{3})\]", text))
    files = {rule.code: next(WRITTEN.glob(f"{rule.code.lower()}_*.py")) for rule in RULES}
    asking = {code for code, file in files.items() if "policy." in file.read_text("utf-8")}
    assert asking <= known <= set(files)

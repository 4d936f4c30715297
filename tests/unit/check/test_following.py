"""A cause is told once, what only follows from it is not told, and neither is ever lost."""

from datetime import date

import pytest

from trees import SMALL, Texts, loaded, small
from xuke.check.baseline import accepted, without
from xuke.check.check import check, judged
from xuke.check.gathered import gathered
from xuke.check.roots import verdict_of
from xuke.report.findings import report_of
from xuke.report.formats import FORMATS
from xuke.sources.load import load
from xuke.words.render import Language

DAY = date(2019, 1, 1)
L = "catalogue/lan"
ITEMS, MEMO, DUTIES = f"{L}/items/fagai.yaml", "memoranda/lan/fagai.yaml", f"{L}/duties/fagai.yaml"
MISNAMED = (ITEMS, '  - code: "530104001000"\n', '  - code: "530104009000"\n')
UNLISTED = (DUTIES, '      - "530104001000"\n', "")
HALL = (f"{L}/halls.yaml", "  - id: dating\n", "  - id: datin\n")
TOLD_HALL = f"{L}/items/fagai.yaml:24:11"


def codes(*edits, before=None):
    base = None if before is None else loaded(*before)
    return [each.code for each in check(loaded(*edits), DAY, base=base)]


def moved(*pairs, edits=()):
    """The codes that are told after files or folders of the small workspace were given other names."""
    texts = small(*edits).texts
    for old, new in pairs:
        texts = {path.replace(old, new): each for path, each in texts.items()}
    return [each.code for each in check(load(Texts(texts)), DAY)]


def verdict(*edits):
    data = loaded(*edits)
    return verdict_of(judged(data, DAY), data)


def test_a_code_with_a_slip_is_told_once_and_its_mend_leaves_nothing():
    assert codes(MISNAMED) == ["K002"]
    assert codes() == []


def accepting(*codes_and_records):
    entries = "".join(
        f"  - code: {code}\n    record: lan/{record}\n    reason: 待核实\n    until: 2019-06-30\n"
        for code, record in codes_and_records
    )
    line = "default_jurisdiction: lan\n"
    return ("catalogue/xuke.yaml", line, f"{line}suppressions:\n{entries}")


def test_what_follows_from_a_cause_that_is_suppressed_is_told():
    settings = accepting(("K002", "supervision/jg-touzi"), ("K002", "memorandum/fagai"))
    told = check(loaded(MISNAMED, settings), DAY)
    assert [each.code for each in told if not each.suppressed] == ["L012", "M005"]
    half = accepting(("K002", "supervision/jg-touzi"))
    told = check(loaded(MISNAMED, half), DAY)
    assert [each.code for each in told if not each.suppressed] == ["K002"]


def test_what_stands_by_itself_at_such_an_item_is_told_beside_it():
    assert codes(MISNAMED, UNLISTED) == ["L012", "K002"]
    assert codes(UNLISTED) == ["L012"]


@pytest.mark.parametrize("code", ["540104001000", "530204001000", "530144001000", "530104001001"])
def test_what_is_wrong_with_such_a_code_itself_follows_too(code):
    assert codes((ITEMS, '  - code: "530104001000"\n', f'  - code: "{code}"\n')) == ["K002"]


def test_a_code_that_is_cited_rightly_is_judged_by_itself():
    cited = (DUTIES, '      - "530104001000"\n', '      - "530144001000"\n')
    wrong = (ITEMS, '  - code: "530104001000"\n', '  - code: "530144001000"\n')
    assert codes(wrong, cited) == ["C003", "K002"]


def test_of_two_that_may_be_meant_none_is():
    other = (ITEMS, '  - code: "530104003000"\n', '  - code: "530104008000"\n')
    twice = (ITEMS, '  - code: "530104001000"\n', '  - code: "530104008000"\n')
    assert set(codes(twice)) == {"K002"}
    assert {"L012", "M005"} <= set(codes(MISNAMED, other))


CHILD = """  - code: "{}"
    name: 粮食收购{}
    type: "01"
    competent: fagai
    organ: fagai
    level: county
    disposition:
      state: excluded
      exclusion: anquan
"""
PARENT = CHILD[: CHILD.index("    disposition")].replace("收购{}", "收购")


def family(parent, child, *cited):
    text = (SMALL / ITEMS).read_text("utf-8") + PARENT.format(parent) + CHILD.format(child, "（县级）")
    duties = (DUTIES, '      - "530104001000"\n', "".join(f'      - "{each}"\n' for each in cited))
    return codes((ITEMS, "", text), duties)


def test_parent_and_child_of_a_code_with_a_slip_do_not_miss_each_other():
    own = "530104001000"
    assert family("53010400500Y", "530104005001", own, "53010400500Y", "530104005001") == []
    assert family("53010400600Y", "530104005001", own, "53010400500Y", "530104005001") == ["K002"]
    assert family("53010400500Y", "530104006001", own, "53010400500Y", "530104005001") == ["K002"]
    assert family("53010400600Y", "530104005001", own) == ["C005", "C005"]


def test_a_child_does_not_miss_a_parent_whose_code_is_no_code():
    assert "C005" not in family("5301040050Y", "530104005001", "530104001000")


def test_more_names_than_slips_explain_are_told_without_a_question():
    names = "".join(f'      - "53010401{number:04}"\n' for number in range(101))
    found = check(loaded((DUTIES, '      - "530104001000"\n', '      - "530104001000"\n' + names)), DAY)
    assert {each.code for each in found} == {"K002"}
    assert len(found) == 101
    assert {dict(each.message.words)["like"] for each in found} == {""}


def test_a_misnamed_folder_is_the_only_finding():
    assert moved(("memoranda/lan/", "memoranda/lann/")) == ["K004"]
    assert moved(("catalogue/lan/reform", "catalogue/lan/reforms")) == ["K009"]


@pytest.mark.parametrize("name", ["兰县", "兰"])
def test_a_folder_with_the_name_of_a_jurisdiction_is_the_only_finding(name):
    short = (f"{L}/reform.yaml", "  name: 兰县\n", "  name: 兰县\n  short_name: 兰\n")
    assert moved(("memoranda/lan/", f"memoranda/{name}/"), edits=[short]) == ["K004"]


def test_a_folder_that_is_like_no_other_is_told_and_not_what_is_missed():
    assert moved(("memoranda/lan/", "memoranda/yuanmou/")) == ["K004"]


@pytest.mark.parametrize("name", ["hall.yaml", "hals.yaml", "halls.yml", "halls.YAML", "halls.txt"])
def test_a_misnamed_file_is_the_only_finding(name):
    assert moved((f"{L}/halls.yaml", f"{L}/{name}")) == ["K009"]


def test_a_misnamed_folder_of_files_is_the_only_finding():
    assert moved((f"{L}/items/", f"{L}/item/")) == ["K009"]
    assert moved((MEMO, "memoranda/lan/fagai/fagai.yaml"))[-1] == "K009"


def test_the_files_of_a_misnamed_folder_are_one_finding_with_the_name_that_is_meant():
    texts = {path.replace("/items/", "/item/"): each for path, each in small().texts.items()}
    texts[f"{L}/item/two/part.yaml"] = texts[f"{L}/item/three.yaml"] = "items: []\n"
    (found,) = check(load(Texts(texts)), DAY)
    assert found.message.name == "K009.folder_near"
    assert dict(found.message.words)["near"] == f"{L}/items"
    assert [each.path for each in found.also] == [f"{L}/item/three.yaml", f"{L}/item/two/part.yaml"]


def test_a_folder_that_is_like_none_is_one_finding_and_hides_nothing():
    strays = [(f"{L}/scans/{name}.yaml", "", "x") for name in ("a", "b", "c")]
    assert codes(HALL, *strays) == ["K002", "K009"]
    (found,) = check(loaded(*strays), DAY)
    assert found.message.name == "K009.folder"


def test_what_every_item_misses_is_one_finding_until_there_is_one_of_it():
    texts = {path: each for path, each in small().texts.items() if path != MEMO}
    (found,) = check(load(Texts(texts)), DAY)
    assert (found.code, len(found.also)) == ("M005", 1)
    assert dict(found.message.words)["others"].name == "M005.others"
    part = (MEMO, '  - code: "530104001000"\n', "")
    assert [each.also == found.also for each in check(loaded(part), DAY)] == [False]


def test_a_copy_beside_a_file_hides_nothing():
    copy = (f"{L}/halls.bak", "", "x")
    assert codes(HALL, copy) == ["K009", "K002"]


def test_a_stray_file_hides_nothing():
    stray = (f"{L}/notes.txt", "", "x")
    top = ("catalogue/notes.txt", "", "x")
    assert codes(HALL, stray, top) == ["K002", "K009", "K009"]


def test_a_suppression_waits_while_what_its_rule_looks_at_is_missing_or_refused():
    settings = (
        "catalogue/xuke.yaml",
        "default_jurisdiction: lan\n",
        "default_jurisdiction: lan\nsuppressions:\n  - code: L031\n    record: lan/bundle/x\n"
        "    reason: 待核实\n    until: 2019-06-30\n",
    )
    refused = (
        ITEMS,
        "    organ: shenpi\n    level: county\n    bases:",
        "    organ: 1\n    level: county\n    bases:",
    )
    assert codes(settings) == ["K005"]
    assert codes(settings, MISNAMED) == ["K002"]
    assert codes(settings, refused) == ["S002"]


def test_a_suppression_of_a_rule_that_was_not_run_is_not_idle():
    assert codes(accepting(("V003", "item/530104001000"))) == []


MORE = (
    f"{L}/items/fagai.yaml",
    "    disposition:\n      state: excluded\n",
    "    hall: dating\n    disposition:\n      state: excluded\n",
)


def test_a_new_place_that_names_what_was_missing_before_is_told():
    (found,) = check(loaded(HALL, MORE), DAY, base=loaded(HALL))
    assert (found.code, found.location.start.line) == ("K002", 78)
    assert codes(HALL, before=[HALL]) == []


def test_what_is_left_when_a_cause_is_mended_is_told():
    bare = (DUTIES, '      - "530104001000"\n', '      - "530104007000"\n')
    assert codes(bare) == ["K002"]
    gone = (DUTIES, '      - "530104001000"\n', "")
    assert codes(gone, before=[bare]) == ["L012"]
    assert codes(bare, before=[gone]) == ["K002"]


def test_a_change_is_told_what_follows_from_a_cause_that_it_did_not_make():
    own = "530104001000"
    typed = (MEMO, f'  - code: "{own}"\n', f'  - code: "{own}"\n  - code: "530104009000"\n')
    served = (DUTIES, f'      - "{own}"\n', f'      - "{own}"\n      - "530104019000"\n')
    whole = (SMALL / ITEMS).read_text("utf-8")
    text = whole[whole.index("  - code") : whole.index('  - code: "530104002000"')]
    text = text.replace(own, "530104019000").replace("政府投资项目", "另一项目")
    new = (ITEMS, "", whole + text)
    assert codes(typed, new, served) == ["K002"]
    assert codes(typed, new, served, before=[typed, served]) == ["M005"]


def test_a_baseline_that_accepts_the_places_of_a_cause_shows_what_follows():
    said = verdict(MISNAMED)
    lines = list(FORMATS["baseline"](report_of(said), Language.EN))
    assert sum("fingerprint:" in each for each in lines) == 2
    data = (
        "\n".join(lines).replace("reason: null", "reason: 待核实").replace("until: null", "until: 2019-06-30")
    )
    entries, faults = accepted("base.yaml", data.encode())
    assert not faults
    told = report_of(said._replace(entries=tuple(without(said, entries, DAY))))
    assert [each.found.code for each in told.entries] == ["L012", "M005"]
    more = verdict(MISNAMED, HALL)
    told = report_of(more._replace(entries=tuple(without(more, entries, DAY))))
    assert [each.found.code for each in told.entries] == ["K002", "L012", "M005"]


def shown(*edits):
    (found,) = gathered(verdict(*edits).entries)
    return found


def test_a_cause_keeps_its_name_when_lines_move_and_has_another_with_another_place():
    lines = (f"{L}/measures.yaml", "provenance", "# 一行\nprovenance")
    head = (ITEMS, "provenance: demonstration\n", "# 一行\nprovenance: demonstration\n")
    assert shown(HALL).fingerprint == shown(HALL, lines, head).fingerprint
    assert shown(HALL).fingerprint != shown(HALL, MORE).fingerprint
    other = (f"{L}/halls.yaml", "  - id: dating\n", "  - id: datong\n")
    assert shown(HALL).fingerprint == shown(other).fingerprint


def test_of_one_file_its_own_places_are_told_and_else_the_cause_elsewhere():
    def told(path, *edits):
        report = report_of(verdict(*edits).covering(lambda each: each == path))
        return [(each.found.code, each.found.location.path) for each in report.entries]

    assert told(MEMO, MISNAMED) == [("K002", MEMO)]
    assert told(ITEMS, MISNAMED) == [("K002", DUTIES)]
    assert told(f"{L}/halls.yaml", HALL) == [("K002", ITEMS)]
    assert told(f"{L}/seals.yaml", HALL) == []

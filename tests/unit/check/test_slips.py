"""One slip of the hand in the reference workspace is one finding, wherever else it shows."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from trees import Texts
from xuke.check.check import judged
from xuke.check.gathered import shown
from xuke.sources.load import load

ROOT = Path(__file__).parents[3]
DAY = date(2019, 1, 1)
Y = "catalogue/yaoan"


@cache
def texts():
    """Every file of the reference workspace, by path."""
    files = (path for top in ("catalogue", "memoranda") for path in (ROOT / top).rglob("*.yaml"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}


@cache
def clean():
    """The workspace as it is, and what was read of its files."""
    known = {}
    return load(Texts(texts()), known), known


def edit(path, *steps):
    """Another text of one file: ``steps`` are texts to look for in turn, then old text and new."""
    *after, old, new = steps

    def edited(found):
        text, at = found[path], 0
        for each in after:
            at = text.index(each, at)
        place = text.index(old, at)
        return {**found, path: text[:place] + new + text[place + len(old) :]}

    return edited


def without(path, first, end):
    """One file without what stands from one text up to another."""

    def edited(found):
        text = found[path]
        start = text.index(first)
        stop = text.index(end, start + 1) if end else len(text)
        return {**found, path: text[:start] + text[stop:]}

    return edited


def moved(old, new):
    """Files under other names; none for an empty one."""

    def edited(found):
        named = {path.replace(old, new, 1) if path.startswith(old) else path: path for path in found}
        return {name: found[path] for name, path in named.items() if new or not path.startswith(old)}

    return edited


def copied(old, new):
    return lambda found: {**found, new: found[old]}


def halved(path):
    return lambda found: {**found, path: found[path][: len(found[path]) // 2]}


SETTINGS, DUTIES, ITEMS = "catalogue/xuke.yaml", f"{Y}/duties", f"{Y}/items"
MEMOS, POSTS, REFORM = "memoranda/yaoan", f"{Y}/staffing.yaml", f"{Y}/reform.yaml"
XISHAN, WENTI = "catalogue/xishan/measures.yaml", f"{ITEMS}/wenti.yaml"

#: What the hand did, and the message that is told of it.
SLIPS = {
    "a code that another item has": (
        edit(f"{ITEMS}/minzong.yaml", 'code: "530108003000"', 'code: "530168001000"'),
        "K001.twice",
    ),
    "the id of another department": (
        edit(f"{Y}/departments.yaml", "- id: huanbao\n", "- id: caizheng\n"),
        "K001.twice",
    ),
    "the id of another supervision entry": (
        edit(f"{DUTIES}/linye.yaml", "- id: linye-jg02\n", "- id: gongan-jg04\n"),
        "K001.twice",
    ),
    "the id of a task that is suppressed": (edit(XISHAN, "- id: m04\n", "- id: r03\n"), "K001.twice"),
    "the id of other posts": (edit(POSTS, "- id: shuiwu-01\n", "- id: zhujian-02\n"), "K001.twice"),
    "a copy of a file": (copied(f"{DUTIES}/anjian.yaml", f"{DUTIES}/anjian2.yaml"), "K001.twice"),
    "the department of a power": (
        edit(f"{DUTIES}/qixiang.yaml", "department: qixiang\n", "department: shenpi\n"),
        "K003.other",
    ),
    "the department of an item": (
        edit(f"{ITEMS}/weiji.yaml", "competent: weiji\n", "competent: yunzheng\n"),
        "K003.other",
    ),
    "the department of posts": (
        edit(POSTS, "from_department: linye\n", "from_department: linyee\n"),
        "K002.unknown",
    ),
    "another department of posts": (
        edit(POSTS, "from_department: linye\n", "from_department: sifa\n"),
        "F002.swapped",
    ),
    "too many persons": (edit(POSTS, "- id: shuiwu-01", "persons: 3", "persons: 4"), "F005.crowded"),
    "the digits of a department": (
        edit(f"{Y}/departments.yaml", 'competence_digits: "11"', 'competence_digits: "17"'),
        "C003.digits",
    ),
    "the owner of a seal": (edit(f"{Y}/seals.yaml", "owner: shenpi\n", "owner: shenpo\n"), "K002.unknown"),
    "a department out of the reform": (
        edit(f"{Y}/departments.yaml", "- id: nongye\n", "    in_reform: true\n", ""),
        "L016.outside",
    ),
    "what a department pushes": (
        edit(REFORM, "push:", "from: bureau\n", "from: department\n"),
        "M017.missing",
    ),
    "a stage of the plan": (edit(REFORM, "stage: site_survey\n", "stage: site_survy\n"), "S003.enum"),
    "a record of the other batch": (
        edit("catalogue/county-2008/departments.yaml", "batch: 第二批", "batch: 第一批"),
        "Q001.moved",
    ),
    "a kind that is none": (
        edit(f"{Y}/bundles.yaml", "kind: green_channel", "kind: green_canal"),
        "S003.enum",
    ),
    "a file without its list": (edit(f"{Y}/bundles.yaml", "bundles:\n", "bundels:\n"), "S006.near"),
    "an origin that is none": (
        edit("catalogue/chuxiong/bundles.yaml", "provenance: published", "provenance: publishd"),
        "S003.enum",
    ),
    "no supervision of a department": (without(f"{DUTIES}/guotu.yaml", "supervision:\n", ""), "L012.none"),
    "one file of supervision less": (moved(f"{DUTIES}/fagai.yaml", ""), "L012.none"),
    "one memorandum less": (moved(f"{MEMOS}/dizhen.yaml", ""), "M005.none"),
    "all supervision elsewhere": (moved(f"{DUTIES}/", f"{Y}/zz/"), "K009.folder"),
    "all items elsewhere": (moved(f"{ITEMS}/", f"{Y}/zz/"), "K009.folder"),
    "a folder of another name": (moved("catalogue/changji/", "catalogue/changzhi/"), "K005.place"),
    "a cited folder of another name": (moved("catalogue/chuxiong/", "catalogue/chuxion/"), "K002.unknown"),
    "a folder of tasks of another name": (moved("catalogue/xishan/", "catalogue/xsh/"), "K005.place"),
    "a file of another name": (moved(f"{Y}/measures.yaml", f"{Y}/renwu.yaml"), "K009.unknown"),
    "documents of another name": (
        moved("catalogue/chuxiong/documents.yaml", "catalogue/chuxiong/docs.yaml"),
        "K009.unknown",
    ),
    "the plan of another name": (
        moved("catalogue/changji/reform.yaml", "catalogue/changji/plan.yaml"),
        "K009.unknown",
    ),
    "an entry of a signed list for another": (
        edit(f"{MEMOS}/nongye.yaml", 'code: "530120011000"', 'code: "530105007000"'),
        "M005.instead",
    ),
    "a suffix cut short": (
        edit(f"{ITEMS}/shichang.yaml", 'code: "530131009000"', 'suffix: "01"', 'suffix: "0"'),
        "C006.shape",
    ),
    "a transferred item kept": (
        edit(f"{ITEMS}/minzheng.yaml", 'code: "530111004000"', "state: transferred", "state: resident"),
        "M006.state",
    ),
    "an item of another type": (
        edit(f"{ITEMS}/renshe.yaml", 'code: "530114003000"', 'type: "01"', 'type: "07"'),
        "C002.type",
    ),
    "an id with a sign too much": (
        edit("catalogue/xishan/reform.yaml", "- id: quji-xiangguan-bumen", '- id: quji-xiangg"uan-bumen'),
        "S004.id",
    ),
    "a field with a sign too much": (
        edit(
            f"{Y}/departments.yaml", "- id: qixiang\n", "      - id: jianguan-gu", "      - id:: jianguan-gu"
        ),
        "S006.near",
    ),
    "a heading less": (
        edit(f"{DUTIES}/gongan.yaml", "    responsibilities:\n", ""),
        "S006.unknown",
    ),
    "a number below all": (
        edit(f"{ITEMS}/renshe.yaml", "handlings:", "        value: 0", "        value: -1"),
        "S003.const",
    ),
    "an entry without its first line": (
        edit("catalogue/county-2008/documents.yaml", "  - id: shenpi-mulu\n", ""),
        "Y003.twice",
    ),
    "a quote less": (
        edit(f"{DUTIES}/guotu.yaml", '- "530115003000"', '- 530115003000"'),
        "Y006.quotes",
    ),
    "settings with a tab": (edit(SETTINGS, "language: zh-CN", "\tlanguage: zh-CN"), "Y001.tab"),
    "settings with a colon less": (edit(SETTINGS, "record: changji", "record changji"), "Y001.no_colon"),
    "a suppression of another code": (edit(SETTINGS, "- code: P008", "- code: P012"), "K005.meant"),
    "a suppression of a code that is none": (edit(SETTINGS, "- code: P008", "- code: P088"), "K006.meant"),
    "a suppression of another record": (
        edit(SETTINGS, "record: xishan/measure/m07", "record: xishan/measure/m01"),
        "K005.meant",
    ),
    "a suppression of another field": (
        edit(SETTINGS, "field: phases.gonggu", "field: phases.gongg"),
        "K005.meant",
    ),
    "a suppression without a record": (
        edit(SETTINGS, "    record: yaoan/measure/m12\n", ""),
        "S001.required",
    ),
    "a suppression without its reason": (
        without(SETTINGS, "    reason: 原文(七)", "    until"),
        "S001.required",
    ),
    "the code of another power": (
        edit(f"{DUTIES}/shenpi.yaml", 'code: "530117005000"', 'code: "530119004000"'),
        "K001.twice",
    ),
    "the id of another helper": (edit(POSTS, "- id: bangban-01\n", "- id: bangban-02\n"), "K001.twice"),
    "the power of an unknown department": (
        edit(f"{DUTIES}/shenpi.yaml", 'code: "530117005000"', "department: shenpi", "department: shenpii"),
        "K002.unknown",
    ),
    "an immediate case that takes days": (
        edit(f"{ITEMS}/xiaofang.yaml", "service_kind: promised", "service_kind: immediate"),
        "T005.immediate",
    ),
    "a promise longer than before": (
        edit(f"{ITEMS}/shuiwu.yaml", 'code: "530119006000"', "        value: 9", "        value: 10"),
        "T020.longer",
    ),
    "a file that ends in the middle": (
        halved(f"{DUTIES}/minzheng.yaml"),
        "S001.required",
    ),
    "a phase less": (
        without("catalogue/county-2008/reform.yaml", "  - id: zuzhi-shishi\n", "  - id: jiancha"),
        "K002.unknown",
    ),
    "the year of a phase": (
        edit(REFORM, "- id: shishi\n", "until: 2018-12-30", "until: 2017-12-30"),
        "P002.before",
    ),
    "a resident item said to be transferred": (
        edit(f"{ITEMS}/yunzheng.yaml", 'code: "530168002000"', "state: resident", "state: transferred"),
        "M005.none",
    ),
    "a memorandum without its list": (without(f"{MEMOS}/sifa.yaml", "items:\n", "stages:\n"), "M001.always"),
    "an origin that is misspelt": (
        edit("catalogue/chuxiong/bundles.yaml", "provenance: published", "provenence: published"),
        "S006.near",
    ),
    "an origin that is none, of what is excused": (
        edit("catalogue/changji/documents.yaml", "provenance: published", "provenance: publishd"),
        "S003.enum",
    ),
    "an origin told twice": (
        edit(f"{DUTIES}/sifa.yaml", "provenance: demonstration\n", "provenance: demonstration\n" * 2),
        "Y003.twice",
    ),
    "a code cut short": (
        edit(f"{ITEMS}/yunzheng.yaml", 'code: "530168002000"', 'code: "53016800200"'),
        "C001.length",
    ),
    "settings without the dash and code of an entry": (
        edit(SETTINGS, "  - code: P008\n", ""),
        "Y003.twice",
    ),
    "a suppressed task away": (without(f"{Y}/measures.yaml", "  - id: m12\n", "  - id: m13\n"), "Q001.rows"),
}


def told(*slips):
    """What is found after some slips and excused by nothing."""
    _, known = clean()
    found = texts()
    for slip in slips:
        found = slip(found)
    return [each for each in judged(load(Texts(found), dict(known)), DAY) if not each.suppressed]


def test_the_workspace_itself_has_nothing_that_is_not_excused():
    data, _ = clean()
    assert all(each.suppressed for each in judged(data, DAY))


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_and_weighs_what_follows_from_it(name):
    slip, message = SLIPS[name]
    found = told(slip)
    one, *others = shown(found)
    assert (one.message.name, others) == (message, [])
    assert one.severity == min(each.severity for each in found)


#: What stands by itself beside a slip: both are told.
APART = {
    "two suppressions of no finding, one of a finding": (
        (
            edit(SETTINGS, "- code: P008", "- code: P088"),
            edit(f"{ITEMS}/gongan.yaml", "530109002000", "days: 6", "days: 5"),
        ),
        ["K006.meant", "T010.sum"],
    ),
    "more missing than twins": (
        (
            edit(f"{Y}/departments.yaml", "- id: huanbao\n", "- id: caizheng\n"),
            edit(f"{Y}/departments.yaml", "- id: dangan\n", "- id: ganga\n"),
        ),
        ["K001.twice", "K002.unknown", "K002.unknown"],
    ),
    "a wrong total beside a field told twice": (
        (
            edit(REFORM, "- id: zhunbei\n", "    name: 准备阶段\n", "    name: 准备阶段\n" * 2),
            edit(REFORM, "改革措施", "count: 17", "count: 18"),
        ),
        ["Y003.twice", "Q001.rows"],
    ),
    "no supervision beside a field that is none": (
        (
            edit(f"{DUTIES}/wenti.yaml", "- id: wenti-jg01\n", "- id: wenti-jg01\n    nonsense: 1\n"),
            edit(f"{DUTIES}/wenti.yaml", '      - "530122013000"\n', ""),
        ),
        ["S006.unknown", "L012.none"],
    ),
    "a wrong total beside a field of a task that is none": (
        (
            edit(f"{Y}/measures.yaml", "- id: m11\n", "- id: m11\n    nonsense: 1\n"),
            edit(REFORM, "改革措施", "count: 17", "count: 18"),
        ),
        ["S006.unknown", "Q001.rows"],
    ),
    "too few persons beside a field of posts that is none": (
        (
            edit(POSTS, "- id: fagai-01\n", "- id: fagai-01\n    nonsense: 1\n"),
            edit(REFORM, "persons_min: 40", "persons_min: 940"),
        ),
        ["S006.unknown", "F003.short"],
    ),
    "another day too early beside a suppression with a field that is none": (
        (
            edit(SETTINGS, "record: xishan/measure/m01\n", "record: xishan/measure/m01\n    note: 另\n"),
            edit(XISHAN, "due: 2018-12-31", "due: 2017-12-31"),
        ),
        ["S006.unknown", "P002.before"],
    ),
    "a gap beside settings that tell the language twice": (
        (
            edit(SETTINGS, "language: zh-CN\n", "language: zh-CN\nlanguage: zh-CN\n"),
            edit(REFORM, "- id: shishi\n", "from: 2018-07-11", "from: 2018-07-15"),
        ),
        ["Y003.twice", "P001.gap"],
    ),
    "a wrong count beside a wrong kind elsewhere": (
        (
            edit(f"{Y}/bundles.yaml", "kind: green_channel", "kind: green_canal"),
            without(f"{Y}/measures.yaml", "  - id: m11\n", "  - id: m12\n"),
        ),
        ["S003.enum", "Q001.rows"],
    ),
    "an idle suppression whose record is right": (
        (
            edit(SETTINGS, "    field: responsible\n", ""),
            edit(SETTINGS, "- code: P008", "- code: L012"),
        ),
        ["K005.idle", "P008.twice"],
    ),
}


@pytest.mark.parametrize("name", APART)
def test_what_stands_by_itself_is_told_beside_it(name):
    slips, expected = APART[name]
    assert sorted(each.message.name for each in shown(told(*slips))) == sorted(expected)


def test_an_item_that_is_withdrawn_reports_the_memorandum_that_lists_it():
    slip = edit(f"{ITEMS}/minzheng.yaml", 'code: "530111004000"', "status: draft", "status: withdrawn")
    _, known = clean()
    then, now = (load(Texts(each), dict(known)) for each in (texts(), slip(texts())))
    found = shown(judged(now, DAY, base=then))
    assert [each.message.name for each in found] == ["L003.withdrawn", "M006.withdrawn"]
    assert found[1].location.path == f"{MEMOS}/minzheng.yaml"


def test_an_item_that_is_deleted_points_at_those_who_cite_it():
    slip = without(f"{ITEMS}/shuiwu.yaml", '  - code: "530119003000"', '  - code: "530119004000"')
    _, known = clean()
    then, now = (load(Texts(each), dict(known)) for each in (texts(), slip(texts())))
    (found,) = shown(judged(now, DAY, base=then))
    assert found.message.name == "V002.removed"
    assert {each.path for each in found.also} >= {f"{DUTIES}/shuiwu.yaml"}


def test_no_error_hides_behind_a_warning_that_follows_from_it():
    (found,) = shown(told(edit(POSTS, "from_department: fagai\n", "from_department: qiaoban\n")))
    assert (found.message.name, found.severity) == ("F002.swapped", "error")


def test_what_is_excused_stays_so_beside_a_text_that_is_cut_short():
    slip = edit(REFORM, "name: 准备阶段", "name: 准备阶段 #1")
    _, known = clean()
    found = shown(judged(load(Texts(slip(texts())), dict(known)), DAY))
    assert [(each.code, each.severity) for each in found if not each.suppressed] == [("Y010", "warning")]
    assert len([each for each in found if each.suppressed]) == 15

"""Sixty faults of thirty kinds in a copy of the reference workspace: all are told, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from child import xuke

ROOT = Path(__file__).parents[1]
DAY = "2019-01-01"

#: Stands in a new text where the finding is expected; never part of what is planted.
MARK = "▶"

#: What holds the places while the other faults are planted.
MARKS = "①②③④⑤⑥⑦⑧⑨"

Y = "catalogue/yaoan"
SUPPRESSED = "    record: yaoan/item/530104001000\n    reason: 照录\n    until: 2019-12-31\n"

#: Code, file, text after which the old text is looked for, old text (empty: the end), new text; where the
#: finding is not in the new text, the text in which it is.
FAULTS = [
    # A file that cannot be read, in every place that a hand may slip.
    ("Y001", "catalogue/xishan/evaluation.yaml", "", "provenance: published", "provenance▶：published"),
    ("Y001", "catalogue/changji/evaluation.yaml", "", "provenance: published", 'provenance: ▶"published'),
    ("Y001", "catalogue/county-2008/evaluation.yaml", "", "    name:", "▶\tname:"),
    ("Y004", "catalogue/chuxiong-zone/departments.yaml", "", "    name: ", "    name: ▶\udcd0\udcd5"),
    ("Y005", "catalogue/chuxiong/evaluation.yaml", "", "", "▶<<<<<<< HEAD\n=======\n>>>>>>> report\n"),
    # A text that can be read, but must not be written so.
    ("Y002", "catalogue/changji/lists.yaml", "  - id: quanli\n", "name: ", "name: ▶&quanli "),
    ("Y002", "catalogue/xishan/lists.yaml", "", "name: ", "name: ▶!str "),
    ("Y003", "catalogue/yuanmou/halls.yaml", "", "    kind:", "    ▶name: 大厅\n    kind:"),
    ("Y003", "catalogue/yongren/halls.yaml", "", "    kind:", "    ▶ｎａｍｅ: 大厅\n    kind:"),
    ("Y006", f"{Y}/items/wenti.yaml", "items:", '    type: "01"', "    type: ▶01"),
    ("Y006", f"{Y}/departments.yaml", "- id: jingxin", 'competence_digits: "07"', "competence_digits: ▶07"),
    ("Y006", f"{Y}/duties/nongye.yaml", "powers:", '    type: "01"', "    type: ▶01"),
    ("Y007", f"{Y}/items/dangan.yaml", "promised:", "value: 8", "value: ▶８"),
    ("Y007", "catalogue/chuxiong/lists.yaml", "", "    name:", "    name▶\u200b:"),
    # What the schemas refuse.
    (
        "S001",
        "catalogue/chuxiong/documents.yaml",
        "- id: lianxi-huiyi",
        "    title: 楚雄州相对集中行政审批权改革联席会议制度\n",
        "",
        "- ▶id: lianxi-huiyi",
    ),
    (
        "S001",
        f"{Y}/halls.yaml",
        "",
        "id: chuang-qixiang\n    name: 县气象局审批服务窗口",
        "▶id: chuang-qixiang",
    ),
    ("S002", "catalogue/xishan/measures.yaml", "- id: m02", "due: 2019-03-31", "due: ▶2019"),
    ("S002", "catalogue/county-2008/documents.yaml", "", "title: 行政許可法", "title: ▶[行政許可法]"),
    ("S003", "catalogue/county-2008/measures.yaml", "", "kind: requirement", "kind: ▶require"),
    ("S003", "catalogue/xishan/halls.yaml", "", "kind: hall", "kind: ▶大厅"),
    (
        "S004",
        "catalogue/changji/documents.yaml",
        "",
        "    number: null",
        "    date: ▶2019-02-30\n    number: null",
    ),
    ("S004", f"{Y}/lists.yaml", "", "id: zeren-qingdan", "id: ▶Zeren"),
    ("S005", "catalogue/changji/halls.yaml", "xiangzhen-dating", "name: 乡镇(街道)办事大厅", 'name: ▶""'),
    ("S005", "catalogue/yuanmou/halls.yaml", "", "area_m2: 10000", "area_m2: ▶-1"),
    ("S006", "catalogue/yuanmou/departments.yaml", "", "    name:", "    ▶nmae:"),
    ("S006", "catalogue/county-2008/halls.yaml", "", "    kind:", "    ▶颜色: 红\n    kind:"),
    # Keys, references, files in wrong places, suppressions.
    ("K001", f"{Y}/lists.yaml", "", "id: shenpi-guize-qingdan", "id: ▶shenpi-shixiang-qingdan"),
    ("K001", f"{Y}/evaluation.yaml", "", "id: gongzuo-jindu", "id: ▶gaige-lidu"),
    ("K002", "catalogue/changji/measures.yaml", "- id: r01", "- zhuguan-bumen", "- ▶zhuguan"),
    ("K002", "memoranda/yaoan/fagai.yaml", "witnesses:", "- bianban", "- ▶bianwei-ban"),
    ("K002", f"{Y}/halls.yaml", "chuang-xiaofang", "hall: dating", "hall: ▶ting"),
    ("K002", "catalogue/xishan/measures.yaml", "- id: m03", "- zhengwu", "- ▶zhengwuju"),
    ("K003", f"{Y}/duties/gongan.yaml", "powers:", "department: gongan", "department: ▶jiaoyu"),
    ("K004", "catalogue/mouding/lists.yaml", "", "", "▶provenance: demonstration\nfees: []\n"),
    ("K005", "catalogue/xuke.yaml", "", "", "  - code: ▶C001\n" + SUPPRESSED),
    ("K006", "catalogue/xuke.yaml", "", "", "  - code: ▶W999\n" + SUPPRESSED),
    ("K009", f"{Y}/item.yaml", "", "", "▶items: []\n"),
    ("K009", "memoranda/yaoan.yml", "", "", "▶items: []\n"),
    # The rules of the reform.
    (
        "C008",
        "catalogue/county-2008/departments.yaml",
        "",
        "    kind:",
        '    credit_code: ▶"11532325015169093X"\n    kind:',
    ),
    ("Q001", "catalogue/chuxiong/reform.yaml", "- id: pilots", "count: 4", "count: ▶5"),
    ("Q003", "catalogue/chuxiong/reform.yaml", "- id: private-investment", "percent: 72.9", "percent: ▶73.9"),
    ("P001", "catalogue/county-2008/reform.yaml", "", "from: 2008-12-11", "from: ▶2008-12-12"),
    ("P007", f"{Y}/documents.yaml", "", "number: ", "number: ▶姚政办发[2018]17号 # "),
    ("P008", f"{Y}/measures.yaml", "- id: m02", "responsible:\n", "responsible:\n      - ▶bianban\n"),
    ("T001", f"{Y}/items/fagai.yaml", "", "value: 20", "value: 5", "▶value: 7"),
    ("T005", f"{Y}/items/xiaofang.yaml", "", "service_kind: promised", "service_kind: ▶immediate"),
    ("T010", f"{Y}/items/gongan.yaml", "530109002000", "days: 6", "days: 5", "steps:\n      ▶- id"),
    ("T016", f"{Y}/items/jiaotong.yaml", "", "        necessity: required\n", "", "- ▶id: m1"),
    ("L027", f"{Y}/items/sifa.yaml", "window_authority:", "kind: full", "kind: ▶collective"),
    ("T018", f"{Y}/items/weiji.yaml", "", "charged: false", "charged: ▶true"),
    (
        "T021",
        f"{Y}/items/zhujian.yaml",
        "",
        "        basis: 《行政许可法》第三十二条\n",
        "",
        "- ▶id: acceptance",
    ),
    ("L004", f"{Y}/items/gongan.yaml", "", "      exclusion: gonggong-anquan\n", "", "state: ▶excluded"),
    ("L006", f"{Y}/items/jiaoyu.yaml", "530105008000", "    hall: dating\n", "", "state: ▶resident"),
    (
        "M001",
        "memoranda/yaoan/gongan.yaml",
        "",
        "disputes: 先由联席会议协商，协商不成的报县人民政府决定\n",
        "",
        "▶provenance",
    ),
    ("M009", "memoranda/yaoan/caizheng.yaml", "push:", "    synchronous: true\n", "", "- ▶id: "),
    ("M011", "memoranda/yaoan/dizhen.yaml", "handover:", "  date: 2018-12-30", "  date: ▶null"),
    ("L024", f"{Y}/items/shichang.yaml", "", "rank: law", "rank: ▶normative_document"),
    (
        "M018",
        "memoranda/yaoan/jiaoyu.yaml",
        "liability:",
        "  department: ",
        "  # department: ",
        "liability:\n  ▶bureau",
    ),
    (
        "M004",
        "memoranda/yaoan/jingxin.yaml",
        "stage: site_survey",
        "from_event: 条件成熟",
        "from_event: ▶条件具备",
    ),
    ("T005", f"{Y}/items/linye.yaml", "", "service_kind: promised", "service_kind: ▶immediate"),
]


def plant(folder, faults):
    """Write all faults; code, path, line and column of each as it stands when all are planted."""
    codes = {}
    for code, file, *edit in faults:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = read(path) if path.exists() else ""
        text, at = edited(text, *edit)
        mark = next(each for each in MARKS if each not in text)
        codes[file, mark] = code
        write(path, text[:at] + mark + text[at + 1 :])
    return sorted(
        place for file in {file for file, _ in codes} for place in unmarked(folder / file, file, codes)
    )


def edited(text, after, old, new, where=""):
    """A text after one fault, with a mark where it is to be found, and the place of the mark."""
    start = text.index(after)
    if where:
        plain = where.replace(MARK, "")
        assert where != plain
        assert plain in text[start:], plain
        text = text[:start] + text[start:].replace(plain, where, 1)
    at = text.index(old, start) if old else len(text)
    text = text[:at] + new + text[at + len(old) :]
    assert text.count(MARK) == 1, (after, old)
    return text, text.index(MARK)


def unmarked(path, file, codes):
    """Take the marks out of one file; where they stood."""
    text = read(path)
    for name, mark in sorted(codes, key=lambda each: text.find(each[1])):
        if name == file:
            at = text.index(mark)
            text = text[:at] + text[at + 1 :]
            yield codes[name, mark], file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    write(path, text)


def read(path):
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write(path, text):
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def told(folder):
    done = xuke("check", "--format", "json", "--show-suppressed", "--on", DAY, cwd=folder)
    assert done.stderr == b""
    found = json.loads(done.stdout)["findings"]
    places = sorted(
        (each["code"], each["path"], each["line"], each["column"])
        for each in found
        if "suppressed" not in each
    )
    return places, [(each["code"], each["record"], each["message"]) for each in found if "suppressed" in each]


@pytest.fixture
def workspace(tmp_path):
    for name in ("catalogue", "memoranda"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_sixty_faults_of_thirty_kinds_are_told_and_nothing_else_is(workspace):
    before, suppressed = told(workspace)
    planted = plant(workspace, FAULTS)
    after, still = told(workspace)
    assert before == []
    assert after == planted
    assert still == suppressed


def test_the_table_is_as_long_and_as_wide_as_it_says():
    assert len(FAULTS) == 60
    assert len({code for code, *_ in FAULTS}) >= 30
    assert len({file.split("/")[1] for _, file, *_ in FAULTS}) >= 5

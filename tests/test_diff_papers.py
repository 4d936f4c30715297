"""A comparison for people: ``xuke diff`` as a page and as a workbook."""

import base64
import re
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

import house
from child import edit
from pages import Page
from xuke.commands.program import run

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "workspaces" / "small"
ITEMS = "catalogue/lan/items/fagai.yaml"
MANY = "catalogue/lan/items/qixiang.yaml"
MEMO = "memoranda/lan/fagai.yaml"
MEASURES = "catalogue/lan/measures.yaml"

HOSTILE = (
    '<script>alert(1)</script><img src=http://x.invalid/a.png> & "审批" \'=HYPERLINK("http://x.invalid")'
)
LONG = (
    "申请人应当在受理之日起{days}日内提交全部申请材料，"
    "并对材料的真实性负责；材料不全的，一次告知需要补正的全部内容"
)


def git(folder, *words):
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def item(number, more="", name="事项", competent="qixiang"):
    head = f'  - code: "000154{number:03}000"\n    name: {name}{number}\n    type: "01"\n'
    return f"{head}    competent: {competent}\n    organ: {competent}\n{more}"


def write(folder, path, text):
    (folder / path).write_text(text, "utf-8", newline="\n")


def commit(folder, tag):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", tag, "--date", "2019-01-02T03:04:05")
    git(folder, "tag", tag)


RESIDENT = "    disposition:\n      state: resident\n"
TRANSFERRED = "    disposition:\n      state: transferred\n      effective: 2019-03-01\n"


@pytest.fixture
def workspace(tmp_path):
    """Two versions: 25 items handed over, one new, taken over, cancelled, gone, renumbered and rewritten."""
    folder = tmp_path / "w"
    shutil.copytree(SMALL, folder)
    items = [item(number, RESIDENT) for number in range(1, 31)]
    items += [item(40, f"    conditions: {LONG.format(days=20)}\n"), item(41), item(42)]
    write(folder, MANY, "provenance: demonstration\nitems:\n" + "".join(items))
    git(tmp_path, "init", "-q", "w")
    commit(folder, "v1")
    handed = [each.replace(RESIDENT, TRANSFERRED) for each in items[:25]]
    handed = [each.replace("organ: qixiang", "organ: shenpi") for each in handed]
    cancelled = items[25].replace("state: resident", "state: cancelled")
    others = [item(40, f"    conditions: {LONG.format(days=15)}\n"), item(50), item(51, ORIGIN)]
    others.append(item(52, '    replaces:\n      - code: "000154042000"\n        kind: renumbered\n'))
    write(
        folder,
        MANY,
        "provenance: demonstration\nitems:\n" + "".join([*handed, cancelled, *items[26:30], *others]),
    )
    edit(folder, MEASURES, "title: 强化监督", "title: 加强监督")
    commit(folder, "v2")
    return folder


ORIGIN = "    origin:\n      kind: taken_over\n"


@pytest.fixture
def diff(workspace, capsys):
    """What ``diff`` prints of the two versions."""

    def told(*words, lang="zh-CN", exit_code=0, error=False):
        assert run(["diff", "-C", str(workspace), "--lang", lang, *words]) == exit_code
        out, err = capsys.readouterr()
        return err if error else out

    return told


@pytest.fixture
def page(diff):
    return lambda *words, **more: Page(diff(*(words or ("v1", "v2")), "--format", "html", **more))


def test_the_head_names_both_versions_and_what_may_not_pass_for_fact(workspace, page):
    text = "".join(page().text)
    day = git(workspace, "log", "-1", "--format=%cs", "v1")
    assert f"v1（提交 {git(workspace, 'rev-parse', 'v1')}，{day}）" in text
    assert f"v2（提交 {git(workspace, 'rev-parse', 'v2')}，{day}）" in text
    assert "其中有演示数据，不得作为正式材料" in text
    assert "有未发布来源" not in text


def test_totals_and_the_summary_add_up(page):
    totals, summary, *_ = page().tables
    assert totals == [
        ["类别", "原有", "减", "加", "现有"],
        ["行政许可事项", "37", "删除 1、编码调整 1", "编码调整 1、新增 2", "38"],
        ["任务", "2", "", "", "2"],
    ]
    head, *rows, last = summary
    assert head[:5] == ["部门", "原有事项", "减少", "增加", "现有事项"]
    assert head[5:] == [
        "新增",
        "承接",
        "取消、删除",
        "划转",
        "收回",
        "其他变更",
        "有变动的事项",
        "有变动的其他记录",
    ]
    found = {row[0]: [*map(int, row[1:])] for row in rows}
    assert found["县气象局"] == [33, 2, 3, 34, 1, 1, 2, 25, 0, 2, 31, 0]
    assert found["不属于某一部门"] == [*[0] * 11, 1]
    assert found["其余部门（1 个）"] == [4, 0, 0, 4, *[0] * 8]
    assert last == ["合计", *(str(sum(column)) for column in zip(*found.values(), strict=True))]
    for before, out, into, after, *sorts, changed, _ in found.values():
        assert before - out + into == after
        assert sum(sorts) == changed


def test_every_link_of_the_contents_leads_somewhere(page):
    found = page()
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    links = [attrs["href"] for tag, attrs in found.tags if tag == "a"]
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_a_card_shows_what_changed_and_folds_the_rest(page):
    found = page()
    assert len(found.cards) == 32
    handed = found.card("事项7")
    assert handed["labels"] == ["划转"]
    assert ["实施机关", "县气象局", "县行政审批局"] in handed["rows"]
    assert ["事项去向 生效日期", "", "2019-03-01"] in handed["rows"]
    assert "主管部门" in handed["text"]
    assert "主管部门" not in handed["open"]
    assert found.card("事项42")["labels"] == ["编码调整", "变更名称"]
    assert found.card("事项42")["rows"][0] == ["记录", "000154042000 事项42", "000154052000 事项52"]
    new = found.card("事项50")
    assert (new["labels"], new["rows"]) == (["新增"], [])
    assert "000154050000 的全部字段（5 个）" in new["text"]


def test_marks_stand_inside_long_texts(page):
    html = page().html
    assert "申请人应当在受理之日起<del>20</del>日内提交" in html
    assert "申请人应当在受理之日起<ins>15</ins>日内提交" in html


def test_an_item_that_is_handed_over_names_its_memorandum(workspace, page):
    edit(workspace, MEMO, "number: null", "number: 兰发改〔2018〕1号")
    edit(
        workspace,
        ITEMS,
        "        disposition:\n          state: resident",
        "        disposition:\n          state: transferred",
    )
    assert "兰发改〔2018〕1号" in page("HEAD", "--kind", "item").card("企业投资项目核准")["open"]


def test_orders_moves_and_nested_values_are_shown(workspace, page):
    text = (workspace / MEMO).read_text("utf-8")
    first, second = re.findall("^  - code:.*\n(?:    .*\n)*", text, re.MULTILINE)
    write(workspace, MEMO, text.replace(first + second, second + first))
    assert "次序改变" in page("HEAD").html
    (workspace / MANY).rename(workspace / "catalogue/lan/items/other.yaml")
    moved = page("HEAD", "--moves").card("事项7")
    assert moved["labels"] == ["移动"]
    assert moved["rows"] == [["记录", MANY, "catalogue/lan/items/other.yaml"]]


def test_hostile_data_stay_text(workspace, page):
    quoted = HOSTILE.replace("'", "''")
    edit(
        workspace,
        ITEMS,
        "    name: 政府投资项目审批",
        f"    name: '{quoted}'",
        "article: 第九条",
        f"article: '{quoted}'",
    )
    found = page("v2")
    assert found.cards[0]["rows"][0][2] == HOSTILE
    allowed = {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "h1",
            "h2",
            "h3",
            "p",
            "b",
            "div",
            "nav",
        ),
        *(
            "label",
            "input",
            "output",
            "ul",
            "li",
            "a",
            "span",
            "main",
            "section",
            "article",
            "table",
            "caption",
        ),
        *(
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "del",
            "ins",
            "details",
            "summary",
            "footer",
            "script",
        ),
    }
    assert {tag for tag, _ in found.tags} <= allowed
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert not any(
        name.startswith("on") or name in {"src", "style"} for _, attrs in found.tags for name in attrs
    )
    assert not any("http" in str(value) for _, attrs in found.tags for value in attrs.values())


def test_the_page_needs_nothing_from_elsewhere_and_lets_nothing_else_run(page):
    html = page().html
    assert not re.search(r"https?:|//[a-z]|url\(|@import|\bsrc=|<link", html)
    policy = re.search('Content-Security-Policy" content="([^"]*)"', html)[1]
    rules = dict(each.split(" ", 1) for each in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name in ("style", "script"):
        (text,) = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"


@pytest.mark.parametrize("lang", house.LANGUAGES)
def test_a_page_speaks_one_language(page, lang):
    found = page(lang=lang)
    assert dict(found.tags)["html"] == {"lang": lang}
    text = " ".join(found.text)
    data = "".join(file.read_text("utf-8") for file in SMALL.rglob("*.yaml")) + LONG + "加强监督事项"
    if lang == "en":
        assert [each for each in re.findall("[\u3400-\u9fff]{2,}", text) if each not in data] == []
    else:
        known = {*re.findall("[A-Za-z]+", data), "v1", "v2"}
        told = re.sub("[0-9a-f]{40}", "", text)
        assert house.latin_words(told, known) == []


def test_equal_versions_give_equal_pages_and_workbooks(diff, tmp_path):
    assert diff("v1", "v2", "--format", "html") == diff("v1..v2", "--format", "html")
    for name in ("a.xlsx", "b.xlsx"):
        diff("v1", "v2", "--format", "xlsx", "-o", str(tmp_path / name))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_without_a_change_there_is_a_page_that_says_so(page):
    found = page("v2", "v2")
    assert found.cards == []
    assert "没有变化" in "".join(found.text)


def test_the_work_tree_and_the_index_are_versions_without_a_commit(workspace, page):
    edit(workspace, MEASURES, "title: 加强监督", "title: 强化监督")
    assert "工作区（未提交）" in "".join(page("v2").text)
    git(workspace, "add", "-A")
    assert "暂存区（未提交）" in "".join(page("v2", "index").text)


def test_a_file_that_cannot_be_read_is_named_on_the_page(workspace, page):
    with (workspace / MANY).open("ab") as file:
        file.write(b"  - code: \xff\n")
    text = "".join(page("v2").text)
    assert f"工作区的 {MANY} 读不出来" in text
    assert "有文件读不出来，因此不列合计" in text


def test_every_form_goes_to_a_file_and_only_over_our_own(workspace, diff, tmp_path):
    for form in ("html", "xlsx", "text", "json", "markdown"):
        target = tmp_path / f"a.{form}"
        words = ("v1", "v2", "--format", form, "-o", str(target))
        assert diff(*words) == ""
        assert target.stat().st_size > 500
    for form in ("html", "xlsx", "markdown"):
        diff("v1", "v2", "--format", form, "-o", str(tmp_path / f"a.{form}"))
    write(tmp_path, "b.html", "<p>mine</p>")
    words = ("v1", "v2", "--format", "html", "-o", str(tmp_path / "b.html"))
    assert "b.html" in diff(*words, exit_code=3, error=True)
    diff(*words, "--force")
    assert "\x1b" not in (tmp_path / "a.text").read_text("utf-8")
    assert diff("v1", "v2", "--format", "xlsx", exit_code=2, error=True).endswith(
        "这种格式要写入文件，请用 -o 写明文件名\n"
    )


def test_changes_are_told_to_scripts_all_the_same(diff, tmp_path):
    words = ("--format", "html", "-o", str(tmp_path / "a.html"), "--exit-code")
    diff("v1", "v2", *words, exit_code=1)
    diff("v2", "v2", *words)


def sheets(file):
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(BytesIO(file.read_bytes())).worksheets


def texts(sheet):
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def test_the_workbook_has_the_summary_and_every_change(workspace, diff, tmp_path):
    target = tmp_path / "a.xlsx"
    diff("v1", "v2", "--format", "xlsx", "-o", str(target))
    summary, changes = sheets(target)
    rows = texts(summary)
    assert ["演示数据，不得作为正式备案材料"] in rows
    assert [1, "县气象局", 33, 2, 3, 34, 1, 1, 2, 25, 0, 2, 31, 0] in rows
    day = git(workspace, "log", "-1", "--format=%cs", "v1")
    old, new = (git(workspace, "rev-parse", name) for name in ("v1", "v2"))
    assert [f"原版本：v1（提交 {old}，{day}）；现版本：v2（提交 {new}，{day}）。"] in rows
    assert [
        "行政许可事项：原有 37 条，减删除 1 条，减编码调整 1 条，加编码调整 1 条，加新增 2 条，现有 38 条"
    ] in rows
    assert sum("县行政审批局" in row for row in texts(changes)) == 25
    notes = [cell.comment.text for row in changes.iter_rows() for cell in row if cell.comment]
    assert notes.count("县气象局") == 25


def test_a_part_can_be_asked_for_as_a_workbook(diff, tmp_path):
    target = tmp_path / "a.xlsx"
    diff("v1", "v2", "--format", "xlsx", "-o", str(target), "--kind", "measure")
    assert [row[-2:] for row in texts(sheets(target)[1]) if row[:1] == [1]] == [["强化监督", "加强监督"]]


def test_hostile_data_stay_text_in_the_workbook(workspace, diff, tmp_path):
    quoted = '=HYPERLINK("http://x.invalid")'
    edit(workspace, ITEMS, "    name: 政府投资项目审批", f"    name: '{quoted}'")
    target = tmp_path / "a.xlsx"
    diff("v2", "--format", "xlsx", "-o", str(target))
    found = [cell for row in sheets(target)[1].iter_rows() for cell in row if cell.value == quoted]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_a_cell_that_no_workbook_can_hold_is_refused_with_its_place(workspace, diff, tmp_path):
    edit(workspace, MEASURES, "title: 加强监督", f"title: {'长' * 40_000}")
    words = ("v2", "--format", "xlsx", "-o", str(tmp_path / "a.xlsx"))
    assert "40000" in diff(*words, exit_code=3, error=True)


@pytest.fixture
def two_places(workspace):
    """A second jurisdiction with changes of its own."""
    shutil.copytree(workspace / "catalogue/lan", workspace / "catalogue/mei")
    commit(workspace, "v3")
    edit(workspace, "catalogue/mei/measures.yaml", "title: 加强监督", "title: 强化监督")
    return workspace


@pytest.mark.usefixtures("two_places")
def test_a_workbook_is_of_the_one_place_that_changed(diff, tmp_path):
    target = tmp_path / "a.xlsx"
    words = ("v3", "--format", "xlsx", "-o", str(target))
    assert "地区" not in diff(*words, error=True)
    assert any("加强监督" in row for row in texts(sheets(target)[1]))


def test_other_places_are_mentioned_and_have_chapters_of_their_own(two_places, diff, page, tmp_path):
    edit(two_places, MEASURES, "title: 加强监督", "title: 强化监督")
    target = tmp_path / "a.xlsx"
    said = diff("v3", "--format", "xlsx", "-o", str(target), error=True)
    assert "其他地区另有 1 处变动" in said
    found = page("v3")
    assert len(found.cards) == 2
    assert sum(attrs.get("class") == "summary" for _, attrs in found.tags) == 2

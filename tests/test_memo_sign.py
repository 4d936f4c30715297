"""Signing closes a memorandum: from then on every edit and every change of an item is found, and settled."""

import hashlib
import json
import os
import shutil
import subprocess
from functools import partial

import pytest

from child import edit
from xuke.commands.program import run

ITEMS = "catalogue/lan/items/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
MEMO = "memoranda/lan/fagai.yaml"
ITEM = "530104001000"

DAY = "2018-12-20T09:00:00+0800"


def git(folder, *words, day=DAY):
    identity = ("-c", "user.name=xuke", "-c", "user.email=xuke@example.invalid", "-c", "commit.gpgsign=false")
    surroundings = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    subprocess.run(
        ["git", "-C", str(folder), *identity, *words], check=True, capture_output=True, env=surroundings
    )


def commit(folder, day=DAY):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a change", day=day)


@pytest.fixture
def small(small):
    """The small workspace with an established bureau, a full draft, and a first commit."""
    edit(small, REFORM, "predecessor: zhengwu\n", "predecessor: zhengwu\n  established: 2018-10-01\n")
    assert run(["memo", "draft", "fagai", "-C", str(small), "-q"]) == 0
    git(small, "init", "-q")
    commit(small)
    return small


@pytest.fixture
def said(said):
    """Runs a command on a day of signing."""
    return partial(said, on="2018-12-20")


@pytest.fixture
def signed(small, said):
    """The workspace with a signed and committed memorandum."""
    said("memo", "sign", "fagai", "--number", "兰审备〔2018〕1号")
    commit(small)
    return small


def text(folder):
    return (folder / MEMO).read_text("utf-8")


def suspects(said, on="2019-01-10"):
    return json.loads(said("memo", "status", "--format", "json", on=on))["suspects"]


def test_signing_pins_every_item_and_closes_the_text(small, said, tmp_path):
    scan = tmp_path / "扫描.PDF"
    scan.write_bytes(b"scan")
    said("memo", "sign", "fagai", "--number", "兰审备〔2018〕1号", "--scan", str(scan))
    found = text(small)
    for each in (
        *("number: 兰审备〔2018〕1号\n", "status: signed\nsigned: 2018-12-20\neffective: 2018-12-30\n"),
        *(f"  scan: {hashlib.sha256(b'scan').hexdigest()}\n", "  scan_file: 扫描.PDF\n"),
    ):
        assert each in found, each
    assert found.count("    fingerprint: ") == 2
    assert not (small / "memoranda" / "lan" / "signed").exists()
    assert "0 个错误" in said("check")


def test_the_document_that_was_signed_can_be_printed_again(signed, said, tmp_path):
    said("memo", "render", "fagai", "-o", str(tmp_path / "1.docx"))
    digest = hashlib.sha256((tmp_path / "1.docx").read_bytes()).hexdigest()
    assert f"  document: {digest}\n" in text(signed)


def test_a_scan_is_kept_when_asked_for(small, said, tmp_path):
    scan = tmp_path / "1.pdf"
    scan.write_bytes(b"scan")
    said("memo", "sign", "fagai", "--number", "1号", "--scan", str(scan), "--keep-scan")
    assert (small / "memoranda" / "lan" / "signed" / "fagai.pdf").read_bytes() == b"scan"
    assert "0 个错误" in said("check")


def test_what_is_wrong_is_told_and_nothing_is_signed(small, said, tmp_path):
    before = text(small)
    assert "M002" in said("memo", "sign", "fagai", "--number", "1号", on="2018-09-01", code=1)
    assert "--number" in said("memo", "sign", "fagai", code=2)
    said("memo", "sign", "fagai", "--number", "1号", "--effective", "soon", code=2)
    said("memo", "sign", "fagai", "--number", "1号", "--scan", str(tmp_path / "none"), code=3)
    shown = said("memo", "sign", "fagai", "--number", "1号", "--effective", "2018-12-31", code=1)
    assert "M003" in shown
    assert text(small) == before


def test_a_dry_run_signs_nothing(small, said):
    before = text(small)
    assert "已签订" in said("memo", "sign", "fagai", "--number", "1号", "--dry-run")
    assert text(small) == before


def test_items_of_several_days_need_a_day_of_the_memorandum(small, said):
    edit(small, ITEMS, "      effective: 2018-12-30\n      section: touzi", "      section: touzi")
    edit(small, ITEMS, "          effective: 2018-12-30\n", "")
    assert "--effective" in said("memo", "sign", "fagai", "--number", "1号", code=2)


def test_it_is_signed_once(signed, said):
    assert "已签订" in said("memo", "sign", "fagai", "--number", "2号", code=1)


def test_the_board_tells_what_changed_in_words(signed, said):
    edit(signed, ITEMS, "        role: sets\n", "        role: implements\n")
    board = said("memo", "status", lang="en", on="2019-01-10")
    assert [row.split()[3:5] for row in board.splitlines() if "bases.b1.role" in row] == [
        ["Sets", "Implements"]
    ]


def test_exactly_the_changed_field_is_suspect(signed, said):
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    edit(
        signed,
        ITEMS,
        f'  - code: "{ITEM}"\n    name: 政府投资项目审批\n    type: "01"\n',
        f'  # 说明\n  - code: "{ITEM}"\n    type: "01"\n    name: 政府投资项目审批\n',
    )
    edit(signed, ITEMS, "    service_kind: promised\n", "    service_kind: promised\n    note: 备注\n")
    commit(signed, "2019-01-05T09:00:00+0800")
    (found,) = suspects(said)
    assert (found["field"], found["old"], found["new"]) == ("bases.b1.article", "第九条", "第十条")
    assert found["day"] == "2019-01-05"
    assert len(found["commit"]) == 40
    assert suspects(said, on="2019-01-04") == []
    assert said("check", on="2019-01-10", code=1).count("M012") == 1
    board = said("memo", "status", on="2019-01-10")
    assert "第九条" in board
    assert found["commit"][:10] in board


def test_a_supplement_states_the_changes_and_settles_them_once_signed(signed, said, tmp_path):
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    edit(signed, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(signed, "2019-01-05T09:00:00+0800")
    said("memo", "supplement", "fagai", on="2019-01-10")
    said("memo", "supplement", "fagai", on="2019-01-10")
    found = text(signed)
    assert found.count("- id: bc") == 1
    assert "（二）" in found
    assert "由“5”改为“4”" in found
    assert len(suspects(said)) == 2
    paper = tmp_path / "1.html"
    said("memo", "render", "fagai", "--supplement", "bc1", "--format", "html", "-o", str(paper))
    assert "兰审备〔2018〕1号" in paper.read_text("utf-8")
    said("memo", "sign", "fagai", "--supplement", "bc1", "--number", "兰审备〔2019〕2号", on="2019-01-10")
    assert suspects(said) == []
    assert "0 个错误" in said("check", on="2019-01-10")
    said("memo", "sign", "fagai", "--supplement", "bc1", on="2019-01-11", code=1)
    said("memo", "render", "fagai", "--supplement", "bc9", code=2)
    commit(signed, "2019-01-10T09:00:00+0800")
    edit(signed, ITEMS, "        value: 4\n", "        value: 3\n")
    commit(signed, "2019-02-01T09:00:00+0800")
    assert [each["field"] for each in suspects(said, on="2019-02-02")] == ["limit.promised.value"]


def test_a_supplement_of_somebodys_own_stays(signed, said):
    own = "supplements:\n  - id: own\n    text: 商谈中\nsignature:\n"
    edit(signed, MEMO, "signature:\n", own)
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    said("memo", "supplement", "fagai")
    assert "  - id: own\n    text: 商谈中\n  - id: bc1\n" in text(signed)


def test_a_change_is_confirmed_with_its_reason(signed, said):
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    edit(signed, ITEMS, "        value: 5\n", "        value: 4\n")
    words = ("memo", "confirm", "fagai", ITEM, "--reason", "条文序号调整")
    assert "bases.b1.article" in said(*words, "--field", "name", code=1)
    said(*words, "--field", "bases", on="2019-01-10")
    assert [each["field"] for each in suspects(said)] == ["limit.promised.value"]
    said(*words, on="2019-01-10")
    assert suspects(said) == []
    assert text(signed).count("    reason: 条文序号调整\n") == 2
    assert "id: qr2\n" in text(signed)


def test_nothing_to_supplement(small, said):
    assert "尚未签订" in said("memo", "supplement", "fagai", code=1)
    said("memo", "sign", "fagai", "--number", "1号")
    told = said("memo", "supplement", "fagai")
    assert "没有需要补充的变动" in told
    assert "草稿" not in told
    told = said("memo", "sign", "fagai", "--supplement", "bc1", code=2)
    assert "还没有补充备忘录" in told
    assert "xuke memo supplement fagai" in told


def test_without_the_past_a_change_is_told_all_the_same(signed, said):
    shutil.rmtree(signed / ".git")
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    (found,) = suspects(said)
    assert found["field"] is None
    assert "查不到签订时的内容" in said("memo", "status", on="2019-01-10")
    said("memo", "supplement", "fagai", on="2019-01-10")
    assert "以目录现载为准" in text(signed)
    said("memo", "sign", "fagai", "--supplement", "bc1", on="2019-01-10")
    assert suspects(said) == []


@pytest.mark.parametrize("has_past", [True, False])
def test_an_edit_of_the_signed_text_is_found(signed, said, has_past):
    if not has_past:
        shutil.rmtree(signed / ".git")
    edit(signed, MEMO, "disputes: 由联席", "disputes: 由双方")
    assert "M013" in said("check", code=1)


def test_what_stays_open_may_be_edited(signed, said):
    shutil.rmtree(signed / ".git")
    edit(signed, MEMO, "      returned: null\n", "      returned: 2019-01-02\n")
    edit(signed, MEMO, f'  - code: "{ITEM}"\n', f'  - code: "{ITEM}"\n    note: 备注\n')
    assert "0 个错误" in said("check")


def test_who_answers_by_a_signed_memorandum(signed, said):
    assert "兰审备〔2018〕1号" in said("who", ITEM, on="2019-01-10")


TWO, THREE = "530104002000", "530104003000"


def begins(folder, day="2019-02-01"):
    """The second item moves from a day on."""
    moved = f"    disposition:\n      state: transferred\n      effective: {day}\n"
    head = '    name: 固定资产投资项目节能审查\n    type: "01"\n    competent: fagai\n'
    edit(folder, ITEMS, f"{head}    organ: fagai\n    section: shenpi-gu\n", f"{head}    organ: shenpi\n")
    seals = f"    seals:\n      - id: s1\n        seal: shenpi-zhang\n        from: {day}\n"
    edit(folder, ITEMS, "    disposition:\n      state: resident\n  - code", f"{seals}{moved}  - code")


def ends(folder):
    """The first item does not move any more."""
    rest = "    level: county\n    bases:\n"
    edit(folder, ITEMS, f"    organ: shenpi\n{rest}", f"    organ: fagai\n    section: shenpi-gu\n{rest}")
    seals = "    seals:\n      - id: s1\n        seal: shenpi-zhang\n        from: 2018-12-30\n"
    old = "      state: transferred\n      effective: 2018-12-30\n      section: touzi\n"
    edit(folder, ITEMS, f"{seals}    disposition:\n{old}", "    disposition:\n      state: resident\n")


def spreads(folder):
    """The other handling of the third item moves too."""
    old = "        section: shenpi-gu\n        disposition:\n          state: resident\n"
    edit(
        folder,
        ITEMS,
        old,
        "        disposition:\n          state: transferred\n          effective: 2019-02-01\n",
    )


def supplement(folder):
    from xuke.document.read import read  # noqa: PLC0415

    document, _ = read(MEMO, (folder / MEMO).read_bytes())
    return document.value["supplements"][-1]


def told(said, *words, on):
    return json.loads(said(*words, "--format", "json", on=on))


def codes(said, on, exit_code):
    found = json.loads(said("check", "--format", "json", on=on, code=exit_code))
    return {(each["code"], each["record"]) for each in found["diagnostics"]}


def test_items_that_come_and_go_are_drafted_into_a_supplement(signed, said):
    for change in (begins, ends, spreads):
        change(signed)
    commit(signed, "2019-01-05T09:00:00+0800")
    found = said("check", on="2019-01-10", code=1)
    assert {"M005", "M006", "M012"} <= {each for each in ("M005", "M006", "M012") if each in found}
    told = said("memo", "supplement", "fagai", "--dry-run", on="2019-01-10")
    assert "变动 3 处，将写入补充备忘录草稿；没有写入" in told
    assert "变动 3 处" in said("memo", "supplement", "fagai", on="2019-01-10")
    assert "变动 3 处" in said("memo", "supplement", "fagai", on="2019-01-10")
    paper = supplement(signed)
    assert paper["items"] == [{"code": TWO}, {"code": THREE}]
    assert (paper["removed"], paper["changes"]) == ([ITEM], [])
    assert "（一）增列“固定资产投资项目节能审查”（530104002000），自 2019-02-01 起划转。" in paper["text"]
    assert "改为整体划转" in paper["text"]
    assert "从划转事项目录中删去" in paper["text"]
    # A draft settles nothing.
    assert len(suspects(said)) == 3
    said("memo", "sign", "fagai", "--supplement", "bc1", "--number", "兰审备〔2019〕2号", on="2019-01-10")
    assert [bool(each["fingerprint"]) for each in supplement(signed)["items"]] == [True, True]
    assert "0 个错误" in said("check", on="2019-01-10")
    assert suspects(said) == []


def test_the_paper_of_a_supplement_shows_what_leaves_the_list(signed, said, tmp_path):
    ends(signed)
    said("memo", "supplement", "fagai", on="2019-01-10")
    paper = tmp_path / "1.html"
    said("memo", "render", "fagai", "--supplement", "bc1", "--format", "html", "-o", str(paper))
    assert "1.删去的事项" in paper.read_text("utf-8")
    assert "增列和改列" not in paper.read_text("utf-8")


def test_what_is_added_is_covered_from_the_day_of_the_supplement(signed, said, tmp_path):
    begins(signed)
    said("memo", "supplement", "fagai", on="2019-01-10")

    def paper():
        answers = told(said, "who", TWO, on="2019-03-01")["shares"][0]["stages"]
        return {(each["paper"]["source"], each["paper"]["place"]) for each in answers}

    assert "memorandum" not in {source for source, _ in paper()}
    covered = lambda on: told(said, "memo", "status", on=on)["departments"][0]["covered"]  # noqa: E731
    assert covered("2019-01-10") == 2
    said("memo", "sign", "fagai", "--supplement", "bc1", "--number", "兰审备〔2019〕2号", on="2019-01-20")
    assert ("memorandum", "兰审备〔2019〕2号") in paper()
    assert (covered("2019-01-19"), covered("2019-01-20")) == (2, 3)
    assert "兰审备〔2019〕2号" in said("who", TWO, on="2019-03-01")
    book = tmp_path / "1.html"
    said("memo", "render", "fagai", "--supplement", "bc1", "--format", "html", "-o", str(book))
    assert TWO in book.read_text("utf-8")


def test_an_item_that_changes_after_its_supplement_is_suspect(signed, said):
    begins(signed)
    said("memo", "supplement", "fagai", on="2019-01-10")
    said("memo", "sign", "fagai", "--supplement", "bc1", on="2019-01-10")
    commit(signed, "2019-01-10T09:00:00+0800")
    edit(
        signed,
        ITEMS,
        "        value: 0\n        unit: on_the_spot\n",
        "        value: 2\n        unit: day\n",
    )
    commit(signed, "2019-01-12T09:00:00+0800")
    assert {each["field"] for each in suspects(said, on="2019-01-15")} >= {"limit.promised.value"}


@pytest.mark.parametrize("is_committed", [False, True])
def test_what_was_taken_over_by_a_supplement_and_changes_on_its_day_is_suspect(signed, said, is_committed):
    said("transfer", TWO, "--effective", "2019-02-01", on="2019-01-10")
    said("memo", "sign", "fagai", "--supplement", "bc1", on="2019-01-10")
    commit(signed, "2019-01-10T09:00:00+0800")
    assert suspects(said, on="2019-01-15") == []
    edit(
        signed,
        ITEMS,
        "        value: 0\n        unit: on_the_spot\n",
        "        value: 2\n        unit: day\n",
    )
    if is_committed:
        commit(signed, "2019-01-10T10:00:00+0800")
    assert {each["item"] for each in suspects(said, on="2019-01-15")} == {f"lan/item/{TWO}"}


def test_a_draft_gives_way_when_its_ground_is_gone(signed, said):
    before, items = text(signed), (signed / ITEMS).read_text("utf-8")
    begins(signed)
    said("memo", "supplement", "fagai", on="2019-01-10")
    assert text(signed) != before
    (signed / ITEMS).write_text(items, "utf-8", newline="\n")
    assert "没有需要补充的变动" in said("memo", "supplement", "fagai", on="2019-01-10")
    assert text(signed) == before


@pytest.mark.parametrize("has_past", [True, False])
def test_a_signed_supplement_is_closed_too(signed, said, has_past):
    begins(signed)
    said("memo", "supplement", "fagai", on="2019-01-10")
    said("memo", "sign", "fagai", "--supplement", "bc1", on="2019-01-10")
    commit(signed, "2019-01-10T09:00:00+0800")
    if not has_past:
        shutil.rmtree(signed / ".git")
    assert "0 个错误" in said("check", on="2019-01-15")
    edit(signed, MEMO, "    text: 增列“", "    text: 另增列“")
    assert said("check", on="2019-01-15", code=1).count("M013") == 1


def test_a_difference_tells_what_it_makes_suspect(signed, said):
    edit(signed, ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    edit(signed, ITEMS, "    name: 固定资产投资项目节能审查\n", "    name: 节能审查\n")
    edit(signed, ITEMS, "      section: touzi\n", "      section: touzi\n    note: 备注\n")
    changes = told(said, "diff", on="2019-01-10")["changes"]
    assert {each["record"]: each.get("suspect") for each in changes} == {
        f"lan/item/{ITEM}": ["lan/memorandum/fagai"],
        # What no memorandum lists was agreed with nobody.
        f"lan/item/{TWO}": None,
    }
    assert said("diff").count("存疑：lan/memorandum/fagai") == 1
    assert "suspect: lan/memorandum/fagai" in said("diff", lang="en")
    assert said("diff", "--format", "markdown").count("存疑：lan/memorandum/fagai") == 1
    said("memo", "confirm", "fagai", ITEM, "--reason", "条文序号调整", on="2019-01-10")
    assert "存疑" not in said("diff", "--kind", "item")


def test_a_remark_or_what_is_not_agreed_on_makes_nothing_suspect(signed, said):
    edit(signed, ITEMS, "    service_kind: promised\n", "    service_kind: promised\n    note: 备注\n")
    assert "存疑" not in said("diff")
    edit(signed, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(signed)
    edit(signed, ITEMS, "        value: 4\n", "        value: 5\n")
    # Back to what was signed.
    assert "存疑" not in said("diff")

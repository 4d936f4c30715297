"""Memoranda on paper: every value is there, nothing is taken for a command, the same bytes each time."""

import io
import re
import subprocess
import sys
import zipfile
from functools import partial

import pytest

import house
from xuke.commands import memo_render
from xuke.commands.program import run
from xuke.memo.docx import base_file, docx_texts
from xuke.memo.paper import Text
from xuke.words.zh import gongwen as zh

MEMO = "memoranda/lan/fagai.yaml"


@pytest.fixture
def small(small):
    """The small workspace with a full draft."""
    assert run(["memo", "draft", "fagai", "-C", str(small), "-q"]) == 0
    return small


@pytest.fixture
def said(said):
    """Runs a command on a day of rendering."""
    return partial(said, on="2018-12-01")


def edit(folder, old, new):
    file = folder / MEMO
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


def words_of(file):
    return "\n".join(docx_texts(file.read_bytes()))


def test_equal_records_give_equal_bytes(said, tmp_path):
    one, two = tmp_path / "1.docx", tmp_path / "2.docx"
    for file in (one, two):
        said("memo", "render", "fagai", "-o", str(file))
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        assert b"<dc:creator>xuke</dc:creator>" in archive.read("docProps/core.xml")
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_document_is_replaced_and_nobody_elses(said, tmp_path):
    file = tmp_path / "1.docx"
    said("memo", "render", "fagai", "-o", str(file))
    said("memo", "render", "fagai", "-o", str(file))
    file.write_bytes(b"mine")
    assert "--force" in said("memo", "render", "fagai", "-o", str(file), code=3)
    said("memo", "render", "fagai", "-o", str(file), "--force")


def test_the_paper_says_what_papers_say(small, said, tmp_path):
    edit(small, "status: draft\n", "status: signed\nsigned: 2018-12-20\neffective: 2018-12-30\n")
    edit(small, "number: null\n", "number: 兰审备〔2018〕1号\n")
    edit(small, '  - code: "530104001000"\n', '  - code: "530104001000"\n    note: 首批\n')
    file = tmp_path / "1.docx"
    said("memo", "render", "fagai", "-o", str(file))
    text = words_of(file)
    for each in (
        *("兰审备〔2018〕1号", "自2018年12月30日起划转乙方行使", "2018年12月20日", "一、划转事项", "首批"),
        *(
            "（一）截止受理。",
            "530104003000",
            "01 新办",
            "条件成熟前",
            "附件：1.划转事项目录",
            "甲方（盖章）：",
        ),
        *("《兰县相对集中行政许可权改革实施方案》（兰政发〔2018〕9号）",),
    ):
        assert each in text, each
    assert "草稿" not in text


def test_data_come_out_as_they_are(small, said, tmp_path):
    odd = "A&B <b>粗</b> {{ giver }} {% x %} *星* _线_ | # 竖 &amp; `码` \\\\n ${HOME} [链](x)"
    edit(small, "funds: ", f"funds: '{odd}' # ")
    said("memo", "render", "fagai", "-o", str(tmp_path / "1.docx"))
    assert odd in words_of(tmp_path / "1.docx")
    for form in ("markdown", "html"):
        shown = said("memo", "render", "fagai", "--format", form)
        assert "<b>粗" not in shown
        assert "粗" in shown


def test_a_number_of_paragraphs_is_kept(small, said, tmp_path):
    edit(small, "funds: ", "funds: |-\n  - 第一条\n  2.第二条\n#")
    said("memo", "render", "fagai", "-o", str(tmp_path / "1.docx"))
    assert "- 第一条\n2.第二条。" in words_of(tmp_path / "1.docx")
    assert "\\- 第一条<br>2.第二条" in said("memo", "render", "fagai", "--format", "markdown")
    assert "- 第一条<br>2.第二条" in said("memo", "render", "fagai", "--format", "html")


@pytest.mark.parametrize("sign", ["\\x07", "\\x85", "\\u2028"])
def test_a_control_character_is_refused(small, said, tmp_path, sign, monkeypatch):
    edit(small, "funds: ", "funds: 经费\n#")
    real = memo_render.composed
    bad = sign.encode().decode("unicode_escape")
    monkeypatch.setattr(
        memo_render,
        "composed",
        lambda *given: [*real(*given), Text("text", bad)],
    )
    assert "不能印在纸上" in said("memo", "render", "fagai", "-o", str(tmp_path / "1.docx"), code=1)
    assert not (tmp_path / "1.docx").exists()


@pytest.mark.parametrize("form", ["docx", "markdown", "html"])
def test_a_value_that_is_missing_is_named_and_nothing_is_written(said, tmp_path, form, monkeypatch):
    real = memo_render.composed
    monkeypatch.setattr(memo_render, "composed", lambda *given: real(*given)[:-3])
    target = tmp_path / "1.out"
    told = said("memo", "render", "fagai", "--format", form, "-o", str(target), code=1)
    assert "没有出现在文稿里" in told
    assert "stages.0.periods.0（受理自2018年12月30日起县行政审批局）" in told
    assert not target.exists()


def restyled(change):
    """The base file with another styles.xml."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base_file())) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/styles.xml" else data)
    return result.getvalue()


def test_an_office_brings_its_own_base(said, tmp_path):
    base = tmp_path / "own.docx"
    base.write_bytes(restyled(lambda data: data.replace("仿宋_GB2312".encode(), b"FangSong")))
    said("memo", "render", "fagai", "--base", str(base), "-o", str(tmp_path / "1.docx"))
    with zipfile.ZipFile(tmp_path / "1.docx") as archive:
        assert b'w:eastAsia="FangSong"' in archive.read("word/styles.xml")


def test_a_base_that_does_not_fit_is_refused(said, tmp_path):
    base, target = tmp_path / "own.docx", str(tmp_path / "1.docx")
    base.write_bytes(restyled(lambda data: data.replace(zh.STYLES["cell"].encode(), b"other")))
    assert zh.STYLES["cell"] in said("memo", "render", "fagai", "--base", str(base), "-o", target, code=1)
    base.write_bytes(b"no archive")
    assert "不是 Word 文档" in said("memo", "render", "fagai", "--base", str(base), "-o", target, code=1)
    said("memo", "render", "fagai", "--base", str(tmp_path / "none"), "-o", target, code=3)


def test_without_a_memorandum_the_way_to_one_is_told(said):
    assert "xuke memo draft zhengwu" in said("memo", "render", "zhengwu", code=1)


def test_every_memorandum_of_the_reference_is_printed_whole(capsys, tmp_path):
    for file in sorted((house.ROOT / "memoranda" / "yaoan").glob("*.yaml")):
        words = [
            "-C",
            str(house.ROOT),
            "-j",
            "yaoan",
            "-o",
            str(tmp_path / "1.html"),
            "--format",
            "html",
            "--force",
        ]
        assert run(["memo", "render", file.stem, *words]) == 0, capsys.readouterr().err
    assert run(["memo", "render", "nongye", *words[:5], str(tmp_path / "1.docx")]) == 0


def test_the_base_is_what_its_script_writes(tmp_path):
    target = tmp_path / "base.docx"
    subprocess.run([sys.executable, str(house.ROOT / "docs" / "memo_base.py"), str(target)], check=True)
    assert target.read_bytes() == base_file()


def test_a_page_of_the_base_has_22_lines_of_28_characters():
    with zipfile.ZipFile(io.BytesIO(base_file())) as archive:
        page = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    size = {name: int(value) for name, value in re.findall(r'w:(\w+)="(\d+)"', page)}
    line, character = size["linePitch"], 16 * 20 - 5
    assert (size["h"] - size["top"] - size["bottom"]) // line == 22
    assert (size["w"] - size["left"] - size["right"]) // character == 28
    assert styles.count('w:line="579" w:lineRule="exact"') == 11

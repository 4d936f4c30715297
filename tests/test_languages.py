"""Every command speaks one language: Chinese without English words, English with Chinese data alone."""

import re
import shutil

import pytest

import house
from xuke.commands.program import run

SMALL = house.ROOT / "tests" / "workspaces" / "small"
COMMANDS = (
    ["check"],
    ["check", "--format", "markdown"],
    ["check", "--format", "github"],
    ["check", "--fix", "--dry-run"],
    ["rules"],
    ["list", "item"],
    ["list", "department"],
    ["list", "measure", "--format", "csv"],
    ["list", "measure"],
    ["measures"],
    ["measures", "--format", "markdown"],
    ["show", "item/530104001000"],
    ["show", "measure/m03"],
    ["show", "memorandum/fagai"],
    ["export", "filing", "-o", "a.xlsx"],
    ["template", "items", "-o", "b.xlsx"],
    ["template", "changes"],
    ["fill", "b.xlsx"],
    ["fill", "b.xlsx", "--draft-map"],
    ["fill", "nothing.xlsx", "--draft-map"],
    ["template", "nothing"],
    ["template", "items", "--department", "nobody"],
    ["stats"],
    ["stats", "--format", "markdown"],
    ["measures"],
    ["measures", "--department", "fagai"],
    ["doctor"],
    ["memo", "draft", "zhengwu"],
    ["memo", "draft"],
    ["memo", "render", "fagai", "-o", "a.docx"],
    ["memo", "render", "zhengwu"],
    ["memo", "sign", "fagai", "--number", "1"],
    ["memo", "sign", "fagai"],
    ["memo", "supplement", "fagai"],
    ["memo", "confirm", "fagai", "530104001000", "--reason", "x"],
    ["memo", "status"],
    ["memo", "status", "--department", "fagai"],
    ["new", "measure"],
    ["new", "measure", "--set", "kind=x"],
    ["new", "hall", "--set", "name=甲", "--set", "kind=hall"],
    ["fmt", "--check"],
    ["fmt"],
    ["transfer", "530104002000"],
    ["transfer", "530104004000"],
    ["renumber", "530104001000", "530104011000", "--dry-run"],
    ["renumber", "530104001000", "530104002000"],
    ["split", "530104001000", "--into", "530104001001=甲", "--into", "530104001002=乙"],
    ["merge", "530104001000", "530104002000", "--into", "530104001000", "--name", "甲"],
    ["merge", "530104002000", "530104004000", "--into", "530104002000", "--name", "甲"],
    ["withdraw", "530104001000"],
    ["withdraw", "530104001000", "--reason", "第6号"],
    ["who", "530104001000"],
    ["who", "企业投资项目核准"],
    ["who", "department/fagai"],
    ["filing", "list"],
    ["filing", "prepare", "-o", "a.zip"],
    ["filing", "record", "catalogue/xuke.yaml", "--number", "1"],
    ["filing", "reply", "--number", "1", "--issuer", "1"],
    ["filing", "verify", "catalogue/xuke.yaml"],
    ["diff"],
    ["diff", "--format", "markdown", "--totals", "--suggest", "--moves"],
    ["diff", "--format", "xlsx"],
    ["check", "--at", "HEAD"],
    ["import", "nothing.xlsx"],
    ["show", "nothing"],
    ["list", "nothing"],
    ["explain", "X999"],
)


#: What belongs to a format or to a standard, not to a sentence.
SYNTAX = {
    "ENOENT",
    "br",
    "col",
    "endColumn",
    "endLine",
    "error",
    "file",
    "line",
    "task_version",
    "title",
    "warning",
}


@pytest.fixture
def register(tmp_path):
    """The small workspace with a fault, so that there is something to say."""
    target = tmp_path / "w"
    shutil.copytree(SMALL, target)
    items = target / "catalogue" / "lan" / "items" / "fagai.yaml"
    items.write_text(items.read_text("utf-8").replace("        value: 5\n", "        value: 25\n"), "utf-8")
    measures = target / "catalogue" / "lan" / "measures.yaml"
    measures.write_text(measures.read_text("utf-8") + COMPUTED, "utf-8")
    return target


#: A task that is due so long after something else.
COMPUTED = """  - id: m03
    title: 理顺机制
    kind: measure
    lead: []
    responsible:
      - fagai
    due: null
    within:
      value: 5
      unit: working_day
      of:
        milestone: shishi/guapai
    state: under_way
"""


#: What the doctor tells of the machine: names of libraries, paths, encodings, settings, commands.
MACHINE = re.compile(
    "[A-Za-z][A-Za-z.-]+ [0-9][0-9.]*|/[^ ）；、]+|utf-8|UTF-8|--schemas|\\.gitattributes|eol=lf"
)


def data():
    return "\n".join(file.read_text("utf-8") for file in SMALL.rglob("*.yaml"))


def said(words, register, language, capsys):
    # What does not read the register takes no day; the rules need no register at all.
    place = [] if words[0] in {"rules", "explain"} else ["-C", str(register)]
    day = [] if words[0] in {"rules", "explain", "doctor"} else ["--on", house.DAY]
    run([*words, *place, *day, "--lang", language])
    captured = capsys.readouterr()
    return (captured.out + captured.err).replace(str(register), "")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_chinese_run_has_no_english_words(words, register, capsys):
    text = said(words, register, "zh-CN", capsys)
    known = set(re.findall("[A-Za-z]+", data())) | {
        word for each in words for word in re.findall("[A-Za-z]+", each)
    }
    assert house.chinese(text)
    told = MACHINE.sub(" ", text) if words == ["doctor"] else text
    assert house.latin_words(told, known | SYNTAX | {"git", "init"}) == []


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_an_english_run_has_no_chinese_but_data(words, register, capsys):
    text = said(words, register, "en", capsys)
    runs = re.findall("[\u3400-\u9fff]{2,}", text)
    assert [each for each in runs if each not in data()] == []

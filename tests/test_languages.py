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
    ["show", "item/530104001000"],
    ["show", "memorandum/fagai"],
    ["export", "filing", "-o", "a.xlsx"],
    ["stats"],
    ["stats", "--format", "markdown"],
    ["measures"],
    ["measures", "--department", "fagai"],
    ["diff"],
    ["check", "--at", "HEAD"],
    ["show", "nothing"],
    ["list", "nothing"],
    ["explain", "X999"],
)


#: What belongs to a format or to a standard, not to a sentence.
SYNTAX = {"br", "col", "endColumn", "endLine", "error", "file", "line", "task_version", "title", "warning"}


@pytest.fixture
def register(tmp_path):
    """The small workspace with a fault, so that there is something to say."""
    target = tmp_path / "w"
    shutil.copytree(SMALL, target)
    items = target / "catalogue" / "lan" / "items" / "fagai.yaml"
    items.write_text(items.read_text("utf-8").replace("        value: 5\n", "        value: 25\n"), "utf-8")
    return target


def data():
    return "\n".join(file.read_text("utf-8") for file in SMALL.rglob("*.yaml"))


def said(words, register, language, capsys):
    run(
        [*words, "-C", str(register), "--lang", language, "--on", house.DAY]
        if words[0] not in {"rules", "explain"}
        else [*words, "--lang", language]
    )
    captured = capsys.readouterr()
    return (captured.out + captured.err).replace(str(register), "")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_chinese_run_has_no_english_words(words, register, capsys):
    text = said(words, register, "zh-CN", capsys)
    known = set(re.findall("[A-Za-z]+", data())) | {
        word for each in words for word in re.findall("[A-Za-z]+", each)
    }
    assert house.chinese(text)
    assert house.latin_words(text, known | SYNTAX) == []


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_an_english_run_has_no_chinese_but_data(words, register, capsys):
    text = said(words, register, "en", capsys)
    runs = re.findall("[\u3400-\u9fff]{2,}", text)
    assert [each for each in runs if each not in data()] == []

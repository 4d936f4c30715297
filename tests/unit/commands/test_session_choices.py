"""What a run works on: language, jurisdiction, record, paths."""

import pytest

from child import repository, workspace
from xuke.commands.language import chosen, named
from xuke.commands.program import run
from xuke.words.render import Language

MEI = "provenance: demonstration\njurisdiction:\n  division: null\n  name: 梅县\n  level: county\n"


@pytest.fixture
def two(tmp_path, monkeypatch):
    """The small workspace with a second jurisdiction, and started in it."""
    root = workspace(tmp_path / "w")
    (root / "catalogue/mei").mkdir()
    (root / "catalogue/mei/reform.yaml").write_text(MEI, "utf-8")
    (root / "catalogue/mei/halls.yaml").write_bytes((root / "catalogue/lan/halls.yaml").read_bytes())
    monkeypatch.chdir(root)
    return root


def says(capsys, *words):
    code = run([*words, "--lang", "zh"])
    return code, "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, Language.ZH),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, Language.EN),
        (["--lang=en"], {}, Language.EN),
        (["--lang"], {"LANG": "en_GB"}, Language.EN),
        (["--", "--lang", "en"], {}, Language.ZH),
        ([], {"XUKE_LANG": "en"}, Language.EN),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "en_US"}, Language.ZH),
        ([], {"LC_ALL": "", "LANG": "en_US"}, Language.EN),
        ([], {"LANG": "de_DE"}, Language.ZH),
        (["-C", "/no/such/folder"], {}, Language.ZH),
    ],
)
def test_the_language_is_chosen_by_option_variable_and_locale(
    words, environment, language, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert chosen(words, environment) is language


def test_the_workspace_has_a_language_of_its_own(two):
    (two / "catalogue/xuke.yaml").write_text("format: 1\nlanguage: en  # English\n", "utf-8")
    assert chosen([], {}) is Language.EN
    assert chosen(["-C", str(two / "catalogue")], {}) is Language.EN


@pytest.mark.parametrize(
    ("name", "language"), [("ZH", Language.ZH), ("zh_CN", Language.ZH), ("fr", None), (None, None)]
)
def test_languages_have_few_names(name, language):
    assert named(name) is language


def test_the_default_jurisdiction_is_meant_where_none_is_named(two, capsys):
    assert says(capsys, "list", "hall", "--format", "csv") == (0, "标识,名称\ndating,县政务服务大厅\n")
    code, text = says(capsys, "list", "item", "-j", "mei", "--format", "csv")
    assert (code, text.count("\n")) == (0, 1)


def test_without_a_default_the_jurisdiction_is_asked_for(two, capsys):
    (two / "catalogue/xuke.yaml").write_text("format: 1\n", "utf-8")
    assert says(capsys, "list", "hall") == (2, "xuke: 有几个地区，请用 -j 指定：lan、mei\n")
    assert says(capsys, "show", "dating") == (
        2,
        "xuke: dating 指几条记录，请写全：lan/hall/dating、mei/hall/dating\n",
    )
    assert says(capsys, "show", "mei/hall/dating")[0] == 0
    assert says(capsys, "show", "hall/dating", "-j", "mei")[1].startswith("记录: mei/hall/dating\n")


def test_an_id_that_several_have_means_that_of_the_default_jurisdiction(two, capsys):
    assert says(capsys, "show", "dating")[1].startswith("记录: lan/hall/dating\n")


def test_a_check_is_told_of_one_jurisdiction_or_of_some_paths(two, capsys):
    for name in ("lan", "mei"):
        with (two / f"catalogue/{name}/halls.yaml").open("a", encoding="utf-8") as file:
            file.write("    colour: x\n")
    assert says(capsys, "check")[1].count("S006") == 2
    assert says(capsys, "check", "-j", "mei")[1].startswith("catalogue/mei/halls.yaml:7:5: 错误 S006")
    assert says(capsys, "check", "catalogue/lan")[1].startswith("catalogue/lan/halls.yaml:7:5: 错误 S006")
    assert says(capsys, "check", "catalogue/lan", "-j", "mei")[0] == 0
    assert says(capsys, "check", ".")[1].count("S006") == 2
    assert says(capsys, "check", "memoranda/lan/fagai.yaml")[0] == 0


def test_a_path_that_only_an_earlier_version_has_is_known(tmp_path, monkeypatch, capsys):
    root = repository(tmp_path / "w")
    (root / "memoranda/lan/fagai.yaml").unlink()
    monkeypatch.chdir(root)
    assert says(capsys, "check", "--at", "HEAD", "memoranda/lan/fagai.yaml")[0] == 0
    assert says(capsys, "check", "memoranda/lan/fagai.yaml") == (
        2,
        "xuke: 没有这个文件或文件夹：memoranda/lan/fagai.yaml\n",
    )

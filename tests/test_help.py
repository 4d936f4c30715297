"""Help in two languages, quick to come: no command needs a library to say what it is for."""

import json
import os
import re
import subprocess
import sys

import click
import pytest

import house
from child import workspace
from xuke import __version__
from xuke.commands.program import COMMANDS, Lazy, program, run
from xuke.report.formats import FORMATS
from xuke.words.width import width

#: Libraries that cost time to import, and whom help must not wait for.
HEAVY = {
    *("openpyxl", "jsonschema", "jsonschema_rs", "referencing", "git", "ruamel", "_ruamel_yaml"),
    *("tabulate", "wcwidth", "stdnum", "chinese_calendar"),
}

#: Names in the Chinese help that are typed as they stand.
TYPED = {
    "filing prepare": {"request", "decision", "opinion", "consent", "publication", "other"},
    "": {"COMMAND"},
    "check": {"table", "report"},
    "list": {"fagai"},
    "diff": {"index"},
    "export": {"working", "filed"},
    "init": {"yaoan"},
}


def choices_of(name):
    """What may be typed for the options and arguments of a command."""
    params = house.commands()[name].params if name else []
    return {each for param in params if isinstance(param.type, click.Choice) for each in param.type.choices}


@pytest.fixture(autouse=True)
def _fresh_help_options():
    # click keeps the option that it made for --help; a run of the program speaks one language only.
    for each in (program, *house.commands().values()):
        each._help_option = None


def help_of(words, capsys):
    code = run([*words, "--help"])
    captured = capsys.readouterr()
    assert captured.err == ""
    assert code == 0
    return captured.out


NAMES = list(house.commands())
ALL = ["", *NAMES]


@pytest.mark.parametrize("name", ALL)
def test_help_in_chinese_is_chinese(name, capsys):
    text = help_of(["--lang", "zh-CN", *name.split()], capsys)
    assert house.chinese(text)
    plain = re.sub(r"\[[\w-]+(?:\|[\w-]+)*\]", " ", text)
    typed = TYPED.get(name, set()) | choices_of(name) | {"index"}
    assert house.latin_words(plain, typed) == []


@pytest.mark.parametrize("name", ALL)
def test_help_in_english_is_english(name, capsys):
    text = help_of(["--lang", "en", *name.split()], capsys)
    assert house.chinese(text) == []
    assert text.startswith("Usage: xuke")


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_help_names_every_option(name, language, capsys):
    text = help_of(["--lang", language, *name.split()], capsys)
    for param in house.commands()[name].params if name else []:
        if isinstance(param, click.Option):
            assert all(each in text for each in param.opts), param.name
    assert "--help" in text


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_help_fits_the_screen(name, language, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = help_of(["--lang", language, *name.split()], capsys)
    assert [line for line in text.splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("language", house.LANGUAGES)
def test_help_lists_every_command_in_order(language, capsys):
    text = help_of(["--lang", language], capsys)
    listed = [line.split()[0] for line in text.splitlines() if re.match(r"  [a-z][a-z-]*  ", line)]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_short_help_of_a_letter_is_the_same(name, language, capsys):
    words = ["--lang", language, *name.split()]
    long = help_of(words, capsys)
    assert run([*words, "-h"]) == 0
    assert capsys.readouterr().out == long


GROUPS = [name for name, each in house.commands().items() if isinstance(each, Lazy)]


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize(("language", "says"), [("en", "Usage: xuke"), ("zh-CN", "用法")])
def test_groups_take_the_options_that_all_commands_share(name, language, says, capsys, tmp_path):
    expected = help_of(["--lang", language, name], capsys)
    assert says in expected
    for shared in (["--lang", language], [f"--lang={language}", "-q", "-v", "--color", "never"]):
        for words in ([name, *shared, "--help"], [name, "--help", *shared]):
            assert run([*words, "-C", str(tmp_path)]) == 0
            assert capsys.readouterr().out == expected


def test_what_a_group_is_told_counts_for_its_command(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XUKE_LANG", "zh-CN")
    workspace(tmp_path / "w")
    place = ["-C", str(tmp_path / "w")]
    assert run(["memo", *place, "--lang", "en", "-v", "status"]) == 0
    told = capsys.readouterr()
    assert "Transfer memoranda of" in told.out
    assert told.err
    assert run(["memo", *place, "--lang", "en", "status", "--lang", "zh-CN"]) == 0
    assert "Transfer memoranda of" not in capsys.readouterr().out
    assert run(["memo", "-C", str(tmp_path / "none"), "status"]) == 3


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"xuke {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "没有命令"),
        (["chekc"], "没有命令"),
        (["--nonsense"], "没有选项"),
        ([], "xuke"),
    ],
)
def test_what_is_unknown_is_refused_in_chinese(words, said, capsys):
    assert run(["--lang", "zh-CN", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("name", NAMES)
def test_unknown_options_of_a_command_are_refused_in_both_languages(name, capsys):
    for language, said in (("zh-CN", "没有选项"), ("en", "No such option")):
        assert run(["--lang", language, *name.split(), "--nonsense"]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert said in captured.err
        if language == "en":
            assert house.chinese(captured.err) == []


WRONG = [
    (["explain"], set()),
    (["show"], set()),
    (["list"], set()),
    (["explain", "M005", "surplus"], {"surplus"}),
    (["check", "--format", "xml"], {"xml", *FORMATS}),
    (["check", "--format"], set()),
    (["check", "--fail-on=never"], {"never", "error", "warning"}),
    (["check", "-q=1"], set()),
    (["check", "--show-suppressed=1"], set()),
    (["completion", "tcsh"], {"tcsh"}),
    (["completion"], set()),
    (["export"], set()),
    (["export", "nothing"], {"nothing"}),
    (["--lang"], set()),
    (["--lang", "fr", "check"], {"fr"}),
    (["diff", "a", "b", "c"], {"a", "b", "c"}),
]


@pytest.mark.parametrize(
    ("words", "typed"), WRONG, ids=lambda each: " ".join(each if isinstance(each, list) else sorted(each))
)
def test_wrong_use_is_told_in_chinese(words, typed, capsys, monkeypatch):
    monkeypatch.setenv("XUKE_LANG", "zh-CN")
    assert run(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert house.chinese(captured.err)
    assert house.latin_words(captured.err, typed) == []


@pytest.mark.parametrize(
    ("words", "typed"), WRONG, ids=lambda each: " ".join(each if isinstance(each, list) else sorted(each))
)
def test_wrong_use_is_told_in_english(words, typed, capsys, monkeypatch):
    monkeypatch.setenv("XUKE_LANG", "en")
    assert run(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert house.chinese(captured.err) == []


_PROBE = """
import io, json, sys
from contextlib import redirect_stdout, redirect_stderr
sys.argv = ["xuke", *json.loads(sys.argv[1])]
from xuke.__main__ import main
said = io.TextIOWrapper(io.BytesIO(), "utf-8")
code = None
with redirect_stdout(said), redirect_stderr(said):
    try:
        main()
    except SystemExit as end:
        code = end.code
said.flush()
print(json.dumps({"code": code, "said": said.buffer.getvalue().decode(), "modules": sorted(sys.modules)}))
"""


def probed(words, **environment):
    """Exit code, output and imported modules of a run by itself."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("_XUKE", "COMP_", "COV_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, json.dumps(words)],
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def heavy(probe):
    return HEAVY & {name.partition(".")[0] for name in probe["modules"]}


def test_the_probe_sees_libraries():
    assert "tabulate" in heavy(probed(["rules"]))


@pytest.mark.parametrize("words", [["--help"], *([*name.split(), "--help"] for name in NAMES)], ids=" ".join)
def test_help_imports_no_library(words):
    probe = probed(words)
    assert probe["code"] == 0
    assert heavy(probe) == set()


def modules(members):
    """The modules of all commands, those of groups among them."""
    for each in members.values():
        yield from [each] if isinstance(each, str) else modules(each)


def test_a_group_hands_on_to_its_commands(capsys):
    group = Lazy("program", {"lists": {"rules": "rules", "kinds": "list"}})
    inner = group.get_command(None, "lists")
    assert inner.list_commands(None) == ["rules", "kinds"]
    assert inner.get_command(None, "rules").name == "rules"
    assert inner.get_command(None, "nothing") is None
    assert inner.path_of("rules") == "lists.rules"


def test_help_of_the_program_imports_no_command():
    loaded = set(probed(["--help"])["modules"])
    assert loaded & {f"xuke.commands.{module}" for module in modules(COMMANDS)} == set()


def test_version_imports_nothing_at_all():
    probe = probed(["--version"])
    assert probe["said"] == f"xuke {__version__}\n"
    assert probe["code"] is None
    assert heavy(probe) == set()
    assert "click" not in probe["modules"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script_and_imports_no_library(shell):
    probe = probed(["completion", shell])
    assert probe["code"] == 0
    assert "_XUKE_COMPLETE" in probe["said"]
    assert heavy(probe) == set()


#: What each shell says of the line "xuke ch", where the cursor stands at its end.
ASKED = {
    "bash": {"COMP_WORDS": "xuke ch", "COMP_CWORD": "1"},
    "zsh": {"COMP_WORDS": "xuke ch", "COMP_CWORD": "1"},
    "fish": {"COMP_WORDS": "xuke ch", "COMP_CWORD": "ch"},
}


@pytest.mark.parametrize("shell", ASKED)
def test_a_shell_is_given_commands_without_a_library(shell):
    probe = probed([], _XUKE_COMPLETE=f"{shell}_complete", **ASKED[shell])
    assert probe["code"] == 0
    assert "check" in re.split(r"[\s,]+", probe["said"])
    assert "diff" not in probe["said"]
    assert heavy(probe) == set()


def powershell_words(script):
    """The variables that a PowerShell script sets before it calls the program."""
    return set(re.findall(r"\$env:(\w+) = ", script))


def test_powershell_is_given_commands_by_the_words_that_its_script_sends():
    sent = powershell_words(probed(["completion", "powershell"])["said"])
    known = {"COMP_WORDS": "xuke ch", "COMP_WORD": "ch", "COMP_CWORD": "1"}
    assert sent - known.keys() == {"_XUKE_COMPLETE"}
    words = {name: value for name, value in known.items() if name in sent}
    probe = probed([], _XUKE_COMPLETE="powershell_complete", **words)
    assert probe["code"] == 0
    assert "check" in probe["said"].split()
    assert "diff" not in probe["said"]
    assert heavy(probe) == set()


def test_two_languages_in_one_process_have_their_own_help(capsys):
    for lang, text in (
        ("en", "Show this message and exit."),
        ("zh-CN", "显示本说明并退出。"),
        ("en", "Show this"),
    ):
        assert run(["--lang", lang, "who", "--help"]) == 0
        assert text in capsys.readouterr().out


def test_the_help_of_withdraw_says_that_a_reason_is_needed(capsys):
    for language, word in (("en", "Required"), ("zh-CN", "必须写")):
        assert run(["withdraw", "--help", "--lang", language]) == 0
        (line,) = [each for each in capsys.readouterr().out.split("  --") if each.startswith("reason")]
        assert word in line

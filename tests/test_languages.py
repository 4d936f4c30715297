"""Every command speaks one language: Chinese without English words, English with Chinese data alone."""

import io
import re
import shutil

import click
import pytest

import house
from test_cases import CASES, commit
from xuke.commands.program import run
from xuke.diff.kinds import ChangeKind
from xuke.tables.layouts import TABLES

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


#: Formats for programs and pages have tests of their own; scripts speak the language of their shell.
FOR_PROGRAMS = {"json", "sarif", "junit", "gitlab", "html", "csv", "xlsx", "baseline", "github"}

#: Values that users type: of formats, colours, editions, attachments, kinds of change; and commands of git.
CODES_TYPED = {
    *("table", "auto", "always", "never", "text", "index", "add", "cd", "filed", "working", "plain"),
    *("request", "opinion", "consent", "other", "info", "hooks", "attributes", "config", "pre-commit"),
    *("merge.xuke.driver", "moved", "yaoan", "case", "Windows", "LANG", *FOR_PROGRAMS),
    *(str(each) for each in ChangeKind),
    *TABLES,
}

#: Commands that write the text of a document, which is Chinese in every language; its parts have ids.
DOCUMENTS = {"memo draft", "memo render"}


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


def walk(name):
    """Every way to be wrong about a command, and each choice of each option."""
    command = house.commands()[name]
    first = ARGUMENTS.get(name, [])
    yield from ([], ["--help"], ["--nonsense"], [*first, "surplus", "surplus", "surplus", "surplus"])
    for each in (param for param in command.params if isinstance(param, click.Option)):
        option = each.opts[-1]
        if each.name in ("lang", "folder"):
            continue
        if each.is_flag:
            yield from ([*first, option], [*first, f"{option}=surplus"])
            continue
        choices = each.type.choices if isinstance(each.type, click.Choice) else ()
        yield from ([*first, option, value] for value in (*choices, "surplus", "surplus=surplus", "1.5"))
        yield [*first, option]


#: What a command needs to get as far as its options.
ARGUMENTS = {
    "explain": ["T001"],
    "list": ["item"],
    "show": ["item/530104001000"],
    "log": ["item/530104001000"],
    "blame": ["item/530104001000"],
    "export": ["filing"],
    "template": ["items"],
    "fill": ["nothing.xlsx"],
    "import": ["nothing.xlsx"],
    "who": ["530104001000"],
    "new": ["hall"],
    "transfer": ["530104002000"],
    "renumber": ["530104001000", "530104011000"],
    "split": ["530104001000"],
    "merge": ["530104001000", "530104002000"],
    "withdraw": ["530104001000"],
    "memo draft": ["zhengwu"],
    "memo render": ["fagai"],
    "memo sign": ["fagai"],
    "memo supplement": ["fagai"],
    "memo confirm": ["fagai", "530104001000"],
    "filing record": ["catalogue/xuke.yaml"],
    "filing verify": ["catalogue/xuke.yaml"],
    "git textconv": ["catalogue/xuke.yaml"],
    "merge-file": ["nothing", "nothing", "nothing", "nothing"],
    "resolve": ["nothing"],
    "completion": ["bash"],
}

#: A stop of English behind Chinese.
STOP = re.compile("[\u3400-\u9fff\uff00-\uffef'][.](?: |$)", re.MULTILINE)


@pytest.fixture
def versioned(register, monkeypatch):
    """The register under version control, with a change that is not committed; nobody is asked."""
    commit(register, is_first=True)
    monkeypatch.chdir(register)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return register


def walked(name, language, folder, capsys):
    for words in walk(name):
        shared = ["--lang", language]
        run([*shared, *name.split(), *words])
        captured = capsys.readouterr()
        is_for_programs = FOR_PROGRAMS.intersection(words) or name == "completion"
        text = captured.err if is_for_programs else captured.out + captured.err
        yield words, text.replace(str(folder), "")


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.name)
def test_what_is_told_of_a_case_has_no_english_words_but_its_data(case):
    text = (case / "expected.txt").read_text("utf-8")
    plan = "".join(file.read_text("utf-8") for file in case.glob("*.yaml"))
    known = set(re.findall("[A-Za-z]+", data() + plan)) | {"git", "init"}
    found = house.latin_words(text, known)
    assert [each for each in found if not re.fullmatch("[0-9a-f]{10,40}|CF|[0-9A-F]{4}", each)] == []


@pytest.mark.parametrize("name", house.commands())
def test_no_option_of_a_command_leads_to_english_words_in_a_chinese_run(name, versioned, capsys):
    data_words = set(re.findall("[A-Za-z]+", data()))
    left = {}
    for words, text in walked(name, "zh-CN", versioned, capsys):
        known = (
            data_words
            | SYNTAX
            | CODES_TYPED
            | {each for word in words for each in re.findall("[A-Za-z]+", word)}
        )
        told = MACHINE.sub(" ", text) if name == "doctor" else text
        found = [each for each in house.latin_words(told, known) if not re.fullmatch("[0-9a-f]{7,40}", each)]
        if name not in DOCUMENTS and (found or STOP.search(text)):
            left[" ".join(words)] = found or STOP.search(text).group()
        assert "Traceback" not in text
    assert left == {}


@pytest.mark.parametrize("name", house.commands())
def test_no_option_of_a_command_leads_to_chinese_but_data_in_an_english_run(name, versioned, capsys):
    left = {}
    for words, text in walked(name, "en", versioned, capsys):
        known = data() + "".join(f"兰县{table.title}" for table in TABLES.values())
        found = [each for each in re.findall("[\u3400-\u9fff]{2,}", text) if each not in known]
        if found and name not in DOCUMENTS and "--help" not in words:
            left[" ".join(words)] = found
    assert left == {}

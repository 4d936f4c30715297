"""What the product says: one set of sentences in two languages, all of them used and all of them there."""

import ast
import re
import string
from functools import cache
from importlib import import_module
from pathlib import Path

import click
import pytest

import house
from xuke.check.explain import _KEYWORDS
from xuke.check.periods import Seam
from xuke.diff.kinds import ChangeKind
from xuke.diff.totals import FLOWS
from xuke.figures.dues import STARTS
from xuke.filing.papers import PaperKind
from xuke.model.change import Added, Edited, Moved, Removed
from xuke.model.codes import ALL as CODES
from xuke.model.diagnostic import Severity
from xuke.model.health import State
from xuke.model.limit import Unit
from xuke.report.changes import CHANGES
from xuke.sources.drivers import State as Installed
from xuke.tables.facts import Fault
from xuke.tables.filling.parts import STOPS
from xuke.tables.tally import Sort
from xuke.words.render import FAMILIES, OF_LETTER, Language, template, templates
from xuke.words.schemas import RECORDS, reference_kind, schema, walk_record
from xuke.words.zh import tables

ZH, EN = Language.ZH, Language.EN


def record_schemas():
    return [f"{name}/{kind}" if kind else name for name, kinds in RECORDS.items() for kind in kinds]


def kinds_of_reference():
    found = {reference_kind(file, node) for name in record_schemas() for _, file, node in walk_record(name)}
    return found - {""}


def character_kinds():
    names = (name.partition(".")[2] for name in templates("characters", ZH))
    return {name for name in names if name != "named"}


def command_names():
    """Commands by their path, as messages spell it."""
    return {name.replace(" ", ".") for name in house.commands()}


def argument_names():
    params = [param for each in house.commands().values() for param in each.params]
    return {param.name for param in params if isinstance(param, click.Argument)}


def bounds():
    """Names that ``check/explain.py`` gives to ``_bound``."""
    calls = [node for node in ast.walk(house.trees()["check/explain.py"]) if isinstance(node, ast.Call)]
    return {call.args[0].value for call in calls if house.dotted(call.func) == "_bound"}


#: Names that are put together while running, by how the code writes them, and all that they may be.
DYNAMIC = {
    "cli.{self.name}.help": lambda: {"program", *command_names()},
    "cli.{self.name}.short": command_names,
    "cli.{self.path_of(name)}.short": command_names,
    "cli.metavar.{self.name}": argument_names,
    "drivers.{name}": lambda: {"part", "state", "place"},
    "drivers.{each.state}": lambda: set(Installed),
    "merging.side_{name}": lambda: {"base", "ours", "theirs"},
    "characters.{_kind(character)}": character_kinds,
    "dues.{start.event}": lambda: set(STARTS),
    "doctor.{state}": lambda: set(State),
    "fill.part_{what}": lambda: set(STOPS),
    "report.{each.severity}": lambda: set(Severity),
    "report.{told.severity}": lambda: set(Severity),
    "report.{level}": lambda: set(Severity),
    "report.{name}": lambda: {"code", "level", "title", "basis", "why", "key", "where", "provenance"},
    "{code}.{name}": lambda: {f"{code}.{part}" for code in CODES for part in ("title", "why", "basis")},
    "K002.{reference.kind}": kinds_of_reference,
    "{first.code}.others": lambda: {
        *("C003", "F001", "K001", "K002", "K003", "K004", "K005", "K009", "L006", "L008", "L012", "L013"),
        *("L014", "L016", "M004", "M005", "M017", "Q001", "S006", "V002", "Y003"),
    },
    "{code}.incomplete": lambda: {"L012", "L013"},
    "{code}.none": lambda: {"L012", "L013"},
    "S.type_{kind}": lambda: {"string", "integer", "number", "boolean", "object", "array", "null"},
    "S005.{name}": bounds,
    "T.{limit.unit}": lambda: set(Unit),
    "diff.{kind}": lambda: set(ChangeKind),
    "diff.{name}": lambda: {*CHANGES, *map(str, ChangeKind)},
    "diff.{flow.name}": lambda: set(FLOWS),
    "diff.{name_of(change)}": lambda: set(CHANGES),
    "diff.count_{name}": lambda: {"split", "merged"},
    "diff.column_{name}": lambda: {"record", "change", "field", "old", "new"},
    "report.{name_of(change)}": lambda: {"added", "removed", "edited"},
    "filings.paper_{each}": lambda: set(PaperKind),
    "page.{name}": lambda: (
        {"kind", "had", "less", "plus", "now", "department", "before", "out", "into", "after"}
    ),
    "page.sort_{sort}": lambda: set(Sort),
    "Z.op_{op}": lambda: {"lt", "le", "eq", "ne", "ge", "gt"},
    "X004.{entry.text}": lambda: set(Fault),
    "M004.{meeting}": lambda: set(Seam) - {Seam.TOUCH},
    "M006.{name}": lambda: {"suffixes", "unlisted", "undivided"},
    "M015.{fault}": lambda: {"same", "other", "established"},
    "P001.{meeting}": lambda: {Seam.GAP, Seam.OVERLAP},
    "Q001.{'_'.join(wrong)}": lambda: {"parts", "rows", "parts_rows"},
}

#: Functions that hand a name and its words on to ``say``.
SPEAKERS = {"say", "XukeError", "UsageFault", "UnreadableError", "session.tell"}

#: Words that a call takes from elsewhere as ``**name``, by file and name of the message.
ELSEWHERE = {
    ("report/changes.py", "report.changes"): {
        each.__name__.lower() for each in (Added, Removed, Edited, Moved)
    },
    ("report/findings.py", "report.summary"): {"errors", "warnings", "suppressed", "records", "files"},
    ("check/rules/q001_total_equals_parts_and_rows.py", "Q001.{'_'.join(wrong)}"): {"parts", "rows"},
    ("check/suppress.py", "K005.idle"): {"code", "record"},
    ("check/suppress.py", "K005.place"): {"code", "record"},
    ("check/suppress.py", "K007.over"): {"code", "record", "until"},
    ("check/suppress.py", "K007.past"): {"code", "record", "until"},
}


def pattern_of(node):
    """An f-string as it is written."""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
        for part in node.values
    )


@cache
def expanded(pattern):
    """All names that an f-string may give, from ``DYNAMIC``."""
    values = DYNAMIC[pattern]()
    if pattern.count("{") > 1 and not pattern.startswith("Q001"):
        return frozenset(values)
    return frozenset(re.sub(r"\{.*\}", str(value), pattern) for value in values)


@cache
def everything(language):
    """All templates of a language by name, click's own aside."""
    families = [family for family in FAMILIES if family != "click"]
    return {name: text for family in families for name, text in templates(family, language).items()}


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def product():
    """Modules that speak: all but the dictionaries."""
    return {
        path: tree for path, tree in house.trees().items() if not path.startswith(("words/zh", "words/en"))
    }


#: click's own sentences are looked up by what click says.
_HEADS = "|".join(family for family in FAMILIES if family != "click")
_NAME = re.compile(rf"(?:{_HEADS}|[STYKCLMPQZ]|[A-Z][0-9]{{3}})\.[a-z_]+(?:\.[a-z_]+){{0,2}}")


def constants():
    """Texts in the code that are names of messages by their look."""
    for path, tree in product().items():
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
            if is_text and _NAME.fullmatch(node.value):
                yield path, node.value


def patterns():
    """f-strings in the code that give names of messages by their look."""
    for path, tree in product().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                pattern = pattern_of(node)
                head = re.sub(r"\{[^{}]*\}", "x", pattern).replace("xx", "x")
                if pattern in DYNAMIC or _NAME.fullmatch(head):
                    yield path, pattern


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_hold_the_same_names_in_the_same_order(family):
    assert list(templates(family, ZH)) == list(templates(family, EN))


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_hold_the_same_placeholders(family):
    zh, en = templates(family, ZH), templates(family, EN)
    assert {name: placeholders(zh[name]) for name in zh} == {name: placeholders(en[name]) for name in en}


@pytest.mark.parametrize("folder", ["zh", "en"])
def test_every_file_of_words_is_a_family(folder):
    files = {file.stem for file in (house.PACKAGE / "words" / folder).glob("*.py")} - {"__init__"}
    # The filing tables are Chinese in every language.
    assert files == set(FAMILIES) | (
        {"tables", "clauses", "gongwen", "supplements", "bundles"} if folder == "zh" else set()
    )


def test_every_message_lives_in_the_family_of_its_code():
    for family in FAMILIES:
        heads = {name.partition(".")[0] for name in templates(family, ZH)} if family != "click" else set()
        letters = {head[0] for head in heads if head != family}
        assert all(OF_LETTER[letter] == family for letter in letters), family


def test_every_name_in_the_code_has_a_template():
    assert [(path, name) for path, name in constants() if name not in everything(ZH)] == []


def test_every_name_put_together_is_written_down_and_has_templates():
    found = {pattern for _, pattern in patterns()}
    assert found == set(DYNAMIC)
    missing = {pattern: expanded(pattern) - everything(ZH).keys() for pattern in found}
    assert {pattern: names for pattern, names in missing.items() if names} == {}


@cache
def spoken():
    named = {name for _, name in constants()}
    return named.union(*(expanded(pattern) for pattern in DYNAMIC))


def test_every_template_is_used():
    assert sorted(everything(ZH).keys() - spoken()) == []


def literals(node):
    return [
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def assigned(function, name):
    """What a function assigns to a name, as expressions."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    if house.dotted(target) == name:
                        yield value
            case ast.AnnAssign(target=target, value=ast.expr() as value) if house.dotted(target) == name:
                yield value
            case ast.For(target=target, iter=value) if house.dotted(target) == name:
                yield value


def names_spoken(call, function):
    """The names that a call may say, and how the code writes them; nothing where a name is handed on."""
    first = call.args[0]
    match first:
        case ast.Constant():
            return first.value, {first.value}
        case ast.JoinedStr():
            return pattern_of(first), set(expanded(pattern_of(first)))
        case ast.Name():
            values = [each for value in assigned(function, first.id) for each in literals(value)]
            return next(iter(values), first.id), {each for each in values if _NAME.fullmatch(each)}
    return ast.unparse(first), {each for each in literals(first) if _NAME.fullmatch(each)}


def chosen(node):
    """What an expression may be, its conditions aside."""
    if isinstance(node, ast.IfExp):
        return [*chosen(node.body), *chosen(node.orelse)]
    return [node]


def words_given(call, function):
    """Names of the words in a call, and whether some come from elsewhere."""
    given, is_whole = set(), True
    for keyword in call.keywords:
        if keyword.arg is not None:
            given.add(keyword.arg)
            continue
        name = house.dotted(keyword.value)
        leaves = [
            leaf
            for value in (assigned(function, name) if name else [keyword.value])
            for leaf in chosen(value)
        ]
        keys = [key for leaf in leaves if isinstance(leaf, ast.Dict) for key in leaf.keys]
        is_told = all(isinstance(leaf, ast.Dict) for leaf in leaves) and bool(leaves)
        is_whole = is_whole and is_told and all(isinstance(key, ast.Constant) for key in keys)
        given.update(key.value for key in keys if isinstance(key, ast.Constant))
    return given, is_whole


def calls():
    """Every call that speaks: file, how its name is written, its names, its words, whether these are all."""
    for path, tree in product().items():
        for function in house.functions(tree):
            inner = [each for each in house.functions(function) if each is not function]
            hidden = {id(node) for each in inner for node in ast.walk(each)}
            for node in ast.walk(function):
                is_call = isinstance(node, ast.Call) and id(node) not in hidden
                if is_call and house.dotted(node.func) in SPEAKERS and node.args:
                    written, names = names_spoken(node, function)
                    given, is_whole = words_given(node, function)
                    yield path, written, names, given, is_whole


def test_every_call_gives_exactly_the_words_of_its_template():
    wrong, counted = [], 0
    for path, written, names, given, is_whole in calls():
        if names and not is_whole:
            given = given | ELSEWHERE[path, written]  # noqa: PLW2901
        # Names without a template are told by a test of their own.
        needs = [placeholders(everything(ZH)[name]) for name in names & everything(ZH).keys()]
        counted += bool(needs)
        if any(not each <= given for each in needs) or (needs and set().union(*needs) != given):
            wrong.append((path, written, given, needs))
    assert wrong == []
    assert counted > 100


def test_no_note_on_words_from_elsewhere_is_stale():
    open_calls = {(path, written) for path, written, names, _, is_whole in calls() if names and not is_whole}
    assert set(ELSEWHERE) == open_calls


def test_suppressions_give_the_words_of_their_templates():
    names = {name for path, name in constants() if path == "check/suppress.py"}
    needs = [placeholders(everything(ZH)[name]) for name in names]
    assert names == {
        *("K005.idle", "K005.place", "K006.unknown", "K007.over", "K007.past", "K008.endless"),
    }
    assert set().union(*needs) == {"code", "record", "until", "others", "place", "problem"}


def test_option_texts_have_no_placeholders():
    texts = [
        everything(ZH)[name] for name in everything(ZH) if name.startswith(("cli.option.", "cli.metavar."))
    ]
    assert len(texts) > 20
    assert [text for text in texts if placeholders(text)] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_message_can_be_shown_on_a_chinese_console(family, language):
    for text in templates(family, language).values():
        assert text.encode("gbk")


def test_every_word_of_the_tables_can_be_shown_on_a_chinese_console():
    for value in vars(tables).values():
        if isinstance(value, str | tuple | dict):
            assert str(value).encode("gbk")


def test_every_label_can_be_shown_on_a_chinese_console():
    for name in house.SCHEMA_NAMES:
        for place, node in house.nodes(schema(name)):
            shown = [node.get("title", ""), node.get("x-title-en", ""), str(node.get("x-labels", ""))]
            assert "".join(shown).encode("gbk", "replace").decode("gbk") == "".join(shown), (name, place)


#: Latin words in single Chinese sentences: quotations of what stands in data or on the screen.
LATIN = {
    "cli.no_temporary": {"TMPDIR"},
    "cli.option.at": {"index"},
    "cli.option.jurisdiction": {"xuke"},
    "cli.check.format": {"table"},
    "cli.check.output": {"report"},
    "cli.list.where": {"fagai"},
    "cli.diff.help": {"index"},
    "cli.export.edition": {"working", "filed"},
    "cli.metavar.book": {"filing"},
    "cli.init.name": set(),
    "cli.init.jurisdiction": {"yaoan"},
    "cli.init.ask_jurisdiction": {"yaoan"},
    "cli.no_repository": {"init"},
    "cli.init.done": {"cd"},
    "cli.no_commit": {"add", "commit"},
    "filings.dirty": {"add", "commit"},
    "books.map_unique": {"unique", "true", "false", "first"},
    "filings.no_identity": {"config", "user.name", "user.email"},
    "filings.no_key": {"config", "user.signingKey"},
    "filings.help_attach": set(PaperKind),
    "cli.memo.render.help": {"html"},
    "cli.unmerged": {"add"},
    "merging.decided": {"add"},
    "merging.whole": {"add", "rm"},
    "cli.unknown_revision_shallow": {"fetch"},
    "cli.object_missing": {"fsck"},
    "cli.corrupt": {"fsck"},
    "cli.shallow_history": {"fetch"},
    "cli.dubious_owner": {"config", "add", "safe.directory"},
    "doctor.library_remedy": {"pip", "install"},
    "doctor.calendar_remedy": {"pip", "install", "chinesecalendar"},
    "doctor.encoding_remedy": {"LANG", "Windows", "PYTHONUTF8"},
    "doctor.no_repository_remedy": {"init"},
    "doctor.no_commit_remedy": {"add", "commit"},
    "doctor.shallow_remedy": {"fetch"},
    "past.shallow": {"fetch"},
    "past.too_early_shallow": {"fetch"},
    "doctor.unfinished_git_remedy": {"add", "status"},
    "doctor.line_ends": {"gitattributes", "Windows"},
    "doctor.line_ends_remedy": {"gitattributes", "eol", "lf"},
    "doctor.programs_remedy": {"config", "hooks"},
    "doctor.no_merge_driver": {"gitattributes"},
    "doctor.no_merge_driver_remedy": {"gitattributes", "install", "merge"},
    "doctor.journal_remedy": {"check"},
    "doctor.schemas_remedy": {"init"},
    "S002.basis": {"schemas"},
    "C015.basis": {"task_version"},
    "fill.map_start": {"start"},
    "X001.old": {"xls", "et"},
    "X001.binary": {"xlsb"},
    "X001.xml": {"XML"},
    "X001.other": {"ods"},
    "X001.strict": {"Strict", "Open", "XML"},
    "X001.doctype": {"DOCTYPE"},
    "X001.base": {"fetch"},
    "X004.error": {"REF"},
    "X004.image": {"DISPIMG"},
    "X001.large": {"MB"},
    "X001.inflated": {"MB"},
}


def test_chinese_sentences_hold_no_english_words():
    found = {name: house.latin_words(text, LATIN.get(name, ())) for name, text in everything(ZH).items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_chinese_sentences_of_click_hold_no_english_words():
    found = {name: house.latin_words(text) for name, text in templates("click", ZH).items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_words_of_the_tables_hold_no_english_words():
    texts = [text for value in vars(tables).values() if isinstance(value, str) for text in [value]]
    notes = [house.latin_words(text) for text in texts if house.chinese(text)]
    assert [each for each in notes if each] == []


def test_english_sentences_hold_no_chinese():
    for family in FAMILIES:
        found = {name: house.chinese(text) for name, text in templates(family, EN).items()}
        assert {name: signs for name, signs in found.items() if signs} == {}


def test_chinese_sentences_are_chinese():
    plain = [name for name, text in everything(ZH).items() if not house.chinese(text)]
    # Lines that only put values side by side, and what stays as it is typed.
    kept = {name for name in plain if templates_are_equal(name)}
    assert set(plain) == kept


def templates_are_equal(name):
    return template(name, ZH) == template(name, EN)


def test_half_width_signs_do_not_end_chinese_sentences():
    ends = {name: text[-1] for name, text in everything(ZH).items() if house.chinese(text[-2:-1])}
    assert {name: end for name, end in ends.items() if end in ",.;:!?"} == {}


#: Keywords of a schema that refuse nothing by themselves.
SILENT = {
    *("$schema", "$id", "$ref", "$defs", "title", "description", "examples"),
    *("properties", "patternProperties", "if", "then", "else", "allOf"),
}


def test_every_keyword_of_the_schemas_has_a_sentence():
    keywords = {key for name in house.SCHEMA_NAMES for _, node in house.nodes(schema(name)) for key in node}
    refusing = {key for key in keywords - SILENT if not key.startswith("x-")}
    assert refusing - _KEYWORDS.keys() == set()
    assert {"required", "type", "enum", "pattern", "unevaluatedProperties"} <= refusing


#: Texts of click that no command of ours can bring up, and why.
UNREACHED = {
    "d": "no editor and no calendar is used",
    "{editor}: Editing failed": "no editor is opened",
    "{editor}: Editing failed: {e}": "no editor is opened",
    "Windows error: {error}": "text of an OSError below the streams",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "nothing is deprecated",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "nothing is deprecated",
    "Value must be an iterable.": "only defaults in code can be wrong so",
    "Could not determine name for option with declarations {decls!r}": "a declaration in code",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
    " Did you mean to pass '--{name}'?": "a declaration in code",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.": "a declaration in code",
    "Name '{name}' defined twice": "a declaration in code",
    "Boolean option {decl!r} cannot use the same flag for true/false.": "a declaration in code",
    "Invalid start character for option ({option})": "a declaration in code",
    "Do you want to continue?": "no confirmation option",
    "Confirm the action without prompting.": "no confirmation option",
    "%(prog)s, version %(version)s": "the version is printed by us",
    "Press any key to continue...": "no pause",
    "Repeat for confirmation": "no password",
    "Error: The two entered values do not match.": "no password",
    "Unknown color {colour!r}": "colours are written in code",
    "{value!r} does not match the format {format}.": "days are read by us",
    "{value!r} does not match the formats {formats}.": "days are read by us",
    "{value} is not in the range {range}.": "no number with a range",
    "{value!r} is not a valid boolean. Recognized values: {states}": "flags take no value",
    "{len_type} values are required, but {len_value} was given.": "no tuples",
    "{len_type} values are required, but {len_value} were given.": "no tuples",
    "{value!r} is not a valid UUID.": "no UUID",
    "{name} {filename!r} is not executable.": "no program is asked for",
    "Unknown standard stream '{name}'": "streams are named in code",
}


@cache
def said_by_click():
    """Every text that the installed click hands to gettext."""
    found = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and house.dotted(node.func) in {"_", "ngettext"}:
                found.update(each.value for each in node.args[:2] if isinstance(each, ast.Constant))
    return found


def test_every_sentence_of_click_is_translated():
    assert sorted(said_by_click() - templates("click", ZH).keys() - UNREACHED.keys()) == []


def test_no_exception_for_click_is_translated_or_gone():
    assert templates("click", ZH).keys() & UNREACHED.keys() == set()
    assert UNREACHED.keys() <= said_by_click()


def test_every_module_of_click_that_speaks_is_taught():
    language = import_module("xuke.commands.language")
    import_module("click.shell_completion")
    taught = {each.__name__.rpartition(".")[2] for each in language._speaking_modules()}
    speaking = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and house.dotted(node.func) in {"_", "ngettext"}:
                texts = {each.value for each in node.args[:2] if isinstance(each, ast.Constant)}
                speaking |= {file.stem} if texts - UNREACHED.keys() else set()
    assert speaking <= taught


def test_every_constant_of_the_tables_is_used():
    names = {name for name in vars(tables) if name.isupper()}
    used = set()
    for path, tree in product().items():
        if path.startswith(("tables/", "commands/")):
            used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            used |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert sorted(names - used) == []

"""The source of the product and its words, as several tests read them."""

import ast
import re
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import click

from xuke.commands.program import program
from xuke.model.codes import ALL as CODES
from xuke.model.files import FOLDERS, PLAIN
from xuke.model.folders import DATA_FOLDERS
from xuke.model.record import Kind
from xuke.words.schemas import RECORDS, schema

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "cli"
PACKAGE = SOURCE / "xuke"
SCHEMAS = ROOT / "schemas"
CASES = ROOT / "tests" / "cases" / "check"

#: The day that every case is judged on.
DAY = "2019-01-01"

LANGUAGES = ("zh-CN", "en")


@cache
def trees():
    """Every module by its path below the package, parsed."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text("utf-8")) for file in files}


def module_name(path):
    """``check/rules/__init__.py`` as ``xuke.check.rules``."""
    parts = ["xuke", *path.removesuffix(".py").split("/")]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def settings():
    """``setup.cfg``."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", "utf-8")
    return parser


def option_lines(section, name):
    """A setting that is written as one entry a line."""
    return settings()[section][name].split("\n")[1:]


def functions(tree):
    """Every function of a module, methods and inner ones too."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def dotted(node):
    """``a.b.c`` for names and attributes of names, else an empty text."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            head = dotted(node.value)
            return f"{head}.{node.attr}" if head else ""
    return ""


def imports(tree):
    """Full names of everything that a module imports, at its top or late."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (each.name for each in node.names)
            case ast.ImportFrom():
                assert node.level == 0, "imports are absolute"
                yield from (f"{node.module}.{each.name}" for each in node.names)


def nodes(node, place=()):
    """Every mapping of a schema that is a schema itself, with its path; conditions are among them."""
    yield place, node
    for name in ("properties", "$defs", "patternProperties", "dependentSchemas"):
        for key, child in node.get(name, {}).items():
            yield from nodes(child, (*place, name, key))
    for name in _SINGLE:
        if isinstance(node.get(name), dict):
            yield from nodes(node[name], (*place, name))
    for name in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, child in enumerate(node.get(name, ())):
            yield from nodes(child, (*place, name, index))


_SINGLE = (
    "items",
    "if",
    "then",
    "else",
    "not",
    "contains",
    "propertyNames",
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
)

SCHEMA_NAMES = (*RECORDS, "common")


@cache
def field_names():
    """Names of all fields, choices and lists in any schema."""
    found = set()
    for name in SCHEMA_NAMES:
        for _, node in nodes(schema(name)):
            found.update(node.get("properties", ()))
            found.update(map(str, node.get("enum", ())))
    return frozenset(found)


#: Words in Latin letters that belong into Chinese sentences, because they are names.
NAMES = frozenset(
    (
        *("xuke", "git", "github", "bash", "zsh", "fish", "powershell", "Excel", "WPS", "Word", "docx"),
        *("LibreOffice", "GB", "ISO", "IEC", "SHA", "YAML", "JSON", "CSV", "UTF", "CN", "csv", "json"),
        *("xlsx", "zh", "en"),
        *("markdown", "null", "true", "false", "HEAD", "Tab", "KiB", "filing"),
    )
)

FOLDER_NAMES = frozenset((*DATA_FOLDERS, *FOLDERS, *PLAIN, "schemas", "yaml"))

_WORD = re.compile(r"[A-Za-z]{2,}")
_NOT_WORDS = re.compile(
    r"\{[^{}]*\}"  # placeholders
    r"|(?<![\w-])--?[A-Za-z][\w-]*"  # options
    r"|[\w./-]+\.(?:yaml|json|xlsx|csv|txt)\b"  # files
    r"|GB/T"
)


def latin_words(text, allowed=frozenset()):
    """Words in Latin letters that are no names: what an English sentence would leave in a Chinese one."""
    rest = _NOT_WORDS.sub(" ", text)
    typed = {word for name in commands() for word in name.split()}
    known = NAMES | FOLDER_NAMES | field_names() | set(CODES) | typed | set(Kind) | set(allowed)
    spans = re.findall(r"[A-Za-z][\w.-]*[A-Za-z0-9]", rest)
    parts = {each: _WORD.findall(each) for each in spans if each not in known}
    return [each for each, words in parts.items() if not set(words) <= known]


def chinese(text):
    """The Chinese characters and signs of a text."""
    return re.findall("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]", text)


def commands():
    """Every command as it is typed, imported; those of groups behind the name of the group."""
    return dict(_commands(program, ""))


def _commands(group, head):
    for name in group.list_commands(None):
        found = group.get_command(None, name)
        yield head + name, found
        if isinstance(found, click.Group):
            yield from _commands(found, f"{head}{name} ")

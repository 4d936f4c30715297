"""The house: floors, doors, budgets and the list of its rooms."""

import ast
import json
import sys
from fnmatch import fnmatch
from graphlib import TopologicalSorter
from statistics import median

import click
import pytest
from importlinter.cli import lint_imports

import house

#: Every library, and the one place that knows it: a file, or a whole room that is its door.
DOORS = {
    "ruamel": ("document/build.py",),
    "_ruamel_yaml": ("document/build.py",),
    "git": ("sources/git.py",),
    "subprocess": ("sources/plumbing.py",),
    "filelock": ("sources/write.py",),
    "jsonschema": ("check/validators.py",),
    "jsonschema_rs": ("check/validators.py",),
    "referencing": ("check/validators.py",),
    "openpyxl": ("tables/workbook.py",),
    "python_calamine": ("tables/reading.py",),
    "docx": ("memo/docx.py",),
    "rapidfuzz": ("words/near.py",),
    "tabulate": ("report/grid.py",),
    "stdnum": ("identifiers/",),
    "chinese_calendar": ("calendar/working_days.py",),
    "click": ("commands/",),
}

#: Requirements that no module imports, and why they are there.
UNIMPORTED = {
    "pillow": "openpyxl keeps the pictures of a workbook with it",
    "wcwidth": "tabulate measures the width of Chinese with it",
}

#: What the distribution of a library is called.
DISTRIBUTIONS = {
    "docx": "python-docx",
    "ruamel": "ruamel.yaml",
    "_ruamel_yaml": "ruamel.yaml",
    "git": "GitPython",
    "jsonschema_rs": "jsonschema-rs",
    "python_calamine": "python-calamine",
    "stdnum": "python-stdnum",
    "chinese_calendar": "chinesecalendar",
}

#: Part of another requirement, or of Python.
WITH_OTHERS = {"subprocess": "standard library", "referencing": "jsonschema"}

#: Floors that may end the program or write to its streams.
SPEAKERS = ("commands/", "report/", "__main__.py")

#: Calls that read the clock, and things that hold the environment.
CLOCKS = {
    *("date.today", "datetime.now", "datetime.utcnow", "datetime.today"),
    *("datetime.date.today", "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.asctime"),
    *("time.strftime", "time.monotonic", "time.monotonic_ns", "time.perf_counter", "time.process_time"),
}
SURROUNDINGS = {
    *("os.environ", "os.environb", "os.getenv", "os.getcwd", "os.getlogin", "os.path.expanduser"),
    *("os.path.expandvars", "os.getpid", "os.uname", "Path.cwd", "Path.home", "getpass.getuser"),
    *("platform.node", "platform.system", "socket.gethostname", "locale.getlocale", "sys.argv"),
}

#: The written exceptions below ``commands``: none of them decides what a user reads.
ALLOWED = {
    ("sources/plumbing.py", "os.environ"): "passes a cleaned environment on to git",
    ("sources/output.py", "time.monotonic"): "stops waiting for a file that another program holds open",
    ("sources/write.py", "time.monotonic"): "stops waiting for a file that another program holds open",
    ("tables/workbook.py", "os.environ"): "tells openpyxl to write the same bytes with and without lxml",
}


def in_commands(path):
    return path.startswith("commands/") or path == "__main__.py"


def test_floors_and_contracts_are_kept(capsys):
    code = lint_imports(config_filename=str(house.ROOT / "setup.cfg"), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_every_room_has_a_floor():
    layers = house.option_lines("importlinter:contract:layers", "layers")
    floors = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = {path.partition("/")[0] for path in house.trees() if "/" in path}
    assert floors == rooms


def test_one_door_per_library():
    strangers = {}
    for path, tree in house.trees().items():
        for name in house.imports(tree):
            top = name.partition(".")[0]
            if top == "xuke" or (top in sys.stdlib_module_names and top not in DOORS):
                continue
            if not path.startswith(DOORS.get(top, ("nowhere",))):
                strangers.setdefault(path, set()).add(name)
    assert strangers == {}


def test_every_door_is_used():
    used = {name.partition(".")[0] for tree in house.trees().values() for name in house.imports(tree)}
    assert DOORS.keys() <= used


def test_requirements_are_the_doors():
    required = {
        line.partition(">")[0].partition("[")[0].strip()
        for line in house.option_lines("options", "install_requires")
    }
    imported = {DISTRIBUTIONS.get(name, name) for name in DOORS if name not in WITH_OTHERS}
    assert required == imported | set(UNIMPORTED)


def test_modules_are_named_only_by_the_program_and_the_words():
    dynamic = {
        path
        for path, tree in house.trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and house.dotted(node.func)
        in {"import_module", "importlib.import_module", "__import__", "exec", "eval"}
    }
    assert dynamic == {"commands/program.py", "words/templates.py"}


def test_no_clock_and_no_environment_below_the_commands():
    found = set()
    for path, tree in house.trees().items():
        if not in_commands(path):
            names = {house.dotted(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            found |= {(path, name) for name in names & (CLOCKS | SURROUNDINGS)}
    assert found == set(ALLOWED)


@pytest.mark.parametrize("module", ["time", "os", "platform", "locale", "random", "secrets", "uuid"])
def test_clock_and_environment_are_not_imported_by_name(module):
    taken = {
        (path, name)
        for path, tree in house.trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == module
        for name in [each.name for each in node.names]
    }
    assert taken == set()


def test_nothing_is_random():
    names = {"random", "secrets", "uuid"}
    assert [path for path, tree in house.trees().items() if names & set(house.imports(tree))] == []


def import_graph():
    modules = {house.module_name(path): tree for path, tree in house.trees().items()}
    graph = {}
    for name, tree in modules.items():
        wanted = set()
        for each in house.imports(tree):
            target = each if each in modules else each.rpartition(".")[0]
            if target in modules and target != name:
                wanted.add(target)
        graph[name] = wanted
    return graph


def test_no_import_cycle_not_even_a_late_one():
    order = list(TopologicalSorter(import_graph()).static_order())
    assert len(order) == len(house.trees())


def test_rules_do_not_know_each_other():
    rules = "xuke.check.rules"
    graph = import_graph()
    known = {
        name: {each for each in wanted if each.startswith(rules)}
        for name, wanted in graph.items()
        if name.startswith(f"{rules}.")
    }
    assert len(known) > 20
    assert {name for name, wanted in known.items() if wanted} == set()


def speaks(node):
    match node:
        case ast.Call(func=func):
            name = house.dotted(func)
            return name if name in {"print", "exit", "quit", "sys.exit", "os._exit", "os.abort"} else ""
        case ast.Attribute():
            name = house.dotted(node)
            return name if name in {"sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"} else ""
        case ast.Raise(exc=exc):
            name = house.dotted(exc.func if isinstance(exc, ast.Call) else exc) if exc else ""
            return name if name in {"SystemExit", "KeyboardInterrupt"} else ""
    return ""


def test_print_and_exit_only_in_commands_and_report():
    found = {
        (path, name)
        for path, tree in house.trees().items()
        if not path.startswith(SPEAKERS)
        for name in map(speaks, ast.walk(tree))
        if name
    }
    assert found == set()


def size(function):
    return function.end_lineno - function.lineno + 1


def all_functions():
    return [(path, each) for path, tree in house.trees().items() for each in house.functions(tree)]


def test_no_function_over_40_lines():
    assert [(path, each.name, size(each)) for path, each in all_functions() if size(each) > 40] == []


def test_functions_are_small_as_a_rule():
    sizes = [size(each) for _, each in all_functions()]
    assert median(sizes) <= 6
    assert sum(each <= 20 for each in sizes) / len(sizes) >= 0.9


def line_count(path):
    return len((house.PACKAGE / path).read_text("utf-8").splitlines())


def test_no_module_over_300_lines():
    measured = [path for path in house.trees() if not path.startswith(("words/zh/", "words/en/"))]
    assert [(path, line_count(path)) for path in measured if line_count(path) > 300] == []


def test_no_rule_file_over_50_lines():
    rules = [path for path in house.trees() if fnmatch(path, "check/rules/[a-z]*.py")]
    assert len(rules) > 20
    assert [(path, line_count(path)) for path in rules if line_count(path) > 50] == []


def statements(function):
    inner = [node for node in ast.walk(function) if isinstance(node, ast.stmt)]
    return len(inner) - 1 - (ast.get_docstring(function) is not None)


def test_a_command_is_a_recipe():
    found = {}
    for path, each in all_functions():
        if each.name == "COMMAND":
            found[path] = statements(each)
    assert len(found) == sum(not isinstance(each, click.Group) for each in house.commands().values())
    assert {path: count for path, count in found.items() if count > 15} == {}


def test_every_folder_is_a_package_and_is_listed():
    folders = {
        house.module_name(f"{path.rpartition('/')[0]}/__init__.py") for path in house.trees() if "/" in path
    }
    packages = {house.module_name(path) for path in house.trees() if path.endswith("__init__.py")}
    listed = house.option_lines("options", "packages")
    assert listed == sorted(listed)
    assert set(listed) == packages | {"xuke.schemas"} == folders | {"xuke", "xuke.schemas"}


def test_schemas_are_package_data():
    patterns = house.settings()["options.package_data"]["xuke.schemas"].split(", ")
    files = [file.relative_to(house.SCHEMAS).as_posix() for file in house.SCHEMAS.rglob("*.json")]
    assert files
    assert [
        file
        for file in files
        if not any(file.count("/") == each.count("/") and fnmatch(file, each) for each in patterns)
    ] == []
    assert (house.SCHEMAS / "__init__.py").is_file()
    assert [json.loads(file.read_text("utf-8"))["$schema"] for file in house.SCHEMAS.rglob("*.json")]


def test_the_package_says_that_it_is_typed():
    assert (house.PACKAGE / "py.typed").is_file()
    assert house.settings()["options.package_data"]["xuke"] == "py.typed"


@pytest.mark.parametrize("path", sorted(house.trees()))
def test_every_module_begins_with_a_sentence(path):
    assert ast.get_docstring(house.trees()[path])

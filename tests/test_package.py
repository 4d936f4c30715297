"""The wheel: it holds what it needs, and works where nothing of the source tree is."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

import house
from xuke import __version__

pytestmark = pytest.mark.slow

#: All that a build reads.
SOURCES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "cli", "schemas")


def python(*words, cwd, **environment):
    """Run Python by itself; nothing of this run's environment leads to the source tree."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XUKE", "COV_"))
    }
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy of the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    unwanted = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    for name in SOURCES:
        origin = house.ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, source / name, ignore=unwanted)
        else:
            shutil.copy(origin, source / name)
    done = python(
        *("-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index", "-w", str(folder), "."),
        cwd=source,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("xuke-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that holds the installed wheel and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    done = python(
        *("-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)), cwd=target
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """The reference workspace far from the sources, without a repository."""
    root = tmp_path_factory.mktemp("workspace")
    for name in ("catalogue", "memoranda"):
        shutil.copytree(house.ROOT / name, root / name)
    return root


def xuke(installed, *words, cwd):
    return python("-m", "xuke", *words, cwd=cwd, PYTHONPATH=str(installed))


def test_the_wheel_holds_every_module_and_schema(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("xuke/")}
    source = wheel.parent / "source"
    modules = {
        f"xuke/{path.relative_to(source / 'cli' / 'xuke').as_posix()}" for path in source.glob("cli/**/*.py")
    }
    schemas = {
        f"xuke/schemas/{path.relative_to(source / 'schemas').as_posix()}"
        for path in source.glob("schemas/**/*.json")
    }
    assert {"xuke/model/record.py", "xuke/check/rules/__init__.py"} <= modules
    assert {f"xuke/schemas/{name}.json" for name in house.SCHEMA_NAMES} <= schemas
    others = {"xuke/py.typed", "xuke/schemas/__init__.py", "xuke/check/examples.json", "xuke/memo/base.docx"}
    others |= {"xuke/report/style.css", "xuke/report/script.js"}
    assert held == modules | schemas | others


def test_the_wheel_tells_its_version_licence_and_requirements(wheel):
    with zipfile.ZipFile(wheel) as archive:
        info = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        text = archive.read(info).decode("utf-8")
        names = archive.namelist()
    assert f"\nVersion: {__version__}\n" in text
    assert "\nRequires-Python: >=3.11\n" in text
    required = [
        line for line in text.splitlines() if line.startswith("Requires-Dist: ") and "extra ==" not in line
    ]
    assert len(required) == len(house.option_lines("options", "install_requires"))
    assert any(name.rpartition("/")[2] == "LICENSE" for name in names)


def test_the_installed_package_is_the_one_that_runs(installed, workspace):
    probe = "import json, xuke, xuke.schemas; print(json.dumps([xuke.__file__, xuke.schemas.__file__]))"
    done = python("-c", probe, cwd=workspace, PYTHONPATH=str(installed))
    assert [each.startswith(str(installed)) for each in json.loads(done.stdout)] == [True, True]


def test_the_installed_command_tells_its_version(installed, workspace):
    script = installed / "bin" / "xuke"
    if os.name == "nt":
        pytest.skip("scripts are programs there")
    done = python(str(script), "--version", cwd=workspace, PYTHONPATH=str(installed))
    assert done.stdout == f"xuke {__version__}\n"


def test_the_installed_package_checks_the_reference_workspace(installed, workspace):
    done = xuke(
        installed, "check", "--on", "2026-01-01", "--lang", "zh-CN", "--format", "json", cwd=workspace
    )
    assert done.returncode == 0, done.stdout + done.stderr
    summary = json.loads(done.stdout)["summary"]
    assert summary["errors"] == 0
    assert summary["records"] > 900


def test_the_installed_package_exports_the_filing(installed, workspace):
    words = ("export", "filing", "-j", "yaoan", "--filled-on", "2026-01-01", "-o")
    done = [xuke(installed, *words, name, cwd=workspace) for name in ("one.xlsx", "two.xlsx")]
    assert [each.returncode for each in done] == [0, 0], done[0].stderr
    first, second = ((workspace / name).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    assert first == second
    with zipfile.ZipFile(workspace / "one.xlsx") as archive:
        assert archive.testzip() is None
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) > 5


def test_the_installed_package_makes_a_workspace_that_checks_clean(installed, tmp_path):
    made = xuke(installed, "init", "-j", "lan", "--name", "蓝县", "--no-git", "--lang", "en", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "schemas" / "items.json").is_file()
    done = xuke(installed, "check", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["summary"]["errors"] == 0

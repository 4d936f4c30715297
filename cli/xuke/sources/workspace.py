"""A new, empty workspace that checks clean, and a new, empty jurisdiction in one."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from xuke.document.emit import scalar
from xuke.model.errors import UsageFault, XukeError
from xuke.model.folders import WORKSPACE_FILE
from xuke.sources.output import is_leftover, replace_file, write_output
from xuke.sources.tree import reason_of
from xuke.sources.write import is_unfinished, recover, write_files

_SETTINGS = """\
# yaml-language-server: $schema=../schemas/workspace.json
format: 1
language: zh-CN
default_jurisdiction: {jurisdiction}
"""
_REFORM = """\
# yaml-language-server: $schema=../../schemas/reform.json
provenance: unattributed
jurisdiction:
  division: {division}
  name: {name}
  level: {level}
{superior}"""
_LIST = """\
# yaml-language-server: $schema=../../schemas/{list}.json
provenance: unattributed
{list}: []
"""
_ATTRIBUTES = "*.yaml text eol=lf\n*.json text eol=lf\n*.xlsx binary\n"
_IGNORED = ".xuke*\n~$*\n*.tmp\n"
_PIPELINE = """\
name: xuke
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install xuke
      - run: xuke check --format github
"""


def make_workspace(folder: Path, jurisdiction: str, about: Mapping[str, str]) -> None:
    """Write a workspace into a folder that has none; either all of its files are there, or none."""
    texts = _texts(jurisdiction, about)
    for name in texts:
        # An init that was killed may go on; what it left is what it would write.
        if (folder / name).exists() and not _is_same(folder / name, texts[name]):
            raise UsageFault("cli.init.not_empty", path=str(folder), file=name)
    if (folder / WORKSPACE_FILE).exists():
        raise UsageFault("cli.init.not_empty", path=str(folder), file=WORKSPACE_FILE)
    try:
        _write(folder, texts)
    except OSError as error:
        raise XukeError("cli.unwritable", path=str(folder), reason=reason_of(error)) from None


def add_jurisdiction(root: Path, jurisdiction: str, about: Mapping[str, str]) -> bool:
    """Write the folders of one more jurisdiction, all or none; True when an unfinished write went first."""
    # What a killed run left behind is no jurisdiction.
    was_unfinished = is_unfinished(root) and recover(root)
    superior = about.get("superior")
    if superior and not (root / "catalogue" / superior / "reform.yaml").is_file():
        raise UsageFault("cli.init.unknown_superior", name=superior)
    for folder in (f"catalogue/{jurisdiction}", f"memoranda/{jurisdiction}"):
        if _is_taken(root / folder):
            raise UsageFault("cli.init.is_there", name=jurisdiction, folder=folder)
    texts = {name: text.encode() for name, text in _home(jurisdiction, about).items()}
    write_files(root, texts, dict.fromkeys(texts))
    return was_unfinished


def _is_taken(place: Path) -> bool:
    """Whether there is more than empty folders, and what a killed write left behind in them."""
    found = (each for each in place.rglob("*") if not each.is_dir() and not is_leftover(each.name))
    return place.is_symlink() or place.is_file() or any(found)


def _is_same(file: Path, text: str) -> bool:
    try:
        return file.is_file() and file.read_bytes() == text.encode()
    except OSError:
        return False


def renew_schemas(folder: Path) -> list[str]:
    """Bring the copies of the schemas to this version; the paths of those that were written."""
    renewed = []
    for name, text in sorted(_schemas().items()):
        file, data = folder / name, text.encode()
        if not file.is_file() or file.read_bytes() != data:
            _make_folder(file.parent)
            write_output(file, data)
            renewed.append(name)
    return renewed


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise XukeError("cli.unwritable", path=str(folder), reason=reason_of(error)) from None


def _home(jurisdiction: str, about: Mapping[str, str]) -> dict[str, str]:
    """The files of one jurisdiction."""
    home = f"catalogue/{jurisdiction}"
    words = {
        "division": scalar(about["division"] or None, is_code=True),
        "name": scalar(about["name"]),
        "level": about["level"],
        "superior": f"  superior: {scalar(superior)}\n" if (superior := about.get("superior")) else "",
    }
    lists = {
        f"{home}/{name}.yaml": _LIST.format(list=name) for name in ("departments", "documents", "measures")
    }
    return {
        f"{home}/reform.yaml": _REFORM.format(**words),
        **lists,
        f"{home}/items/.gitkeep": "",
        f"{home}/duties/.gitkeep": "",
        f"memoranda/{jurisdiction}/.gitkeep": "",
    }


def _texts(jurisdiction: str, about: Mapping[str, str]) -> dict[str, str]:
    return {
        **_home(jurisdiction, about),
        **_schemas(),
        ".gitattributes": _ATTRIBUTES,
        ".gitignore": _IGNORED,
        ".vscode/settings.json": _editor_settings(),
        ".github/workflows/xuke.yml": _PIPELINE,
        WORKSPACE_FILE: _SETTINGS.format(jurisdiction=scalar(jurisdiction)),
    }


def _schemas() -> dict[str, str]:
    found = (each for each in files("xuke.schemas").iterdir() if each.name.endswith(".json"))
    return {f"schemas/{each.name}": each.read_text("utf-8") for each in found}


def _editor_settings() -> str:
    settings = {
        "yaml.format.enable": False,
        "files.eol": "\n",
        "files.encoding": "utf8",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    }
    return json.dumps(settings, indent=2) + "\n"


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    # The settings file comes last: without it a folder is no workspace, whatever else is there.
    folder.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".xuke-init.", dir=folder))
    placed: list[Path] = []
    try:
        for name, text in texts.items():
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            replace_file(stage / name, text.encode())
        for name in texts:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(stage / name, folder / name)
            placed.append(folder / name)
    except BaseException:
        for file in placed:
            file.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)

"""The weight that a workspace gives to a code: error, warning, or off."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from xuke.check.engine import placed
from xuke.check.suppress import is_code
from xuke.model.codes import RULES
from xuke.model.diagnostic import Diagnostic, Finding, Severity, say
from xuke.model.record import Snapshot
from xuke.model.views import view

OFF = "off"

#: The letter of an office's own rules.
_LOCAL = "Z"


def levels_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Level by code, as ``catalogue/xuke.yaml`` declares them for rules of the reform and local rules.

    How data are written, their structure and their references weigh the same in every workspace: tables,
    figures and all other rules rest on them.
    """
    workspace = snapshot.workspace
    parts = view(workspace).parts("levels") if workspace else []
    return {each.text("code"): each.text("level") for each in parts if _takes_level(each.text("code"))}


def _takes_level(code: str) -> bool:
    return code in RULES or code.startswith(_LOCAL)


def levelled(found: Iterable[Diagnostic], levels: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The findings at the workspace's levels, without those that it switches off."""
    weights = {str(each): each for each in Severity}
    for each in found:
        level = levels.get(each.code, "")
        if level != OFF:
            yield replace(each, severity=weights[level]) if level in weights else each


def unknown_levels(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """Levels that change nothing: for codes that there are not, and for those that keep their level."""
    workspace = snapshot.workspace
    for each in view(workspace).parts("levels") if workspace else ():
        code = each.text("code")
        name = "K006.fixed" if is_code(code, snapshot) else "K006.unknown"
        if workspace and (name == "K006.unknown" or not _takes_level(code)):
            yield placed("K006", workspace, Finding((*each.pointer, "code"), say(name, code=code)))

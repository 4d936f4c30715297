"""The weight that a workspace gives to a code: error, warning, or off."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from xuke.check.engine import placed
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Finding, Severity, say
from xuke.model.record import Snapshot
from xuke.model.views import view

OFF = "off"

#: The letter of an office's own rules, whose level stands in their declaration.
_LOCAL = "Z"


def levels_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Level by code, as ``catalogue/xuke.yaml`` declares them."""
    workspace = snapshot.workspace
    parts = view(workspace).parts("levels") if workspace else []
    return {each.text("code"): each.text("level") for each in parts}


def levelled(found: Iterable[Diagnostic], levels: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The findings at the workspace's levels, without those that it switches off."""
    weights = {str(each): each for each in Severity}
    for each in found:
        level = levels.get(each.code, "")
        if level != OFF:
            yield replace(each, severity=weights[level]) if level in weights else each


def unknown_levels(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """Levels for codes that there are not."""
    workspace = snapshot.workspace
    for each in view(workspace).parts("levels") if workspace else ():
        code = each.text("code")
        if workspace and code not in ALL and not code.startswith(_LOCAL):
            yield placed("K006", workspace, Finding((*each.pointer, "code"), say("K006.unknown", code=code)))

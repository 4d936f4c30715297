"""The codes that a run knows: those of the product, and those that the workspace declares."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuke.check.local import declared
from xuke.check.schema import schema_findings
from xuke.commands.session import Session
from xuke.model.codes import ALL
from xuke.model.diagnostic import Telling, telling_of
from xuke.model.errors import XukeError
from xuke.model.files import RULES_FILE
from xuke.model.rule import Rule
from xuke.model.views import View, view
from xuke.sources.load import load
from xuke.sources.tree import File, Tree


class _RulesOnly(NamedTuple):
    tree: Tree

    def files(self) -> Iterator[File]:
        """The file of local rules, where there is one."""
        return (each for each in self.tree.files() if each.path == RULES_FILE)


def codes(session: Session) -> Mapping[str, Telling]:
    """Every code in order; outside a workspace those of the product alone."""
    known = {code: telling_of(code, severity) for code, severity in ALL.items()}
    own = {code: rule.telling for code, (_, rule) in own_rules(session).items()}
    return dict(sorted({**known, **{code: each for code, each in own.items() if each is not None}}.items()))


def own_rules(session: Session) -> dict[str, tuple[View, Rule]]:
    """The sound rules of the workspace by code, each beside its declaration; none outside a workspace."""
    try:
        loaded = load(_RulesOnly(session.tree(None)))
    except XukeError:
        return {}
    found = [each for file in loaded.documents for each in schema_findings(file, loaded.snapshot)]
    unsound = {each.record for each in [*loaded.diagnostics, *found]}
    rules = declared(loaded.snapshot, unsound)
    return {each.rule.code: (view(each.record), each.rule) for each in rules if each.rule is not None}

"""Names of records that are written wrong: what cites the right name is not told to be missing."""

from functools import cached_property

from xuke.document.meant import meant_code
from xuke.identifiers.item_code import basic_code
from xuke.model.names import even
from xuke.model.record import Kind, Snapshot
from xuke.words.near import one_sign_off


class OddNames:
    """Names, in half-width signs, of records with other signs in them and of items with no code of one."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def has(self, jurisdiction: str, kind: str, name: str) -> bool:
        """Whether a name is one of these but for one sign."""
        names = self._names.get((jurisdiction, kind))
        return bool(names and one_sign_off(name, names))

    @cached_property
    def _names(self) -> dict[tuple[str, str], list[str]]:
        names: dict[tuple[str, str], list[str]] = {}
        for key in self._snapshot.records:
            if not key.id.isascii() or (key.kind is Kind.ITEM and basic_code(key.id) is None):
                names.setdefault((key.jurisdiction, key.kind), []).append(meant_code(key.id) or even(key.id))
        return names

"""References by the names that departments print: both ways, within one jurisdiction."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial

from xuke.model.names import even
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Part, View, view
from xuke.tables.present import REFERRED

#: What an id looks like, of another jurisdiction too.
_ID = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*").fullmatch


class Names:
    """What may be referred to; ``sections`` adds those of departments that are still to be written."""

    def __init__(self, register: Register, sections: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self.register = register
        self._more = sections or {}
        self._listed: dict[tuple[str, str], dict[str, str]] = {}
        self._meant: dict[tuple[str, str], dict[str, list[str]]] = {}

    def listed(self, refers: str, owner: str = "") -> Mapping[str, str]:
        """Ids with printed names, in official order; sections are those of the department ``owner``."""
        key = _range(refers, owner)
        if key not in self._listed:
            self._listed[key] = dict(self._sections(owner) if refers == "section" else self._of[refers]())
        return self._listed[key]

    def shown(self, refers: str, name: str, owner: str = "") -> str:
        """The printed name, or the id where that alone says which is meant."""
        printed = self.listed(refers, owner).get(name, name)
        return printed if self.found(refers, printed, owner) == (name,) else name

    def found(self, refers: str, text: str, owner: str = "") -> tuple[str, ...]:
        """The ids that a text may mean: one is certain, several are ambiguous, none is unknown.

        What looks like an id and names nothing is taken as it stands; the check speaks of it.
        """
        wanted, listed = even(text), self.listed(refers, owner)
        exact = tuple(self._meaning(refers, owner).get(wanted, ()))
        if exact or text in listed:
            return exact or (text,)
        other = tuple(name for name, texts in self._aliases(refers).items() if wanted in texts)
        return other or ((text,) if _ID(text) else ())

    def _meaning(self, refers: str, owner: str) -> Mapping[str, Sequence[str]]:
        key = _range(refers, owner)
        if key not in self._meant:
            found = self._meant[key] = {}
            for name, printed in self.listed(refers, owner).items():
                found.setdefault(even(printed), []).append(name)
        return self._meant[key]

    def printed(self, refers: str, owner: str = "") -> tuple[str, ...]:
        """The texts of a drop-down."""
        return tuple(self.shown(refers, name, owner) for name in self.listed(refers, owner))

    @cached_property
    def _of(self) -> Mapping[str, Callable[[], Iterable[tuple[str, str]]]]:
        return {
            **{refers: partial(self._records, kind) for refers, kind in REFERRED.items()},
            "department": self._departments,
            "party": lambda: (*self._departments(), *_texts(self.register.reform.parts("groups"), "text")),
            "phase": lambda: _texts(self.register.reform.parts("phases"), "name"),
            "milestone": lambda: (
                (name, each.text("text") or name) for name, each in self.register.milestones.items()
            ),
            "exclusion": lambda: _texts(self.register.policy.parts("exclusions"), "name"),
            "bureau_section": lambda: self._sections(self.register.bureau),
            "item": lambda: ((each.code, each.code) for each in self.register.items),
        }

    def _departments(self) -> Iterable[tuple[str, str]]:
        return ((name, each.name or name) for name, each in self.register.departments.items())

    def _records(self, kind: Kind) -> Iterable[tuple[str, str]]:
        return ((each.id, each.name or each.id) for each in self.register.of(kind))

    def _sections(self, owner: str) -> Iterable[tuple[str, str]]:
        known = self.register.get(Kind.DEPARTMENT, owner)
        own = _texts(view(known).parts("sections") if known else (), "name")
        return (*own, *self._more.get(owner, {}).items())

    def _aliases(self, refers: str) -> Mapping[str, frozenset[str]]:
        return self._other_names if refers in {"department", "party"} else {}

    @cached_property
    def _other_names(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(_others(each)) for name, each in self.register.departments.items()}


def _range(refers: str, owner: str) -> tuple[str, str]:
    return refers, owner if refers == "section" else ""


def _others(department: View) -> Iterable[str]:
    yield even(department.text("short_name"))
    yield from (even(each.text("name")) for each in department.parts("aliases"))


def _texts(parts: Iterable[Part], name: str) -> list[tuple[str, str]]:
    return [(each.text("id"), each.text(name) or each.text("id")) for each in parts if each.text("id")]

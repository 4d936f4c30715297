"""Names that are cited and that nothing bears: which record may be meant, and what follows from each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from xuke.check.facts import Citation, citations, cited_by
from xuke.check.linked import SOURCES
from xuke.check.looks import Home
from xuke.check.references import Known, Sought, sought_in, those_known
from xuke.model.diagnostic import Diagnostic, Message, Word, say
from xuke.model.owners import OWNER
from xuke.model.place import Location
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.rule import Context
from xuke.model.views import Item, Part, at, view
from xuke.words.near import one_sign_off, only_near

#: Where more names than this are missing among one kind, no slip of the pen explains them.
_MOST_ASKED = 100

#: Rules that find fault with the code of an item itself, and where they say so.
_OF_CODES = dict.fromkeys(("C003", "C004", "C005", "L001", "V003"), ("code",)) | {"C002": ("type",)}

#: Fields that say what a record or a part of one is called.
_NAMES = ("name", "short_name", "title")

_Citing = Mapping[Sought, set[Kind]]


class Dangling(NamedTuple):
    """A place that names what is missing: the kinds of reference and of record, and the finding there."""

    sought: Sought
    reference: str
    kind: Kind
    found: Diagnostic


class Meant(NamedTuple):
    """A known name like a missing one.

    It is ``apart`` where no kind of record that cites the missing name cites the known one: then either
    may be the slip. It is ``uncited`` where nothing cites it at all, and ``called`` so where the missing
    name is no id but what the known one is called.
    """

    known: Known
    apart: bool
    uncited: bool
    called: bool = False


@dataclass(frozen=True)
class Missing:
    """All names of a register that are missing."""

    context: Context
    dangling: Sequence[Dangling]

    def findings(self, doubts: Mapping[Home, str]) -> Iterator[Diagnostic]:
        """One for each place that cites a missing name, with what is like it.

        Where there is no record at all of what is cited, that is the cause.
        """
        told = {each: self._telling(*each, doubts) for each in self._names}
        for name, reference, _, found in self.dangling:
            like, also, cause, follows = told[name, reference]
            words: dict[str, Word] = {**dict(found.message.words), "like": like}
            message = say(found.message.name, **words)
            yield replace(found, message=message, also=also, cause=cause, follows=follows)

    @cached_property
    def _names(self) -> dict[tuple[Sought, str], list[Home]]:
        """Every name once for each kind of reference, and where it may be."""
        return {(name, reference): _homes(name, reference) for name, reference, *_ in self.dangling}

    def _telling(
        self, name: Sought, reference: str, doubts: Mapping[Home, str]
    ) -> tuple[Message | str, tuple[Location, ...], str, str]:
        """What is like it, where that is, the cause, and the cause from which that follows."""
        follows = next(filter(None, (doubts.get(home, "") for home in self._names[name, reference])), "")
        if name.group in self._empty:
            return say("K002.empty"), (), "/".join(name.group), follows
        return *_near(self._meant.get(name)), "/".join(name), follows

    @property
    def homes(self) -> set[Home]:
        """Jurisdiction and kind of all that may be missing."""
        return {home for homes in self._names.values() for home in homes}

    def emptiness_of(self, found: Diagnostic) -> str:
        """The cause that findings share where a jurisdiction or department has nothing of what they miss."""
        source = SOURCES.get(found.message.name)
        item = self.context.snapshot.records.get(found.record) if source and found.record else None
        if source is None or item is None:
            return ""
        place, owner = item.key.jurisdiction, str(at(item.fields, OWNER[Kind.ITEM]))
        held = self._holders(place, source)
        is_own = source is Kind.POWER or owner in held
        return "" if held and is_own else "/".join((found.code, place, *([owner] if held else [])))

    def _holders(self, place: str, kind: Kind) -> set[str]:
        """Whose records of a kind a jurisdiction has."""
        if (place, kind) not in self._held:
            found = self.context.snapshot.of(kind, place)
            self._held[place, kind] = {str(at(each.fields, OWNER[kind])) for each in found}
        return self._held[place, kind]

    @cached_property
    def _held(self) -> dict[Home, set[str]]:
        return {}

    def cause_of(self, found: Diagnostic) -> str:
        """The missing name from which another finding only follows; empty where there is none."""
        for name in self._misnamed.get(found.record, ()) if found.record else ():
            source = SOURCES.get(found.message.name)
            is_of_code = found.pointer == _OF_CODES.get(found.code)
            if source in self._citing[name] or (is_of_code and self._meant[name].uncited):
                return "/".join(name)
        return self._kin(found) if found.code == "C005" and found.record else ""

    def _kin(self, found: Diagnostic) -> str:
        """A code that is missing beside a sub item without its parent, or a parent without one."""
        words, place = dict(found.message.words), found.record.jurisdiction if found.record else ""
        parent = Sought(place, "item", "", str(words.get("parent")))
        kin = parent if parent in self._citing else self._heads.get((place, str(words.get("head"))))
        return "/".join(kin or ())

    @cached_property
    def _heads(self) -> dict[tuple[str, str], Sought]:
        """Missing codes of items for which a record is known that may bear them, by nine characters."""
        found = (each for each in self._citing if each.kind == "item" and each in self._meant)
        return {(each.jurisdiction, each.name[:9]): each for each in found}

    @cached_property
    def _citing(self) -> dict[Sought, set[Kind]]:
        citing: dict[Sought, set[Kind]] = {}
        for each in self.dangling:
            citing.setdefault(each.sought, set()).add(each.kind)
        return citing

    @cached_property
    def _groups(self) -> dict[tuple[str, ...], list[Sought]]:
        groups: dict[tuple[str, ...], list[Sought]] = {}
        for name in self._citing:
            groups.setdefault(name.group, []).append(name)
        return groups

    @cached_property
    def _empty(self) -> set[tuple[str, ...]]:
        return {each for each, names in self._groups.items() if not those_known(names[0], self.context)}

    @cached_property
    def _meant(self) -> dict[Sought, Meant]:
        asked = {group: names for group, names in self._groups.items() if len(names) <= _MOST_ASKED}
        cited = _cited(self.context, asked) if asked else {}
        found = ((name, self._like(name, cited)) for names in asked.values() for name in names)
        return {name: meant for name, meant in found if meant is not None}

    def _like(self, name: Sought, cited: _Citing) -> Meant | None:
        known = those_known(name, self.context)
        near = {
            each: cited.get(name._replace(name=each), set()) for each in one_sign_off(name.name, [*known])
        }
        apart = [each for each, kinds in near.items() if not kinds & self._citing[name]]
        if len(apart) > 1:
            apart = self._likeliest(apart, near, name, known)
        if len(apart) == 1:
            return Meant(known[apart[0]], apart=True, uncited=not near[apart[0]])
        # Codes of items are like each other by nature.
        if name.kind == "item":
            return None
        called = self._called(name, known)
        like = called or _only([*near]) or only_near(name.name, [*known])
        return Meant(known[like], apart=False, uncited=False, called=bool(called)) if like else None

    def _called(self, name: Sought, known: Mapping[str, Known]) -> str:
        """What is not cited by its id but by what it is called."""
        if name.group not in self._names_of:
            self._names_of[name.group] = _callings(known.values())
        return _only(self._names_of[name.group].get(name.name, ()))

    @cached_property
    def _names_of(self) -> dict[tuple[str, ...], dict[str, list[str]]]:
        return {}

    def _likeliest(
        self, names: Sequence[str], cited: Mapping[str, set[Kind]], name: Sought, known: Mapping[str, Known]
    ) -> list[str]:
        """What one kind alone names wrongly, others name rightly; what several do has itself a wrong name."""
        citing = self._citing[name]
        ranks = {
            each: (
                Kind.MEMORANDUM not in citing or _is_listed(known[each].record),
                bool(cited[each]) == (len(citing) == 1),
            )
            for each in names
        }
        return [each for each in names if ranks[each] == max(ranks.values())]

    @cached_property
    def _misnamed(self) -> dict[Key, list[Sought]]:
        found: dict[Key, list[Sought]] = {}
        for name, meant in self._meant.items():
            if meant.apart and name.kind == "item":
                found.setdefault(meant.known.record.key, []).append(name)
        return found


def _homes(name: Sought, reference: str) -> list[Home]:
    """Where a name may be; what could name a group of units too may be one of the reform's."""
    return [*name.homes, *([(name.jurisdiction, Kind.JURISDICTION)] if reference == "party" else [])]


def _only(names: Collection[str]) -> str:
    """The one name among some; empty where there are several, or none."""
    return next(iter(names)) if len(names) == 1 else ""


def _callings(known: Iterable[Known]) -> dict[str, list[str]]:
    """Ids by all names, short ones and earlier ones too, that what bears them has or had."""
    found: dict[str, list[str]] = {}
    for each in known:
        # A jurisdiction's id is its folder's name and stands in no field.
        value = at(each.record.fields, *(each.pointer[:-1] if each.pointer else ("jurisdiction",)))
        part = Part(value if isinstance(value, dict) else {}, ())
        names = [*map(part.text, _NAMES), *(old.text("name") for old in part.parts("aliases"))]
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(each.name)
    return found


def _is_listed(record: Record) -> bool:
    """Whether an item is one that memoranda list."""
    it = view(record)
    return isinstance(it, Item) and bool(it.transferred)


def _near(meant: Meant | None) -> tuple[Message | str, tuple[Location, ...]]:
    if meant is None:
        return "", ()
    name, record, pointer = meant.known
    message = say("K002.called", near=name) if meant.called else say("K002.near", near=name)
    return message, (record.locate(*pointer),)


def _cited(context: Context, groups: Iterable[tuple[str, ...]]) -> dict[Sought, set[Kind]]:
    """Which kinds of records cite each name of some groups."""
    wanted = frozenset(groups)
    found: dict[Sought, set[Kind]] = {}
    for place, (kind, *cited) in _citations(context.snapshot):
        name = sought_in(context.register(place), *cited)
        if name.group in wanted:
            found.setdefault(name, set()).add(Kind(kind))
    return found


def _citations(snapshot: Snapshot) -> Iterator[tuple[str, Citation]]:
    """All that records cite, and the jurisdiction of each."""
    documents = {id(each.home.document): each for each in snapshot.records.values()}
    if snapshot.twins:
        yield from (
            (each.key.jurisdiction, cited) for each in snapshot.records.values() for cited in cited_by(each)
        )
        return
    for each in documents.values():
        yield from ((each.key.jurisdiction, cited) for cited in citations(each.home.document))

"""Whether a file is what was filed: by digest first, then by values against what the commit gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from xuke.figures.filings import filings
from xuke.filing import manifest as manifests
from xuke.filing.bundle import digests_of, is_bundle, members_of
from xuke.filing.cells import Difference, Sign, differences, is_alike
from xuke.filing.order import request_for
from xuke.filing.papers import digest_of
from xuke.model.part import day_of
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.tables.book import filing_book
from xuke.tables.layouts import TABLES
from xuke.tables.precheck import UnreadableError
from xuke.tables.reading import ReadBook, read_book
from xuke.words.zh import bundles as zh

#: Gives the register at a commit; None where the repository has no such commit.
Load = Callable[[str], Snapshot | None]

_MAKER = "xuke "


class Verdict(StrEnum):
    """What a file is: the very bytes, the same values, something altered, or nothing that is known here."""

    BYTES = "bytes"
    VALUES = "values"
    DIFFERENT = "different"
    LOST = "lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Filed:
    """What is known of a filing: its version, what its workbook was made of, and digests by name.

    ``key`` is empty for a bundle that nobody recorded.
    """

    jurisdiction: str
    commit: str
    key: str = ""
    tag: str = ""
    former: str = ""
    tables: tuple[str, ...] = ()
    filled_on: str = ""
    version: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one file; ``part`` is the member of a bundle that it equals."""

    file: str
    digest: str
    verdict: Verdict
    filed: Filed | None = None
    part: str = ""
    differences: tuple[Difference, ...] = ()


def recorded(register: Register, former: Mapping[str, str]) -> Iterator[Filed]:
    """The filings of a jurisdiction whose version is known, newest first; ``former`` has commits by id."""
    for each in reversed(filings(register)):
        if each.text("commit"):
            yield Filed(
                register.jurisdiction,
                each.text("commit"),
                str(each.key),
                each.text("tag"),
                former.get(each.text("former"), ""),
                tuple(name for name in each.texts("tables") if name in TABLES),
                each.text("filled_on"),
                each.text("tool").removeprefix(_MAKER),
                {part.text("file"): part.text("sha256") for part in each.parts("digests")},
            )


def of_register(register: Register) -> list[Filed]:
    """The same, with the filings that they changed looked up."""
    return list(recorded(register, {each.id: each.text("commit") for each in filings(register)}))


def of_manifest(found: Mapping[str, Any]) -> Filed:
    """What a bundle says of itself, for one that nobody recorded."""
    return Filed(
        found["jurisdiction"],
        found["commit"],
        "",
        found["tag"],
        (found["former"] or {}).get("commit", ""),
        tuple(row["id"] for row in found["tables"] if row["id"] in TABLES),
        found["filled_on"] or "",
        str(found["tool"].get("version", "")),
        {row["name"]: row["sha256"] for row in found["parts"]},
    )


def verified(name: str, data: bytes, known: Sequence[Filed], load: Load) -> Outcome:
    """The verdict on a file; UnreadableError where it is neither workbook nor bundle."""
    digest = digest_of(data)
    for filed in known:
        for part, each in filed.digests.items():
            if each == digest:
                return Outcome(name, digest, Verdict.BYTES, filed, part)
    outcome = Outcome(name, digest, Verdict.UNKNOWN)
    if is_bundle(data):
        return _bundle(outcome, members_of(data), known, load)
    return _nearest(outcome, read_book(name, data), known, load)


def _nearest(outcome: Outcome, found: ReadBook, known: Sequence[Filed], load: Load) -> Outcome:
    """The filing that a workbook differs from least; a workbook with little of ours is none of ours."""
    best, lost = outcome, None
    for filed in known:
        book = _remade(filed, found, load)
        if book is None:
            lost = lost or filed
            continue
        here = tuple(differences(book, found))
        if not here:
            return replace(outcome, verdict=Verdict.VALUES, filed=filed, part=zh.BOOK)
        if is_alike(book, found) and (best.filed is None or len(here) < len(best.differences)):
            best = replace(outcome, verdict=Verdict.DIFFERENT, filed=filed, differences=here)
    if best.filed is None and lost is not None:
        return replace(outcome, verdict=Verdict.LOST, filed=lost)
    return best


def _remade(filed: Filed, found: ReadBook, load: Load) -> ReadBook | None:
    """The workbook of a filing as it is read; of a version alone the tables that the other has."""
    names = {table.title: name for name, table in TABLES.items()}
    tables = filed.tables or tuple(names[sheet.name] for sheet in found.sheets if sheet.name in names)
    book = remade(replace(filed, tables=tables), load)
    return read_book("filed.xlsx", book) if book is not None else None


def remade(filed: Filed, load: Load) -> bytes | None:
    """The workbook of a filing, made again from its commit; None where that is not here."""
    snapshot = load(filed.commit)
    since = load(filed.former) if filed.former else None
    if (
        snapshot is None
        or (filed.former and since is None)
        or filed.jurisdiction not in snapshot.jurisdictions
    ):
        return None
    register = Register(snapshot, filed.jurisdiction)
    tables = filed.tables or tuple(TABLES)
    request = request_for(register, filed.commit, filed.version, since, day_of(filed.filled_on), tables)
    return filing_book(request)


def _bundle(outcome: Outcome, members: dict[str, bytes], known: Sequence[Filed], load: Load) -> Outcome:
    """A bundle that is not byte for byte one of ours: its parts one by one."""
    manifest = manifests.read_manifest(members[manifests.NAME])
    filed = _owner(members, manifest, known)
    if filed is None:
        return outcome
    here = tuple(_parts(filed, members, load))
    if not filed.key:
        return _unrecorded(outcome, filed, here, members, load)
    verdict = Verdict.DIFFERENT if here else Verdict.VALUES
    return replace(outcome, verdict=verdict, filed=filed, differences=here)


def _owner(
    members: Mapping[str, bytes], manifest: dict[str, Any] | None, known: Sequence[Filed]
) -> Filed | None:
    """The filing that has most parts in common, or the one that the manifest names."""
    digests = set(digests_of(members).values())
    ranked = sorted(known, key=lambda each: -len(digests & set(each.digests.values())))
    if ranked and digests & set(ranked[0].digests.values()):
        return ranked[0]
    if manifest is None:
        return None
    named = (each for each in known if (each.tag, each.commit) == (manifest["tag"], manifest["commit"]))
    return next(named, of_manifest(manifest))


def _parts(filed: Filed, members: Mapping[str, bytes], load: Load) -> Iterator[Difference]:
    found = digests_of(members)
    names = _names(filed)
    for name in names:
        if name not in found:
            yield Difference(Sign.PART_MISSING, name, filed=filed.digests[name])
        elif found[name] != filed.digests[name]:
            yield Difference(Sign.PART_CHANGED, name, "", filed.digests[name], found[name])
            yield from _inside(filed, name, members[name], load)
    for name in found:
        if name not in names and name != manifests.NAME:
            yield Difference(Sign.PART_EXTRA, name, found=found[name])


def _names(filed: Filed) -> list[str]:
    """The parts; the archive itself stands in front of them where the filing is recorded."""
    return list(filed.digests)[1:] if filed.key else list(filed.digests)


def _inside(filed: Filed, name: str, data: bytes, load: Load) -> Iterator[Difference]:
    book = remade(filed, load) if name == zh.BOOK else None
    if book is not None:
        try:
            yield from differences(read_book("filed.xlsx", book), read_book(name, data))
        except UnreadableError:
            return


def _unrecorded(
    outcome: Outcome,
    filed: Filed,
    here: tuple[Difference, ...],
    members: Mapping[str, bytes],
    load: Load,
) -> Outcome:
    """A bundle that vouches for itself is believed only as far as its commit gives the same workbook."""
    book = remade(filed, load)
    if book is None:
        return replace(outcome, verdict=Verdict.LOST, filed=filed, differences=here)
    if not here and digest_of(book) != digest_of(members.get(zh.BOOK, b"")):
        here = tuple(
            differences(read_book("filed.xlsx", book), read_book(zh.BOOK, members.get(zh.BOOK, b"")))
        )
    if here:
        return replace(outcome, verdict=Verdict.DIFFERENT, filed=filed, differences=here)
    return replace(outcome, verdict=Verdict.BYTES, filed=filed)

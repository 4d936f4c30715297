"""What a folder or file with a wrong name may hold: nobody can say that it is missing elsewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from xuke.model.diagnostic import Diagnostic, say
from xuke.model.files import FOLDERS, PLAIN, seat
from xuke.model.record import Kind, Snapshot
from xuke.model.views import view
from xuke.words.near import one_sign_off

#: Jurisdiction and kind of records, and the cause for which they may be missing.
Doubts = dict[tuple[str, Kind], str]


def undeclared(snapshot: Snapshot) -> list[str]:
    """Folders of a jurisdiction that hold no ``reform.yaml``."""
    names = {found.jurisdiction for found in map(seat, snapshot.paths) if found}
    return [
        each
        for each in sorted(names - {""})
        if snapshot.is_whole(each, Kind.JURISDICTION) and snapshot.get(each, Kind.JURISDICTION, each) is None
    ]


def cause_of_folder(name: str) -> str:
    """The cause that findings about an undeclared folder share."""
    return f"folder/{name}"


def meant_by(name: str, snapshot: Snapshot) -> str:
    """The declared jurisdiction whose name, or whose folder's but for one sign, a folder bears; or empty."""
    declared = {each.key.id: view(each) for each in snapshot.of(Kind.JURISDICTION)}
    found = one_sign_off(name, [*declared]) or [
        known
        for known, each in declared.items()
        if name in {each.text("jurisdiction", field) for field in ("name", "short_name")}
    ]
    return found[0] if len(found) == 1 else ""


def doubts(snapshot: Snapshot, misplaced: Iterable[Diagnostic]) -> Doubts:
    """All that may stand in undeclared folders, and in files that are not read for their names."""
    return {**dict(_of_folders(snapshot)), **dict(_of_files(misplaced, snapshot))}


def _of_folders(snapshot: Snapshot) -> Iterator[tuple[tuple[str, Kind], str]]:
    for name in undeclared(snapshot):
        cause, other = cause_of_folder(name), meant_by(name, snapshot)
        for kind in Kind:
            is_held = any(True for _ in snapshot.of(kind, name))
            if other and is_held:
                yield (other, kind), cause
            elif not is_held:
                yield (name, kind), cause


def recognised(found: Diagnostic, snapshot: Snapshot) -> Diagnostic:
    """A finding about a file that is not read, with the name that it or its folder is meant to have.

    The files of a folder with such a name share one cause.
    """
    if found.message.name != "K009.unknown":
        return found
    path = found.location.path
    folder, meant = _odd_folder(path), _intended(path, snapshot)
    if folder:
        near = _folder_of(meant)
        told = say("K009.folder_near", folder=folder, near=near, others="") if near else None
        message = told or say("K009.folder", folder=folder, others="")
        return replace(found, message=message, cause=cause_of_folder(f"{folder}/{near}"))
    return replace(found, message=say("K009.near", near=meant)) if meant else found


def _odd_folder(path: str) -> str:
    """The folder of a jurisdiction that holds a file and no kind of records; empty where there is none."""
    top, _, name, *rest = (*PurePosixPath(path).parts, "", "", "")[:4]
    return _folder_of(path) if top == "catalogue" and rest != [""] and name not in FOLDERS else ""


def _folder_of(path: str) -> str:
    return "/".join(PurePosixPath(path).parts[:3])


def _of_files(misplaced: Iterable[Diagnostic], snapshot: Snapshot) -> Iterator[tuple[tuple[str, Kind], str]]:
    for each in misplaced:
        found = seat(_intended(each.location.path, snapshot))
        for kind in found.kind.kinds if found else ():
            yield (found.jurisdiction if found else "", kind), each.cause


def _intended(path: str, snapshot: Snapshot) -> str:
    """The path of a file, its ending and a name that is one sign off put right; empty where nothing fits.

    Beside the file itself, one that is like it is a copy.
    """
    top, *steps = PurePosixPath(path).with_suffix("").parts
    if len(steps) > 1 and top == "catalogue":
        known = PLAIN if len(steps) == 2 else FOLDERS
        steps[1] = next(iter(one_sign_off(steps[1], [*known])), steps[1])
    meant = "/".join((top, *steps)) + ".yaml"
    return meant if seat(meant) and (meant == path or meant not in snapshot.paths) else ""

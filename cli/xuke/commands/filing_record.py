"""xuke filing record."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from xuke.commands.base import argument, choice, command, option
from xuke.commands.changing import settle, show_changes, write
from xuke.commands.export import day_of_option
from xuke.commands.filings import bytes_of
from xuke.commands.session import Session
from xuke.edit.rewrite import Step, new_record
from xuke.figures.filings import filings
from xuke.filing.bundle import LARGEST, NotABundle, digests_of, is_bundle, members_of
from xuke.filing.manifest import NAME, read_manifest
from xuke.filing.papers import digest_of
from xuke.model.document import Value
from xuke.model.errors import Refusal, UsageFault, XukeError
from xuke.model.record import Key, Kind
from xuke.model.register import Register
from xuke.sources.tags import NewTag, is_tag_name, tagged

#: How often a record is planned anew because somebody else wrote in between.
_TRIES = 20


@command(
    "filing.record",
    argument("bundle"),
    option("--number", text="filings.help_number", metavar="filings.metavar_number"),
    option("--received", text="filings.help_received", metavar="cli.metavar.day"),
    option("--sign", text="filings.help_sign", is_flag=True),
    option("--dry-run", "is_dry", text="filings.help_dry_run", is_flag=True),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    keeps=False,
)
def COMMAND(  # noqa: N802
    session: Session,
    bundle: str,
    number: str | None,
    received: str | None,
    sign: bool,
    is_dry: bool,
    form: str,
) -> None:
    """Record what was filed under which number and when, and tag its commit."""
    if session.day is None or not number:
        raise UsageFault("filings.what_was_filed")
    settle(session, is_dry=is_dry)
    told = {"number": number, "received": _iso(received), "on": session.today.isoformat()}
    sent = _Sent(bundle, bytes_of(bundle, LARGEST))
    for _ in range(_TRIES):
        try:
            _record(replace(session), sent, told, is_signed=sign, is_dry=is_dry, form=form)
        except XukeError as error:
            if error.message.name != "cli.changed_meanwhile":
                raise
        else:
            return
    raise XukeError("filings.too_busy")


def _iso(text: str | None) -> str | None:
    day = day_of_option(text)
    return day.isoformat() if day else None


class _Sent:
    """The bundle that was sent, whole and as its manifest says."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file, self.data = file, data
        manifest = None
        try:
            self.members = members_of(data) if is_bundle(data) else {}
            manifest = read_manifest(self.members.get(NAME, b""))
        except NotABundle:
            pass
        if manifest is None:
            raise Refusal("filings.no_bundle", path=file)
        self.manifest: dict[str, Any] = manifest
        self.digests = digests_of(self.members)
        wanted = {row["name"]: row["sha256"] for row in manifest["parts"]}
        if wanted != {name: each for name, each in self.digests.items() if name != NAME}:
            raise Refusal("filings.bundle_altered", path=file)

    def fields(self, identity: str, told: dict[str, str | None]) -> dict[str, Value]:
        """The record of it, in the order of the schema; what nobody knows is left out."""
        sent, former = self.manifest, self.manifest["former"]
        names = {Path(self.file).name: digest_of(self.data), **self.digests}
        fields: dict[str, Value] = {
            "id": identity,
            "kind": sent["kind"],
            "title": sent["title"],
            "filer": sent["filer"],
            "tables": [row["id"] for row in sent["tables"]],
            "on": told["on"],
            "number": told["number"],
            "recipient": sent["recipient"],
            "received": told["received"],
            "commit": sent["commit"],
            "tag": sent["tag"],
            "filled_on": sent["filled_on"],
            "tool": f"xuke {sent['tool'].get('version', '')}",
            "digests": [{"file": name, "sha256": digest} for name, digest in names.items()],
            "former": former["id"] if former else None,
        }
        return {name: value for name, value in fields.items() if value not in (None, "")}


def _record(
    session: Session, sent: _Sent, told: dict[str, str | None], *, is_signed: bool, is_dry: bool, form: str
) -> None:
    manifest = sent.manifest
    place = session.known_place(manifest["jurisdiction"], session.snapshot.jurisdictions)
    if session.jurisdiction not in {None, place}:
        raise UsageFault("filings.other_place", place=place, name=str(session.jurisdiction))
    register = Register(session.snapshot, place)
    commit = session.repository.resolve(manifest["commit"])
    fields = sent.fields(_identity(manifest["tag"]), told)
    _refuse_twice(session, register, fields)
    key = Key(place, Kind.FILING, str(fields["id"]))
    new = new_record(key, fields, _provenance(register), session.snapshot.paths)
    steps = [Step(None, new)]
    if not is_dry:
        message = f"{manifest['title']}\n\n{sent.members[NAME].decode()}"
        write(session, steps, None, NewTag(manifest["tag"], commit, message, is_signed))
        session.tell("filings.recorded", key=str(key), tag=manifest["tag"], commit=commit[:10])
    show_changes(session, steps, form)


def _identity(tag: str) -> str:
    """The last part of a tag as an id."""
    return re.sub("[^a-z0-9]+", "-", tag.rpartition("/")[2].lower()).strip("-") or "filing"


def _refuse_twice(session: Session, register: Register, fields: dict[str, Value]) -> None:
    """Neither a filing nor a number nor a tag stands twice."""
    tag = str(fields["tag"])
    if not is_tag_name(tag):
        raise Refusal("filings.bad_tag", name=tag)
    for each in filings(register):
        if each.id == fields["id"]:
            raise Refusal("filings.recorded_already", key=str(each.key))
        if each.text("number") == fields["number"]:
            raise Refusal("filings.number_taken", number=str(fields["number"]), key=str(each.key))
    taken = tagged(session.root, tag)
    if taken is not None:
        raise Refusal("filings.tag_taken", name=tag, commit=taken[:10])


def _provenance(register: Register) -> str:
    """Of a file that is not there yet: what nobody published is not called so."""
    record = register.get(Kind.JURISDICTION, register.jurisdiction)
    is_demonstration = record is not None and record.provenance == "demonstration"
    return "demonstration" if is_demonstration else "unattributed"

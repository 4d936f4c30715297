"""xuke memo draft."""

from collections.abc import Iterable

from xuke.commands.base import argument, command, option
from xuke.commands.changing import carry_out, settle
from xuke.commands.measures import department_of
from xuke.commands.session import Session
from xuke.edit.rewrite import Step, new_record
from xuke.memo.clauses import moving
from xuke.memo.draft import drafted
from xuke.model.document import same
from xuke.model.errors import Refusal, UsageFault
from xuke.model.record import Key, Kind, Record
from xuke.model.views import Memo


@command(
    "memo.draft",
    argument("department", required=False),
    option("--all", "everything", text="papers.help_all", is_flag=True),
    option("--dry-run", text="papers.help_dry_run", is_flag=True),
)
def COMMAND(session: Session, department: str | None, everything: bool, dry_run: bool) -> None:  # noqa: N802
    """Draft the memorandum of a department, or of all; what people wrote in a draft stays."""
    settle(session, is_dry=dry_run)
    ensure_whole(session)
    names = _open(session) if everything else [_chosen(session, department)]
    steps = list(_steps(session, names))
    carry_out(session, steps, is_dry=dry_run)
    session.tell("papers.would_draft" if dry_run else "papers.drafted", count=len(steps))


def _chosen(session: Session, department: str | None) -> str:
    if department is None:
        raise UsageFault("papers.which")
    name = department_of(session, department)
    memo = session.register.memoranda.get(name)
    if memo and memo.text("status") not in {"", "draft"}:
        raise Refusal("papers.is_signed", title=memo.name)
    if memo is None and not moving(name, session.register):
        raise Refusal("papers.nothing_moves", name=session.register.department_name(name))
    return name


def _open(session: Session) -> list[str]:
    """The departments with items that move whose memorandum is not signed yet."""
    register = session.register
    names = (name for name in register.departments if moving(name, register))
    memos = {name: register.memoranda.get(name) for name in names}
    return [name for name, memo in memos.items() if memo is None or memo.text("status") in {"", "draft"}]


def _steps(session: Session, names: Iterable[str]) -> Iterable[Step]:
    register = session.register
    for name in names:
        old = register.memoranda.get(name)
        _ensure_taker(session, old)
        fields = drafted(name, register, old)
        if old is None:
            key = Key(session.place, Kind.MEMORANDUM, name)
            yield Step(None, new_record(key, fields, str(fields["provenance"])))
        elif not same(dict(old.fields), fields):
            yield Step(old.record, Record(old.key, fields, old.record.home))


def _ensure_taker(session: Session, old: Memo | None) -> None:
    """Refuse to write a paper that names nobody as the one who takes over."""
    register = session.register
    is_named = old is not None and bool(old.text("taker"))
    if not is_named and (register.bureau or register.predecessor) not in register.departments:
        file = f"catalogue/{session.place}/reform.yaml"
        raise Refusal("papers.no_taker", place=register.title, file=file)


#: What a memorandum is made of; a file that cannot be read would look like items that went.
_GROUND = (Kind.MEMORANDUM, Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT, Kind.POST, Kind.SEAL)


def ensure_whole(session: Session) -> None:
    """Refuse to go on where a file that memoranda rest on could not be read."""
    if not session.snapshot.is_whole(session.place, *_GROUND):
        read = {document.path for document in session.loaded.documents}
        lost = {each.location.path for each in session.loaded.diagnostics} - read
        raise Refusal("papers.unread", paths=tuple(sorted(lost)))


def memo_named(session: Session, department: str) -> Memo:
    """The memorandum with a department that a user names by id or name."""
    ensure_whole(session)
    name = department_of(session, department)
    memo = session.register.memoranda.get(name)
    if memo is None:
        raise Refusal("papers.no_memo", name=session.register.department_name(name), department=name)
    return memo

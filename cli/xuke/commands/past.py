"""The past of the record that a user names, for the commands that tell of it."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from xuke.commands.session import Session
from xuke.diff.past import Entry, Origin, entries, origins, with_uncommitted
from xuke.model.past import Step, replaced
from xuke.model.record import Key, Kind, Record
from xuke.model.register import Register
from xuke.model.views import Memo
from xuke.report.past import SHORT
from xuke.report.show import Names, names_in
from xuke.sources.tree import Mentioning


class Dossier:
    """All that is known of the past of one record, behind ``--at`` or behind the work tree."""

    def __init__(self, session: Session, name: str) -> None:
        self._session = session
        _ = session.repository
        # Files that do not mention the record need not be read; where none does, everything is.
        part = session.load(Mentioning(session.tree(session.revision), name.rpartition("/")[2]))
        known = session.chosen(part.snapshot.records, name)
        self.snapshot = part.snapshot if known else session.snapshot
        self.key = known or session.key(name)

    @cached_property
    def steps(self) -> list[Step]:
        """What happened to the record, newest first; what is not committed stands at the head."""
        if self._session.revision in {None, "index"}:
            return self._with_uncommitted()
        return self._committed(self.key)[0]

    def _with_uncommitted(self) -> list[Step]:
        records = self.snapshot.records
        now = records.get(self.key)
        steps, newest = self._committed(self.key)
        before = {each for place in newest if (known := steps[place].record) for each in replaced(known)}
        new = tuple(each for each in (replaced(now) if now else ()) if each not in before)
        if new:
            steps, newest = self._committed(self.key, *(key for key, _ in new))
        step = Step(None, self.key, now, tuple(newest), replaces=new, replaced_by=self._successors(now))
        return with_uncommitted(steps, step)

    def _successors(self, now: Record | None) -> tuple[tuple[Key, str], ...]:
        """Records that say they replace this one, where it is there no more."""
        found = self.snapshot.of(Kind.ITEM, self.key.jurisdiction) if now is None else ()
        return tuple((each.key, how) for each in found for key, how in replaced(each) if key == self.key)

    def _committed(self, *keys: Key) -> tuple[list[Step], list[int]]:
        history = self._session.history
        return history.steps(*keys) if history else ([], [])

    @cached_property
    def entries(self) -> list[Entry]:
        """What changed, newest first."""
        return list(entries(self.steps))

    @cached_property
    def origins(self) -> list[Origin]:
        """Every field and the step that gave it its value."""
        return list(origins(self.steps))

    @property
    def is_whole(self) -> bool:
        """Whether no older commit is missing behind what is told."""
        return not any(each.is_cut for each in self.steps)

    @property
    def names(self) -> Names:
        """Printed names of what fields refer to, as the register has them now."""
        # A time may run from what stands in files that do not mention the record.
        records = (each.record for each in self.steps)
        is_counted = any(each.fields.get("within") for each in records if each)
        snapshot = self._session.snapshot if is_counted else self.snapshot
        return names_in(Register(snapshot, self.key.jurisdiction))

    def remark(self) -> None:
        """Say what the user cannot see: older commits that are missing, and another code since."""
        for each in self.steps:
            if each.is_cut and each.commit:
                words = {"commit": each.commit.name[:SHORT], "day": str(each.commit.day)}
                self._session.tell("past.shallow", **words)
        self.remark_end()

    def remark_end(self) -> None:
        """Say what became of a record that is there no more."""
        if self.key in self.snapshot.records:
            return
        # The removal that is not committed, or that of the newest commit that touched the record.
        steps = [each for each in self.steps[:2] if each.record is None]
        self._tell_end(next((each for each in steps if each.replaced_by), steps[-1]))

    def _tell_end(self, step: Step) -> None:
        key, keys = str(step.key), tuple(str(each) for each, _ in step.replaced_by)
        if keys:
            self._session.tell("past.goes_on", key=key, keys=keys, first=keys[0])
        elif step.commit:
            words = {"commit": step.commit.name[:SHORT], "day": str(step.commit.day)}
            self._session.tell("past.removed_since", key=key, **words)
        else:
            self._session.tell("past.gone", key=key)

    def memoranda(self, steps: Iterable[Step]) -> dict[Step, tuple[Memo, ...]]:
        """The memoranda that listed the item when each step was made."""
        wanted = list(dict.fromkeys(each for each in steps if each.key.kind is Kind.ITEM))
        names = list(dict.fromkeys(each.commit.name for each in wanted if each.commit))
        history = self._session.history
        codes = {each.key.id for each in wanted}
        then = history.memoranda(self.key.jurisdiction, names, codes) if history and names else {}
        now = Register(self.snapshot, self.key.jurisdiction).memoranda.values()
        known = {each: then[each.commit.name] if each.commit else list(now) for each in wanted}
        return {each: tuple(_listing(memos, each.key.id)) for each, memos in known.items()}


def _listing(memos: Sequence[Memo], code: str) -> Iterable[Memo]:
    return (memo for memo in memos if any(each.text("code") == code for each in memo.listed))

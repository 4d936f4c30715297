"""What a single rule says of the small workspace after some edits."""

from datetime import date
from pathlib import Path

from xuke.check.engine import run
from xuke.model.rule import Context
from xuke.model.views import dotted
from xuke.sources.load import load
from xuke.sources.tree import File

SMALL = Path(__file__).parents[2] / "workspaces" / "small"
MEMO = "memoranda/lan/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
ITEMS = "catalogue/lan/items/fagai.yaml"


class Edited:
    """The small workspace with edits: file, old text (empty: the whole file), new text."""

    def __init__(self, edits):
        self.texts = {
            path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in SMALL.rglob("*.yaml")
        }
        for file, old, new in edits:
            text = self.texts.get(file, "")
            assert not old or text.count(old) == 1, (file, old)
            self.texts[file] = text.replace(old, new) if old else new

    def files(self):
        return (File(path, text.encode()) for path, text in sorted(self.texts.items()))


def said(rule, *edits):
    """Names of messages and dotted places, in reading order."""
    snapshot = load(Edited(edits)).snapshot
    found = sorted(run([rule], Context(snapshot, date(2019, 1, 1)), ()), key=lambda each: each.order)
    return [(each.message.name, dotted(snapshot.records[each.record].fields, each.pointer)) for each in found]

"""Several writers and a reader at once: no update is lost, and nobody sees a register half written."""

import multiprocessing
import os

import pytest

from child import workspace
from xuke.model.errors import XukeError
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.sources.write import is_unfinished, settled, write_files

FIRST, SECOND = "catalogue/lan/halls.yaml", "memoranda/lan/counter.yaml"
PATIENCE = 300

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the writers are forked")


def count_up(root, times):
    """So many times: read the counters, write both one higher; again where another was quicker."""
    for _ in range(times):
        while True:
            try:
                read = {name: (root / name).read_bytes() for name in (FIRST, SECOND)}
                counts = {name: int(data.split()[-1]) for name, data in read.items()}
                new = {name: b"provenance: %d\n" % (count + 1) for name, count in counts.items()}
                write_files(root, new, read)
                break
            except XukeError as error:
                if error.message.name not in {"cli.changed_meanwhile", "cli.locked"}:
                    raise


def look(root, until, torn):
    """Read as commands do, and note every register whose two files differ."""
    while not until.is_set():
        try:
            settled(root)
            if not is_unfinished(root):
                found = {each.path: each.value for each in load(WorkTree(root)).documents}
                again = is_unfinished(root)
                one, two = (str(found.get(name)) for name in (FIRST, SECOND))
                # As in a command: what was read while a write began is read again.
                if not again and one != two and not _moved(root, found):
                    torn.value += 1
        except XukeError as error:
            if error.message.name != "cli.unfinished":
                raise


def _moved(root, found):
    """Whether a whole write came between the reading of the two files."""
    now = {each.path: each.value for each in load(WorkTree(root)).documents}
    return now != found


def counted(tmp_path, writers, times):
    root = workspace(tmp_path / "w")
    for name in (FIRST, SECOND):
        (root / name).write_bytes(b"provenance: 0\n")
    context = multiprocessing.get_context("spawn")
    until, torn = context.Event(), context.Value("i", 0)
    reader = context.Process(target=look, args=(root, until, torn))
    running = [context.Process(target=count_up, args=(root, times)) for _ in range(writers)]
    for each in [reader, *running]:
        each.start()
    for each in running:
        each.join(PATIENCE)
    until.set()
    reader.join(PATIENCE)
    assert [each.exitcode for each in [reader, *running]] == [0] * (writers + 1)
    assert torn.value == 0
    return [int((root / name).read_bytes().split()[-1]) for name in (FIRST, SECOND)]


@pytest.mark.slow
def test_no_update_is_lost(tmp_path):
    assert counted(tmp_path, 4, 25) == [100, 100]


@pytest.mark.slow
@pytest.mark.long
def test_no_update_of_eight_writers_is_lost(tmp_path):
    assert counted(tmp_path, 8, 200) == [1_600, 1_600]

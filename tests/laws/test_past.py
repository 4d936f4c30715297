"""A law of history: files that do not name a record, nor any that it replaces, tell nothing of it."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pasts import Making, item, items
from xuke.model.record import Key, Kind
from xuke.sources.git import Repository
from xuke.sources.history import GitHistory

CODES = [f"53010400{number}000" for number in range(1, 6)]
PATHS = [f"catalogue/lan/items/{name}.yaml" for name in ("a", "b", "c")]

_REPLACES = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(["renumbered", "split", "merged"])), max_size=1
)
_RECORDS = st.dictionaries(
    st.sampled_from(CODES),
    st.tuples(st.sampled_from(PATHS), st.sampled_from("甲乙"), _REPLACES, st.booleans()),
)
#: Records by code, and how many commits before the last one a second parent stands.
_COMMITS = st.lists(st.tuples(_RECORDS, st.integers(0, 3)), min_size=2, max_size=5)


def written(code, name, replaces, is_escaped):
    text = item(code, name, replaces=replaces)
    return text.replace(f'code: "{code[0]}', f'code: "\\x{ord(code[0]):02x}', 1) if is_escaped else text


def made(folder, commits):
    making = Making(folder)
    for records, back in commits:
        files = {}
        for code, (path, *rest) in sorted(records.items()):
            files.setdefault(path, []).append(written(code, *rest))
        last = making.count
        parents = (last, last - back) if back and last > back else ()
        making.commit({path: items(*texts) for path, texts in files.items()}, *parents)
    return Repository(making.made())


def told(found):
    steps, newest = found
    return [[getattr(each, name) for name in FIELDS] for each in steps], newest


FIELDS = ("commit", "key", "record", "befores", "is_cut", "replaces", "replaced_by")


@settings(max_examples=15)
@given(_COMMITS)
def test_a_history_of_some_files_is_that_of_all(commits):
    with tempfile.TemporaryDirectory() as name:
        repository = made(Path(name), commits)
        whole = GitHistory(repository, repository.head())
        known = whole.keys("lan", Kind.ITEM)
        for code in CODES:
            key = Key("lan", Kind.ITEM, code)
            alone = GitHistory(repository, repository.head())
            assert told(alone.steps(key)) == told(whole.steps(key)), known

"""The items of one revision as a table, for a peer that knows nothing else: one column a plain field.

Lists and groups are left out, which is in the peer's favour.
"""

import csv
import sys
from pathlib import Path

from xuke.model.record import Kind
from xuke.sources.git import GitTree, Repository
from xuke.sources.load import load


def main() -> None:
    """Write the table; a row is named by jurisdiction and code."""
    repository = Repository(Path(sys.argv[1]))
    tree = GitTree(repository, repository.tree(repository.resolve(sys.argv[2])))
    items = list(load(tree).snapshot.of(Kind.ITEM))
    names = {name: None for each in items for name, value in each.fields.items() if _is_plain(value)}
    with open(sys.argv[3], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("jurisdiction", *names))
        writer.writerows((each.key.jurisdiction, *map(each.fields.get, names)) for each in items)


def _is_plain(value: object) -> bool:
    return not isinstance(value, list | dict)


main()

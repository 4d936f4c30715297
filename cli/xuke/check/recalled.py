"""What rules said of single records as plain data that JSON can hold, and back."""

from typing import Any

from xuke.check.earlier import Judgement, Judgements
from xuke.check.kept import data_of_found, found_from, key_from
from xuke.model.record import Kind


def data_of_judgements(said: Judgements) -> list[Any]:
    """Every rule that said anything: code, kind, and the records with what was said of them."""
    return [
        [*name, [[each.record, data_of_found(each.found)] for each in judgements]]
        for name, judgements in said.items()
        if judgements
    ]


def judgements_from(data: Any) -> Judgements:
    """What ``data_of_judgements`` made; one of ``kept.DAMAGES`` is raised for other data."""
    return {
        (code, Kind(kind)): [Judgement(key_from(record), found_from(found)) for record, found in said]
        for code, kind, said in data
    }

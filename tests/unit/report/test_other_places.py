"""One finding for many places, in every format."""

import pytest
from reports import ITEMS, STRAY, text

from trees import parsed
from xuke.report.formats import FORMATS

MISNAMED = (ITEMS, '  - code: "530104001000"\n', '  - code: "530104009000"\n')


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_names_the_other_places(name):
    told = text(name, MISNAMED)
    assert "memoranda/lan/fagai.yaml" in told
    assert ("2 such references" in told) is (name != "baseline")


def test_a_baseline_holds_every_place():
    assert text("baseline", MISNAMED).count("fingerprint:") == 2


def test_a_baseline_can_be_read_whatever_a_file_is_called():
    (row,) = parsed(text("baseline", STRAY)).value["findings"]
    assert row["record"] == STRAY[0]

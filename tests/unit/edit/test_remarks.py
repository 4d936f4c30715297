"""Remarks that a merge brings from the other side."""

import pytest

from xuke.edit.merge import Versions, merged_text

PATH = "catalogue/lan/items/fagai.yaml"
HEAD = "provenance: demonstration\nitems:\n"
ONE = '  - code: "530104001000"\n    name: 甲\n    note: 乙\n'
TWO = '  - code: "530104002000"\n    name: 丙\n'


def merged(ours, theirs, base=ONE + TWO):
    versions = Versions(PATH, *((HEAD + each).encode() for each in (base, ours, theirs)))
    done = merged_text(versions)
    assert done is not None
    assert done.conflicts == ()
    return done.data.decode().removeprefix(HEAD)


@pytest.mark.parametrize("remark", ["  # 待核\n", "\n  # 待核\n\n", "      # 待核\n"])
def test_a_remark_comes_along_however_it_stands_above_a_record(remark):
    assert merged(ONE + TWO, ONE + remark + TWO) == f"{ONE}  # 待核\n{TWO}"


def test_a_remark_behind_a_value_comes_along_where_ours_has_none():
    said = ONE.replace("甲\n", "甲  # 老\n")
    assert merged(ONE + TWO, said + TWO) == said + TWO
    own = ONE.replace("甲\n", "甲  # 我\n")
    assert merged(own + TWO, said + TWO) == own + TWO


def test_no_remark_is_put_into_a_text_of_many_lines():
    ours = ONE.replace("note: 乙\n", "note: |\n      丁\n      戊\n")
    assert merged(ours + TWO, ONE.replace("乙\n", "乙  # 老\n") + TWO) == ours + TWO


def test_a_remark_behind_the_sign_of_a_text_is_not_put_behind_the_text():
    texts = [ONE.replace("note: 乙\n", f"note: |{remark}\n      丁\n") for remark in ("", "  # 老")]
    assert merged(texts[0] + TWO, texts[1] + TWO, texts[0] + TWO) == texts[0] + TWO

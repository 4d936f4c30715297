"""Names of divisions, read province by province."""

import re

from stdnum import numdb

from xuke.identifiers.division import division_name


def test_every_division_has_the_name_that_the_whole_list_gives_it():
    whole = numdb.get("cn/loc")
    codes = [top[1] + below[1] for top in whole.prefixes for below in top[4]]
    named = {code: dict(whole.info(code)[-1][1])["county"] for code in codes}
    assert len(named) > 6000
    assert {code: division_name(code) for code in named} == {
        code: re.sub(r"\[[0-9-]*\]", "", name).partition(",")[0] for code, name in named.items()
    }


def test_what_never_was_a_division_has_no_name():
    assert [division_name(code) for code in ("009999", "999999", "53232", "5323250", "５３２３２５", "")] == [
        ""
    ] * 6

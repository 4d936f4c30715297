import json
from hashlib import sha256

import pytest

from xuke.figures.fingerprint import AGREED, agreed, fingerprint

ITEM = {
    "code": "530104001000",
    "name": "政府投资项目审批",
    "bases": [{"id": "b1", "document": "政府投资条例"}, {"id": "b2", "document": "行政许可法"}],
    "limit": {"promised": {"value": 5, "unit": "working_day"}, "extension": None},
    "disposition": {"state": "transferred", "effective": "2018-12-30"},
}
HANDLINGS = [{"suffix": "01", "name": "新办"}, {"suffix": "02", "name": "变更", "limit": {"promised": None}}]


def test_a_fingerprint_is_the_digest_of_the_agreed_fields_and_nothing_else():
    fields = {name: ITEM[name] for name in AGREED if name in ITEM}
    fields["limit"] = {"promised": {"value": 5, "unit": "working_day"}}
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert fingerprint(ITEM) == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"note": "备注"},
        {"organ": "shenpi"},
        {"materials": None},
        {"bases": ITEM["bases"][::-1]},
        {"bases": [{**each, "source": {"document": "plan"}} for each in ITEM["bases"]]},
        {"disposition": dict(reversed(ITEM["disposition"].items()))},
        {"handlings": []},
        {"handlings": "01"},
        {"handlings": ["01"]},
    ],
)
def test_remarks_other_fields_and_the_order_of_keys_and_elements_change_nothing(change):
    assert fingerprint({**ITEM, **change}) == fingerprint(ITEM)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "政府投资项目的审批"},
        {"bases": ITEM["bases"][:1]},
        {"limit": {"promised": {"value": 6, "unit": "working_day"}}},
        {"materials": [{"id": "m1", "name": "申请表"}]},
        {"special_procedures": [{"id": "p1", "kind": "hearing"}]},
        {"disposition": {"state": "transferred", "effective": "2018-12-31"}},
        {"handlings": HANDLINGS},
        {"name": ["不是文字"]},
    ],
)
def test_every_agreed_field_counts(change):
    assert fingerprint({**ITEM, **change}) != fingerprint(ITEM)


def test_only_the_listed_business_items_count():
    divided = {**ITEM, "handlings": HANDLINGS}
    changed = {**ITEM, "handlings": [HANDLINGS[0], {**HANDLINGS[1], "name": "变更登记"}]}
    assert fingerprint(divided, ["01"]) == fingerprint(changed, ["01"])
    assert fingerprint(divided) != fingerprint(changed)
    assert agreed(divided, ["01"])["handlings"] == [{"suffix": "01", "name": "新办"}]
    assert "handlings" not in agreed(divided, ["03"])

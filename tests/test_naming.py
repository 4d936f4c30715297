"""Kinds and fields may be named as they are read: by labels in either language."""

import json

import pytest


def codes(said, *words):
    found = json.loads(said("list", *words, "--format", "json", "--lang", "zh-CN"))
    return [each["record"].rpartition("/")[2] for each in found["records"]]


@pytest.mark.parametrize("kind", ["item", "行政许可事项", "事项", "Licence item", "licence ITEM"])
def test_a_kind_is_named_by_its_label_too(small, said, kind):
    assert codes(said, kind) == codes(said, "item") != []


@pytest.mark.parametrize(
    "condition",
    ["competent=fagai", "主管部门=fagai", "主管部门=县发改局", "Competent Department=县发改局"],
)
def test_a_field_and_its_value_are_named_as_they_are_read(small, said, condition):
    assert codes(said, "item", "--where", condition) == codes(said, "item", "--where", "competent=fagai")
    assert codes(said, "item", "--where", condition) != []


def test_the_columns_on_the_screen_can_be_asked_for(small, said):
    found = json.loads(said("list", "事项", "--columns", "事项名称,去向", "--format", "json"))
    assert found["columns"] == ["name", "disposition.state"]
    assert codes(said, "item", "--where", "去向=划转") == codes(
        said, "item", "--where", "disposition.state=transferred"
    )


def test_nothing_is_no_value_of_a_field(small, said):
    assert codes(said, "item", "--where", "备注=（空）") == []


def test_an_unknown_field_is_answered_with_those_there_are(small, said):
    told = said("list", "item", "--where", "颜色=红", code=2)
    assert "item 没有字段 颜色；可为：code（基本编码）、" in told
    assert "competent（主管部门）" in told
    assert "competent (Competent department)" in said(
        "list", "item", "--columns", "colour", code=2, lang="en"
    )


def test_a_label_of_several_is_answered_with_these_alone(small, said):
    told = said("list", "item", "--where", "数值=5", code=2)
    assert "limit.promised.value（数值）" in told
    assert "code（基本编码）" not in told


def test_an_unknown_kind_is_answered_with_labels(small, said):
    assert "measure（任务）" in said("list", "东西", code=2)
    assert "measure（任务）" in said("list", "", code=2)
    assert "没有种类 录；可为：filing（报送记录）、memorandum（事项划转备忘录）" in said("list", "录", code=2)

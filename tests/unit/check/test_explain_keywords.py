"""Every keyword of the exact validator in words, also those that no shipped schema uses."""

import pytest
from jsonschema import Draft202012Validator

from xuke.check import validators
from xuke.check.explain import _PATTERNS, explained, shown
from xuke.model.diagnostic import say
from xuke.words.render import Language, render
from xuke.words.schemas import RECORDS, schema


def said(rules, value, name="halls/hall"):
    """Code, pointer and sentence of everything that a small schema refuses."""
    checker = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = [each for error in checker.iter_errors(value) for each in explained(name, error)]
    return [(each.code, each.pointer, render(each.message, Language.ZH)) for each in found]


NAME = "“名称”"


@pytest.mark.parametrize(
    ("keyword", "value", "code", "sentence"),
    [
        ({"type": "integer"}, "x", "S002", f"{NAME}应为整数，现为“x”"),
        ({"type": ["array", "null"]}, True, "S002", f"{NAME}应为列表、空值，现为true"),
        ({"type": "object"}, False, "S002", f"{NAME}应为一组字段，现为false"),
        ({"type": "boolean"}, [1, 2], "S002", f"{NAME}应为true 或 false，现为2 项的列表"),
        ({"type": "number"}, {"a": 1}, "S002", f"{NAME}应为数字，现为一组字段"),
        ({"type": "array"}, None, "S002", f"{NAME}应为列表，现为空值"),
        ({"type": "string"}, 1.5, "S002", f'{NAME}应为文字，现为 1.5；请加双引号，写成 "1.5"'),
        ({"type": "string"}, [1], "S002", f"{NAME}应为文字，现为1 项的列表"),
        ({"type": "integer"}, "１２", "Y007", "名称“１２”用了全角数字；请改为 12"),
        ({"type": ["number", "null"]}, "１．５", "Y007", "名称“１．５”用了全角数字；请改为 1.5"),
        ({"type": "integer"}, "ａ", "S002", f"{NAME}应为整数，现为“ａ”"),
        ({"type": "integer"}, "12", "S002", f"{NAME}应为整数，现为“12”"),
        ({"enum": ["hall"]}, "x", "S003", f"{NAME}的值“x”不在选项中；可选：hall（hall）"),
        ({"const": "x"}, "y", "S003", f"{NAME}应为 x，现为“y”"),
        ({"pattern": "^a$"}, "b" * 41, "S004", f"{NAME}的值“{'b' * 40}……”不合规定的写法 ^a$"),
        (
            {"pattern": "^[a-z0-9][a-z0-9-]*$(?!\\n)"},
            "A",
            "S004",
            f"{NAME}的值“A”只能用小写字母、数字和连字符，而且不以连字符开头",
        ),
        (
            {"pattern": "^[0-9a-f]{40}$(?!\\n)"},
            "A",
            "S004",
            f"{NAME}的值“A”不是完整的哈希值：只用 0-9 和 a-f，一位也不能少",
        ),
        (
            {"pattern": "^Z[0-9]{3}$(?!\\n)"},
            "A",
            "S004",
            f"{NAME}的值“A”不是大写字母 Z 加三位数字；请写成 Z001 的样子",
        ),
        (
            {"format": "date"},
            "2018-02-30",
            "S004",
            f"{NAME}的值“2018-02-30”不是存在的日期；请写成 2018-09-25 的样子",
        ),
        ({"format": "ipv4"}, "x", "S004", f"{NAME}的值“x”不合 ipv4 的写法"),
        ({"minLength": 1}, "", "S005", f"{NAME}至少要 1 个字，现为“”；没有内容就删去这一行"),
        ({"maxLength": 1}, "ab", "S005", f"{NAME}最多 1 个字，现为“ab”"),
        ({"minimum": 0}, -1, "S005", f"{NAME}不能小于 0，现为 -1"),
        ({"maximum": 100}, 101, "S005", f"{NAME}不能大于 100，现为 101"),
        ({"exclusiveMinimum": 0}, 0, "S005", f"{NAME}必须大于 0，现为 0"),
        ({"exclusiveMaximum": 1}, 1, "S005", f"{NAME}必须小于 1，现为 1"),
        ({"multipleOf": 5}, 7, "S005", f"{NAME}必须是 5 的整数倍，现为 7"),
        ({"minItems": 1}, [], "S005", f"{NAME}至少要 1 项，现为0 项的列表"),
        ({"maxItems": 1}, [1, 2], "S005", f"{NAME}最多 1 项，现为2 项的列表"),
        ({"uniqueItems": True}, [1, 1], "S005", f"{NAME}里有重复的项（2 项的列表，True）；请删去重复"),
        ({"minProperties": 1}, {}, "S005", f"{NAME}至少要写 1 个字段，现为一组字段"),
        ({"maxProperties": 0}, {"a": 1}, "S005", f"{NAME}最多写 0 个字段，现为一组字段"),
        ({"contains": {"const": 1}}, [2], "S005", f"{NAME}缺少或多出规定的项（1 项的列表，{{'const': 1}}）"),
        ({"prefixItems": [{}], "items": False}, [1, 2], "S005", f"{NAME}有多余的项（2 项的列表，False）"),
        ({"not": {"const": "x"}}, "x", "S007", f"{NAME}的值“x”与同一记录的其他字段不能搭配"),
        ({"oneOf": [{"const": 1}]}, 2, "S007", f"{NAME}的值2与同一记录的其他字段不能搭配"),
    ],
)
def test_a_keyword_is_one_sentence_at_its_field(keyword, value, code, sentence):
    assert said({"properties": {"name": keyword}}, {"name": value}) == [(code, ("name",), sentence)]


def test_every_missing_field_is_told_by_itself():
    found = said({"required": ["id", "name"]}, {"x": 1})
    assert [each[:2] for each in found] == [("S001", ("id",)), ("S001", ("name",))] * 2
    assert found[0][2] == "缺少必填的“标识”（id）；请补写"


def test_unknown_fields_are_told_at_their_keys_with_what_was_meant():
    schema = {
        "properties": {"name": {"title": "名称"}, "note": {"title": "备注"}},
        "additionalProperties": False,
    }
    schema["patternProperties"] = {"^x-": {}}
    value = {"nmae": 1, "备注": 2, "qqqq": 3, "x-own": 4}
    (error,) = Draft202012Validator(schema).iter_errors(value)
    found = list(explained("halls/hall", error))
    assert [(each.pointer, each.at_key, each.meant) for each in found] == [
        (("nmae",), True, ("name",)),
        (("备注",), True, ("note",)),
        (("qqqq",), True, ()),
    ]
    assert [each.message.name for each in found] == ["S006.near", "S006.near", "S006.unknown"]


@pytest.mark.parametrize(("name", "subject"), [("halls/hall", "本记录"), ("halls", "本文件")])
def test_a_whole_record_and_a_whole_file_have_names(name, subject):
    ((_, pointer, sentence),) = said({"type": "object"}, 1, name)
    assert pointer == ()
    assert sentence.startswith(f"“{subject}”")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, say("S.group")),
        ([1], say("S.list", count=1)),
        (None, say("S.nothing")),
        (True, "true"),
        (2, "2"),
        ("x", "“x”"),
    ],
)
def test_values_are_shown_short(value, words):
    assert shown(value) == words


def test_without_the_fast_validator_the_exact_one_decides(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jsonschema_rs", None)
    decider = validators.decider.__wrapped__
    assert decider("halls", "hall").is_valid({"id": "a", "name": "大厅", "kind": "hall"})
    assert not decider("halls", "hall").is_valid({"id": "a", "name": "", "kind": "hall"})


@pytest.mark.parametrize(
    "value", [{"id": "a", "name": "大厅", "kind": "hall"}, {"id": "A"}, {}, None, [], {"id": "a", "x": 1}]
)
def test_both_validators_agree(value):
    fast, exact = validators.decider("halls", "hall"), validators.explainer("halls", "hall")
    assert fast.is_valid(value) == exact.is_valid(value)


def test_every_pattern_of_the_schemas_is_told_in_words():
    def patterns(node):
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from patterns(value)
        if isinstance(node, dict) and isinstance(node.get("pattern"), str):
            yield node["pattern"]

    written = {each for name in [*RECORDS, "common"] for each in patterns(schema(name))}
    assert len(written) > 3
    assert written - set(_PATTERNS) == set()

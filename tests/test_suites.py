"""The script that runs public suites tells what is the same, refused on purpose, or wrong."""

import json

from suites import schema_suite, yaml_suite


def test_cases_of_yaml_are_sorted(tmp_path):
    for name, text, value, is_error in (
        ("AAAA", "a: [1, x]\n", {"a": [1, "x"]}, False),
        ("BBBB", "a: &b 1\n", {"a": 1}, False),
        ("CCCC", "a: [\n", None, True),
        ("DDDD", "a: 1\n", {"a": 2}, False),
        ("EEEE", "a: 1\n", None, True),
        ("652Z", "a: 1\n", {"a": 2}, False),
        ("FFFF", "a: 1\n", None, False),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "in.yaml").write_text(text)
        if value:
            (folder / "in.json").write_text(json.dumps(value))
        if is_error:
            (folder / "error").write_text("")
    counts, wrong = yaml_suite(tmp_path)
    assert counts.pop("read, with no value to compare") == 1
    assert sorted(counts.values()) == [1] * 4
    assert {"same", "refused as an error", "no anchors"} < counts.keys()
    assert [each[:4] for each in wrong] == ["DDDD", "EEEE"]


def test_tests_of_schemas_are_judged_by_both(tmp_path):
    folder = tmp_path / "tests" / "draft2020-12"
    folder.mkdir(parents=True)
    tests = [{"description": "x", "data": 1, "valid": valid} for valid in (True, False)]
    case = [{"description": "d", "schema": {"type": "integer"}, "tests": tests}]
    (folder / "type.json").write_text(json.dumps(case))
    far = [{"description": "d", "schema": {"$ref": "http://localhost/x.json"}, "tests": tests[:1]}]
    (folder / "refRemote.json").write_text(json.dumps(far))
    counts, wrong = schema_suite(tmp_path)
    assert counts == {"same verdict": 1, "refused: it would fetch": 1}
    assert wrong == ["type: d: x: (True, True)"]

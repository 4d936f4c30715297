"""The public suites of YAML and of JSON Schema against our reader and our validators, where they lie on disk.

``python tests/suites.py FOLDER``, with ``FOLDER/yaml-test-suite`` (its branch of data, a folder a case) and
``FOLDER/JSON-Schema-Test-Suite``. Nothing is fetched. What we refuse on purpose is listed and
counted with its reason; anything else that differs is printed, and the exit code is 1.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema_rs import Draft202012Validator as Fast

from xuke.document.read import read

#: Codes with which our reader refuses what YAML allows.
REFUSED = {
    "Y001.documents": "one file is one document",
    "Y001.complex_key": "a key is a word",
    "Y001.character": "controls, line ends of other systems and marks of direction",
    "Y001.tab": "white space that only looks like an indent",
    "Y001.odd_indent": "white space that only looks like an indent",
    "Y002.anchor": "no anchors",
    "Y002.alias": "no aliases",
    "Y002.merge": "no merge keys",
    "Y002.tag": "no tags",
    "Y002.directive": "no directives",
    "Y003.twice": "a key stands once",
    "Y005.conflict": "marks of a merge",
}

#: Files of the schema suite that need what we never do: fetch, or other drafts.
SKIPPED = {
    "refRemote",
    "vocabulary",
    "dynamicRef",
    "anchor",
    "defs",
    "ref",
    "unevaluatedItems",
    "unevaluatedProperties",
}


def yaml_cases(folder):
    """Every case: its text, whether it is an error, and its value as JSON where it has one."""
    for file in sorted(folder.rglob("in.yaml")):
        values = file.parent / "in.json"
        value = values.read_text("utf-8") if values.exists() else None
        yield file.parent.name, file.read_bytes(), (file.parent / "error").exists(), value


def yaml_suite(folder):
    """How the reader took every case."""
    counts, wrong = {"same": 0, "refused as an error": 0}, []
    for name, data, is_error, value in yaml_cases(folder):
        document, found = read("x.yaml", data)
        codes = {each.message.name for each in found}
        if is_error:
            counts["refused as an error"] += bool(found)
            wrong += [] if found else [f"{name}: an error that was read"]
        elif codes & REFUSED.keys():
            reason = REFUSED[sorted(codes & REFUSED.keys())[0]]
            counts[reason] = counts.get(reason, 0) + 1
        elif found:
            wrong.append(f"{name}: {sorted(codes)}")
        elif value and document is not None and texts(document.value) == texts(json.loads(value)):
            counts["same"] += 1
        elif value:
            wrong.append(f"{name}: {document and document.value!r} instead of {value.strip()}")
    return counts, wrong


def texts(value):
    """A value with its scalars as text: which of them are numbers is our own rule."""
    match value:
        case dict():
            return {str(name): texts(each) for name, each in value.items()}
        case list():
            return [texts(each) for each in value]
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
    return str(value)


def schema_suite(folder):
    """How both validators judged every test of the draft that we use."""
    counts, wrong = {"same verdict": 0}, []
    for file in sorted((folder / "tests" / "draft2020-12").glob("*.json")):
        if file.stem in SKIPPED:
            continue
        for case in json.loads(file.read_text("utf-8")):
            for test in case["tests"]:
                verdicts = verdicts_of(case["schema"], test["data"])
                if set(verdicts) == {test["valid"]}:
                    counts["same verdict"] += 1
                else:
                    wrong.append(f"{file.stem}: {case['description']}: {test['description']}: {verdicts}")
    return counts, wrong


def verdicts_of(schema, value):
    """Exact and fast."""
    return Draft202012Validator(schema).is_valid(value), Fast(schema, offline=True).is_valid(value)


def main():
    """Run what is there."""
    folder, failed = Path(sys.argv[1]), False
    for name, suite in (("yaml-test-suite", yaml_suite), ("JSON-Schema-Test-Suite", schema_suite)):
        if not (folder / name).is_dir():
            sys.stdout.write(f"{name}: not in {folder}\n")
            continue
        counts, wrong = suite(folder / name)
        sys.stdout.write(f"{name}: {counts}\n" + "".join(f"  {each}\n" for each in wrong))
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

"""The public suites of YAML and of JSON Schema against our reader and our validators, where they lie on disk.

``python tests/suites.py FOLDER``, with ``FOLDER/yaml-test-suite`` (its branch of data, a folder a case) and
``FOLDER/JSON-Schema-Test-Suite``. Nothing is fetched. What we refuse on purpose is listed and
counted with its reason; anything else that differs is printed, and the exit code is 1.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema_rs import Draft202012Validator as Fast
from jsonschema_specifications import REGISTRY
from referencing.exceptions import Unresolvable

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

#: Cases in which libyaml, a parser of YAML 1.1, is not the parser of YAML 1.2; none is read as something else
#: but those at the end, where no value of a register can stand.
KNOWN = {
    "refused, though YAML 1.2 allows it": """
        2JQS 2LFX 4ABK 4MUZ/00 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 6BCT 6LVF 7Z25 8XYN 9SA2 A2M4 BEC7 CFD4 DBG4
        DK3J FP8R FRK4 HM87/00 HWV9 JR7V K3WX M7A3 MUS6/05 MUS6/06 NHX8 NJ66 NKF9 QT73 S3PD SM9W/01 UDM2
        UKK6/00 UT92 VJP3/01 W5VH Y79Y/10""",
    "read, though it is an error": "9C9N 9JBA CVW2 DK95/01 G5U8 QB6E S98Z SU5Z X4QW Y79Y/03 YJV2",
    "a question mark that begins a key between braces, a blank at the end of a block": "652Z HM87/01 L24T/01",
}

#: A test that wants a vocabulary of its own taken to heart; both validators take none.
VOCABULARY = "no validation: invalid number, but it still validates"


def yaml_cases(folder):
    """Every case: its text, whether it is an error, and its value as JSON where it has one."""
    for file in sorted(folder.rglob("in.yaml")):
        values = file.parent / "in.json"
        value = values.read_text("utf-8") if values.exists() else None
        yield (
            file.parent.relative_to(folder).as_posix(),
            file.read_bytes(),
            (file.parent / "error").exists(),
            value,
        )


def yaml_suite(folder):
    """How the reader took every case."""
    counts, wrong = Counter(), []
    known = {name: reason for reason, names in KNOWN.items() for name in names.split()}
    for name, data, is_error, value in yaml_cases(folder):
        document, found = read("x.yaml", data)
        codes = {each.message.name for each in found}
        if is_error and found:
            counts["refused as an error"] += 1
        elif codes & REFUSED.keys():
            counts[REFUSED[sorted(codes & REFUSED.keys())[0]]] += 1
        elif name in known:
            counts[known[name]] += 1
        elif is_error or found or document is None:
            wrong.append(f"{name}: {sorted(codes) or 'an error that was read'}")
        elif not value:
            counts["read, with no value to compare"] += 1
        elif texts(document.value) == texts(json.loads(value)):
            counts["same"] += 1
        else:
            wrong.append(f"{name}: {document.value!r} instead of {value.strip()}")
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
    counts, wrong = Counter(), []
    for file in sorted((folder / "tests" / "draft2020-12").glob("*.json")):
        for case in json.loads(file.read_text("utf-8")):
            for test in case["tests"]:
                try:
                    verdicts = verdicts_of(case["schema"], test["data"])
                except Unresolvable:
                    counts["refused: it would fetch"] += 1
                    continue
                if set(verdicts) == {test["valid"]}:
                    counts["same verdict"] += 1
                elif test["description"] == VOCABULARY:
                    counts["a vocabulary of its own"] += 1
                else:
                    wrong.append(f"{file.stem}: {case['description']}: {test['description']}: {verdicts}")
    return counts, wrong


def verdicts_of(schema, value):
    """Exact and fast; ``Unresolvable`` where the exact one would have to fetch."""
    return Draft202012Validator(schema, registry=REGISTRY).is_valid(value), Fast(
        schema, offline=True
    ).is_valid(value)


def main():
    """Run what is there."""
    folder, failed = Path(sys.argv[1]), False
    for name, suite in (("yaml-test-suite", yaml_suite), ("JSON-Schema-Test-Suite", schema_suite)):
        if not (folder / name).is_dir():
            sys.stdout.write(f"{name}: not in {folder}\n")
            continue
        counts, wrong = suite(folder / name)
        lines = [f"{name}:", *(f"  {count} {reason}" for reason, count in counts.most_common())]
        sys.stdout.write("\n".join([*lines, *(f"  WRONG {each}" for each in wrong), ""]))
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

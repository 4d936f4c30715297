"""The examples that ``xuke explain`` and the reference show, from the cases: ``python tests/examples.py``.

For every code one failing and one passing case: the records in which its edits fall, and what is found there.
A case with commits is shown as the difference to its first one, because its rule compares versions.
"""

import contextlib
import io
import json
import re
import shutil
import sys
import tempfile
from difflib import SequenceMatcher, ndiff
from pathlib import Path

from ruamel.yaml import YAML

from test_cases import CASES, HERE, apply, commit
from xuke.check.examples import DAY
from xuke.commands.program import run
from xuke.model.codes import ALL as CODES
from xuke.model.codes import BOOKS
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

TARGET = HERE.parent / "cli" / "xuke" / "check" / "examples.json"

#: Where another case than the first one shows the rule better.
CHOSEN = {
    "Y001": ("Y001-wide-colon",),
    "S001": ("S001-required",),
    "S003": ("S003-enum",),
    "S006": ("S006-near",),
    "C008": ("C008-check-digit",),
    "K010": ("K010-bad-passes",),
}

LANGUAGES = ("zh-CN", "en")

#: Codes that no file can raise, and why.
WITHOUT = {
    "S007": "no schema of this version ties fields to each other in a way that only this code can tell",
    **dict.fromkeys(BOOKS, "told of workbooks that come in, never of a file of the register"),
}

#: Lines of a snippet, cuts aside; and messages of a bad example.
LINES, MESSAGES = 13, 2

#: Files of an example, and lines of a good one below which the place of the bad one is shown as well.
FILES, FEW = 3, 4

CUT = "# ..."


def is_passing(case):
    return case.name[5:].startswith("ok")


def chosen(code, *, passing):
    """The case that is shown of a code."""
    cases = {case.name: case for case in CASES if case.name[:4] == code and is_passing(case) == passing}
    names = [name for name in CHOSEN.get(code, ()) if name in cases]
    return cases[names[0] if names else next(iter(cases))]


def read(folder):
    """Every file of a workspace by path, as lines; one that is not UTF-8 shows question marks."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): text_of(path.read_bytes()).split("\n") for path in files}


def text_of(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1").encode("ascii", "replace").decode()


def played(case, folder):
    """The files before and after the edits of a case, and its words."""
    plan = YAML(typ="safe").load((case / "case.yaml").read_text("utf-8"))
    shutil.copytree(HERE / "workspaces" / plan.get("workspace", "small"), folder)
    before = None
    for number, edits in enumerate(plan.get("commits", ())):
        apply(edits, folder, case.name)
        commit(folder, is_first=number == 0)
        before = before or read(folder)
    before = before or read(folder)
    apply(plan["edits"], folder, case.name)
    return before, read(folder), plan


def found(folder, language, plan):
    """The findings of a check, as programs read them."""
    stream = io.StringIO()
    words = ["-C", str(folder), "--on", DAY, "--lang", language, "--format", "json", *plan.get("args", [])]
    with contextlib.redirect_stdout(stream):
        run(["check", *words])
    return json.loads(stream.getvalue())["findings"]


def entries(before, after, *, as_diff):
    """Lines as (sign, text, number in its file from 1); and those that the edits touched."""
    if as_diff:
        lines = [each for each in ndiff(before, after) if each[0] != "?"]
        number, old, result = 0, 0, []
        for each in lines:
            number, old = number + (each[0] != "-"), old + (each[0] != "+")
            # A removed line has the number that it had, below zero.
            result.append((each[0], each[2:], number if each[0] != "-" else -old))
        return result, [index for index, each in enumerate(result) if each[0] != " "]
    touched = []
    for kind, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind in {"insert", "replace"}:
            touched.extend(range(start, end))
        elif kind == "delete":
            touched.append(max(start - 1, 0))
    return [(" ", line, number) for number, line in enumerate(after, 1)], touched


def counterparts(folder, findings):
    """Where the parts that a bad example is about stand in another workspace."""
    documents = {each.path: each for each in load(WorkTree(folder)).documents}
    for each in findings:
        if each["path"] in documents:
            line = documents[each["path"]].locate(tuple(each["pointer"])).start.line
            yield {**each, "line": line, "also": []}


def indent(line):
    return len(line) - len(line.lstrip(" ")) if line.strip() else 99


def parents(texts, index):
    """The lines that a line stands below, and what names each element of a list among them."""
    result, depth = [], indent(texts[index])
    for above in range(index - 1, -1, -1):
        if indent(texts[above]) < depth and not texts[above].startswith("#"):
            depth = indent(texts[above])
            result.append(above)
    return result


def picked(texts, core, touched, faults):
    """Indexes of the lines to show: what matters first, then what is around it, until the room is full."""
    wanted = {}
    for index in [*core, *touched]:
        group = [index, *parents(texts, index)]
        if len({*wanted, *group}) > LINES:
            continue
        wanted.update(dict.fromkeys(group))
    for index in faults:
        around = [near for near in (index + 1, index + 2) if near < len(texts)]
        around = [near for near in around if indent(texts[index]) <= indent(texts[near]) < 99]
        if index and indent(texts[index - 1]) == indent(texts[index]):
            around.append(index - 1)
        for near in around:
            if len(wanted) < LINES and len(core) + len(touched) < 6:
                wanted[near] = None
    return sorted(index for index in wanted if texts[index].strip())


def cut(lines, chosen_lines, faults):
    """The chosen lines with cuts between them, and which of them are faulty."""
    result, marks, last = [], [], None
    for index in chosen_lines:
        sign, text, _ = lines[index]
        if last is not None and any(line[1].strip() for line in lines[last + 1 : index]):
            result.append((" ", " " * min(indent(text), indent(lines[last + 1][1])) + CUT))
        result.append((sign, text))
        if index in faults:
            marks.append(len(result))
        last = index
    return result, marks


def snippet(file, before, after, places, faults, *, as_diff):
    """One file of an example; None where nothing of it matters."""
    lines, touched = entries(before, after, as_diff=as_diff)
    index_of = {number: index for index, (_, _, number) in enumerate(lines)}
    core = [index_of[number] for number in places if number in index_of]
    if not core and not touched:
        return None
    marks = {index_of[number] for number in faults if number in index_of}
    texts = [text for _, text, _ in lines]
    shown, numbers = cut(lines, picked(texts, core, touched, marks), marks)
    signs = any(sign != " " for sign, _ in shown)
    return {
        "file": file,
        "form": "diff" if signs else "yaml",
        "lines": [visible(f"{sign} {text}" if signs else text) for sign, text in shown],
        "faults": numbers,
    }


def visible(text):
    """Characters that cannot be seen, as their numbers."""
    return re.sub(
        "[\u200b-\u200f\u2028-\u202f\u00a0\ufeff\x00-\x1f\x7f]", lambda m: f"<U+{ord(m[0]):04X}>", text
    )


def snippets(before, after, findings, *, as_diff, is_bad):
    """The files of an example, those with a finding first."""
    own = [(each["path"], each["line"]) for each in findings]
    others = [(each["path"], each["line"]) for found_ in findings for each in found_["also"]]
    changed = [file for file in after if before.get(file) != after[file]]
    result = []
    for file in dict.fromkeys([path for path, _ in own] + changed + [path for path, _ in others]):
        places = [line for path, line in own + others if path == file]
        faults = [line for path, line in own if path == file and is_bad]
        part = snippet(file, before.get(file, []), after.get(file, []), places, faults, as_diff=as_diff)
        result += [part] if part else []
    return result[:FILES]


def as_it_stood(finding, records, before):
    """A finding about a removed record is shown where that stood; earlier lines are negative."""
    if finding["record"] is None or finding["record"] in records:
        return finding
    name = finding["record"].rpartition("/")[2]
    line = next(number for number, text in enumerate(before[finding["path"]], 1) if name in text)
    return {**finding, "line": -line}


def bad(code, folder):
    """A case in which the code is found, and its findings."""
    case = chosen(code, passing=False)
    before, after, plan = played(case, folder)
    told = {name: [each for each in found(folder, name, plan) if each["code"] == code] for name in LANGUAGES}
    records = {str(key) for key in load(WorkTree(folder)).snapshot.records}
    findings = [as_it_stood(each, records, before) for each in told["zh-CN"][:MESSAGES]]
    parts = snippets(before, after, findings, as_diff="commits" in plan, is_bad=True)
    messages = {
        name: list(dict.fromkeys(each["message"] for each in told[name][:MESSAGES])) for name in LANGUAGES
    }
    return {"case": case.name, "snippets": parts, "messages": messages}, findings


def good(code, folder, findings):
    """A case in which the code is not found; where its edits are few, with what the bad one is about."""
    case = chosen(code, passing=True)
    before, after, plan = played(case, folder)
    as_diff = "commits" in plan
    parts = snippets(before, after, [], as_diff=as_diff, is_bad=False)
    if sum(len(each["lines"]) for each in parts) <= FEW:
        others = list(counterparts(folder, findings))
        parts = snippets(before, after, others, as_diff=as_diff, is_bad=False)
    return {"case": case.name, "snippets": parts}


def both(code):
    """The two examples of a code."""
    with tempfile.TemporaryDirectory() as folder:
        first, findings = bad(code, Path(folder) / "bad")
        return {"bad": first, "good": good(code, Path(folder) / "good", findings)}


def written(codes):
    """The text of the packaged file."""
    return json.dumps({code: both(code) for code in codes}, ensure_ascii=False, indent=1) + "\n"


def main(*codes):
    """Write the file, or print the examples of some codes."""
    if codes:
        sys.stdout.write(written(codes))
    else:
        TARGET.write_text(
            written(code for code in sorted(CODES) if code not in WITHOUT), "utf-8", newline="\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])

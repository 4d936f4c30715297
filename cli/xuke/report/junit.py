"""Findings as JUnit XML in the form that Jenkins reads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from xuke.model.diagnostic import Diagnostic, say
from xuke.report.findings import Report, basis_text, finding_lines, summary_text
from xuke.words.render import Language, render

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: What XML 1.0 cannot hold, not even escaped; compiled when asked for, because that takes long.
_FORBIDDEN = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def junit_lines(report: Report, language: Language) -> Iterator[str]:
    """A suite for each file with findings, a case for each finding; a clean run is one case that passes.

    Findings of levels that make the check fail are failures, suppressed ones are skipped, the others pass
    and tell what was found.
    """
    from xml.etree.ElementTree import indent, tostring  # noqa: PLC0415

    root = _root(report, language)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield from tostring(root, encoding="unicode").split("\n")


def _root(report: Report, language: Language) -> "Element":
    found = [each.found for each in report.entries]
    suites = [_suite(report, path, list(each), language) for path, each in groupby(found, key=_path)]
    root = _element("testsuites", name="xuke")
    root.extend(suites or [_clean_suite(report, language)])
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(each.get(name, 0)) for each in root)))
    return root


def _path(found: Diagnostic) -> str:
    return found.location.path


def _suite(report: Report, path: str, found: Sequence[Diagnostic], language: Language) -> "Element":
    names: Counter[str] = Counter()
    cases = []
    for each in found:
        name = f"{each.code} {render(each.message, language)}"
        names[name] += 1
        number = f" ({names[name]})" if names[name] > 1 else ""
        case = _element("testcase", name=name + number, classname=_class(path))
        case.append(_outcome(report, each, language))
        cases.append(case)
    return _suite_of(path, cases)


def _suite_of(name: str, cases: "Sequence[Element]") -> "Element":
    counts = {"tests": "testcase", "failures": "testcase/failure", "skipped": "testcase/skipped"}
    suite = _element("testsuite", name=name)
    suite.extend(cases)
    for key, way in counts.items():
        suite.set(key, str(len(suite.findall(way))))
    suite.set("errors", "0")
    return suite


def _clean_suite(report: Report, language: Language) -> "Element":
    case = _element("testcase", name=render(say("report.clean"), language), classname="xuke.check")
    case.append(_element("system-out", summary_text(report, language)))
    return _suite_of("xuke", [case])


def _outcome(report: Report, each: Diagnostic, language: Language) -> "Element":
    text = "\n".join(finding_lines(each, language))
    if each.suppressed:
        return _element("skipped", text, type=each.code, message=each.suppressed)
    if each.severity not in report.failing:
        return _element("system-out", text)
    text = f"{text}\n{basis_text(each, language)}"
    return _element("failure", text, type=each.code, message=render(each.message, language))


def _class(path: str) -> str:
    # Jenkins takes what stands before the last full stop for a folder of tests.
    return path.removesuffix(".yaml").replace("/", ".")


def _element(tag: str, text: str = "", /, **attributes: str) -> "Element":
    from xml.etree.ElementTree import Element  # noqa: PLC0415

    element = Element(tag, {key: _held(value) for key, value in attributes.items()})
    element.text = _held(text) or None
    return element


def _held(text: str) -> str:
    return re.sub(_FORBIDDEN, "\ufffd", text)

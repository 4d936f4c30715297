"""Writes the reference pages from the product and the reference workspace: ``python docs/generate.py``.

``rules.md`` and ``rules.zh-CN.md`` tell every code, ``seeds.md`` every fact of the published documents, what
holds it and what checks it. Of ``reform.md`` and ``reform.zh-CN.md`` only the table of fields is written.
Run it in the root of the repository; ``tests/test_docs.py`` compares.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from policy import policy_lines
from seeds import seeds_lines

from xuke.check.examples import DAY, Example, examples
from xuke.model.codes import ALL
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.words.render import Language, template

DOCS = Path(__file__).parent

LETTERS = {
    "Y": ("文本", "Text"),
    "S": ("数据模式", "Schemas"),
    "K": ("主键、引用和豁免", "Keys, references and suppressions"),
    "C": ("编码", "Codes"),
    "L": ("清单", "Lists against lists"),
    "T": ("时限、环节、材料和收费", "Time, steps, materials and fees"),
    "M": ("备忘录", "Memoranda"),
    "P": ("方案和任务", "Plans and measures"),
    "F": ("编制和人员", "Posts and staff"),
    "Q": ("公布的数字", "Stated figures"),
    "V": ("版本", "Versions"),
    "X": ("工作簿", "Workbooks"),
}

#: Pages that are written by hand but for one table, which stands between two marks.
GUIDES = {"reform.md": Language.EN, "reform.zh-CN.md": Language.ZH}
BEGIN, END = "<!-- fields -->\n", "\n<!-- end -->"

HEAD = {
    Language.ZH: f"""\
# 规则

[English](rules.md)

`xuke check` 和 `xuke import`（X）报出的全部代码。代码终身不变，也不改作他用；
`xuke explain 代码` 显示其中一条，`xuke rules` 列出全部。错误阻止备案，警告不阻止。

反例和正例取自测试用例，都以 {DAY} 为检查日；`# <-- 代码` 标出检查所指的行，`# ...` 表示略去若干行。
比较两个版本的规则，示例写成与前一版本的差异。本页由 `python docs/generate.py` 生成，请勿手改。
""",
    Language.EN: f"""\
# Rules

[中文](rules.zh-CN.md)

Every code that `xuke check` and `xuke import` (X) tell. A code is for life and never used for something
else; `xuke explain CODE` shows one, `xuke rules` lists all. An error blocks a filing, a warning does not.

The examples are cases of the test suite, judged on {DAY}; their register is Chinese in both languages.
`# <-- CODE` marks a line that a finding points to, `# ...` stands for lines left out. Where a rule compares
two versions, the example is the difference to the earlier one. This page is written by
`python docs/generate.py`.
""",
}


def rules_lines(language: Language) -> Iterator[str]:
    """One page of the reference of rules."""
    yield HEAD[language]
    for letter, names in LETTERS.items():
        codes = _codes(letter)
        yield f"- [{letter} {names[language is Language.EN]}](#{letter.lower()}) ({len(codes)})"
    for letter, names in LETTERS.items():
        yield from _heading(2, letter, names[language is Language.EN])
        yield from _contents(letter, language)
        for code in _codes(letter):
            yield from _rule(code, language)


def _heading(depth: int, name: str, title: str) -> Iterator[str]:
    yield from ("", f'<a id="{name.lower()}"></a>', "", f"{'#' * depth} {name} {title}", "")


def _codes(letter: str) -> list[str]:
    return sorted(code for code in ALL if code[0] == letter)


def _contents(letter: str, language: Language) -> Iterator[str]:
    words = [template(f"report.{name}", language) for name in ("code", "level", "title")]
    yield from (f"| {' | '.join(words)} |", "| --- | --- | --- |")
    for code in _codes(letter):
        level = template(f"report.{ALL[code]}", language)
        yield f"| [{code}](#{code.lower()}) | {level} | {template(f'{code}.title', language)} |"


def _rule(code: str, language: Language) -> Iterator[str]:
    joint = ": " if language is Language.EN else "："
    yield from _heading(3, code, template(f"{code}.title", language))
    words = {"level": f"report.{ALL[code]}", "why": f"{code}.why", "basis": f"{code}.basis"}
    for name, text in words.items():
        yield f"- {template(f'report.{name}', language)}{joint}{template(text, language)}"
    for name, each in examples(code, language).items():
        heading = template(f"report.{name}", language).format(day=DAY)
        yield from ("", f"**{heading}**", *_example(each, code))


def _example(example: Example, code: str) -> Iterator[str]:
    for snippet in example.snippets:
        yield from ("", f"`{snippet.file}`", "", f"```{snippet.form}", *snippet.marked(code), "```")
    for message in example.messages:
        yield from ("", f"> {code} {message}")


def pages(root: Path) -> dict[str, str]:
    """Every generated page by name."""
    lines = {
        "rules.md": rules_lines(Language.EN),
        "rules.zh-CN.md": rules_lines(Language.ZH),
        "seeds.md": seeds_lines(root),
    }
    written = {name: "\n".join(each) + "\n" for name, each in lines.items()}
    return written | {name: _guide(root, name, language) for name, language in GUIDES.items()}


def _guide(root: Path, name: str, language: Language) -> str:
    """A guide that is written by hand, with the table of the policy's fields made anew."""
    head, begin, rest = (DOCS / name).read_text("utf-8").partition(BEGIN)
    table = "\n".join(policy_lines(load(WorkTree(root)).snapshot, language))
    return f"{head}{begin}\n{table}\n{END}{rest.partition(END)[2]}"


def main() -> int:
    """Write the pages."""
    for name, text in pages(DOCS.parent).items():
        (DOCS / name).write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A paper for the screen: Markdown, and a page of HTML; and what a reader finds in them again."""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from xuke.memo.paper import Block, Grid, Text
from xuke.words.markdown import plain, row

_MARKED = re.compile(r"\\(.)|<br>|[|]")
_START = re.compile(r"^(\d*)([-+=.)])")
_LEVELS = {"title": "# ", "one": "## ", "annex": "## ", "annex_title": "## ", "three": "### "}
_TAGS = {"title": "h1", "one": "h2", "annex": "h2", "annex_title": "h2", "three": "h3"}
_TAG = re.compile(r"<[^>]*>")

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="xuke">
<title>{title}</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.8;
  font-family: FangSong, 仿宋, "Noto Serif CJK SC", serif; }}
h1, .number, .mark, .annex_title {{ text-align: center; }}
h1 {{ font-size: 1.5em; }} h2 {{ font-size: 1.15em; font-family: SimHei, 黑体, sans-serif; }}
p {{ margin: 0.3em 0; }} .text {{ text-indent: 2em; }} b {{ font-weight: normal; font-family: KaiTi, 楷体; }}
table {{ border-collapse: collapse; width: 100%; margin: 0.8em 0; }}
.framed th, .framed td {{ border: 1px solid; padding: 0.2em 0.5em; text-align: left; }}
@media print {{ .annex {{ break-before: page; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def markdown_of(blocks: Sequence[Block]) -> bytes:
    """The paper as Markdown that shows every sign as it is."""
    return ("<!-- xuke memo -->\n" + "\n".join(line for each in blocks for line in _markdown(each))).encode()


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Text(style, text, lead):
            first = f"**{plain(lead)}** " if lead else ""
            # A number or a dash at the beginning would start a list, and blanks a block of code.
            line = _START.sub(r"\1\\\2", plain(text.strip()))
            yield from ("", f"{_LEVELS.get(style, '')}{first}{line}")
        case Grid(heads, rows):
            heads = heads or [""] * len(rows[0])
            yield from ("", row(heads), row(["---"] * len(heads)), *map(row, map(_cells, rows)))


def _cells(found: Sequence[str | None]) -> list[str]:
    return [plain(each or "") for each in found]


def html_of(blocks: Sequence[Block]) -> bytes:
    """The paper as one page without any script or foreign part."""
    title = next((block.text for block in blocks if isinstance(block, Text)), "")
    body = "\n".join(map(_html, blocks))
    return _PAGE.format(title=escape(title), body=body).encode()


def _html(block: Block) -> str:
    match block:
        case Text(style, text, lead):
            tag = _TAGS.get(style, "p")
            first = f"<b>{_lines(lead)}</b>" if lead else ""
            return f'<{tag} class="{style}">{first}{_lines(text)}</{tag}>'
    head = "".join(f"<th>{_lines(each)}</th>" for each in block.heads)
    rows = ["".join(f"<td>{_lines(each or '')}</td>" for each in row) for row in block.rows]
    lines = "\n".join(f"<tr>{row}</tr>" for row in ([head] if head else []) + rows)
    return f'<table class="{"framed" if block.framed else "open"}">\n{lines}\n</table>'


def _lines(text: str) -> str:
    return "<br>".join(escape(text).split("\n"))


def markdown_texts(data: bytes) -> list[str]:
    """What a reader of the Markdown sees, line by line."""
    return [_MARKED.sub(lambda found: found[1] or "", line) for line in data.decode().split("\n")]


def html_texts(data: bytes) -> list[str]:
    """What a reader of the page sees, line by line."""
    _, _, body = data.decode().partition("<body>")
    return [unescape(_TAG.sub("", line)) for line in body.split("\n")]

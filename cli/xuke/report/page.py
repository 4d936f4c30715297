"""A page that stands alone: style and script within, and nothing else that could load or run."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pkgutil import get_data

from xuke.report.markup import Markup, element
from xuke.words.render import Language


def page_lines(title: str, language: Language, body: Iterator[Markup]) -> Iterator[str]:
    """The whole page; what the body holds is built by ``report.markup`` alone."""
    style, script = _part("style.css"), _part("script.js")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language.value}">'
    yield "<head>"
    yield element("meta", charset="utf-8")
    # Near the beginning: by this line xuke knows a page of its own.
    yield element("meta", name="generator", content="xuke")
    yield Markup(f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">')
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("meta", name="referrer", content="no-referrer")
    yield element("title", title)
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield from body
    yield f"<script>{script}</script>"
    yield "</body>"
    yield "</html>"


def _part(name: str) -> str:
    data = get_data("xuke.report", name) or b""
    return data.decode().replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or framed; of styles and scripts only these two, by their digests."""
    kinds = (("style-src", style), ("script-src", script))
    allowed = "; ".join(f"{name} 'sha256-{_digest(text)}'" for name, text in kinds)
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()

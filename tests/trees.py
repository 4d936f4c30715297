"""Registers made in memory: texts by path, as a tree that the loader reads."""

from pathlib import Path

from xuke.document.read import read
from xuke.sources.load import load
from xuke.sources.tree import File

SMALL = Path(__file__).parent / "workspaces" / "small"


class Texts:
    """Files by path: text, bytes, or a message that says why there is none."""

    def __init__(self, texts):
        self.texts = texts

    def files(self):
        for path, text in sorted(self.texts.items()):
            yield File(path, text if isinstance(text, bytes) else text.encode())


def small(*edits):
    """The small workspace after edits: file, old text (empty: the whole file), new text."""
    texts = {path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in SMALL.rglob("*.yaml")}
    for file, old, new in edits:
        text = texts.get(file, "")
        assert not old or text.count(old) == 1, (file, old)
        texts[file] = text.replace(old, new) if old else new
    return Texts(texts)


def loaded(*edits):
    """The small workspace after edits, loaded."""
    return load(small(*edits))


def parsed(text, path="catalogue/lan/reform.yaml"):
    """A document of a text in which nothing is wrong."""
    document, problems = read(path, text.encode())
    assert problems == []
    return document


def told(text, path="x.yaml"):
    """What the reader says of a text: code, message, and where it starts and ends."""
    data = text if isinstance(text, bytes) else text.encode()
    _, problems = read(path, data)
    return [(each.code, each.message.name, tuple(each.location.start)) for each in problems]

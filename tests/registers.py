"""The registers of ``cases/check`` in memory: the small workspace with the faults of a case."""

from functools import cache

from ruamel.yaml import YAML

from test_cases import CASES
from trees import Texts, small
from xuke.sources.load import load


@cache
def plan(case):
    """What a case asks for."""
    return YAML(typ="safe").load((case / "case.yaml").read_text("utf-8"))


def register(case, known=None, remarked=None):
    """The register of a case after all its commits; ``known`` shares what was read of equal files.

    The file that is ``remarked`` has a remark above all else.
    """
    texts = dict(small().texts)
    asked = plan(case)
    for edits in (*asked.get("commits", ()), asked["edits"]):
        for each in edits:
            _edit(texts, each)
    if remarked:
        text = texts[remarked]
        texts[remarked] = b"# remark\n" + (text if isinstance(text, bytes) else text.encode())
    return load(Texts(texts), known)


def _edit(texts, edit):
    text = texts.get(edit["file"], "")
    new = text.replace(edit["old"], edit["new"], 1) if edit["old"] else text + edit["new"]
    texts[edit["file"]] = new.encode(edit["encoding"]) if "encoding" in edit else new


#: Those that a register in memory can show: the others need a disk.
IN_MEMORY = [case for case in CASES if plan(case).get("workspace", "small") == "small"]

"""What is pushed to whom, as sentences of a memorandum."""

from collections.abc import Iterator

from xuke.memo.paper import Text
from xuke.model.limit import Limit, limit_said
from xuke.model.part import Part
from xuke.model.views import Memo
from xuke.words.labels import enum_label
from xuke.words.render import Language, render
from xuke.words.zh import gongwen as zh


def push_texts(memo: Memo) -> Iterator[Text]:
    """A sentence for each push, numbered."""
    rows = memo.parts("push")
    for place, row in enumerate(rows, 1):
        text = _sentence(row)
        yield Text("text", f"{place}.{text}" if len(rows) > 1 else text)


def _sentence(row: Part) -> str:
    parts = [row.text("content"), _speed(row)]
    if row.text("channel"):
        parts.append(zh.PUSH_CHANNEL.format(channel=row.text("channel")))
    trigger = zh.PUSH_TRIGGER.format(trigger=row.text("trigger")) if row.text("trigger") else ""
    return zh.PUSH_ROW.format(
        trigger=trigger,
        information=_label(row, "information"),
        direction=_label(row, "direction"),
        parts="，".join(each for each in parts if each),
    )


def _label(row: Part, name: str) -> str:
    return enum_label("memorandum", ("push", name), row.text(name), False)


def _speed(row: Part) -> str:
    within = row.limit("within")
    if within is None:
        return zh.PUSH_SYNCHRONOUS if row.get("synchronous") is True else ""
    basis = row.text("within", "basis")
    speed = zh.PUSH_AT_ONCE if within.is_immediate else zh.PUSH_WITHIN.format(limit=limit_text(within))
    return f"{speed}（{basis}）" if basis else speed


def limit_text(limit: Limit) -> str:
    """A limit as it is read in Chinese."""
    return render(limit_said(limit), Language.ZH).replace(" ", "")

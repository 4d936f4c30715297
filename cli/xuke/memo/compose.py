"""A memorandum as a paper: title, parties, clauses, signatures, annexes (GB/T 9704)."""

from collections.abc import Iterable, Iterator
from datetime import date

from xuke.memo.annexes import Annex, annex_blocks, annexes, items_grid
from xuke.memo.names import full_name
from xuke.memo.paper import Block, Grid, Text, day_text, numeral, sentence
from xuke.memo.pushes import push_texts
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Memo
from xuke.words.labels import enum_label
from xuke.words.zh import gongwen as zh

#: So many characters of a title stand on a line.
_TITLE_LINE = 20


def composed(memo: Memo, register: Register) -> list[Block]:
    """All blocks of a memorandum, in reading order."""
    maker = _Maker(memo, register)
    return [*maker.head(), *maker.body(), *maker.close(), *maker.annex_pages()]


class _Maker:
    def __init__(self, memo: Memo, register: Register) -> None:
        self.memo = memo
        self.register = register
        self.annexes: list[Annex] = annexes(memo)

    def head(self) -> Iterator[Text]:
        """Title, number, what kind of copy it is, and the parties."""
        memo, register = self.memo, self.register
        yield Text("title", titled(memo.name))
        yield Text("number", memo.text("number") or zh.NO_NUMBER)
        yield from marks(memo)
        yield Text("party", "")
        sides = ((zh.FIRST, zh.GIVES, memo.giver), (zh.SECOND, zh.TAKES, memo.text("taker")))
        for side, role, unit in sides:
            yield Text("party", zh.PARTY.format(side=side, role=role, name=full_name(unit, register)))
        names = "、".join(full_name(each, register) for each in memo.texts("witnesses"))
        if names:
            yield Text("party", zh.WITNESSES.format(names=names))
        basis = "、".join(map(self._document, memo.texts("basis")))
        yield Text("text", zh.OPENING.format(basis=basis) if basis else zh.OPENING_ALONE)

    def _document(self, name: str) -> str:
        found = self.register.document(name) or Part({}, ())
        title, number = found.text("title") or name, found.text("number")
        return (zh.NUMBERED if number else zh.TITLED).format(title=title, number=number)

    def body(self) -> Iterator[Text]:
        """The clauses that say something, numbered in the order of the schema."""
        parts = (
            (zh.ITEMS, self._items()),
            (zh.STAGES, self._stages()),
            (zh.OPEN_CASES, self._open_cases()),
            (zh.HANDOVER, self._handover()),
            (zh.SEALS, self._plain("seal_clause")),
            (zh.STAFF, self._staff()),
            (zh.FUNDS, self._plain("funds")),
            (zh.LIAISON, self._plain("liaison")),
            (zh.TRAINING, self._training()),
            (zh.PUSH, push_texts(self.memo)),
            (zh.DISPUTES, self._plain("disputes")),
            (zh.LIABILITY, self._liability()),
            (zh.TERM, self._plain("term")),
            (zh.OTHERS, self._others()),
        )
        number = 0
        for title, texts in parts:
            found = list(texts)
            number += bool(found)
            if found:
                yield Text("one", f"{numeral(number)}、{title}")
            yield from found

    def _annex(self, shows: str) -> int:
        return next((place for place, each in enumerate(self.annexes, 1) if each.shows == shows), 0)

    def _plain(self, name: str) -> Iterator[Text]:
        if text := self.memo.text(name):
            yield Text("text", sentence(text))

    def _items(self) -> Iterator[Text]:
        entries, annex = self.memo.entries, self._annex("items")
        day = self.memo.day("effective")
        if not entries:
            return
        words = {"count": len(entries), "annex": annex}
        dated = zh.ITEMS_TEXT.format(day=day_text(day), **words) if day else zh.ITEMS_UNDATED.format(**words)
        yield Text("text", dated)
        partly = sum(bool(each.texts("suffixes")) for each in entries)
        if partly:
            yield Text("text", zh.ITEMS_PARTLY.format(count=partly, annex=annex))

    def _stages(self) -> Iterator[Text]:
        if self.memo.parts("stages"):
            yield Text("text", zh.STAGES_TEXT.format(annex=self._annex("stages")))

    def _open_cases(self) -> Iterator[Text]:
        clause = self.memo.part("open_cases")
        texts = []
        if clause.has("cut_off"):
            texts.append((zh.CUT_OFF_LEAD, zh.CUT_OFF.format(day=day_text(clause.day("cut_off")))))
        if finisher := clause.text("finisher"):
            label = enum_label("memorandum", ("open_cases", "finisher"), finisher, False)
            side = zh.FIRST if finisher == "department" else zh.SECOND
            texts.append((zh.FINISHER_LEAD, zh.FINISHER.format(side=f"{side}（{label}）")))
        for name, lead in (("reconsideration", zh.RECONSIDERATION), ("litigation", zh.LITIGATION)):
            if text := clause.text(name):
                texts.append((lead, sentence(text)))
        yield from _numbered(texts)

    def _handover(self) -> Iterator[Text]:
        clause = self.memo.part("handover")
        if any(clause.fields.values()):
            day = day_text(clause.day("date"))
            yield Text("text", zh.HANDOVER_TEXT.format(annex=self._annex("handover"), day=day))

    def _staff(self) -> Iterator[Text]:
        clause = self.memo.part("staff")
        counts = (("posts", zh.POSTS), ("persons", zh.PERSONS))
        found = [text.format(count=clause.get(name)) for name, text in counts if clause.has(name)]
        if clause.text("text"):
            found.append(sentence(clause.text("text")))
        if found:
            yield Text("text", "".join(found))

    def _training(self) -> Iterator[Text]:
        clause = self.memo.part("training")
        text = sentence(clause.text("text")) if clause.text("text") else ""
        day = clause.day("by")
        if text or day:
            yield Text("text", text + (zh.TRAINING_ON.format(day=day_text(day)) if day else ""))

    def _liability(self) -> Iterator[Text]:
        clause = self.memo.part("liability")
        sides = (("department", zh.FIRST), ("bureau", zh.SECOND))
        found = [(zh.LIABLE.format(side=side), clause.text(name)) for name, side in sides]
        yield from _numbered([(lead, sentence(text)) for lead, text in found if text])

    def _others(self) -> Iterator[Text]:
        if self.memo.has("copies"):
            yield Text("text", zh.COPIES.format(count=self.memo.get("copies")))

    def close(self) -> Iterator[Block]:
        """The list of annexes, then seals, signatures and the day."""
        if self.annexes:
            yield Text("annexes", "")
        for place, each in enumerate(self.annexes, 1):
            yield Text("annexes", _annex_line(place, each.title, len(self.annexes)))
        yield from signatures(self.memo, self.register, self.memo.day("signed"))

    def annex_pages(self) -> Iterator[Block]:
        """Each annex on a page of its own."""
        for place, each in enumerate(self.annexes, 1):
            number = str(place) if len(self.annexes) > 1 else ""
            yield Text("annex", zh.ANNEX.format(number=number))
            yield Text("annex_title", each.title)
            yield from annex_blocks(each, self.memo, self.register)


def supplement_paper(memo: Memo, supplement: Part, register: Register) -> list[Block]:
    """A supplement: what it settles, under the title of its memorandum, signed like that."""
    number = memo.text("number")
    cited = zh.SUPPLEMENT_NUMBER.format(number=number) if number else ""
    draft = [] if supplement.has("date") else [Text("mark", zh.MARKS.format(marks=zh.DRAFT))]
    sides = ((zh.FIRST, zh.GIVES, memo.giver), (zh.SECOND, zh.TAKES, memo.text("taker")))
    lists = list(_changed_lists(supplement, register))
    return [
        Text("title", titled(zh.SUPPLEMENT.format(title=memo.name.removesuffix(zh.MEMORANDUM)))),
        Text("number", supplement.text("number") or zh.NO_NUMBER),
        *draft,
        Text("party", ""),
        *(Text("party", zh.PARTY.format(side=s, role=r, name=full_name(u, register))) for s, r, u in sides),
        Text("text", zh.SUPPLEMENT_OPENING.format(title=memo.name, number=cited)),
        *(Text("text", line) for line in supplement.text("text").split("\n")),
        *(
            [Text("annexes", ""), Text("annexes", zh.ANNEX_ONE.format(title=zh.LIST_CHANGED))]
            if lists
            else []
        ),
        *signatures(memo, register, supplement.day("date")),
        *([Text("annex", zh.ANNEX.format(number="")), Text("annex_title", zh.LIST_CHANGED)] if lists else []),
        *lists,
    ]


def _changed_lists(supplement: Part, register: Register) -> Iterator[Block]:
    """The items that a supplement adds or lists anew, and those that it takes from the list."""
    codes = [Part({"code": code}, ()) for code in supplement.texts("removed")]
    found = ((zh.LISTED, supplement.parts("items")), (zh.UNLISTED, codes))
    for number, (title, entries) in enumerate((each for each in found if each[1]), 1):
        yield Text("three", f"{number}.{title}")
        yield items_grid(entries, register)


def marks(memo: Memo) -> Iterator[Text]:
    """What a copy has to say of itself: that it is a draft, or a demonstration."""
    found = [zh.DRAFT] if memo.text("status") == "draft" else []
    provenance = memo.text("provenance")
    if provenance == "demonstration":
        found.append(enum_label("memorandum", ("provenance",), provenance, False))
    if found:
        yield Text("mark", zh.MARKS.format(marks="、".join(found)))


def signatures(memo: Memo, register: Register, day: date | None) -> Iterator[Block]:
    """Seals and signatures of both sides, then of the witnesses, with the day or room for it."""
    sides = ((zh.FIRST, memo.giver), (zh.SECOND, memo.text("taker")))
    both = [(zh.SIGN_SEAL.format(side=side), full_name(unit, register)) for side, unit in sides]
    rows = [_signed([*each, zh.SIGN_NAME, day_text(day)] for each in both)]
    for unit in memo.texts("witnesses"):
        rows.append(_signed([[zh.SIGN_WITNESS, full_name(unit, register)], ["", zh.SIGN_WITNESS_NAME]]))
    yield Text("annexes", "")
    yield Grid((), rows, (50, 50), framed=False)


def _signed(cells: Iterable[list[str]]) -> list[str]:
    return ["\n".join([*each, ""]) for each in cells]


def titled(title: str) -> str:
    """A long title on two lines, parted before what it is about."""
    head, mark, rest = title.partition(zh.TITLE_BREAK)
    return f"{head}\n{mark}{rest}" if head and len(title) > _TITLE_LINE else title


def _annex_line(place: int, title: str, count: int) -> str:
    if count == 1:
        return zh.ANNEX_ONE.format(title=title)
    return (zh.ANNEX_LIST if place == 1 else zh.ANNEX_MORE).format(number=place, title=title)


def _numbered(texts: list[tuple[str, str]]) -> Iterator[Text]:
    for place, (lead, text) in enumerate(texts, 1):
        yield Text("text", text, f"（{numeral(place)}）{lead}" if len(texts) > 1 else lead)

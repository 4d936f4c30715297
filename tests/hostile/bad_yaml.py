"""Bad texts of one file of halls, made by code: name, bytes, and the place and code that a user is told.

In a text the sign § stands before the place that is told, and is taken out. An expectation is a code with
its place
"""

import codecs
from dataclasses import dataclass

HEAD = "provenance: demonstration\nhalls:\n"
HALL = "  - id: dating\n    name: 大厅\n    kind: hall\n"


@dataclass(frozen=True)
class Bad:
    """One bad file, and what is told of it: ``(line, column, code)``, in order."""

    name: str
    data: bytes
    told: tuple

    def __str__(self):
        return self.name


def marked(name, text, code, *, also=()):
    """A text with § at the place that is told."""
    before, sign, after = text.partition("§")
    assert sign, name
    place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1, code)
    return Bad(name, (before + after).encode("utf-8", "surrogatepass"), (place, *also))


def value(name, text, code):
    """A slip in the value of a name."""
    return marked(name, HEAD + HALL.replace("大厅", text), code)


def characters():
    """Characters that no file may hold: in a value, in quotes, in a key, in a comment, before a key."""
    places = {
        "plain": "    name: 大§{}厅\n",
        "quoted": '    name: "大§{}厅"\n',
        "key": "    na§{}me: 大厅\n",
        "comment": "    # 大§{}厅\n",
        "block": "    name: |\n      大§{}厅\n",
    }
    odd = "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f\u2028\u2029\u202e\u2066\ufeff\ufffe\uffff"
    for character in odd:
        for where, line in places.items():
            text = HEAD + "  - id: dating\n" + line.format(character)
            yield marked(f"U+{ord(character):04X} in {where}", text, "Y001")
    yield marked("a bare CR", HEAD + "  - id: dating§\r    name: x\n", "Y001")
    for escape in ("\\0", "\\x07", "\\e", "\\N", "\\L", "\\P", "\\uFEFF", "\\u202e"):
        yield value(f"escape {escape}", f'§"大{escape}厅"', "Y001")


def indents():
    """White space that is no indent, wherever people type it."""
    for name, odd in (("U+3000", "\u3000"), ("NBSP", "\u00a0"), ("Tab", "\t")):
        yield marked(f"{name} before a key", HEAD + "  - id: dating\n  §" + odd + " name: [\n", "Y001")
        yield marked(f"{name} before an entry", HEAD + "§" + odd + "- id: dating\n    name: [\n", "Y001")
    yield marked("an entry too far left", HEAD + HALL + " §- id: er\n", "Y001")
    yield marked("a field too far left", HEAD + "  - id: dating\n   §name: x\n", "Y001")
    yield marked("an entry behind a key", "halls: §- id: dating\n", "Y001")


def punctuation():
    """Slips of punctuation, at the line where they were made."""
    yield marked("a wide colon", HEAD + "  - id: dating\n    name§：大厅\n    kind: hall\n", "Y001")
    yield marked("a wide colon at the top", "provenance§：demonstration\nhalls: []\n", "Y001")
    yield marked("no colon", HEAD + "  - id: dating\n    §name\n    kind: hall\n", "Y001")
    yield value("two colons", "大厅§: 二楼", "Y001")
    yield value("a double quote left open", '§"大厅', "Y001")
    yield value("a single quote left open", "§'大厅", "Y001")
    yield marked("a bracket left open", HEAD + "  - id: dating\n    name: [大厅\n    kind§: hall\n", "Y001")
    for sign in "@`":
        yield value(f"a value that begins with {sign}", f"§{sign}大厅", "Y001")
    yield value("a value that begins with %", "§%大厅", "Y001")
    for escape in ("\\q", "\\大", "\\'"):
        yield value(f"an unknown escape {escape}", f'"§{escape}"', "Y001")
    for escape in ("\\xZZ", "\\u12", "\\ud800", "\\U00110000"):
        yield value(f"a broken escape {escape}", f'"{escape[:2]}§{escape[2:]}"', "Y001")
    for text in ("[1,,§2]", "{a: 1§", "[a: §{b]"):
        yield Bad(
            f"brackets {text.replace('§', '')}", (f"halls: {text.replace('§', '')}\n").encode(), ("Y001",)
        )
    yield value("a block scalar of indent 0", "|§0\n      x", "Y001")
    yield marked("two documents", HEAD + HALL + "§---\nhalls: []\n", "Y001")
    yield marked("three documents", HEAD + HALL + "§---\n---\n", "Y001")
    yield marked("a key that is a list", HEAD + "  - ? §[a]\n    : 1\n", "Y001")
    yield marked("a key that is a group", HEAD + "  - ? §{a: 1}\n    : 1\n", "Y001")


def features():
    """Parts of YAML that data do not need."""
    yield value("an anchor", "§&a 大厅", "Y002")
    yield marked("an anchor on a list", "halls: §&a []\n", "Y002")
    yield value("an alias", "§*a", "Y002")
    yield marked("an alias as a key", HEAD + "  - §*a : 1\n", "Y002")
    yield marked("a merge key", HEAD + "  - id: dating\n    §<<: {a: 1}\n    name: x\n", "Y002")
    for tag in (
        "!x",
        "!!str",
        "!!python/object:os.system",
        "!!binary",
        "!<tag:x>",
        "!!python/name:os.system",
    ):
        yield value(f"the tag {tag}", f"§{tag} 大厅", "Y002")
    yield marked("a tag on a group", "halls: §!!set {}\n", "Y002")
    yield marked("a directive", "§%YAML 1.1\n---\nhalls: []\n", "Y002")
    yield marked("a directive of tags", "§%TAG ! tag:x,2000:\n---\nhalls: []\n", "Y002")
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    yield Bad("an alias bomb", bomb.encode(), ("Y002",))
    merges = "a: &a {x: 1}\n" + "".join(
        f"{new}: &{new} {{<<: [*{old}, *{old}]}}\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    yield Bad("a bomb of merge keys", merges.encode(), ("Y002",))


def twins():
    """Keys that are one key to a reader."""
    pairs = {
        "plain": ("name", "name"),
        "quoted": ("name", '"name"'),
        "single quotes": ("name", "'name'"),
        "escaped": ("name", '"\\u006eame"'),
        "wide letters": ("name", "ｎａｍｅ"),
        "a space": ("编码", "编 码"),
        "an ideographic space": ("编码", "编\u3000码"),
        "composition": ("é", "e\u0301"),
        "a ligature": ("ﬁ", "fi"),
        "a radical": ("⼀", "一"),
    }
    for name, (one, two) in pairs.items():
        text = f"halls:\n  - {one}: x\n    §{two}: y\n"
        yield Bad(f"twin keys, {name}", text.replace("§", "").encode(), ((3, 5, "Y003"),))
    yield marked("twin keys at the top", "halls: []\nprovenance: demonstration\n§halls: []\n", "Y003")
    yield marked("twin keys in a flow", "halls: [{id: a, name: x, §id: b}]\n", "Y003")


def encodings():
    """Texts that are not UTF-8."""
    text = HEAD + HALL.replace("大厅", "中心")
    for name in ("gbk", "gb18030", "big5"):
        yield Bad(f"in {name}", text.encode(name), ((4, 11, "Y004"),))
    for name in ("utf-16", "utf-16-be", "utf-32"):
        data = (codecs.BOM_UTF16_BE if name == "utf-16-be" else b"") + text.encode(name)
        yield Bad(f"in {name}", data, ((1, 1, "Y004"),))
    line = HEAD.encode() + b"  - id: dating\n    name: "
    for name, bad in {
        "a lone continuation": b"\x80",
        "a cut character": "厅".encode()[:2],
        "an overlong slash": b"\xc0\xaf",
        "an overlong NUL": b"\xc0\x80",
        "a surrogate": b"\xed\xa0\x80",
        "beyond Unicode": b"\xf5\x80\x80\x80",
        "0xFF": b"\xff",
        "Latin-1": b"caf\xe9",
        "a picture": b"\x89PNG\r\n\x1a\n",
    }.items():
        column = 11 + (3 if name == "Latin-1" else 0)
        yield Bad(f"bytes: {name}", line + bad + b"\n", ((4, column, "Y004"),))
    yield Bad("a workbook by name", b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), ("Y004",))
    yield Bad("zeros", bytes(5000), ((1, 1, "Y001"),))


def conflicts():
    """Marks that git left, also inside of text."""
    marks = "<<<<<<< HEAD\n    name: 大厅\n=======\n    name: 中心\n>>>>>>> other\n"
    yield marked("a conflict", HEAD + "  - id: dating\n§" + marks, "Y005")
    yield marked("a conflict of three", HEAD + "§<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n", "Y005")
    yield marked("a conflict in a block", HEAD + "  - id: a\n    name: |\n§" + marks, "Y005")
    yield marked("an end that was left", HEAD + HALL + "§>>>>>>> other\n", "Y005")
    yield marked("a middle that was left", HEAD + HALL + "§=======\n", "Y005")
    yield marked("a conflict with CRLF", (HEAD + "§" + marks).replace("\n", "\r\n"), "Y005")


def sizes():
    """Files that would hang or fill a reader: code and place, or only the code."""
    for text, place in {
        b"halls: " + b"[" * 33 + b"]" * 33: (1, 39, "Y008"),
        b"[" * 100_000: (1, 33, "Y008"),
        b"- " * 33 + b"a\n": (1, 65, "Y008"),
        b"halls: " + b"x" * 200_001: (1, 8, "Y008"),
        b'halls: "' + b"x" * 200_001 + b'"': (1, 8, "Y008"),
        b"#" * ((8 << 20) + 1): (1, 1, "Y008"),
        b"halls: " + b"{a: " * 33 + b"1" + b"}" * 33: "Y008",
        b"x" * 200_001 + b": 1\n": "Y008",
        b"[" + b"1," * 2_000_001 + b"1]": "Y008",
        b"[" + b"{}," * 2_000_001 + b"1]": "Y008",
        b"".join(b"k%d: 1\n" % number for number in range(400_000)): "Y008",
        b"".join(b"k%d: 1\n" % number for number in range(100_000)) + b"k1: 1\n" * 50: "Y008",
        HEAD.encode() + b"".join(b"  - {k%d: 1, l: 2}\n" % number for number in range(50_000)): "Y008",
        b"a: 1\n" * 1_000_000: "Y003",
        b"[" + b"*a," * 1_000_000 + b"1]": "Y002",
        b"- &a 1\n" * 500_000: "Y002",
        b"<<<<<<< a\n" * 500_000: "Y005",
        "\x85".encode() * 2_000_000: "Y001",
        "a：\n".encode() * 500_000: "Y008",
        b"\n" * 8_000_000 + b"[": "Y001",
        b" " * 8_000_000 + b"[": "Y001",
        b"'" * 4_000_001: "Y001",
        b"- " * 4_000_000: "Y008",
        b"? " * 2_000_000: "Y001",
        b": " * 2_000_000: "Y001",
        b"".join(b" " * n + b"a:\n" for n in range(2_000)): "Y008",
        b"--- a\n" * 1_000_000: "Y001",
        b"# a\n" * 2_000_000 + b"[": "Y001",
        b'"' + b"\\u0041" * 100_000 + b'": 1': "Y001",
        HEAD.encode() + b"  - id: " + b"1" * 5_000 + b"\n": "S001",
        HEAD.encode() + b"  - id: " + b"1" * 190_000 + b"\n": "S001",
        HEAD.encode() + b"  - id: 1e999999999\n": "S001",
    }.items():
        name = f"{text[:12]!r}...{text[-6:]!r}, {len(text)} bytes"
        yield Bad(name, text, (place,))


#: Entries of halls that are well-formed and wrong, and where that is told.
ENTRIES = {
    "{name: a, kind: hall}": (3, 5, "S001"),
    "{id: 5, name: a, kind: hall}": (3, 10, "S002"),
    "{id: true, name: a, kind: hall}": (3, 10, "S002"),
    "{id: 1.5, name: a, kind: hall}": (3, 10, "S002"),
    "{id: [a], name: a, kind: hall}": (3, 10, "S002"),
    "{id: {a: b}, name: a, kind: hall}": (3, 10, "S002"),
    "{id: null, name: a, kind: hall}": (3, 10, "S002"),
    "{id: a/b, name: a, kind: hall}": (3, 10, "S004"),
    '{id: "a\\n", name: a, kind: hall}': (3, 10, "S004"),
    '{id: "", name: a, kind: hall}': (3, 10, "S004"),
    "{id: ../x, name: a, kind: hall}": (3, 10, "S004"),
    "{id: １, name: a, kind: hall}": (3, 10, "S004"),
    "{id: \u0430, name: a, kind: hall}": (3, 10, "S004"),
    "{id: a, name: a, kind: 大厅}": (3, 28, "S003"),
    "{id: a, na\u200bme: a, kind: hall}": (3, 15, "Y007"),
    "{id: a, name: a, kind: hall, from: 2018-02-30}": (3, 34, "S006"),
    "{id: a, name: 5, kind: hall}": (3, 19, "S002"),
    "{id: a, name: 2018, kind: hall}": (3, 19, "S002"),
    "- id: a": (3, 5, "S002"),
    "大厅": (3, 5, "S002"),
    "null": (3, 5, "S002"),
    "true": (3, 5, "S002"),
}

#: Whole files that are well-formed and wrong.
FILES = {
    "": (1, 1, "S002"),
    "# 注\n": (1, 1, "S002"),
    "\ufeff": (1, 1, "S002"),
    "null\n": (1, 1, "S002"),
    "大厅\n": (1, 1, "S002"),
    "5\n": (1, 1, "S002"),
    "- id: a\n": (1, 1, "S002"),
    "[]\n": (1, 1, "S002"),
    "{}\n": (1, 1, "S001"),
    "provenance: demonstration\nhalls:\n": (2, 7, "S002"),
    "provenance: demonstration\nhalls: 大厅\n": (2, 8, "S002"),
    "provenance: demonstration\nhalls: {id: a}\n": (2, 8, "S002"),
    "provenance: demonstration\nhalls: []\ncolour: red\n": (3, 1, "S006"),
    "provenance: guessed\nhalls: []\n": (1, 13, "S003"),
    "provenance: 5\nhalls: []\n": (1, 13, "S003"),
}


def shapes():
    """Well-formed texts that are not a file of halls: told by schema or key."""
    for text, place in FILES.items():
        yield Bad(f"file {text!r}", text.encode(), (place,))
    for text, place in ENTRIES.items():
        yield Bad(f"entry {text!r}", f"{HEAD}  - {text}\n".encode(), (place,))
    one = "  - {id: a, name: a, kind: hall}\n"
    yield Bad("an id twice", (HEAD + one + one).encode(), ((4, 10, "K001"),))


FAMILIES = (characters, indents, punctuation, features, twins, encodings, conflicts, sizes, shapes)

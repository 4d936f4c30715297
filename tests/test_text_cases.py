"""Files that no case can hold as text: other encodings, endings, and sizes; every line that a user reads."""

import shutil

import pytest

from trees import SMALL
from xuke.commands.program import run

HALLS = "catalogue/lan/halls.yaml"
TEXT = (SMALL / HALLS).read_text("utf-8")
SUMMARY = "{} 个错误，0 个警告，0 个已豁免；{} 条记录，10 个文件\n"
OK = SUMMARY.format(0, 18)
LOST = SUMMARY.format(1, 17)


def lines(tmp_path, capsys, data):
    """All that ``xuke check`` prints when the file of halls holds these bytes."""
    shutil.copytree(SMALL, tmp_path / "w")
    (tmp_path / "w" / HALLS).write_bytes(data)
    run(["check", "-C", str(tmp_path / "w"), "--on", "2019-01-01", "--lang", "zh-CN"])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            TEXT.encode("gb18030"),
            "5:11: 错误 Y004 不是 UTF-8 编码（字节 CF），像是 GB18030；请用编辑器“另存为”UTF-8",
        ),
        (
            TEXT.encode("utf-16"),
            "1:1: 错误 Y004 不是 UTF-8 编码（字节 FF），像是 UTF-16；请用编辑器“另存为”UTF-8",
        ),
        (
            TEXT.encode("utf-16-be").replace(b"\x00#", b"\xfe\xff\x00#", 1),
            "1:1: 错误 Y004 不是 UTF-8 编码（字节 FE），像是 UTF-16；请用编辑器“另存为”UTF-8",
        ),
        (
            TEXT.encode().replace(b"hall\n", b"hall \xff\n"),
            "6:16: 错误 Y004 不是 UTF-8 编码（字节 FF）；请用编辑器“另存为”UTF-8",
        ),
        (
            TEXT.encode() + b"#" * 8 * 1024 * 1024,
            "1:1: 错误 Y008 文件有 8192 KiB，最多 8192 KiB；请按内设机构拆成几个文件",
        ),
        (
            TEXT.replace("大厅", "大" * 200_001).encode(),
            "5:11: 错误 Y008 一个值超过 200000 个字符；长文请放在附件里",
        ),
        (
            TEXT.encode() + b"    note: [" + b"1," * 1_000_000 + b"1]\n",
            "7:1399986: 错误 Y008 文件有超过 700000 个值；请拆成几个文件",
        ),
        (TEXT.replace("\n", "\r").encode(), None),
        (
            TEXT.replace("provenance", "\ufeffprovenance").encode(),
            "2:1: 错误 Y001 此处有不允许的字符 U+FEFF（字节顺序标记）；请删去它",
        ),
    ],
    ids=[
        "gb18030",
        "utf-16",
        "utf-16 be",
        "no encoding",
        "bytes",
        "scalar",
        "nodes",
        "old Mac",
        "inner mark",
    ],
)
def test_one_line_tells_what_is_wrong_with_the_file(tmp_path, capsys, data, told):
    found = lines(tmp_path, capsys, data)
    if told is None:
        assert (
            found.splitlines()[0] == f"{HALLS}:1:57: 错误 Y001 此处有不允许的字符 U+000D（回车符）；请删去它"
        )
        assert found.count(HALLS) == TEXT.count("\n")
    else:
        assert found == f"{HALLS}:{told}\n{LOST}"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
        TEXT.encode() + b"...\n",
        b"---\n" + TEXT.encode(),
        TEXT.replace("县政务服务大厅", "😀 ①㎡（）").encode(),
    ],
    ids=["byte order mark", "Windows", "no last line end", "end marker", "begin marker", "wide"],
)
def test_what_is_allowed_is_read(tmp_path, capsys, data):
    assert lines(tmp_path, capsys, data) == OK

"""What a library meets in its surroundings is one line with a remedy; a slip of ours keeps its trace."""

import errno

import pytest

from xuke.commands import program


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (OSError(errno.ENOSPC, "x", "data/a"), 3, "data/a 的读写：磁盘已满（ENOSPC）"),
        (OSError(errno.EIO, "x"), 3, "系统拒绝（EIO）"),
        (PermissionError(errno.EACCES, "x", "b"), 3, "没有权限"),
        (MemoryError(), 3, "内存不够"),
        (
            FileNotFoundError(errno.ENOENT, "No usable temporary directory found"),
            3,
            "没有可以写入的临时文件夹",
        ),
        (FileNotFoundError(errno.ENOENT, "x", "c"), 4, "这是 xuke 的缺陷"),
        (OSError("no number"), 4, "这是 xuke 的缺陷"),
    ],
    ids=str,
)
def test_surroundings_are_told_and_slips_traced(error, code, says, monkeypatch, capsys):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(program.program, "main", fails)
    assert program.run(["--lang", "zh-CN", "rules"]) == code
    said = capsys.readouterr().err
    assert says in said
    assert ("Traceback" in said) == (code == 4)

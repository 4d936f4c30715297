"""Files for users: ours are replaced, others never by accident."""

import os
import zipfile

import pytest

from xuke.model.errors import XukeError
from xuke.sources.output import write_output


def archive(path, text):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("docProps/core.xml", text)


def test_a_workbook_of_ours_is_replaced(tmp_path):
    archive(tmp_path / "a.xlsx", "<dc:creator>xuke</dc:creator>")
    write_output(tmp_path / "a.xlsx", b"new")
    assert (tmp_path / "a.xlsx").read_bytes() == b"new"


@pytest.mark.parametrize("at", [6, 8, 50])
def test_a_damaged_or_locked_archive_is_somebody_elses(tmp_path, at):
    path = tmp_path / "a.xlsx"
    archive(path, "<dc:creator>xuke</dc:creator>" * 50)
    data = bytearray(path.read_bytes())
    start = data.index(b"PK\x01\x02") + 2 if at < 10 else 0
    data[start + at : start + at + 2] = b"\xff\xff"
    path.write_bytes(data)
    with pytest.raises(XukeError, match="not_ours"):
        write_output(path, b"new")
    assert path.read_bytes() == data


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_never_replaced(tmp_path, kind):
    target = tmp_path / "x.xlsx"
    target.mkdir() if kind == "folder" else os.mkfifo(target)
    with pytest.raises(XukeError) as told:
        write_output(target, b"x", force=True)
    assert told.value.message.name == "cli.not_a_file"
    assert not target.is_file()


def test_a_link_stays_and_its_file_is_written(tmp_path):
    (tmp_path / "kept").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "kept" / "file.txt")
    write_output(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "kept" / "file.txt").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("call", "error", "reason"),
    [
        ("fsync", OSError(28, "No space left on device"), "cli.reason_full"),
        ("replace", PermissionError(13, "Permission denied"), "cli.reason_access"),
        ("replace", OSError(16, "Device or resource busy"), "cli.reason_open"),
        ("replace", OSError(30, "Read-only file system"), "cli.reason_read_only"),
    ],
)
def test_what_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch, call, error, reason):
    target = tmp_path / "a.json"
    target.write_bytes(b'{"tool": {"name": "xuke"}}')

    def failing(*_):
        raise error

    monkeypatch.setattr(os, call, failing)
    with pytest.raises(XukeError) as told:
        write_output(target, b"new")
    assert told.value.message.name == "cli.unwritable"
    assert dict(told.value.message.words)["reason"].name == reason
    assert target.read_bytes() == b'{"tool": {"name": "xuke"}}'
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]

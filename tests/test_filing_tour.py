"""From an empty folder to a filing that is proved, in ten commands, as the README shows it."""

import os
import subprocess
import sys

import pytest

import child

#: What is typed, and a word that the answer holds.
TOUR = (
    ("xuke init xinxian -j xinxian --name 新县 --level county", "xinxian"),
    ("git add -A", ""),
    ("git commit -q -m 建立登记", ""),
    ("xuke filing prepare --kind record --filled-on 2019-01-30 -o beian.zip", "no-01"),
    ("xuke filing record beian.zip --number 新政报〔2019〕1号 --on 2019-01-31", "filings.yaml"),
    ("xuke filing reply --number 州审改复〔2019〕2号 --issuer 州审改办 --on 2019-02-20", "no-01"),
    ("git add catalogue", ""),
    ("git commit -q -m 登记报送和批复", ""),
    ("xuke filing verify beian.zip", "逐字节相同"),
    ("xuke filing list", "州审改复〔2019〕2号"),
)


def run(folder, line, **variables):
    words = line.split()
    command = [sys.executable, "-m", "xuke", *words[1:]] if words[0] == "xuke" else words
    done = subprocess.run(
        command, cwd=folder, env=child.environment(**variables), capture_output=True, check=False, timeout=60
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, (line, said)
    return said


@pytest.fixture
def home(tmp_path):
    """A user whom git knows."""
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = xuke\n\temail = xuke@example.org\n")
    return {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}


def test_ten_commands_lead_from_nothing_to_a_filing_that_is_proved(tmp_path, home):
    folder = tmp_path
    assert len(TOUR) == 10
    for line, word in TOUR:
        said = run(folder, line, **home)
        assert word in said, (line, said)
        if line.startswith("xuke init"):
            folder = tmp_path / "xinxian"
    run(folder, "xuke check", **home)
    assert os.path.exists(folder / "beian.zip")

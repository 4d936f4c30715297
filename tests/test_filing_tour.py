"""From an empty folder to a filing that is proved, in ten commands, as the README shows it."""

import re
import subprocess
import sys

import pytest

import child
import house

#: A word that the answer of each command holds, in their order.
ANSWERS = ("xinxian", "", "", "no-01", "filings.yaml", "no-01", "", "", "逐字节相同", "州审改复〔2019〕2号")


def typed(readme):
    """The commands that a README shows for it."""
    blocks = re.findall(
        r"^```sh\n(.*?)^```$", (house.ROOT / readme).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (block,) = (each for each in blocks if "filing prepare" in each)
    return block.splitlines()


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


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_ten_commands_lead_from_nothing_to_a_filing_that_is_proved(tmp_path, home, readme):
    folder = tmp_path
    for line, word in zip(typed(readme), ANSWERS, strict=True):
        command, _, there = line.partition(" && cd ")
        said = run(folder, command, **home)
        assert word in said, (line, said)
        folder /= there
    run(folder, "xuke check", **home)
    assert (folder / "beian.zip").is_file()

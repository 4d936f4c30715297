"""Nothing is ever fetched: not by a test, not by a command, not for a schema."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from child import environment, repository

STRACE = shutil.which("strace")


def test_a_test_that_connects_fails():
    with socket.socket() as made, pytest.raises(AssertionError, match="a test connects"):
        made.connect(("127.0.0.1", 9))


@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["diff"],
        ["check", "--at", "HEAD"],
        ["export", "filing", "-o", "a.xlsx"],
        ["doctor"],
        ["stats"],
    ],
    ids=" ".join,
)
def test_a_command_connects_to_nothing(tmp_path, words):
    root = repository(tmp_path / "w")
    log = tmp_path / "log"
    trace = [
        STRACE,
        "-f",
        "-qq",
        "-e",
        "trace=connect,sendto,bind,listen",
        "-e",
        "signal=none",
        "-o",
        str(log),
    ]
    done = subprocess.run(
        [*trace, sys.executable, "-m", "xuke", *words],
        cwd=root,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    calls = [line for line in log.read_text().splitlines() if "AF_INET" in line or "AF_INET6" in line]
    assert calls == []
    assert os.path.getsize(log) < 10_000

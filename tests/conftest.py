"""Shared by every test."""

import os
import socket

import pytest
from hypothesis import settings

import child
from xuke.commands.program import run
from xuke.sources import load as reading

# A test that reads a workbook must not be the one that decides how the product writes others.
os.environ["OPENPYXL_LXML"] = "False"

# Words come from the workspace's language, whatever the developer's is; a test of languages sets one.
for _name in ("XUKE_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

# Nothing is kept in the developer's cache; a test that wants it kept says so.
os.environ["CI"] = "true"

# The same examples on every run: a law that fails, fails for everybody.
settings.register_profile("xuke", derandomize=True, deadline=None, database=None, print_blob=False)
settings.load_profile("xuke")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="rewrite the expected output of cases")


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    """No test, and nothing that a test calls in this process, ever connects to anything."""

    def refused(_self, address):
        raise AssertionError(f"a test connects to {address}")

    kept = socket.socket.connect, socket.socket.connect_ex
    socket.socket.connect = socket.socket.connect_ex = refused
    yield
    socket.socket.connect, socket.socket.connect_ex = kept


@pytest.fixture
def small(tmp_path):
    """A copy of the small workspace."""
    return child.workspace(tmp_path / "w")


@pytest.fixture
def said(small, capsys):
    """Runs a command, in the small workspace unless told: what it printed, on both streams."""
    capsys.readouterr()

    def said(*words, code=0, lang="zh-CN", on="", folder=small):
        day = ["--on", on] if on else []
        found = run([*words, "-C", str(folder), "--lang", lang, *day])
        captured = capsys.readouterr()
        assert found == code, captured
        return captured.out + captured.err

    return said


@pytest.fixture
def count(monkeypatch):
    """The paths of the files that were read as text, in order."""
    calls = []
    real = reading.read_closely
    monkeypatch.setattr(reading, "read_closely", lambda *words: calls.append(words[0]) or real(*words))
    return calls

"""Shared by every test."""

import os

from hypothesis import settings

# A test that reads a workbook must not be the one that decides how the product writes others.
os.environ["OPENPYXL_LXML"] = "False"

# Nothing is kept in the developer's cache; a test that wants it kept says so.
os.environ["CI"] = "true"

# Some tests import openpyxl before its door does, which asks for the writer of the standard library.
os.environ["OPENPYXL_LXML"] = "False"

# The same examples on every run: a law that fails, fails for everybody.
settings.register_profile("xuke", derandomize=True, deadline=None, database=None, print_blob=False)
settings.load_profile("xuke")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="rewrite the expected output of cases")

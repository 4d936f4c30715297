"""Shared by every test."""


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="rewrite the expected output of cases")

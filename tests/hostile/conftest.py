"""The server that runs what is hostile, one a worker."""

import os

import pytest
from prison import Prison

from child import environment


@pytest.fixture(scope="session")
def prison(tmp_path_factory):
    if not hasattr(os, "fork"):
        pytest.skip("the runs are forked")
    found = Prison(tmp_path_factory.mktemp("prison"), environment())
    yield found
    found.close()

"""Only our own exceptions leave a room, whatever bytes come in."""

import pytest
from run import fuzz
from targets import TARGETS


@pytest.mark.parametrize("target", TARGETS, ids=lambda each: each.__name__)
def test_a_few_mutations(target):
    assert fuzz(target, 1, most=60)[2] == {}


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS, ids=lambda each: each.__name__)
def test_ten_seconds_of_mutations(target):
    runs, _, failures = fuzz(target, 10)
    assert failures == {}
    assert runs > 20


def test_the_fuzzer_would_find_a_room_that_leaks():
    def leaks(data):
        if b"\0" in data:
            raise KeyError(data)

    TARGETS[leaks] = "*.yaml"
    try:
        assert [kind for kind, _, _ in fuzz(leaks, 5, most=2_000)[2]] == ["KeyError"]
    finally:
        del TARGETS[leaks]

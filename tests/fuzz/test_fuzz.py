"""Two thousand runs on input made at random; `make fuzz SEED=… NUMBER=…` runs others, and more.

A result or a sentence, every row, finite numbers, and the same ellipses for the same points.
"""

import importlib.util
from pathlib import Path

import pytest

NUMBER, AT_ONCE = 2000, 250


def _runner():
    spec = importlib.util.spec_from_file_location("fuzz_run", Path(__file__).with_name("run.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(1, NUMBER + 1, AT_ONCE))
def test_runs_on_input_made_at_random_end_in_a_result_or_a_sentence(seed):
    faults, ran, refused = _runner().fuzz(seed, AT_ONCE, say=lambda text: None)
    assert not faults
    # A generator whose cases are all refused would prove nothing.
    assert ran == AT_ONCE and refused < 0.75 * ran

"""The k-th largest value of each row, in both of the ways in which it is found."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.virtual.comparing import kth_largest


@pytest.mark.parametrize("k", [1, 2, 3, 8, 9, 20, 39, 40, 41, 100])
def test_it_is_that_of_the_sorted_row(k):
    values = np.random.default_rng(3).integers(0, 30, (7, 40)).astype(float)
    expected = np.sort(values, axis=1)[:, ::-1][:, min(k, 40) - 1]
    assert kth_largest(values, k).tolist() == expected.tolist()

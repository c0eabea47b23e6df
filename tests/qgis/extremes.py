"""Outcomes of numbers at the ends of what a number can hold."""

import math
import warnings

import numpy as np
import pytest
from making import rows_of, run
from qgis.core import QgsProcessingException


@pytest.fixture(autouse=True)
def numpy_is_silent():
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        with np.errstate(over="warn", invalid="warn", divide="warn"):
            yield


def assert_finite(made):
    for row in rows_of(made):
        for name, value in row.items():
            assert not isinstance(value, float) or math.isfinite(value), name
            assert "inf" not in str(value).lower() and "nan" not in str(value).lower(), name


def outcome(algorithm, feedback=None, **parameters):
    """The outputs, all finite, or the sentence."""
    try:
        result = run(algorithm, feedback, **parameters)
    except QgsProcessingException as error:
        assert "Traceback" not in str(error)
        return str(error)
    for made in result.values():
        if hasattr(made, "getFeatures"):
            assert_finite(made)
        else:
            assert made is None or math.isfinite(made)
    return result

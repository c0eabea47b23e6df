"""Names of array types for annotations; modules import them under `TYPE_CHECKING` only."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

# The last axis, or the only one, has an entry for each row, group, cell … as the docstring says.
Array = NDArray[Any]
Floats = NDArray[np.float64]
Ints = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]
Objects = NDArray[np.object_]

"""How a long computation is stopped on request."""

from __future__ import annotations

from typing import Callable


class Cancelled(Exception):  # noqa: N818 - a request of the user, no error
    """The user asked to stop; nothing has been written."""


def stop_if(cancelled: Callable[[], bool] | None) -> None:
    """Raise `Cancelled` if `cancelled`, a function without arguments or None, says so."""
    if cancelled is not None and cancelled():
        raise Cancelled

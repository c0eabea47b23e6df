"""How a long computation is stopped on request."""

from __future__ import annotations

from typing import Callable, Optional

# What long computations ask now and then whether to stop; None where nobody can ask them to.
Poll = Optional[Callable[[], bool]]


class Cancelled(Exception):  # noqa: N818 - a request of the user, no error
    """The user asked to stop; nothing has been written."""


def stop_if(cancelled: Poll) -> None:
    """Raise `Cancelled` if `cancelled` says so."""
    if cancelled is not None and cancelled():
        raise Cancelled

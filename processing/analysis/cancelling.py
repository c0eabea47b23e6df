"""How a long computation is stopped on request."""


class Cancelled(Exception):  # noqa: N818 - a request of the user, no error
    """The user asked to stop; nothing has been written."""


def stop_if(cancelled):
    """Raise `Cancelled` if `cancelled`, a function without arguments or None, says so."""
    if cancelled is not None and cancelled():
        raise Cancelled

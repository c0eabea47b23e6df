"""Legends of temporary layers whose rows are gone: a project keeps what they said of their numbers."""

from ..layers.runs import is_gone
from .styling import is_styled_by_status, update_counts
from .virtual_styles import style_virtual


def tell_no_counts(layers):
    """Take the numbers out of the legends of the layers among some whose rows are gone."""
    for layer in filter(is_gone, layers):
        if is_styled_by_status(layer):
            update_counts(layer, {})
        else:
            style_virtual(layer)

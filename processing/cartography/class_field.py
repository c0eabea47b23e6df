"""Which field of an ellipse layer tells the class."""

from itertools import takewhile

# Fields that `clusterbelt:weightedellipse` and its relations write themselves; the group stands before them.
_NUMBERS = ("status", "n", "weight", "rule", "axis", "from_time", "fid")


def class_field_of(layer, wanted=""):
    """Return the wanted field if the layer has it, else `class`, else the group field; '' if there is none."""
    for name in (wanted, "class"):
        index = layer.fields().lookupField(name) if name else -1
        if index >= 0:
            return layer.fields().at(index).name()
    return next(iter(group_fields_of(layer)), "")


def group_fields_of(layer):
    """Return the fields that stand before the numbers of an ellipse layer: its group, its period."""
    names = [name for name in layer.fields().names() if name.lower() != "fid"]
    return list(takewhile(lambda name: name.lower() not in _NUMBERS, names))

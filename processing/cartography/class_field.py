"""Which field of an ellipse layer tells the class."""

# Fields that `clusterbelt:weightedellipse` and its relations write themselves; the group stands before them.
_NUMBERS = ("status", "n", "weight", "rule", "axis", "fid")


def class_field_of(layer, wanted=""):
    """Return the wanted field if the layer has it, else `class`, else the group field; '' if there is none."""
    for name in (wanted, "class"):
        index = layer.fields().lookupField(name) if name else -1
        if index >= 0:
            return layer.fields().at(index).name()
    for name in layer.fields().names():
        if name.lower() == "fid":
            continue
        return "" if name.lower() in _NUMBERS else name
    return ""

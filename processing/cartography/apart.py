"""Signs that share a place stand side by side, so that none hides another."""

import math

from qgis.core import QgsExpression

# Signs of a place, and of a map, that are set apart; the expressions would be too long with more.
_MOST_OF_PLACE, _MOST = 8, 400
# Between a sign and its name.
_GAP_MM = 0.3
# How often circles that hide each other are pushed, how far at least in mm, and how far each goes at most in its radii.
_PUSHES, _LEAST_PUSH, _FARTHEST = 60, 0.05, 2.5


def place_of(feature):
    """Return where a feature is, to compare with others; None without a geometry."""
    if feature.geometry().isEmpty():
        return None
    middle = feature.geometry().boundingBox().center()
    return round(middle.x(), 6), round(middle.y(), 6)


class Apart:
    """How far signs that share a place are moved.

    Parameters
    ----------
    signs : dict of key to (place, float)
        Place, or None, and size in mm of each sign, the most important first.

    Attributes
    ----------
    offsets : dict of key to (float, float)
        mm to the right and down; of the moved ones alone.
    """

    def __init__(self, signs):
        together, self.offsets = {}, {}
        for key, (place, _) in signs.items():
            if place is not None:
                together.setdefault(place, []).append(key)
        for keys in together.values():
            keys = keys[:_MOST_OF_PLACE]
            if len(keys) > 1 and len(self.offsets) < _MOST:
                radius = max(signs[key][1] for key in keys) / 2 / math.sin(math.pi / len(keys))
                for i, key in enumerate(keys):
                    turn = math.pi * (1 + 2 * i / len(keys))
                    self.offsets[key] = round(radius * math.cos(turn), 2), round(radius * math.sin(turn), 2)

    def offset(self, field):
        """Return the expression of the offset by the field of the keys."""
        return self._cases(
            field, {key: f"'{right},{down}'" for key, (right, down) in self.offsets.items()}, "'0,0'"
        )

    def distance(self, radius, field):
        """Return the expression of the distance of names: `radius`, an expression of the sign's, and what it is moved."""
        moved = {key: str(round(math.hypot(*offset), 2)) for key, offset in self.offsets.items()}
        return f"{radius} + {_GAP_MM} + {self._cases(field, moved, '0')}"

    def positions(self, field):
        """Return the expression of the sides on which names stand: the outer one of what is moved."""
        sides = {key: f"'{_side(*offset)}'" for key, offset in self.offsets.items()}
        return self._cases(field, sides, "'TR,TL,BR,BL,R,L,T,B'")

    def _cases(self, field, values, other):
        cases = "".join(
            f" WHEN {QgsExpression.createFieldEqualityExpression(field, key)} THEN {value}"
            for key, value in values.items()
        )
        return f"CASE{cases} ELSE {other} END" if cases else other


def offsets_of_circles(circles):
    """Return how far circles are moved so that none hides another, as far as there is room.

    Parameters
    ----------
    circles : dict of key to (float, float, float)
        Middle, to the right and down, and radius of each, in mm.

    Returns
    -------
    dict of key to (float, float)
        mm to the right and down; of the moved ones alone.
    """
    keys = sorted(circles, key=lambda key: circles[key][0])[:_MOST]
    places = {key: list(circles[key][:2]) for key in keys}
    largest = max((circles[key][2] for key in keys), default=0.0)
    pairs = []
    for i, one in enumerate(keys):
        for other in keys[i + 1 :]:
            if circles[other][0] - circles[one][0] > 2 * (1 + _FARTHEST) * largest:
                break
            pairs.append((one, other, circles[one][2] + circles[other][2] + _GAP_MM))
    for _ in range(_PUSHES):
        pushes = {}
        for one, other, apart in pairs:
            right, down = (b - a for a, b in zip(places[one], places[other]))
            distance = math.hypot(right, down)
            if distance < apart:
                # Of two in one place, one goes to the left. All go a little at once, so that none passes another.
                turn = math.atan2(down, right) if distance else 0.0
                push = max((apart - distance) / 3, _LEAST_PUSH)
                for key, side in ((one, -push), (other, push)):
                    x, y = pushes.get(key, (0.0, 0.0))
                    pushes[key] = x + side * math.cos(turn), y + side * math.sin(turn)
        if not pushes:
            break
        for key, (x, y) in pushes.items():
            *place, radius = circles[key]
            places[key] = _near(places[key][0] + x, places[key][1] + y, place, _FARTHEST * radius)
    offsets = {key: (places[key][0] - circles[key][0], places[key][1] - circles[key][1]) for key in keys}
    rounded = {key: (round(right, 2), round(down, 2)) for key, (right, down) in offsets.items()}
    return {key: offset for key, offset in rounded.items() if any(offset)}


def _near(x, y, place, most):
    """Return a point, or where it is farther from a place than allowed the nearest that is not."""
    distance = math.dist((x, y), place)
    share = min(1.0, most / distance) if distance else 1.0
    return [place[0] + (x - place[0]) * share, place[1] + (y - place[1]) * share]


def _side(right, down):
    if abs(right) >= abs(down):
        return "R,BR,TR" if right > 0 else "L,TL,BL"
    return "B,BR" if down > 0 else "T,TR"

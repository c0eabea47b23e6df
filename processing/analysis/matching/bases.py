"""When a belt was there, and who decided: the further keys of a match."""

CURRENT = "current"
HISTORIC = "historic"
LATER = "later"

# The position of a basis is its number in arrays.
BASES = (CURRENT, HISTORIC, LATER)

RULE = "rule"
MANUAL = "manual"

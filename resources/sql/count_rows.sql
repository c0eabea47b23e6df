SELECT COUNT(*) FROM $relation

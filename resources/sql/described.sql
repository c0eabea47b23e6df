DESCRIBE SELECT $columns FROM $relation

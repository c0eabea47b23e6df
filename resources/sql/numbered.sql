(SELECT ROW_NUMBER() OVER () AS number, * FROM $relation)

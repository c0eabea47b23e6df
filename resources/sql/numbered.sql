(SELECT ROW_NUMBER() OVER () AS numbered_row, * FROM $relation AS numbered)

"""Where the sums of a layer are made: the keys of READ. Free of numpy, because the toolbox asks for them at the start."""

AUTO, ROWS, DATABASE = READS = ("auto", "rows", "database")

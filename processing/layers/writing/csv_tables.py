"""Write tables as CSV files that Excel opens with their characters, and in which no text is a formula."""

import csv
import os

from .replacing import not_written

# Whole numbers below are exact, and written without a point.
_WHOLE = 2.0**53
# What makes Excel take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def write_csv_tables(staging, output, folder, tables):
    """Write each table as UTF-8 with a byte order mark, unrounded, under the names of its columns.

    Texts that Excel would take for a formula get an apostrophe in front.

    Parameters
    ----------
    staging : staging.Staging
    output : str
        Name of the output parameter.
    folder : str
        Made where it is missing.
    tables : dict of str to Table
        By name of the file without its ending; None is passed over.

    Returns
    -------
    list of str
        The files.
    """
    staging.make_folder(output, folder)
    written = []
    for name, table in tables.items():
        if table is not None:
            file = staging.file(output, folder, f"{name}.csv")
            try:
                _write(file.path, table)
            except OSError as error:
                raise not_written(output, file.target, error) from error
            written.append(file.given)
    return written


def _write(path, table):
    """Write texts, and the names of the columns, as Excel is to show them; nothing where there is nothing."""
    columns = [map(_plain, column.tolist()) for _, column in table.items()]
    with open(path, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator=os.linesep)
        writer.writerow(map(_plain, table))
        writer.writerows(zip(*columns))


def _plain(value):
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return int(value)
    if not isinstance(value, str):
        return value if value == value else None
    text = f"'{value}" if value.startswith(_FORMULA) else value
    # A lone carriage return would end the line, because it alone is not put into quotes.
    return text.replace("\r\n", "\n").replace("\r", "\n")

"""Write frames as CSV files that Excel opens with their characters, and in which no text is a formula."""

from .replacing import not_written

# What makes Excel take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv_tables(staging, output, folder, frames):
    """Write each frame as UTF-8 with a byte order mark, unrounded, under the names of its columns.

    Texts that Excel would take for a formula get an apostrophe in front.

    Parameters
    ----------
    staging : staging.Staging
    output : str
        Name of the output parameter.
    folder : str
        Made where it is missing.
    frames : dict of str to DataFrame
        By name of the file without its ending; None is passed over.

    Returns
    -------
    list of str
        The files.
    """
    staging.make_folder(output, folder)
    written = []
    for name, frame in frames.items():
        if frame is not None:
            file = staging.file(output, folder, f"{name}.csv")
            try:
                _without_formulas(frame).to_csv(
                    file.path, index=False, encoding="utf-8-sig", errors="replace"
                )
            except OSError as error:
                raise not_written(output, file.target, error.strerror or str(error)) from error
            written.append(file.given)
    return written


def _without_formulas(frame):
    """The frame with its texts, and the names of its columns, as Excel is to show them."""
    frame = frame.rename(columns=_plain)
    return frame.assign(**{name: frame[name].map(_plain) for name in frame if frame[name].dtype == object})


def _plain(value):
    if not isinstance(value, str):
        return value
    text = f"'{value}" if value.startswith(_FORMULA) else value
    # A lone carriage return would end the line, because it alone is not put into quotes.
    return text.replace("\r\n", "\n").replace("\r", "\n")

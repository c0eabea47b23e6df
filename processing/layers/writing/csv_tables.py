"""Write frames as CSV files that Excel opens with their characters."""

from pathlib import Path

from qgis.core import QgsProcessingException

from ...compat import translate


def write_csv_tables(folder, frames):
    """Write each frame as UTF-8 with a byte order mark, unrounded, under the names of its columns.

    Parameters
    ----------
    folder : str
        Made where it is missing.
    frames : dict of str to DataFrame
        By name of the file without its ending; None is passed over.

    Returns
    -------
    list of pathlib.Path
    """
    written = []
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, frame in frames.items():
            if frame is not None:
                path = Path(folder) / f"{name}.csv"
                frame.to_csv(path, index=False, encoding="utf-8-sig")
                written.append(path)
    except OSError as error:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "The tables cannot be written to “{folder}”: {reason}. Check that none of the files is "
                "open in another program.",
            ).format(folder=folder, reason=error.strerror or error)
        ) from error
    return written

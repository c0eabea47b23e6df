"""Which files a Parquet folder or pattern means."""

import os
from glob import glob

from ...compat import translate
from ..feedback import stop_if_cancelled, warn_of_rows

_ENDINGS = (".parquet", ".parq", ".pq")
_BEGINNING = b"PAR1"


def files_meant(path):
    """Return the file or folder of a path, or those that a pattern means."""
    return [path] if os.path.exists(path) else glob(path, recursive=True)


def belongs(file, folder):
    """Tell whether a file is one of those that a folder stands for."""
    file, folder = os.path.realpath(file), os.path.realpath(folder)
    within = file.startswith(folder + os.sep) and os.path.isfile(file) and _is_read(file)
    return within and not any(map(_is_engines, os.path.relpath(file, folder).split(os.sep)))


def files_beneath(folder, feedback):
    """Return the Parquet files of a folder, and name those that are left out.

    These are an engine's own (unfinished, deleted, copies): in other folders than of partitions (``year=2020``), or with
    names, that begin with _ or a dot; and files in Parquet whose names end as none of it, such as ``a.parquet.bak``.
    """
    files, own, others = [], [], []
    for place, folders, names in os.walk(folder):
        stop_if_cancelled(feedback)
        paths = [os.path.join(place, name) for name in names]
        files += [path for path in paths if not _is_engines(os.path.basename(path)) and _is_read(path)]
        own += [os.path.join(place, name) for name in folders if _is_engines(name)]
        own += [path for path in paths if _is_engines(os.path.basename(path)) and _has_ending(path)]
        others += [path for path in paths if _has_another_ending(path) and _is_parquet(path)]
        folders[:] = [name for name in folders if not _is_engines(name)]
    for reason, left_out in (
        (
            translate(
                "ClusterBelt",
                "“{path}”: files and folders whose names begin with _ or a dot are not read, as engines hold it",
            ),
            own,
        ),
        (
            translate("ClusterBelt", "“{path}”: Parquet files whose names end otherwise are not read"),
            others,
        ),
    ):
        named = sorted(os.path.relpath(path, folder) for path in left_out)
        warn_of_rows(feedback, reason.format(path=folder), named)
    return sorted(files)


def _is_read(path):
    """Tell whether a file is taken for Parquet: by its ending, or by what is in it where it has none (part-00000)."""
    return _has_ending(path) or ("." not in os.path.basename(path) and _is_parquet(path))


def _has_ending(path):
    return path.lower().endswith(_ENDINGS)


def _has_another_ending(path):
    name = os.path.basename(path)
    return "." in name and not _is_engines(name) and not _has_ending(name)


def _is_parquet(path):
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def _is_engines(name):
    return name.startswith(".") or (name.startswith("_") and "=" not in name)

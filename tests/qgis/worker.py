"""Run algorithms in a process of their own, so that a crash ends nothing else.

Reads a case a line from standard input, as JSON: `algorithm`, `parameters`, and optionally `check` (the number of
the context's check of geometries). Writes a line a case: `outputs` and `log`, or `error`; `traceback` where what was
raised is not for users. Outputs that are layers become their rows.
"""

import json
import math
import runpy
import sys
import traceback
from pathlib import Path


def main():
    out, sys.stdout = sys.stdout, sys.stderr
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    plugin = start()
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), ensure_ascii=True, default=str), file=out, flush=True)
    plugin.unload()


def start():
    """Load QGIS's Processing and ours, as `qgis_process` does."""
    from qgis.core import QgsApplication

    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    # It loads the repository as the package clusterbelt.
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "conftest.py"))
    from processing.core.Processing import Processing

    Processing.initialize()
    import clusterbelt

    plugin = clusterbelt.classFactory(None)
    plugin.initProcessing()
    return plugin


def answer(case):
    from making import Log
    from qgis import processing
    from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsProcessingException

    context, log = QgsProcessingContext(), Log()
    checks = QgsFeatureRequest.InvalidGeometryCheck
    chosen = (checks.GeometryNoCheck, checks.GeometrySkipInvalid, checks.GeometryAbortOnInvalid)
    context.setInvalidGeometryCheck(chosen[case.get("check", 2)])
    name = f"clusterbelt:{case['algorithm']}"
    try:
        outputs = processing.run(name, case["parameters"], context=context, feedback=log)
    except QgsProcessingException as error:
        return {"error": str(error), "log": log.lines}
    except BaseException as error:
        return {"error": repr(error), "traceback": traceback.format_exc(), "log": log.lines}
    return {"outputs": {key: plain(value) for key, value in outputs.items()}, "log": log.lines}


def plain(value):
    """Rows for a layer, with their geometry as text; other outputs as they are."""
    from making import rows_of
    from qgis.core import QgsVectorLayer

    if not isinstance(value, QgsVectorLayer):
        return value
    places = [feature.geometry().asWkt(9) for feature in value.getFeatures()]
    return [
        {**{name: cell(one) for name, one in row.items()}, "geometry": place}
        for row, place in zip(rows_of(value), places)
    ]


def cell(value):
    return repr(value) if isinstance(value, float) and not math.isfinite(value) else value


if __name__ == "__main__":
    main()

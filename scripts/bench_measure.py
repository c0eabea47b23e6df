"""How long jobs take beside each other, in one run of QGIS with its algorithms and ours."""

import statistics
import time

import qgis_profile

ROUNDS = 5


def start_qgis():
    """Start QGIS with its own algorithms and those of the plugin."""
    start_qgis.application = qgis_profile.start()
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))
    import clusterbelt

    start_qgis.plugin = clusterbelt.classFactory(None)
    start_qgis.plugin.initProcessing()


class Seconds(float):
    """Seconds on the clock; `cpu`: of the processor, in this process, which other jobs beside it hardly change."""

    def __new__(cls, wall, cpu):
        made = super().__new__(cls, wall)
        made.cpu = cpu
        return made

    def __str__(self):
        return f"{float(self):.2f} s (CPU {self.cpu:.2f} s)"


def timed(job):
    """Run a job once; return its `Seconds`."""
    began, used = time.perf_counter(), time.process_time()
    job()
    return Seconds(time.perf_counter() - began, time.process_time() - used)


def median(taken):
    """Return the median of `Seconds`, of clock and processor each."""
    return Seconds(statistics.median(taken), statistics.median(seconds.cpu for seconds in taken))


def measure(*jobs, rounds=ROUNDS):
    """Median `Seconds` of each job, run in turn after one warm-up."""
    seconds = [[] for _ in jobs]
    for number in range(rounds + 1):
        for job, taken in zip(jobs, seconds):
            found = timed(job)
            if number:
                taken.append(found)
    return [median(taken) for taken in seconds]


def own_peak():
    """Peak bytes of this process."""
    with open("/proc/self/status", encoding="ascii") as status:
        peak = next(line for line in status if line.startswith("VmHWM"))
    return int(peak.split()[1]) * 1024

"""The log speaks of parameters as the dialog does."""

from clusterbelt.processing.algorithms.worded_feedback import WordedFeedback
from making import Log, match, table
from qgis.core import QgsApplication, QgsProcessingFeedback

CLUSTERS = [("1", "苏州市", "女装")]


def test_the_log_has_no_keys_of_parameters(cluster_belt):
    belts = table([("b", "苏州市", "女装", "2020")], ("id", "city", "product", "year"))
    log = Log()
    match(table(CLUSTERS, ("id", "city", "industry")), belts, log, BELT_YEAR="year")
    assert "Belts of 2020 are current (“" in log.text() and "AS_OF" not in log.text()


def test_progress_and_cancel_pass_through_the_words(cluster_belt):
    inner = QgsProcessingFeedback()
    outer = WordedFeedback(
        QgsApplication.processingRegistry().algorithmById("clusterbelt:matchclusters"), inner
    )
    outer.setProgress(40)
    assert inner.progress() == 40 and not outer.isCanceled()
    inner.cancel()
    assert outer.isCanceled()


def test_what_a_warning_lists_is_of_the_data(cluster_belt):
    log = Log()
    WordedFeedback(
        QgsApplication.processingRegistry().algorithmById("clusterbelt:matchclusters"), log
    ).pushWarning("AS_OF, not read: 2 (AS_OF, COUNTRY)")
    assert log.text().endswith("”, not read: 2 (AS_OF, COUNTRY)")

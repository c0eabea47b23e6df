"""What the help of the algorithms says."""

import pytest
from clusterbelt.processing.algorithms import helping
from clusterbelt.processing.analysis import fields
from clusterbelt.processing.analysis.distribution.size_rules import PROGRAMS
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument


def help_of(name):
    """The help of an algorithm as a reader sees it."""
    document = QTextDocument()
    document.setHtml(QgsApplication.processingRegistry().algorithmById(name).shortHelpString())
    return document.toPlainText()


@pytest.mark.parametrize("name", ["clusterbelt:weightedellipse", "clusterbelt:centershift"])
def test_the_help_says_which_size_rule_is_that_of_which_program(cluster_belt, name):
    lines = help_of(name).splitlines()
    for scaling, divisor, programs in PROGRAMS:
        rule = lines.index(f"{scaling}, {divisor}")
        assert lines[rule + 1] == programs


def test_the_help_lists_the_fields_of_each_output(cluster_belt):
    for table in fields.tables().values():
        for name in table.algorithms:
            lines = [line.strip() for line in help_of(f"clusterbelt:{name}").splitlines()]
            for field in (*table.labels, *table.fields):
                assert f"{field.key} – {field.alias.en}: {field.meaning.en}" in lines, (table.name, field.key)


def test_the_help_button_opens_the_page_of_the_algorithm(cluster_belt, tmp_path, monkeypatch):
    monkeypatch.setattr(helping, "_FOLDERS", (tmp_path / "帮助 1",))
    pages = tmp_path / "帮助 1" / "algorithms"
    pages.mkdir(parents=True)
    algorithms = QgsApplication.processingRegistry().providerById("clusterbelt").algorithms()
    assert {algorithm.helpUrl() for algorithm in algorithms} == {""}
    for algorithm in algorithms:
        page = pages / f"{algorithm.name()}.html"
        page.touch()
        assert QUrl(algorithm.helpUrl()).toLocalFile() == str(page)

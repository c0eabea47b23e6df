"""The Chinese translation: complete, with all its placeholders, compiled, and shown where QGIS speaks Chinese."""

import importlib.util
import re
from pathlib import Path

import clusterbelt
import pytest
from clusterbelt.processing.analysis.words import words_of
from clusterbelt.processing.compat import language_of_user
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
COMPILED = ROOT / "resources" / "i18n" / "clusterbelt_zh_CN.qm"


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location(
        "make_translation", ROOT / "scripts" / "make_translation.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_texts_of_the_code_are_translated(maker):
    known = maker.read(maker.TRANSLATION)
    wanted = list(maker.texts())
    missing = [text for text in wanted if not known.get(text)]
    stale = sorted(known.keys() - set(wanted))
    assert not missing, "run make i18n and translate:\n" + "\n".join(missing)
    assert not stale, "run make i18n:\n" + "\n".join(stale)


def test_translations_keep_their_placeholders_and_paragraphs(maker):
    for text, words in maker.read(maker.TRANSLATION).items():
        assert not words or sorted(re.findall(r"\{\w*\}", text)) == sorted(re.findall(r"\{\w*\}", words)), (
            text
        )
        assert not words or text.count("\n") == words.count("\n"), text


def test_the_compiled_file_is_that_of_the_source(maker):
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    for text, words in maker.read(maker.TRANSLATION).items():
        if words:
            assert translator.translate("ClusterBelt", text.encode("utf-8")) == words


@pytest.mark.parametrize("locale", ["zh", "zh-Hans", "zh_CN"])
def test_names_and_help_are_chinese_where_qgis_is(cluster_belt, locale):
    settings = QgsSettings()
    before = settings.value("locale/userLocale", "")
    cluster_belt.unload()
    settings.setValue("locale/userLocale", locale)
    plugin = clusterbelt.classFactory(None)
    try:
        plugin.initProcessing()
        provider = QgsApplication.processingRegistry().providerById("clusterbelt")
        names = {algorithm.name(): algorithm.displayName() for algorithm in provider.algorithms()}
        assert names["matchclusters"] == "集群与产业带匹配"
        assert names["gravitycentre"] == "分年重心"
        assert all(re.search("[一-鿿]", name) for name in names.values()), names
        for algorithm in provider.algorithms():
            for parameter in algorithm.parameterDefinitions():
                if not parameter.isDestination():
                    assert re.search("[一-鿿]", parameter.help()), f"{algorithm.name()} {parameter.name()}"
    finally:
        plugin.unload()
        settings.setValue("locale/userLocale", before) if before else settings.remove("locale/userLocale")
        cluster_belt.initProcessing()


def test_other_languages_are_english(cluster_belt):
    names = {
        a.name(): a.displayName()
        for a in QgsApplication.processingRegistry().providerById("clusterbelt").algorithms()
    }
    assert names["matchclusters"] == "Match clusters with belts"


def test_a_page_is_chinese_or_english_whatever_qgis_speaks():
    assert words_of("map", "zh")["clusters"] == "集群状态"
    assert words_of("map", "en")["clusters"] == "Clusters by status"


@pytest.mark.parametrize("locale, language", [("zh-Hans", "zh"), ("zh_TW", "zh"), ("de", "en"), ("", "en")])
def test_what_is_written_is_in_the_language_of_the_interface(locale, language):
    settings = QgsSettings()
    before = settings.value("locale/userLocale", "")
    settings.setValue("locale/userLocale", locale)
    try:
        assert language_of_user() == language
    finally:
        settings.setValue("locale/userLocale", before) if before else settings.remove("locale/userLocale")

"""Words of a layer for its readers: values of its tables in words, what a map tip says, and its metadata."""

from qgis.core import QgsEditorWidgetSetup, QgsExpression

from ..analysis.fields import (
    CB_BASIS,
    CB_BELT,
    CB_CITY,
    CB_CITYCD,
    CB_DECBY,
    CB_EVID,
    CB_HIST,
    CB_NADJ,
    CB_NCLUS,
    CB_NMATCH,
    CB_NODES,
    CB_REASON,
    CB_REL,
    CB_RESBY,
    CB_STATUS,
    CB_WHOLE,
)
from ..analysis.guessing import naming_field
from ..analysis.industries.relation_kinds import RELATIONS
from ..analysis.industries.steps import NO_NODE, STEPS
from ..analysis.matching import statuses
from ..analysis.matching.bases import BASES, MANUAL, RULE
from ..analysis.words import words_of
from ..compat import language_of_user
from ..layers.matching.city_names import city_words_of
from ..layers.reading.cell_texts import cell_text
from ..layers.runs import run_of

# Fields whose values are keys, in every table that has them: keys of statuses and of what they are founded on, and others.
_KEYS = (CB_STATUS, CB_WHOLE, CB_HIST, CB_REASON, CB_REL, "rel")
_OTHER_KEYS = {
    CB_RESBY: (*STEPS, NO_NODE),
    **dict.fromkeys((CB_BASIS, "basis"), BASES),
    **dict.fromkeys((CB_DECBY, "decby"), (RULE, MANUAL)),
}
_LONGEST = 300
# Where more texts than there are cities stand in the field, they are not names of cities.
_MOST_CITIES = 4_000
_MOST_INDUSTRIES = 10_000
# More rows are not looked through for the names of their cities.
_MOST_ROWS = 100_000
# Fields that name a city, or a province, and those of its code.
_CITIES = (
    (CB_CITY, CB_CITYCD),
    *((f"{end}city", f"{end}citycd") for end in ("", "f_", "t_")),
    *((f"{end}name", f"{end}unit") for end in ("", "f_", "t_")),
    ("name", "region"),
)
_OWN_INDUSTRIES = ("TAXONOMY", "CHAINS")
_QUOTED = "coalesce(\"{}\", '')"
# Null is shown as QGIS shows nulls.
_SHOWN = 'if("{0}" IS NULL, \'\', represent_value("{0}"))'
# The city of the row as `city_names.in_words` says it.
_EVIDENCE = (
    f"replace({_QUOTED.format(CB_EVID)}, ' ' || {_QUOTED.format(CB_CITY)} || ' [', "
    f"' ' || {_SHOWN.format(CB_CITY)} || ' [')"
)


def word_values(layer, language=None):
    """Have forms and tables show the words of keys, such as those of statuses; the data keep the keys."""
    language = language or language_of_user()
    known = dict.fromkeys((*statuses.ordered(), *statuses.reasons(), *RELATIONS))
    words = [{statuses.label(key, language): key} for key in known]
    maps = dict.fromkeys(_KEYS, words)
    said = words_of("value", language)
    maps.update({name: [{said[key]: key} for key in keys] for name, keys in _OTHER_KEYS.items()})
    for name, words in maps.items():
        index = layer.fields().lookupField(name)
        if index >= 0 and not layer.editorWidgetSetup(index).type():
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": words}))


def word_industries(layer, language=None):
    """Have forms and tables of a run by the bundled taxonomy say its industries in words; the data keep the codes."""
    run, index = run_of(layer), layer.fields().lookupField(CB_NODES)
    own = run is None or any(run.parameters.get(name) for name in _OWN_INDUSTRIES)
    if own or index < 0 or layer.editorWidgetSetup(index).type():
        return
    from ..analysis.industries import taxonomy

    known, language = taxonomy.read(), language or language_of_user()
    between, shown = "、" if language == "zh" else ", ", {}
    for text in sorted(filter(cell_text, layer.uniqueValues(index, _MOST_INDUSTRIES))):
        codes = text.split("|")
        if not all(code.casefold() in known.code_index for code in codes):
            return
        names = between.join(known.name(known.code_index[code.casefold()], language) for code in codes)
        # Two sets of one name are told apart by their codes.
        shown[f"{names} [{text}]" if names in shown else names] = text
    if 0 < len(shown) < _MOST_INDUSTRIES:
        setup = QgsEditorWidgetSetup("ValueMap", {"map": [{names: text} for names, text in shown.items()]})
        layer.setEditorWidgetSetup(index, setup)


def word_cities(layer, language=None):
    """Have forms, tables, tips and labels call cities as readers do; the data keep the official names."""
    language = language or language_of_user()
    for field, code in _CITIES:
        index, code_at = (layer.fields().lookupField(name) for name in (field, code))
        if index < 0 or (code_at < 0 and field != CB_CITY) or layer.editorWidgetSetup(index).type():
            continue
        if field != CB_CITY and layer.featureCount() > _MOST_ROWS:
            continue
        codes = None if field == CB_CITY else map(cell_text, layer.uniqueValues(code_at, _MOST_CITIES))
        words = city_words_of(layer, language, codes)
        # A text that the map does not know would be shown in brackets.
        texts = [text for text in layer.uniqueValues(index, _MOST_CITIES) if cell_text(text)]
        if len(texts) < _MOST_CITIES and any(text in words for text in texts):
            shown = [{words.get(text, text): text} for text in sorted(texts)]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))


def tip_clusters(layer):
    """Have the map tip of a cluster say its name, city, status, how many belts match, and the best evidence.

    Layers whose tip the user has written keep it.
    """
    if layer.mapTipTemplate() or layer.fields().lookupField(CB_STATUS) < 0:
        return
    words = words_of("map", language_of_user())
    name = naming_field(layer.fields().names()) or CB_CITY
    lines = [f"<b>{_plain((_SHOWN if name == CB_CITY else _QUOTED).format(name))}</b>"]
    if name != CB_CITY:
        lines.append(_plain(_SHOWN.format(CB_CITY)))
    lines.append(_plain(f"{_SHOWN.format(CB_STATUS)} || coalesce(': ' || \"{CB_BELT}\", '')"))
    counts = words["tip_counts"].format(
        matched=f'[% coalesce("{CB_NMATCH}", 0) %]', adjacent=f'[% coalesce("{CB_NADJ}", 0) %]'
    )
    lines += [counts, f"<i>{_plain(f'left({_EVIDENCE}, {_LONGEST})')}</i>"]
    layer.setMapTipTemplate("<br>".join(lines))


def tip_belts(layer):
    """Have the map tip of a belt say its name or product, city, status, and to how many clusters it is related.

    Layers whose tip the user has written keep it.
    """
    run = run_of(layer)
    if layer.mapTipTemplate() or run is None or layer.fields().lookupField(CB_NCLUS) < 0:
        return
    given = (run.parameters.get(name) for name in ("BELT_NAME", "BELT_INDUSTRY"))
    named = [name for name in given if isinstance(name, str) and layer.fields().lookupField(name) >= 0]
    if named:
        layer.setDisplayExpression(QgsExpression.quotedColumnRef(named[0]))
    lines = [_plain(f"coalesce(to_string({QgsExpression.quotedColumnRef(name)}), '')") for name in named]
    lines[:1] = [f"<b>{line}</b>" for line in lines[:1]]
    lines += [_plain(_SHOWN.format(name)) for name in (CB_CITY, CB_STATUS)]
    counted = words_of("map", language_of_user())["tip_related"]
    lines.append(counted.format(count=f'[% coalesce("{CB_NCLUS}", 0) %]'))
    layer.setMapTipTemplate("<br>".join(lines))


def _plain(expression):
    """Have an expression filled into a tip, which is HTML, as plain text: data may look like HTML and fetch a picture."""
    return f"[% replace({expression}, map('&', '&amp;', '<', '&lt;', '>', '&gt;')) %]"


def describe(layer, table, run):
    """Write into the metadata of a layer what it is, of what its fields tell, and the run that made it."""
    language, metadata = language_of_user(), layer.metadata()
    if metadata.abstract():
        return
    fields = (table.find(field.name()) for field in layer.fields())
    told = [field.explained(language) for field in fields if field is not None]
    metadata.setTitle(table.title.say(language))
    metadata.setAbstract("\n".join([f"{table.title.say(language)} – Cluster Belt, {run.algorithm}", *told]))
    metadata.setIdentifier(run.id)
    metadata.setType("dataset")
    metadata.setLanguage("zh-CN" if language == "zh" else "en")
    layer.setMetadata(metadata)

"""Write build/docs/pages: the texts of the repository, and a page of each algorithm from its own help and fields.

The pages keep the places of the texts they come from, so that their links hold. mkdocs.yml says how they look.
"""

import json
import os
import re
import shutil
import sys

import qgis_profile
from qgis_profile import ROOT

BUILD = ROOT / "build" / "docs"
PAGES = BUILD / "pages"
# Chapters of the help and their texts; the algorithms come behind the first two.
CHAPTERS = {
    "Cluster Belt": ("README.md",),
    "Tutorials": ("docs/tutorial.md", "docs/tutorial-virtual.md"),
    "How to": (
        "docs/virtual-clusters.md",
        "docs/how-to/taxonomy.md",
        "docs/another-country.md",
        "docs/how-to/years.md",
        "docs/how-to/polygons.md",
        "docs/how-to/judging.md",
        "docs/engines.md",
        "docs/how-to/notebook.md",
        "docs/how-to/batch.md",
    ),
    "Background": (
        "docs/mathematics.md",
        "docs/rules.md",
        "docs/comparison.md",
        "docs/dialogs.md",
        "docs/notes-on-the-paper.md",
        "docs/bench.md",
        "docs/bench-ellipse.md",
        "docs/bench-matching.md",
        "docs/bench-engines.md",
        "docs/bench-dock.md",
        "docs/bench-virtual.md",
    ),
    "Data": (
        "docs/fields.md",
        "resources/README.md",
        "resources/taxonomy/README.md",
        "resources/regions/README.md",
        "resources/sample/README.md",
        "resources/styles/README.md",
        "resources/models/README.md",
    ),
    "Taking part": ("CONTRIBUTING.md", "docs/words.md"),
}
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def main():
    shutil.rmtree(PAGES, ignore_errors=True)
    for names in CHAPTERS.values():
        for name in names:
            copy_with_links(name)
    # Only now, for the package of the plugin is called `processing`, as one of QGIS is.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    groups = {}
    for algorithm in algorithms():
        name = f"algorithms/{algorithm.name()}.md"
        write(name, page_of(algorithm))
        groups.setdefault(algorithm.group(), []).append({algorithm.displayName(): name})
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(PAGES),
        "site_dir": str(ROOT / "build" / "help"),
        "nav": navigation([{group: pages} for group, pages in groups.items()]),
    }
    (BUILD / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False, indent=1), encoding="utf-8")
    # QGIS may crash as it unloads Python.
    sys.stdout.flush()
    os._exit(0)


def navigation(algorithms):
    """Return the chapters; a page is called as its heading says."""
    nav = [{title: names[0] if len(names) == 1 else list(names)} for title, names in CHAPTERS.items()]
    nav.insert(2, {"Algorithms": algorithms})
    return nav


def copy_with_links(name):
    """Copy a text, and the files that it links to."""
    text = (ROOT / name).read_text(encoding="utf-8")
    write(name, text)
    for link in _LINK.findall(text):
        linked = (ROOT / name).parent.joinpath(link).resolve()
        if linked.is_file() and linked.suffix != ".md":
            target = PAGES / linked.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(linked, target)


def write(name, text):
    """Write a page."""
    (PAGES / name).parent.mkdir(parents=True, exist_ok=True)
    (PAGES / name).write_text(text, encoding="utf-8")


def algorithms():
    """Return the algorithms and models of the provider, with their English texts."""
    application = qgis_profile.start()
    from clusterbelt.processing.provider import ClusterBeltProvider
    from processing.core.Processing import Processing

    Processing.initialize()
    algorithms.kept = application, ClusterBeltProvider()
    application.processingRegistry().addProvider(algorithms.kept[1])
    return algorithms.kept[1].algorithms()


def page_of(algorithm):
    """Return the page of an algorithm: what it does, its parameters, and its outputs with their fields."""
    lines = [
        f"# {algorithm.displayName()}",
        f"`clusterbelt:{algorithm.name()}`",
        algorithm.shortDescription(),
    ]
    lines.append("## Parameters")
    for parameter in algorithm.parameterDefinitions():
        if not parameter.isDestination():
            lines += section_of(parameter)
    lines.append("## Outputs")
    for parameter in algorithm.destinationParameterDefinitions():
        lines += [*section_of(parameter), fields_of(algorithm, parameter)]
    numbers = [
        f"- {one.description()} (`{one.name()}`)" for one in algorithm.outputDefinitions() if is_number(one)
    ]
    if numbers:
        lines += ["### Numbers", "\n".join(numbers)]
    return "\n\n".join(filter(None, lines)) + "\n"


def is_number(output):
    """Tell whether an output is a number or a text rather than a layer or a file."""
    return output.type() in ("outputNumber", "outputString")


def section_of(parameter):
    """Return the heading and the help of a parameter; the help is HTML."""
    from qgis.core import QgsProcessingParameterDefinition as Definition

    facts = [f"`{parameter.name()}`", parameter.type()]
    if parameter.flags() & Definition.Flag.FlagOptional:
        facts.append("optional")
    if parameter.type() == "enum":
        facts.append("one of " + ", ".join(f"`{option}`" for option in parameter.options()))
    if not parameter.isDestination() and parameter.defaultValue() not in (None, ""):
        facts.append(f"default `{parameter.defaultValue()}`")
    return [f"### {parameter.description()}", " · ".join(facts), f"<div>{parameter.help()}</div>"]


def fields_of(algorithm, parameter):
    """Return the table of the fields of an output; '' where it has none of its own."""
    from clusterbelt.processing.analysis.fields import table_of

    table = table_of(algorithm.name(), parameter.name())
    if table is None:
        return ""
    rows = ["| field | name | 名称 | meaning | 含义 |", "|---|---|---|---|---|"]
    for field in (*table.labels, *table.fields):
        cells = (f"`{field.key}`", *field.alias, *field.meaning)
        rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()

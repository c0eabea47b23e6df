"""What metadata.txt, the changelog and the documents say of the plugin itself is said once, and alike."""

import csv
import re
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def metadata():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    return parser["general"]


def test_the_version_stands_in_the_metadata_and_heads_the_changelog():
    version = metadata()["version"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert newest == version
    for name in ("pyproject.toml", "CITATION.cff", "paper/paper.md", "Makefile", "README.md"):
        assert version not in (ROOT / name).read_text(encoding="utf-8"), name


def test_no_version_of_qgis_is_promised_that_the_readme_does_not_say_was_tried():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = metadata()
    assert f"QGIS {known['qgisMinimumVersion']} or later" in readme
    assert known["qgisMaximumVersion"] in readme.partition("## Install")[2].partition("## ")[0]


def test_both_languages_say_what_the_plugin_does():
    known = metadata()
    assert re.search("[\u4e00-\u9fff]", known["about[zh]"]) and not re.search(
        "[\u4e00-\u9fff]", known["about"]
    )


def test_every_source_that_the_paper_cites_is_in_its_list():
    paper = (ROOT / "paper" / "paper.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^@\w+\{(\w+)", (ROOT / "paper" / "paper.bib").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(re.findall(r"@([a-z]+\d{4})", paper)) == set(listed)


def test_the_documents_count_the_bundled_tables_as_they_are():
    resources = ROOT / "resources"
    tables = {
        "Chinese units": resources / "gazetteer" / "cn" / "places.csv",
        "administrative units of China": resources / "gazetteer" / "cn" / "places.csv",
        "industries named after": resources / "taxonomy" / "taxonomy.csv",
        "national industrial clusters": resources / "sample" / "clusters.csv",
        "national clusters": resources / "sample" / "clusters.csv",
        "places known for a product": resources / "sample" / "belts.csv",
        "specialised places": resources / "sample" / "belts.csv",
    }
    pages = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("paper/*.md"),
        *resources.rglob("README.md"),
    ]
    said = " ".join(" ".join(page.read_text(encoding="utf-8").split()) for page in pages)
    for what, table in tables.items():
        with open(table, encoding="utf-8-sig", newline="") as file:
            rows = sum(1 for _ in csv.DictReader(file))
        assert set(re.findall(rf"(?<![\d,])([\d,]*\d) {what}", said)) == {f"{rows:,}"}, what


def test_every_numbered_case_has_tests_that_are_there():
    table = (ROOT / "tests" / "cases.md").read_text(encoding="utf-8")
    rows = [row.strip("| ").split(" | ") for row in table.splitlines() if re.match(r"\| \d", row)]
    assert [int(number) for number, *_ in rows] == list(range(1, 20))
    for number, _, files in rows:
        named = re.findall(r"`([^`]+)`", files)
        assert named and all((ROOT / "tests" / file).is_file() for file in named), number

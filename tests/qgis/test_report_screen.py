"""The report on a screen: dark, and as narrow as a telephone."""

import html
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from clusterbelt.processing.cartography import palette
from making import match, run, sample

WEB_MAP = Path(__file__).parents[2] / "resources" / "report" / "web_map.html"
CSS = Path(__file__).parents[2] / "resources" / "report" / "report.css"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Says what a browser makes of signs and widths, as attributes of the page.
PROBE = """
const told = (node) => { const css = getComputedStyle(node); return [css.fill, css.stroke, css.backgroundColor].join(";"); };
const signs = (chosen) => [...document.querySelectorAll(chosen)].map(told).join("|");
const mark = (node, value) => top.document.documentElement.setAttribute("data-" + node, value);
mark("page", getComputedStyle(document.body).backgroundColor);
mark("ink", getComputedStyle(document.body).color);
mark("signs", signs(".map .sign svg > *"));
mark("paper", signs(".map .sign svg, .webmap > label svg"));
mark("marks", signs(".sheet .mark > :not(title)"));
mark("bars", signs("figure > svg rect"));
mark("lines", signs("figure > svg path"));
const charts = [...document.querySelectorAll("figure > svg")].filter((node) => node.getBoundingClientRect().width);
mark("charts", charts.map((node) => node.getAttribute("class")).join(" "));
mark("scrolls", [...document.querySelectorAll("figure")].filter((node) => node.scrollWidth > node.clientWidth).length);
mark("small", Math.min(...charts.flatMap((node) => [...node.querySelectorAll("text")].map((text) =>
  parseFloat(getComputedStyle(text).fontSize) * node.getScreenCTM().a))));
mark("cut", charts.flatMap((node) => [...node.querySelectorAll("text")].filter((text) => {
  const [box, sheet] = [text.getBoundingClientRect(), node.getBoundingClientRect()];
  return box.left < sheet.left - 1 || box.right > sheet.right + 1;
})).map((text) => text.textContent).join("|"));
mark("tall", Math.max(...[...document.querySelectorAll("tbody tr")].map((node) => node.getBoundingClientRect().height)));
mark("wide", document.documentElement.scrollWidth + " " + document.documentElement.clientWidth);
mark("out", [...document.querySelectorAll("body *")].filter((node) => {
  const box = node.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !node.closest(".scroll, figure, .sheet, .apart");
}).map((node) => node.outerHTML.slice(0, 80)).join("|"));
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    file = tmp_path_factory.mktemp("screen") / "report.html"
    matched = match(sample("clusters"), sample("belts"))["OUTPUT"]
    run("matchreport", INPUT=matched, CLASS="class", OUTPUT=str(file), LANGUAGE="en", RUNS=9)
    return file


def seen(page, width, dark):
    """What a browser says of the page: its attributes that `PROBE` wrote."""
    text = page.read_text(encoding="utf-8")
    # The page itself lets no foreign script run.
    text = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", text)
    probed = page.with_name(f"probed{width}{dark}.html")
    inner = html.escape(text.replace("</body>", f"<script>{PROBE}</script></body>"))
    # In a frame: windows of browsers are no narrower than 500 pixels.
    probed.write_text(
        f"<html><meta charset='utf-8'><meta name='color-scheme' content='light dark'>"
        f"<iframe style='border: 0; width: {width}px; height: 900px' srcdoc=\"{inner}\"></iframe></html>",
        encoding="utf-8",
    )
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    options = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1200,1000",
        scheme,
        "--dump-dom",
    )
    place = f"--user-data-dir={page.parent / 'browser'}"
    made = subprocess.run(
        [BROWSER, *options, place, probed.as_uri()], capture_output=True, timeout=120, check=False
    )
    root = re.search(r"<html[^>]*>", made.stdout.decode("utf-8", "replace"))
    found = dict(re.findall(r'data-(\w+)="([^"]*)"', root.group())) if root else {}
    if not found:
        pytest.skip("the browser does not run here")
    return found


def rgb(colour):
    return "rgb({}, {}, {})".format(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


def rules_of_the_dark():
    text = CSS.read_text(encoding="utf-8")
    block = text[text.index("(prefers-color-scheme: dark) {") :].partition("{")[2].partition("\n}")[0]
    block = re.sub(r"/\*.*?\*/", "", block, flags=re.S)
    return [(selector.strip(), body) for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", block)]


def test_in_the_dark_nothing_recolours_maps_and_their_signs():
    """What fills or draws anew is of charts alone: `figure > svg`, which neither maps nor signs are."""
    recoloured = [one for one, body in rules_of_the_dark() if re.search(r"(^|[ ;])(fill|stroke):", body)]
    parts = [part.strip() for one in recoloured for part in one.split(",")]
    assert len(parts) >= 4 and all(part.startswith("figure > svg ") for part in parts), parts


def test_in_the_dark_the_outlines_of_classes_are_broader_and_stand_on_lighter_ground():
    rules = dict(rules_of_the_dark())
    (attribute,) = set(re.findall(r'stroke-width="([\d.]+)"', WEB_MAP.read_text(encoding="utf-8")))
    (broad,) = re.findall(r"stroke-width: ([\d.]+)", rules[".sheet .mark > *"])
    assert float(broad) >= 1.5 * float(attribute)
    sheet = luminance(re.search(r"--sheet: (#\w{6})", rules[":root"])[1])
    lines = [line.colour for line in (*palette.CLASS_LINES.values(), *palette.FURTHER_LINES)]
    assert min((sheet + 0.05) / (luminance(colour) + 0.05) for colour in lines) > 2.2


def luminance(colour):
    """Of the guidelines for web content (WCAG 2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_in_the_dark_the_signs_have_paper_of_their_own():
    papers = [one for one, body in rules_of_the_dark() if "background: #fff" in body]
    assert any(".sign svg" in one and ".webmap > label svg" in one for one in papers)


class Nesting(HTMLParser):
    """Finds what stands in no place that scrolls."""

    def __init__(self):
        super().__init__()
        self.open, self.loose = [], []

    def handle_starttag(self, tag, attrs):
        inside = [kind for _, kind in self.open]
        if tag == "table" and "scroll" not in inside:
            self.loose.append(self.get_starttag_text())
        if tag not in ("meta", "link", "img", "br", "input", "path", "circle", "rect"):
            self.open.append((tag, dict(attrs).get("class")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass


def test_every_table_scrolls_by_itself(page):
    nesting = Nesting()
    nesting.feed(page.read_text(encoding="utf-8"))
    assert nesting.loose == []


@pytest.mark.skipif(BROWSER is None, reason="no browser")
@pytest.mark.parametrize("dark", [False, True])
def test_a_browser_shows_the_signs_as_on_the_map(page, dark):
    told = seen(page, 1000, dark)
    assert told["page"] == (rgb("#17191b") if dark else rgb("#ffffff"))
    signs = [one.split(";")[:2] for one in told["signs"].split("|")]
    black, hollow = palette.COLOUR.sign("matched"), palette.COLOUR.sign("unresolved")
    assert signs[0][0] == rgb(black.colour) and signs[-1] == [rgb(hollow.colour), rgb(hollow.outline)], signs
    if dark:
        assert {one.split(";")[2] for one in told["paper"].split("|")} == {rgb("#ffffff")}
    drawn = {one.split(";")[0] for one in told["marks"].split("|")}
    assert {rgb(black.colour), rgb(hollow.colour)} <= drawn
    # Black bars would not be seen on the dark page.
    bars = {one.split(";")[0] for one in told["bars"].split("|")}
    assert (rgb(black.colour) in bars) is not dark


@pytest.mark.skipif(BROWSER is None, reason="no browser")
@pytest.mark.parametrize("dark", [False, True])
def test_on_420_pixels_nothing_runs_out_of_the_page(page, dark):
    told = seen(page, 420, dark)
    needed, there = map(int, told["wide"].split())
    # Less the bar that scrolls.
    assert needed == there <= 420 and told["out"] == ""
    # Charts have a shape for it in which their texts stay large enough, and no row of a table is taller than a screen.
    assert set(told["charts"].split()) == {"narrow"} and told["scrolls"] == "0" and told["cut"] == ""
    assert float(told["small"]) >= 11 and float(told["tall"]) <= 300


@pytest.mark.skipif(BROWSER is None, reason="no browser")
def test_on_wide_screens_charts_are_wide(page):
    told = seen(page, 1000, False)
    assert set(told["charts"].split()) == {"wide"} and told["cut"] == "" and float(told["small"]) >= 11


def test_cities_are_called_in_the_language_of_the_page(page):
    text = page.read_text(encoding="utf-8")
    assert ">Shenzhen<" in text.replace("\n", "") or "<title>Shenzhen:" in text
    assert "<title>深圳市:" not in text

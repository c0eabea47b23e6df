"""The map of the report in a browser: names, filters, crowds, the wheel and the keyboard."""

import html
import json
import re
import shutil
import subprocess

import pytest
from making import match, run, sample, table

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser")
# Does what it is told, and says which names and signs stand on the map afterwards.
PROBE = """
const map = document.getElementById("webmap"), isSeen = (node) => getComputedStyle(node).display !== "none";
const boxes = (chosen) => [...document.querySelectorAll(chosen)].filter(isSeen).map((node) => {
  const box = node.getBoundingClientRect();
  return { text: node.textContent, box: [box.left, box.top, box.right, box.bottom] };
});
const turn = () => { const e = new WheelEvent("wheel", { deltaY: -100, cancelable: true, bubbles: true });
  map.dispatchEvent(e); return e.defaultPrevented; };
const press = (key) => map.dispatchEvent(new KeyboardEvent("keydown", { key }));
const said = {};
setTimeout(() => { DO; setTimeout(() => {
  said.names = boxes(".sheet svg text");
  said.signs = boxes(".sheet .mark").map((mark) => mark.box);
  said.labels = [...document.querySelectorAll(".sheet .mark")].filter(isSeen).map((mark) => mark.getAttribute("aria-label"));
  said.frame = (({ left, top, right, bottom }) => [left, top, right, bottom])(map.getBoundingClientRect());
  said.keys = boxes(".sheet .keys")[0].box;
  top.document.documentElement.setAttribute("data-said", JSON.stringify(said));
}, 50); }, 50);
"""
FIELDS = [
    "id",
    "class",
    "cb_status",
    "cb_reason",
    "cb_citycd",
    "cb_city",
    "cb_row",
    "cb_weight",
    "cb_nodes",
    "cb_evid",
]
ONLY_MATCHED = 'document.querySelectorAll(".webmap input[id^=ws-]").forEach((box, at) => at && box.click())'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    file = tmp_path_factory.mktemp("map") / "report.html"
    matched = match(sample("clusters"), sample("belts"))["OUTPUT"]
    run("matchreport", INPUT=matched, CLASS="class", OUTPUT=str(file), LANGUAGE="en", RUNS=9)
    return file


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Of a study of twelve classes, as many signs around each of its cities."""
    file = tmp_path_factory.mktemp("crowd") / "report.html"
    rows = [
        [f"Point ({110 + place % 10} {25 + place // 10})", "a", f"K{kind}", status, "same", f"{place}", f"City {place}",
         f"{place}-{kind}#1", "1", "", ""]
        for place in range(100)
        for kind in range(12)
        for status in ("matched", "unmatched")[: 1 + place % 2]
    ]  # fmt: skip
    layer = table(rows, FIELDS, "Point")
    run("matchreport", INPUT=layer, CLASS="class", OUTPUT=str(file), LANGUAGE="en", RUNS=9)
    return file


def said(page, width, do=""):
    """What stands on the map of a page so wide, in pixels, when something was done."""
    text = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page.read_text(encoding="utf-8"))
    inner = html.escape(text.replace("</body>", f"<script>{PROBE.replace('DO', do)}</script></body>"))
    probed = page.with_name(f"probed{width}.html")
    probed.write_text(
        f"<html><meta charset='utf-8'><iframe style='border: 0; width: {width}px; height: 900px' srcdoc=\"{inner}\">"
        "</iframe></html>",
        encoding="utf-8",
    )
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,1000", "--dump-dom")
    place = (f"--user-data-dir={page.parent / 'browser'}", "--virtual-time-budget=4000")
    made = subprocess.run(
        [BROWSER, *options, *place, probed.as_uri()], capture_output=True, timeout=120, check=False
    )
    found = re.search(r'data-said="([^"]*)"', made.stdout.decode("utf-8", "replace"))
    if not found:
        pytest.skip("the browser does not run here")
    return json.loads(html.unescape(found[1]))


def is_apart(one, other):
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@pytest.mark.parametrize("width", [1000, 420])
def test_names_lie_upon_no_other_and_upon_no_button_and_run_out_nowhere(page, width):
    told = said(page, width)
    boxes = [name["box"] for name in told["names"]]
    assert len(boxes) >= 14
    left, top, right, bottom = told["frame"]
    assert all(box[0] >= left and box[2] <= right and box[1] >= top and box[3] <= bottom for box in boxes)
    # Lines of text have room above their letters.
    flat = [(box[0], box[1] + 3, box[2], box[3] - 3) for box in [*boxes, told["keys"]]]
    assert all(is_apart(one, other) for place, one in enumerate(flat) for other in flat[:place])


def test_names_are_those_of_the_cities_that_are_left_by_the_filter(page):
    told = said(page, 1000, ONLY_MATCHED)
    left = {label.split(":")[0].split("\n")[0] for label in told["labels"]}
    names = {name["text"] for name in told["names"]}
    assert names <= left and len(names) >= 12


def test_signs_that_would_hide_one_another_are_one_for_each_city(crowd):
    told = said(crowd, 1000)
    assert len(told["signs"]) == 100
    assert "City 1\nMatched 12\nUnmatched 12" in told["labels"]
    assert "City 1\nMatched 12" in said(crowd, 1000, ONLY_MATCHED)["labels"]
    # Close by they stand apart.
    near = said(
        crowd, 1000, 'for (let at = 0; at < 5; at += 1) { document.getElementById("webin").click(); }'
    )
    assert len(near["signs"]) > 100


def test_few_signs_stand_apart_by_class(page):
    told = said(page, 1000)
    assert len(told["signs"]) > 100 and all(": " in label.split("\n")[0] for label in told["labels"])


def test_who_reads_on_passes_over_the_map_with_the_wheel(page):
    assert said(page, 1000, "said.turned = turn()")["turned"] is False
    assert said(page, 1000, "map.focus(); said.turned = turn()")["turned"] is True


def test_the_map_with_its_boxes_fits_into_a_window(page):
    left, top, right, bottom = said(page, 1000)["frame"]
    assert bottom - top <= 0.86 * 900 and right - left > 600


def test_signs_are_told_by_the_keyboard(page):
    card = 'document.getElementById("webcard")'
    told = said(
        page,
        1000,
        f"press('Enter'); said.one = {card}.textContent; press('Enter'); said.two = {card}.textContent",
    )
    assert told["one"] != told["two"] and all(told[one].split("\n")[0] for one in ("one", "two"))
    assert {told["one"], told["two"]} <= set(told["labels"])


def test_the_map_of_one_city_has_room_for_its_name_and_the_buttons(tmp_path):
    rows = [["Point (114 22)", "a", "K", "matched", "same", "440300", "深圳市", "a#1", "1", "", ""]]
    file = tmp_path / "report.html"
    run("matchreport", INPUT=table(rows, FIELDS, "Point"), OUTPUT=str(file), LANGUAGE="en", RUNS=9)
    told = said(file, 420)
    assert [name["text"] for name in told["names"]] == ["Shenzhen"] and len(told["signs"]) == 1
    assert all(is_apart(box, told["keys"]) for box in (told["signs"][0], told["names"][0]["box"]))
    assert told["frame"][3] - told["frame"][1] > 3 * (told["keys"][3] - told["keys"][1])

(function () {
  "use strict";
  var svg = document.getElementById("webmap"), card = document.getElementById("webcard");
  var box = svg.viewBox.baseVal, whole = { x: box.x, y: box.y, width: box.width, height: box.height };
  var held = null, told = new WeakMap();
  svg.querySelectorAll("title").forEach(function (title) {
    told.set(title.parentNode, title.textContent);
    title.parentNode.setAttribute("aria-label", title.textContent);
    title.remove();
  });
  function look(x, y, width) {
    width = Math.min(whole.width, Math.max(whole.width / 40, width));
    var height = width * whole.height / whole.width;
    box.x = Math.min(whole.width - width, Math.max(0, x));
    box.y = Math.min(whole.height - height, Math.max(0, y));
    box.width = width;
    box.height = height;
    // Signs keep their size on the screen, on a narrow one, too.
    svg.style.setProperty("--k", String(width / whole.width * Math.max(1, 760 / (svg.clientWidth || 760))));
  }
  function zoom(factor, at) {
    var frame = svg.getBoundingClientRect();
    var u = at ? (at.clientX - frame.left) / frame.width : 0.5, v = at ? (at.clientY - frame.top) / frame.height : 0.5;
    var x = box.x + u * box.width, y = box.y + v * box.height, width = box.width / factor;
    width = Math.min(whole.width, Math.max(whole.width / 40, width));
    look(x - u * width, y - v * width * whole.height / whole.width, width);
  }
  function move(dx, dy) { look(box.x + dx * box.width, box.y + dy * box.height, box.width); }
  svg.addEventListener("wheel", function (event) {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, event);
  }, { passive: false });
  svg.addEventListener("pointerdown", function (event) {
    held = { x: event.clientX, y: event.clientY, left: box.x, top: box.y };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", function (event) {
    if (!held) { return; }
    var scale = box.width / svg.getBoundingClientRect().width;
    look(held.left - (event.clientX - held.x) * scale, held.top - (event.clientY - held.y) * scale, box.width);
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    svg.addEventListener(name, function () { held = null; });
  });
  function tell(event) {
    var mark = document.elementFromPoint(event.clientX, event.clientY);
    mark = mark && mark.closest ? mark.closest(".mark") : null;
    card.hidden = !mark;
    if (!mark) { return; }
    card.textContent = told.get(mark) || "";
    var frame = svg.parentNode.getBoundingClientRect();
    card.style.left = Math.min(event.clientX - frame.left + 12, frame.width - card.offsetWidth) + "px";
    card.style.top = event.clientY - frame.top + 14 + "px";
  }
  svg.addEventListener("pointermove", tell);
  svg.addEventListener("click", tell);
  svg.addEventListener("pointerleave", function () { card.hidden = true; });
  svg.addEventListener("keydown", function (event) {
    var steps = { ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, -0.2], ArrowDown: [0, 0.2] };
    if (steps[event.key]) { move.apply(null, steps[event.key]); event.preventDefault(); }
    if (event.key === "+" || event.key === "=") { zoom(1.5); }
    if (event.key === "-") { zoom(1 / 1.5); }
    if (event.key === "0") { look(0, 0, whole.width); }
  });
  window.addEventListener("resize", function () { look(box.x, box.y, box.width); });
  look(0, 0, whole.width);
  document.getElementById("webin").addEventListener("click", function () { zoom(1.5); });
  document.getElementById("webout").addEventListener("click", function () { zoom(1 / 1.5); });
  document.getElementById("weball").addEventListener("click", function () { look(0, 0, whole.width); });
}());

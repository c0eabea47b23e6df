(function () {
  "use strict";
  var svg = document.getElementById("webmap"), card = document.getElementById("webcard");
  var box = svg.viewBox.baseVal, whole = { x: box.x, y: box.y, width: box.width, height: box.height };
  var held = null, told = new WeakMap(), fingers = new Map(), asked = 0, chosen = null;
  var MANY = 16, PIE = 5.5, GROWTH = 9;
  svg.querySelectorAll("title").forEach(function (title) {
    told.set(title.parentNode, title.textContent);
    title.parentNode.setAttribute("role", "img");
    title.parentNode.setAttribute("aria-label", title.textContent);
    title.remove();
  });
  var names = svg.querySelectorAll(".called text"), keys = svg.parentNode.querySelector(".keys");
  var cities = Array.from(svg.querySelectorAll(".city")).map(function (node, number) {
    var place = node.transform.baseVal.consolidate().matrix, text = names[number];
    return {
      here: node.firstElementChild, x: place.e, y: place.f, text: text, pie: null,
      length: text.getComputedTextLength() || 15 * text.textContent.length,
      beside: Array.from(node.querySelectorAll(".mark")).map(function (mark) {
        var at = mark.transform.baseVal.consolidate().matrix;
        return {
          node: mark, x: at.e, y: at.f, size: at.a, number: Number(mark.getAttribute("data-n")),
          status: mark.getAttribute("class").match(/s-(\S+)/)[1], kind: mark.getAttribute("class").match(/k-(\S+)/)[1]
        };
      })
    };
  });
  function isOn(id) { var input = document.getElementById(id); return !input || input.checked; }
  function sum(marks) { return marks.reduce(function (total, mark) { return total + mark.number; }, 0); }
  // What is arranged anew once all moves of a moment are made: names, and whether signs stand apart or as one for each city.
  function arrange() {
    asked = asked || setTimeout(function () {
      asked = 0;
      var pixels = svg.clientWidth / box.width, unit = Math.max(760, svg.clientWidth) / whole.width;
      var seen = cities.filter(function (city) {
        city.marks = city.beside.filter(function (mark) { return isOn("ws-" + mark.status) && isOn("wk-" + mark.kind); });
        city.number = sum(city.marks);
        city.left = (city.x - box.x) * pixels;
        city.top = (city.y - box.y) * pixels;
        city.text.style.display = "none";
        var isIn = city.left > 0 && city.top > 0 && city.left < svg.clientWidth && city.top < box.height * pixels;
        return isIn && city.marks.length;
      }).sort(function (one, other) { return other.number - one.number; });
      var isCrowded = crowded(seen, unit);
      svg.classList.toggle("summed", isCrowded);
      if (isCrowded) { sumUp(); }
      name(seen, unit, box.height * pixels, isCrowded);
    }, 0);
  }
  function reach(city) {
    return Math.max.apply(null, city.marks.map(function (mark) { return Math.hypot(mark.x, mark.y) + 6 * mark.size; }));
  }
  function crowded(seen, unit) {
    var reaches = seen.map(reach), hidden = 0;
    seen.forEach(function (city, place) {
      hidden += seen.some(function (other, at) {
        var apart = Math.hypot(city.left - other.left, city.top - other.top);
        return at !== place && city.marks.length + other.marks.length > 4 && apart < 0.7 * unit * (reaches[place] + reaches[at]);
      });
    });
    return hidden > seen.length / 3;
  }
  function sumUp() {
    var most = Math.max.apply(null, cities.map(function (city) { return city.number; }));
    cities.forEach(function (city) {
      if (city.pie) { city.pie.remove(); }
      city.radius = PIE + GROWTH * Math.sqrt(city.number / most);
      city.pie = city.number ? pie(city) : null;
    });
  }
  function draw(name, attributes) {
    var node = document.createElementNS(svg.namespaceURI, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    return node;
  }
  function pie(city) {
    var node = draw("g", { "class": "mark pie", role: "img" }), from = 0, lines = [];
    var counts = new Map();
    city.marks.forEach(function (mark) { counts.set(mark.status, (counts.get(mark.status) || 0) + mark.number); });
    counts.forEach(function (number, status) {
      var like = city.marks.find(function (mark) { return mark.status === status; }).node.firstElementChild;
      var colours = { fill: like.getAttribute("fill"), stroke: "#8a8a8a", "stroke-width": 0.8 };
      var to = from + 2 * Math.PI * number / city.number, label = document.querySelector("label[for=ws-" + status + "] span");
      var at = [from, to].map(function (angle) { return city.radius * Math.sin(angle) + " " + -city.radius * Math.cos(angle); });
      node.appendChild(counts.size === 1 ? draw("circle", Object.assign({ r: city.radius }, colours))
        : draw("path", Object.assign({ d: "M0 0L" + at[0] + "A" + city.radius + " " + city.radius + " 0 " +
          (to - from > Math.PI ? 1 : 0) + " 1 " + at[1] + "Z" }, colours)));
      lines.push((label ? label.textContent : "–") + " " + number);
      from = to;
    });
    var text = city.text.textContent + "\n" + lines.join("\n");
    told.set(node, text);
    node.setAttribute("aria-label", text);
    city.here.appendChild(node);
    return node;
  }
  // Names of the cities in sight, the largest first, where they lie upon no other, and few upon signs.
  function name(seen, unit, height, isCrowded) {
    var frame = svg.getBoundingClientRect(), box = keys.getBoundingClientRect(), signs = [];
    var taken = [[box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]];
    seen.forEach(function (city) {
      (isCrowded ? [{ x: 0, y: 0, size: city.radius / 6 }] : city.marks).forEach(function (mark) {
        signs.push(square(city.left + mark.x * unit, city.top + mark.y * unit, 6 * mark.size * unit));
      });
    });
    seen.forEach(function (city, place) {
      var side = isCrowded ? city.radius + 3 : 9, far = isCrowded || city.marks.length < 2 ? side : reach(city) + 3;
      var tried = [[side, -side + 1, "start"], [side, side + 8, "start"], [-side, -side + 1, "end"], [-side, side + 8, "end"],
        [far, 5, "start"], [-far, 5, "end"], [0, -far, "middle"], [0, far + 12, "middle"]];
      var free = tried.map(function (one) {
        var start = { start: 0, middle: 0.5, end: 1 }[one[2]], left = city.left + (one[0] - start * city.length) * unit;
        var top = city.top + (one[1] - 13) * unit;
        return { place: one, box: [left, top, left + city.length * unit, top + 16 * unit] };
      }).filter(function (one) {
        return one.box[0] > 0 && one.box[1] > 0 && one.box[2] < svg.clientWidth && one.box[3] < height && isFree(one.box, taken);
      });
      var best = free.find(function (one) { return isFree(one.box, signs); }) || (place < MANY ? free[0] : null);
      if (!best) { return; }
      taken.push(best.box);
      city.text.setAttribute("x", best.place[0]);
      city.text.setAttribute("y", best.place[1]);
      city.text.setAttribute("text-anchor", best.place[2]);
      city.text.style.display = "inline";
    });
  }
  function square(x, y, half) { return [x - half, y - half, x + half, y + half]; }
  function isFree(one, others) {
    return !others.some(function (other) {
      return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    });
  }
  function look(x, y, width) {
    width = Math.min(whole.width, Math.max(whole.width / 40, width));
    var height = width * whole.height / whole.width;
    box.x = Math.min(whole.width - width, Math.max(0, x));
    box.y = Math.min(whole.height - height, Math.max(0, y));
    box.width = width;
    box.height = height;
    // Signs keep their size on the screen, on a narrow one, too.
    svg.style.setProperty("--k", String(width / whole.width * Math.max(1, 760 / (svg.clientWidth || 760))));
    // A finger on the whole map moves the page, there being nothing else to move.
    svg.classList.toggle("near", width < whole.width);
    arrange();
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
    // Who reads on passes over the map.
    var isMeant = event.ctrlKey || document.activeElement === svg;
    if (!isMeant || (event.deltaY > 0 && box.width >= whole.width)) { return; }
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, event);
  }, { passive: false });
  svg.addEventListener("pointerdown", function (event) {
    fingers.set(event.pointerId, event);
    hold();
    svg.setPointerCapture(event.pointerId);
  });
  function hold() {
    var at = middle();
    held = at && { x: at.clientX, y: at.clientY, left: box.x, top: box.y, apart: at.apart };
  }
  // Where fingers stand, and how far two are apart.
  function middle() {
    var all = Array.from(fingers.values()), one = all[0], other = all[1] || one;
    return one && {
      clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2,
      apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
    };
  }
  svg.addEventListener("pointermove", function (event) {
    if (!held) { return; }
    if (fingers.has(event.pointerId)) { fingers.set(event.pointerId, event); }
    if (fingers.size > 1) {
      var at = middle();
      if (held.apart && at.apart) { zoom(at.apart / held.apart, at); }
      hold();
      return;
    }
    var scale = box.width / svg.getBoundingClientRect().width;
    look(held.left - (event.clientX - held.x) * scale, held.top - (event.clientY - held.y) * scale, box.width);
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    svg.addEventListener(name, function (event) {
      fingers.delete(event.pointerId);
      hold();
    });
  });
  function tell(event) {
    var mark = document.elementFromPoint(event.clientX, event.clientY);
    show(mark && mark.closest ? mark.closest(".mark") : null, event.clientX, event.clientY);
  }
  function show(mark, x, y) {
    if (chosen) { chosen.classList.remove("chosen"); }
    chosen = null;
    card.hidden = !mark;
    if (!mark) { return; }
    card.textContent = told.get(mark) || "";
    var frame = svg.parentNode.getBoundingClientRect();
    card.style.left = Math.max(0, Math.min(x - frame.left + 12, frame.width - card.offsetWidth)) + "px";
    card.style.top = y - frame.top + 14 + "px";
  }
  // The sign after the one that was told, or before it, by the keyboard alone.
  function step(by) {
    var signs = [], last = chosen;
    cities.forEach(function (city) {
      var isSummed = svg.classList.contains("summed");
      if (city.marks && city.marks.length) {
        (isSummed ? [{ node: city.pie }] : city.marks).forEach(function (mark) { signs.push({ city: city, node: mark.node }); });
      }
    });
    if (!signs.length) { return; }
    var at = signs.findIndex(function (sign) { return sign.node === last; });
    var next = signs[at < 0 ? (by > 0 ? 0 : signs.length - 1) : (at + by + signs.length) % signs.length];
    if (next.city.x < box.x || next.city.x > box.x + box.width || next.city.y < box.y || next.city.y > box.y + box.height) {
      look(next.city.x - box.width / 2, next.city.y - box.height / 2, box.width);
    }
    var frame = next.node.getBoundingClientRect();
    show(next.node, frame.left + frame.width / 2, frame.top + frame.height / 2);
    chosen = next.node;
    chosen.classList.add("chosen");
  }
  svg.addEventListener("pointermove", tell);
  svg.addEventListener("click", tell);
  svg.addEventListener("pointerleave", function () { card.hidden = true; });
  svg.addEventListener("keydown", function (event) {
    var steps = { ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, -0.2], ArrowDown: [0, 0.2] };
    if (steps[event.key]) { move.apply(null, steps[event.key]); event.preventDefault(); }
    if (event.key === "+" || event.key === "=") { zoom(1.5); }
    if (event.key === "-") { zoom(1 / 1.5); }
    if (event.key === "Enter") { step(event.shiftKey ? -1 : 1); event.preventDefault(); }
    if (event.key === "Escape") { show(null); }
    if (event.key === "0") { look(0, 0, whole.width); }
  });
  svg.parentNode.parentNode.addEventListener("change", function () { show(null); arrange(); });
  window.addEventListener("resize", function () { look(box.x, box.y, box.width); });
  look(0, 0, whole.width);
  document.getElementById("webin").addEventListener("click", function () { zoom(1.5); });
  document.getElementById("webout").addEventListener("click", function () { zoom(1 / 1.5); });
  document.getElementById("weball").addEventListener("click", function () { look(0, 0, whole.width); });
}());

// What is drawn while a model learns.

import {el, svg} from "./dom.js";
import {short} from "./numbers.js";

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// How sure the model is of each place of the plane, and the points.
export function drawPlane(canvas, opening, values) {
  const n = opening.grid, side = canvas.clientWidth || 360, scale = devicePixelRatio || 1;
  canvas.width = canvas.height = Math.round(side * scale);
  const g = canvas.getContext("2d");
  const small = document.createElement("canvas");
  small.width = small.height = n;
  const image = small.getContext("2d").createImageData(n, n);
  const cool = colour("--cool").split(",").map(Number), warm = colour("--warm").split(",").map(Number);
  values.forEach((v, q) => {
    const c = v > 0.5 ? warm : cool;
    image.data.set([...c, 24 + 170 * Math.min(1, Math.abs(v - 0.5) * 2)], q * 4);
  });
  small.getContext("2d").putImageData(image, 0, 0);
  g.imageSmoothingQuality = "high";
  g.drawImage(small, 0, 0, canvas.width, canvas.height);
  for (const [x, y, label] of opening.points) {
    g.beginPath();
    g.arc((x / opening.edge + 1) / 2 * canvas.width, (1 - y / opening.edge) / 2 * canvas.height, 3.4 * scale, 0, 7);
    g.fillStyle = `rgb(${label ? warm : cool})`;
    g.fill();
    g.lineWidth = 1.2 * scale;
    g.strokeStyle = colour("--sheet");
    g.stroke();
  }
}

// A few digits, each with what the model takes it for.
export function drawDigits(digits, opening) {
  digits.replaceChildren(...opening.digits.map(d => {
    const c = el("canvas", {width: 8, height: 8, "aria-hidden": "true"});
    const g = c.getContext("2d"), image = g.createImageData(8, 8);
    const ink = matchMedia("(prefers-color-scheme: dark)").matches ? 233 : 29;
    d.pixels.forEach((p, q) => image.data.set([ink, ink, ink, p / 16 * 255], q * 4));
    g.putImageData(image, 0, 0);
    return el("figure", {}, c, el("figcaption", {}, "–"));
  }));
}

export function drawGuesses(digits, opening, guesses) {
  guesses.forEach((guess, q) => {
    const f = digits.children[q];
    if (!f) return;
    const right = guess === opening.digits[q].label;
    f.className = right ? "right" : "wrong";
    f.lastChild.textContent = (right ? "" : "✗ ") + guess;
    f.setAttribute("aria-label", `a ${opening.digits[q].label}, taken for ${guess}`);
    f.setAttribute("role", "img");
  });
}

// The losses by step.
export function drawCurve(curve, history) {
  const box = {l: 54, r: 392, t: 10, b: 164};
  curve.replaceChildren();
  if (history.length < 2) return;
  const most = Math.max(...history.map(h => Math.max(h.loss, h.held ?? 0))) * 1.05 || 1;
  const end = history.at(-1).step, begin = history[0].step;
  const x = s => box.l + (s - begin) / Math.max(1, end - begin) * (box.r - box.l), y = v => box.b - Math.min(1, v / most) * (box.b - box.t);
  for (const v of [0, most / 2, most]) {
    curve.append(svg("line", {class: "rule", x1: box.l, x2: box.r, y1: y(v), y2: y(v)}));
    const t = svg("text", {x: box.l - 7, y: y(v) + 4, "text-anchor": "end"});
    t.textContent = short(v);
    curve.append(t);
  }
  const t = svg("text", {x: box.r, y: box.b + 19, "text-anchor": "end"});
  t.textContent = "step " + end;
  curve.append(t);
  for (const [key, name] of [["held", "two"], ["loss", "one"]])
    curve.append(svg("polyline", {class: name, points: history.filter(h => Number.isFinite(h[key])).map(h => x(h.step).toFixed(1) + "," + y(h[key]).toFixed(1)).join(" ")}));
}

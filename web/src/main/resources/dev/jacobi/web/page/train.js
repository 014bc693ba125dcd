// The train pane: the model of the editor learns, and one sees how.

import {ask} from "./api.js";
import {el, svg} from "./dom.js";
import {short} from "./graph.js";

const DATA = [["moons", "Moons"], ["circles", "Circles"], ["spirals", "Spirals"], ["xor", "XOR"], ["digits", "Digits"]];

const PLANE = `# Points in the plane, in two classes.

x in R[2],  y in onehot[2]
W1 in R[h, 2],  b1 in R[h]
W2 in R[h, h],  b2 in R[h]
W3 in R[2, h],  b3 in R[2]

a1 = tanh(W1 x + b1)
a2 = tanh(W2 a1 + b2)
z  = W3 a2 + b3
C  = ce_logits(z, y)

derive C wrt W1, b1, W2, b2, W3, b3
`;
const DIGITS = `# Handwritten digits, 8 by 8 pixels.

x in R[64],  y in onehot[10]
W1 in R[h, 64],  b1 in R[h]
W2 in R[10, h],  b2 in R[10]

a1 = relu(W1 x + b1)
z  = W2 a1 + b2
C  = ce_logits(z, y)

derive C wrt W1, b1, W2, b2
`;

export function trainPane(root, context) {
  let data = "moons", id = null, source = null, opening = null, running = false, sizes = {}, history = [], last = null, trained = "";

  // ---- the frame

  const sets = el("div", {class: "segments", role: "radiogroup", "aria-label": "Data"});
  for (const [value, label] of DATA) sets.append(el("button", {role: "radio", "data-set": value, onclick: () => choose(value), onkeydown: e => arrows(e, value)}, label));
  const play = el("button", {class: "primary play", onclick: () => toggle()}, "Train");
  const step = el("button", {onclick: () => command("step")}, "Step");
  const reset = el("button", {onclick: () => command("reset")}, "Reset");
  const rate = slider("rate", "Rate", -3, 0.5, 0.05, -1, v => short(10 ** v));
  const batch = slider("batch", "Batch", 0, 7, 1, 3, v => String(2 ** v));
  const optimiser = el("select", {id: "optimiser", onchange: () => restart()}, el("option", {value: "sgd"}, "Gradient descent"), el("option", {value: "adam"}, "Adam"));
  const sizeBox = el("div", {class: "sizes"});
  const message = el("div", {class: "message", role: "status", hidden: true});
  const canvas = el("canvas", {class: "plane", role: "img", "aria-label": "The plane and what the model says of it"});
  const digits = el("div", {class: "digits", hidden: true});
  const figures = el("dl", {class: "figures"});
  for (const label of ["Epoch", "Loss", "Held out", "Right"]) figures.append(el("div", {}, el("dt", {}, label), el("dd", {}, "–")));
  const curve = svg("svg", {class: "curve", viewBox: "0 0 400 190", role: "img", "aria-label": "Loss by step"});
  const legend = el("p", {class: "legend quiet"}, el("span", {}, el("i", {class: "one"}), "loss while training"), el("span", {}, el("i", {class: "two"}), "of examples held out"));
  root.append(
    el("div", {class: "tools"}, sets, el("span", {class: "grow"}), play, step, reset),
    message,
    el("div", {class: "knobs"}, rate.box, batch.box, el("label", {class: "knob"}, el("span", {class: "label"}, "Optimiser"), optimiser), sizeBox),
    el("div", {class: "learning"}, el("div", {class: "shown"}, canvas, digits), el("div", {class: "told"}, figures, curve, legend)));
  mark();

  function slider(name, label, min, max, stepBy, value, words) {
    const out = el("output", {for: name}, words(value));
    const input = el("input", {type: "range", id: name, min, max, step: stepBy, value, oninput: () => { out.textContent = words(Number(input.value)); input.setAttribute("aria-valuetext", out.textContent); settle(); }});
    input.setAttribute("aria-valuetext", words(value));
    return {box: el("label", {class: "knob", for: name}, el("span", {class: "label"}, label + " ", out), input), get value() { return Number(input.value); }};
  }

  let settling = 0;
  function settle() {
    clearTimeout(settling);
    settling = setTimeout(() => { if (id) command("set", numbers()); }, 120);
  }

  function numbers() {
    return {rate: 10 ** rate.value, batch: 2 ** batch.value};
  }

  function mark() {
    for (const b of sets.children) {
      b.setAttribute("aria-checked", b.dataset.set === data);
      b.tabIndex = b.dataset.set === data ? 0 : -1;
    }
    canvas.hidden = data === "digits";
    digits.hidden = data !== "digits";
    play.textContent = running ? "Pause" : id && last?.step > 0 ? "Go on" : "Train";
  }

  function arrows(e, value) {
    const by = {ArrowRight: 1, ArrowLeft: -1}[e.key];
    if (!by) return;
    e.preventDefault();
    const at = DATA.findIndex(d => d[0] === value);
    choose(DATA[(at + by + DATA.length) % DATA.length][0]);
    sets.querySelector("[aria-checked=true]").focus();
  }

  function choose(value) {
    data = value;
    sizes = {};
    mark();
    start(running);
  }

  function say(words, offer) {
    message.replaceChildren(words);
    if (offer) message.append(" ", el("button", {onclick: () => { context.put(data === "digits" ? "digits" : "points", data === "digits" ? DIGITS : PLANE); start(true); }}, "Use a model for these data"));
    message.hidden = !words;
  }

  // ---- sessions

  async function start(runs) {
    end();
    history = [];
    last = null;
    say("Compiling the model for these data …");
    trained = context.model;
    try {
      const session = await ask("train", {text: context.model, data, sizes, adam: optimiser.value === "adam", seed: 1, ...numbers()});
      id = session.id;
      if (!runs) await ask("train/control", {id, action: "pause"});
      running = runs;
      mark();
      listen();
    } catch (e) {
      say(e.message);
    }
  }

  function restart() {
    if (id) start(running);
  }

  function end() {
    source?.close();
    if (id) ask("train/control", {id, action: "end"}).catch(() => {});
    id = null;
    source = null;
    running = false;
  }

  function listen() {
    source = new EventSource("/api/train/events?id=" + id);
    source.onmessage = e => told(JSON.parse(e.data));
    source.addEventListener("over", () => {
      source?.close();
      id = null;
      running = false;
      mark();
    });
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) { id = null; running = false; mark(); }
    };
  }

  async function toggle() {
    if (!id || trained !== context.model) return start(true);
    running = !running;
    mark();
    await command(running ? "run" : "pause");
  }

  async function command(action, more) {
    if (!id) {
      if (action === "set") return;
      await start(false);
      if (!id || action === "reset") return;
    }
    if (action === "step") running = false;
    mark();
    try {
      await ask("train/control", {id, action, ...more});
    } catch (e) {
      say(e.message);
    }
  }

  // ---- what is told

  function told(event) {
    if (event.error) {
      running = false;
      mark();
      return say(event.error + (event.error.endsWith(".") ? "" : "."), !last);
    }
    if (event.reset) {
      history = [];
      return;
    }
    if (event.points || event.digits) {
      opening = event;
      say("");
      drawSizes(event.sizes);
      if (event.digits) drawDigits();
      return;
    }
    if (event.step === undefined) return;
    last = event;
    const at = history.at(-1);
    if (event.loss !== undefined && (!at || event.step > at.step)) history.push({step: event.step, loss: event.loss, held: event.held});
    if (history.length > 800) history = history.filter((_, q) => q % 2 === 0);
    const [epoch, loss, held, right] = figures.querySelectorAll("dd");
    epoch.textContent = event.epoch;
    loss.textContent = event.loss === undefined ? "–" : short(event.loss);
    held.textContent = event.held === undefined ? "–" : short(event.held);
    right.textContent = event.accuracy === undefined ? "–" : (100 * event.accuracy).toFixed(1) + " %";
    if (event.values) drawPlane(event.values);
    if (event.guesses) drawGuesses(event.guesses);
    drawCurve();
    mark();
  }

  function colour(name) {
    return getComputedStyle(root).getPropertyValue(name).trim();
  }

  function drawPlane(values) {
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
    canvas.setAttribute("aria-label", "The plane with its points; " + (last?.accuracy === undefined ? "loss " + short(last?.held ?? 0) : (100 * last.accuracy).toFixed(0) + " % of the held-out points are right"));
  }

  function drawDigits() {
    digits.replaceChildren(...opening.digits.map(d => {
      const c = el("canvas", {width: 8, height: 8, "aria-hidden": "true"});
      const g = c.getContext("2d"), image = g.createImageData(8, 8);
      const ink = matchMedia("(prefers-color-scheme: dark)").matches ? 233 : 29;
      d.pixels.forEach((p, q) => image.data.set([ink, ink, ink, p / 16 * 255], q * 4));
      g.putImageData(image, 0, 0);
      return el("figure", {}, c, el("figcaption", {}, "–"));
    }));
  }

  function drawGuesses(guesses) {
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

  function drawCurve() {
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

  function drawSizes(free) {
    sizes = {...free, ...sizes};
    sizeBox.replaceChildren(...Object.entries(free).map(([name, n]) =>
      el("label", {class: "knob"}, el("span", {class: "label"}, "Size " + name), el("input", {type: "number", min: "1", max: "128", value: n, onchange: e => { sizes = {...sizes, [name]: Number(e.target.value) || n}; start(running); }}))));
  }

  return {
    shown() { if (!id) start(false); },
    changed() {
      clearTimeout(settling);
      settling = setTimeout(() => { sizes = {}; start(false); }, 500);
    },
  };
}

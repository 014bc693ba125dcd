// The train pane: the model of the editor learns, and one sees how.

import {ask} from "./api.js";
import {el, svg} from "./dom.js";
import {drawCurve, drawDigits, drawGuesses, drawPlane} from "./learning.js";
import {short} from "./numbers.js";

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
    if (offer) message.append(" ", el("button", {onclick: () => { context.open(data === "digits" ? "digits.jacobi" : "points.jacobi", data === "digits" ? DIGITS : PLANE); clearTimeout(settling); start(true); }}, "Use a model for these data"));
    message.hidden = !words;
  }

  // ---- sessions

  // The server has one session for a page, and ends that for a new one.
  let starts = 0;

  async function start(runs) {
    const mine = ++starts;
    end();
    history = [];
    last = null;
    say("Compiling the model for these data …");
    trained = context.model;
    try {
      const session = await ask("train", {text: context.model, data, sizes, adam: optimiser.value === "adam", seed: 1, paused: !runs, ...numbers()});
      if (mine !== starts) return;
      id = session.id;
      running = runs;
      mark();
      listen();
    } catch (e) {
      if (mine === starts) say(e.message);
    }
  }

  function restart() {
    if (id) start(running);
  }

  function end() {
    source?.close();
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
      if (event.digits) drawDigits(digits, opening);
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
    if (event.values) {
      drawPlane(canvas, opening, event.values);
      canvas.setAttribute("aria-label", "The plane with its points; " + (event.accuracy === undefined ? "loss " + short(event.held ?? 0) : (100 * event.accuracy).toFixed(0) + " % of the held-out points are right"));
    }
    if (event.guesses) drawGuesses(digits, opening, event.guesses);
    drawCurve(curve, history);
    mark();
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

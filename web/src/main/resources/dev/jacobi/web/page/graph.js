// The graph pane: the network as it is computed, forwards and backwards, one operation at a time.

import {Latest} from "./api.js";
import {el, svg, keyed} from "./dom.js";
import {math, show, scrollable} from "./math.js";

const PHASES = [["forward", "Forward"], ["loss", "Loss"], ["clear", "Clear"], ["backward", "Backward"], ["update", "Update"]];
const WORDS = {
  forward: "Forward propagation: each value from those before it.",
  loss: "The loss: one number that says how far off the output is.",
  clear: "Clear: old adjoints must not be added to the new ones.",
  backward: "Backward: the adjoint of a name, from those of the names that use it.",
  update: "Update: a small step against the gradient.",
};
const CELL = 14, PAD = 11, LABEL = 30, COLUMN = 46, ROW = 20;

export function short(x) {
  if (typeof x !== "number") return String(x);
  if (x === 0) return "0";
  const a = Math.abs(x);
  if (a >= 1e4 || a < 1e-3) return x.toExponential(1).replace("e+", "e");
  return String(Number(x.toPrecision(3)));
}

function shapeOf(value) {
  const s = value.sides;
  if (s.length === 0) return [1, 1];
  if (s.length === 1) return [s[0], 1];
  return [s.slice(0, -1).reduce((a, b) => a * b, 1), s.at(-1)];
}

function matrix(value) {
  const [rows, columns] = shapeOf(value);
  if (value.sides.length === 0) return short(value.all[0]);
  const lines = [];
  for (let r = 0; r < rows; r++) lines.push(value.all.slice(r * columns, (r + 1) * columns).map(x => short(x).replace(/e(-?\d+)/, "\\mathrm{e}{$1}")).join(" & "));
  return "\\begin{bmatrix}" + lines.join("\\\\") + "\\end{bmatrix}";
}

export function graphPane(root, context) {
  const {state} = context;
  let answer = null, steps = [], at = 0, round = 1, chosen = null, losses = [];
  let sizes = {}, values = {}, rate = 0.1, seen = "";

  // ---- the frame

  const phases = el("ol", {class: "phases", "aria-label": "Phases"});
  for (const [phase, label] of PHASES) phases.append(el("li", {}, el("button", {"data-phase": phase, onclick: () => jump(phase)}, label)));
  const back = el("button", {onclick: () => go(-1), "aria-keyshortcuts": "ArrowLeft"}, "‹ Back");
  const next = el("button", {class: "primary", onclick: () => go(1), "aria-keyshortcuts": "ArrowRight"}, "Next ›");
  const where = el("span", {class: "quiet where"});
  const again = el("button", {onclick: () => { values = {}; sizes = {}; round = 1; losses = []; at = 0; ask(); }}, "Reset");
  const slider = el("input", {type: "number", value: rate, step: "0.05", min: "0", id: "eta", oninput: e => { rate = Number(e.target.value) || 0; draw(); }});
  const drawing = el("div", {class: "drawing scroll", tabindex: "0", role: "group", "aria-label": "The network as a graph"});
  const card = el("section", {class: "stepcard", "aria-live": "polite", "aria-label": "This step"});
  const message = el("p", {class: "message", role: "status", hidden: true});
  const numbers = el("section", {class: "numbers", "aria-label": "Numbers"});
  const tip = el("div", {class: "celltip", hidden: true});
  root.append(
    el("div", {class: "tools"}, phases, el("span", {class: "grow"}), el("label", {class: "rate", for: "eta"}, math("\\eta"), el("span", {class: "offscreen"}, "learning rate")), slider, again),
    message, drawing,
    el("div", {class: "walk"}, back, next, where),
    card, numbers, tip);

  root.addEventListener("keydown", e => {
    if (e.target.matches("input, select, textarea")) return;
    const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
    if (!step) return;
    e.preventDefault();
    go(step);
  });

  // ---- asking

  const latest = new Latest("trace", answered, e => say(e.message));

  function ask() {
    latest.ask({text: context.model, wrt: state.wrt, sizes, values});
  }

  function say(words) {
    message.textContent = words;
    message.hidden = !words;
    root.classList.toggle("stale", !!words);
  }

  function answered(a) {
    if (a.problems.length) return say("The model has a mistake; shown is what was there before.");
    say("");
    answer = a;
    sizes = a.sizes;
    steps = plan(a);
    at = Math.min(at, steps.length);
    seen = "";
    drawNumbers();
    draw();
  }

  function plan(a) {
    const forward = a.values.filter(v => v.part === "forward");
    const backward = a.values.filter(v => v.part === "backward" || v.part === "result");
    const all = forward.map(v => ({phase: a.of.includes(v.name) ? "loss" : "forward", v, node: v.node}));
    if (backward.length) {
      all.push({phase: "clear"});
      for (const v of backward) all.push({phase: "backward", v, node: v.node, adjoint: true});
      for (const v of backward) {
        const given = a.names.find(n => n.name === v.node);
        if (v.part === "result" && v.derivative && given && given.role === "parameter" && a.given[v.node] && a.given[v.node].all.length === v.value.all.length)
          all.push({phase: "update", v, node: v.node});
      }
    }
    return all;
  }

  // ---- walking

  function go(step) {
    if (!answer) return;
    if (step > 0 && at === steps.length) return nextRound();
    at = Math.max(0, Math.min(steps.length, at + step));
    draw();
  }

  function jump(phase) {
    const q = steps.findIndex(s => s.phase === phase);
    if (q >= 0) {
      at = q + 1;
      draw();
    }
  }

  function nextRound() {
    const changed = {};
    for (const s of steps) if (s.phase === "update") changed[s.node] = updated(s);
    if (Object.keys(changed).length === 0) return;
    const loss = steps.find(s => s.phase === "loss");
    if (loss) losses.push(loss.v.value.all[0]);
    values = {...answer.given, ...changed};
    round++;
    at = 0;
    ask();
  }

  function updated(s) {
    const old = answer.given[s.node];
    return {sides: old.sides, all: old.all.map((x, q) => x - rate * s.v.value.all[q])};
  }

  // What is known when `at` steps are done.
  function known() {
    const forward = new Map(Object.entries(answer.given)), adjoint = new Map();
    for (const s of steps.slice(0, at)) {
      if (s.phase === "update") forward.set(s.node, updated(s));
      else if (s.phase === "clear") for (const n of nodes) adjoint.set(n.name, "zero");
      else if (s.adjoint) adjoint.set(s.node, s.v.value);
      else forward.set(s.node, s.v.value);
    }
    return {forward, adjoint};
  }

  // ---- the drawing

  let nodes = [];

  function layout() {
    const adjoints = new Map(steps.filter(s => s.adjoint).map(s => [s.node, s.v.value]));
    nodes = [
      ...answer.names.map(n => ({...n, kind: n.role, value: answer.given[n.name]})),
      ...answer.modules.map(m => ({...m, kind: "defined", value: answer.values.find(v => v.part === "forward" && v.node === m.name)?.value})),
    ].filter(n => n.value);
    const byName = new Map(nodes.map(n => [n.name, n]));
    const edges = answer.edges.filter(e => byName.has(e.from) && byName.has(e.to));
    const rank = new Map();
    const depth = n => {
      if (rank.has(n)) return rank.get(n);
      rank.set(n, 1);
      const of = edges.filter(e => e.to === n && byName.get(e.from).kind === "defined").map(e => depth(e.from));
      rank.set(n, 1 + Math.max(0, ...of));
      return rank.get(n);
    };
    for (const n of nodes) if (n.kind === "defined") depth(n.name);
    for (const n of nodes) if (n.kind !== "defined") rank.set(n.name, Math.min(...edges.filter(e => e.from === n.name).map(e => rank.get(e.to)), 99) - 1);
    const used = nodes.filter(n => n.kind === "defined" || edges.some(e => e.from === n.name));
    nodes = used;
    for (const n of nodes) {
      const [r, c] = shapeOf(n.value);
      const a = adjoints.get(n.name);
      const [ar, ac] = a && a.all.length ? shapeOf(a) : [0, 0];
      n.adjoint = !!a;
      n.rows = Math.max(r, ar);
      n.columns = c;
      n.w = Math.max(64, 2 * PAD + c * CELL + (a ? 16 + ac * CELL : 0));
      n.h = LABEL + n.rows * CELL + PAD;
    }
    const columns = [];
    for (const n of nodes) (columns[rank.get(n.name)] ??= []).push(n);
    const order = {defined: 0, input: 1, target: 3, parameter: 2};
    for (const c of columns.filter(Boolean)) c.sort((x, y) => order[x.kind] - order[y.kind]);
    const middle = Math.max(...columns.filter(Boolean).map(c => c[0].h)) / 2 + 8;
    let x = 8, height = 0;
    for (const c of columns.filter(Boolean)) {
      const w = Math.max(...c.map(n => n.w));
      let y = middle - c[0].h / 2;
      for (const n of c) {
        n.x = x + (w - n.w) / 2;
        n.y = y;
        y += n.h + ROW;
      }
      height = Math.max(height, y);
      x += w + COLUMN;
    }
    return {edges, byName, width: x - COLUMN + 8, height: height - ROW + 8};
  }

  let placed = null;

  function draw() {
    if (!answer) return;
    const key = JSON.stringify([answer.edges, answer.sizes, steps.length]);
    if (key !== seen) {
      seen = key;
      placed = layout();
      build();
    }
    paint();
    drawCard();
    for (const b of phases.querySelectorAll("button")) {
      const phase = b.dataset.phase;
      b.disabled = !steps.some(s => s.phase === phase);
      if (at > 0 && steps[at - 1].phase === phase) b.setAttribute("aria-current", "step");
      else b.removeAttribute("aria-current");
    }
    back.disabled = at === 0;
    const last = at === steps.length;
    next.textContent = last && steps.some(s => s.phase === "update") ? "Next round ›" : "Next ›";
    next.disabled = last && !steps.some(s => s.phase === "update");
    where.textContent = `step ${at} of ${steps.length}` + (round > 1 ? `, round ${round}` : "");
    scrollable(root);
    drawing.tabIndex = 0;
  }

  function build() {
    const {edges, byName, width, height} = placed;
    // A little too wide is made smaller; far too wide is scrolled.
    const room = drawing.clientWidth - 26;
    const scale = room > 0 && width > room && width < 1.4 * room ? room / width : 1;
    const s = svg("svg", {viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, role: "img", "aria-label": "Graph of " + nodes.length + " names; the steps below say what is computed"});
    for (const e of edges) {
      const a = byName.get(e.from), b = byName.get(e.to);
      const x1 = a.x + a.w, y1 = a.y + a.h / 2, x2 = b.x, y2 = b.y + b.h / 2;
      const bend = Math.max(24, (x2 - x1) / 2);
      s.append(svg("path", {class: "edge", "data-from": e.from, "data-to": e.to, d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}));
    }
    for (const n of nodes) {
      const g = svg("g", {class: "node " + n.kind, transform: `translate(${n.x} ${n.y})`, "data-node": n.name});
      g.append(svg("rect", {class: "box", width: n.w, height: n.h, rx: 9}));
      const label = svg("foreignObject", {x: 0, y: 3, width: n.w, height: LABEL - 3});
      const holder = el("div", {class: "nodelabel"});
      show(holder, n.latex, context.knowledge.answer?.names ?? []);
      label.append(holder);
      g.append(label, svg("g", {class: "forward"}), svg("g", {class: "adjoint"}));
      g.addEventListener("click", () => { chosen = chosen === n.name ? null : n.name; drawCard(); paint(); });
      s.append(g);
    }
    drawing.replaceChildren(s);
  }

  function paint() {
    const {forward, adjoint} = known();
    const now = at > 0 ? steps[at - 1] : null;
    for (const g of drawing.querySelectorAll(".node")) {
      const n = placed.byName.get(g.dataset.node);
      const [f, a] = [g.querySelector(".forward"), g.querySelector(".adjoint")];
      const wide = n.columns * CELL;
      const left = n.adjoint ? PAD : (n.w - wide) / 2;
      heat(f, forward.get(n.name), n.value, left, n, "");
      if (n.adjoint) {
        const final = steps.find(s => s.adjoint && s.node === n.name).v;
        const value = adjoint.get(n.name);
        heat(a, value === "zero" ? {sides: final.value.sides, all: final.value.all.map(() => 0)} : value, final.value, PAD + wide + 16, n, "d");
      }
      g.classList.toggle("now", now?.node === n.name);
      g.classList.toggle("chosen", chosen === n.name);
    }
    for (const p of drawing.querySelectorAll(".edge")) {
      const fore = now && (now.phase === "forward" || now.phase === "loss") && p.dataset.to === now.node;
      const rear = now && now.phase === "backward" && p.dataset.from === now.node;
      p.classList.toggle("on", !!(fore || rear));
    }
    const g = drawing.querySelector(".node.now");
    if (g && drawing.scrollWidth > drawing.clientWidth) {
      const box = g.getBoundingClientRect(), view = drawing.getBoundingClientRect();
      if (box.left < view.left || box.right > view.right) drawing.scrollLeft += box.left - view.left - (view.width - box.width) / 2;
    }
  }

  function heat(g, value, form, x, n, kind) {
    const [rows, columns] = shapeOf(form);
    const y = LABEL + (n.rows - rows) * CELL / 2;
    const most = Math.max(...form.all.map(v => Math.abs(v) || 0), 1e-12);
    while (g.children.length > rows * columns) g.lastChild.remove();
    while (g.children.length < rows * columns) g.append(svg("rect", {class: "cell", width: CELL - 1.5, height: CELL - 1.5, rx: 2.5}));
    for (let q = 0; q < rows * columns; q++) {
      const c = g.children[q], v = value?.all[q];
      c.setAttribute("x", x + (q % columns) * CELL);
      c.setAttribute("y", y + Math.floor(q / columns) * CELL);
      c.classList.toggle("unknown", v === undefined);
      const strength = v === undefined ? 0 : Math.min(1, 0.1 + 0.9 * Math.abs(v) / most);
      c.style.fill = v === undefined || v === 0 ? "" : `rgba(var(${v > 0 ? "--warm" : "--cool"}), ${strength.toFixed(3)})`;
      c.tip = v === undefined ? "" : `${kind ? "adjoint of " : ""}${n.name}${form.sides.length ? "[" + place(q, form.sides) + "]" : ""} = ${short(v)}`;
    }
  }

  function place(q, sides) {
    const all = [];
    for (const s of [...sides].reverse()) {
      all.unshift(q % s + 1);
      q = Math.floor(q / s);
    }
    return all.join(",");
  }

  drawing.addEventListener("pointermove", e => {
    const words = e.target.tip;
    tip.hidden = !words;
    if (!words) return;
    tip.textContent = words;
    tip.style.left = Math.min(e.clientX + 14, innerWidth - 200) + "px";
    tip.style.top = e.clientY + 16 + "px";
  });
  drawing.addEventListener("pointerleave", () => { tip.hidden = true; });

  // ---- the step

  function drawCard() {
    const names = context.knowledge.answer?.names ?? [];
    if (at === 0) {
      card.replaceChildren(
        el("p", {}, round === 1 ? "These are the given numbers, small enough to follow by hand." : "The parameters have moved. The same numbers go forward again."),
        el("p", {class: "quiet"}, losses.length ? "Loss so far: " + losses.map(short).join(" → ") : "Next computes the first value. Warm cells are positive, cool ones negative; point at a cell to read it."));
      return;
    }
    const s = steps[at - 1];
    const lines = [el("p", {class: "quiet"}, WORDS[s.phase])];
    if (s.phase === "clear") lines.push(el("div", {class: "scroll"}, math("\\text{every adjoint} \\leftarrow 0", names)));
    else if (s.phase === "update") {
      const latex = answer.names.find(n => n.name === s.node).latex;
      lines.push(formula(`${latex} \\leftarrow ${latex} - \\eta\\, ${s.v.latex} = ${matrix(updated(s))}`, names));
    } else {
      const by = s.v.by ? " = " + s.v.by.latex : "";
      lines.push(formula(`${s.v.latex}${by} = ${matrix(s.v.value)}`, names));
    }
    card.replaceChildren(...lines);
    if (chosen) card.append(el("p", {class: "quiet"}, chosen + " is in " + (nodes.find(n => n.name === chosen)?.shape ?? "")));
  }

  function formula(latex, names) {
    const e = el("div", {class: "scroll formula"});
    show(e, latex, names, true);
    return e;
  }

  // ---- numbers of the user's

  function drawNumbers() {
    if (!numbers.firstChild) numbers.append(el("h3", {}, "Numbers"), el("div", {class: "sizes"}), el("div", {class: "grids"}));
    keyed(numbers.children[1], Object.entries(sizes), s => s[0],
      ([name]) => el("label", {}, el("span", {}, math("\\mathrm{" + name + "} =")), el("input", {type: "number", min: "1", max: "8", "aria-label": "size " + name, onchange: e => { sizes = {...sizes, [name]: Math.max(1, Math.min(8, Math.round(Number(e.target.value)) || 1))}; values = {}; ask(); }})),
      (e, [, n]) => { if (document.activeElement !== e.lastChild) e.lastChild.value = n; });
    const names = context.knowledge.answer?.names ?? [];
    const given = answer.names.filter(n => answer.given[n.name]);
    keyed(numbers.children[2], given, n => n.name + answer.given[n.name].sides, n => {
      const value = answer.given[n.name];
      const [rows, columns] = shapeOf(value);
      const grid = el("div", {class: "grid"});
      grid.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
      for (let q = 0; q < rows * columns; q++)
        grid.append(el("input", {type: "number", step: "0.1", "aria-label": `${n.name} ${place(q, value.sides)}`, onchange: e => change(n.name, q, Number(e.target.value))}));
      const label = el("span", {class: "gridlabel"});
      show(label, n.latex, names);
      return el("div", {class: "given"}, label, grid);
    }, (e, n) => {
      const value = answer.given[n.name];
      Array.from(e.lastChild.children).forEach((input, q) => { if (document.activeElement !== input) input.value = Number(Number(value.all[q]).toPrecision(5)); });
    });
  }

  function change(name, q, x) {
    if (!Number.isFinite(x)) return;
    const old = answer.given[name];
    values = {...answer.given, ...values, [name]: {sides: old.sides, all: old.all.map((v, k) => k === q ? x : v)}};
    ask();
  }

  return {
    shown: ask,
    changed: ask,
  };
}

// The graph pane: the network as it is computed, forwards and backwards, one operation at a time.

import {Latest} from "./api.js";
import {el, keyed} from "./dom.js";
import {math, show, scrollable} from "./math.js";
import {network} from "./network.js";
import {matrix, place, shapeOf, short} from "./numbers.js";

const PHASES = [["forward", "Forward"], ["loss", "Loss"], ["clear", "Clear"], ["backward", "Backward"], ["update", "Update"]];
const WORDS = {
  forward: "Forward propagation: each value from those before it.",
  loss: "The loss: one number that says how far off the output is.",
  clear: "Clear: old adjoints must not be added to the new ones.",
  backward: "Backward: the adjoint of a name, from those of the names that use it.",
  update: "Update: a small step against the gradient.",
};

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
  const drawing = el("div", {class: "drawing scroll", tabindex: "0", role: "group", "aria-label": "The network as a graph; up and down choose a name"});
  const card = el("section", {class: "stepcard", "aria-live": "polite", "aria-label": "This step"});
  const message = el("p", {class: "message", role: "status", hidden: true});
  const numbers = el("section", {class: "numbers", "aria-label": "Numbers"});
  const tip = el("div", {class: "celltip", hidden: true});
  const walk = el("div", {class: "walk"}, back, next, where);
  const graph = network(drawing, tip, choose);
  root.append(
    el("div", {class: "tools"}, phases, el("span", {class: "grow"}), el("label", {class: "rate", for: "eta"}, math("\\eta"), el("span", {class: "offscreen"}, "learning rate")), slider, again),
    message, drawing, walk, card, numbers, tip);

  root.addEventListener("keydown", e => {
    if (e.target.matches("input, select, textarea")) return;
    const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
    const other = e.target === drawing && {ArrowDown: 1, ArrowUp: -1}[e.key];
    if (!step && !other) return;
    e.preventDefault();
    if (step) go(step);
    else chooseNext(other);
  });

  // ---- asking

  const latest = new Latest("trace", answered, e => {
    say(e.message);
    // Else the graph of another model would seem to be this one's.
    if (e.status === 400) seeing(false);
  });

  function seeing(something) {
    for (const part of [drawing, walk, card, numbers]) part.hidden = !something;
  }

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
    seeing(true);
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

  // A name whose numbers are shown below.
  function choose(name) {
    chosen = chosen === name ? null : name;
    graph.paint(known(), at > 0 ? steps[at - 1] : null, chosen);
    drawCard();
  }

  function chooseNext(step) {
    const names = graph.names;
    const q = names.indexOf(chosen) + step;
    if (names.length) choose(names[Math.max(0, Math.min(names.length - 1, q))]);
  }

  // What is known when `at` steps are done.
  function known() {
    const forward = new Map(Object.entries(answer.given)), adjoint = new Map();
    for (const s of steps.slice(0, at)) {
      if (s.phase === "update") forward.set(s.node, updated(s));
      else if (s.phase === "clear") for (const [name, value] of adjoints()) adjoint.set(name, {sides: value.sides, all: value.all.map(() => 0)});
      else if (s.adjoint) adjoint.set(s.node, s.v.value);
      else forward.set(s.node, s.v.value);
    }
    return {forward, adjoint};
  }

  // Those that all steps will have found.
  function adjoints() {
    return new Map(steps.filter(s => s.adjoint).map(s => [s.node, s.v.value]));
  }

  function draw() {
    if (!answer) return;
    const key = JSON.stringify([answer.edges, answer.sizes, steps.length]);
    if (key !== seen) {
      seen = key;
      graph.build(answer, adjoints(), context.knowledge.answer?.names ?? []);
    }
    graph.paint(known(), at > 0 ? steps[at - 1] : null, chosen);
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

  // ---- the step

  function drawCard() {
    card.replaceChildren(...(at === 0 ? beginning() : stepLines()), ...chosenLines());
    scrollable(card);
  }

  function beginning() {
    return [
      el("p", {}, round === 1 ? "These are the given numbers, small enough to follow by hand." : "The parameters have moved. The same numbers go forward again."),
      el("p", {class: "quiet"}, losses.length ? "Loss so far: " + losses.map(short).join(" → ") : "Next computes the first value. Warm cells are positive, cool ones negative; point at a cell, or click a name, to read it."),
    ];
  }

  function stepLines() {
    const names = context.knowledge.answer?.names ?? [];
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
    return lines;
  }

  // The numbers of the chosen name, as far as they are known.
  function chosenLines() {
    const n = graph.find(chosen);
    if (!n) return [];
    const names = context.knowledge.answer?.names ?? [];
    const {forward, adjoint} = known();
    const value = forward.get(n.name), a = adjoint.get(n.name);
    const by = steps.find(s => s.adjoint && s.node === n.name)?.v.latex;
    return [
      el("p", {class: "quiet chosenname"}, value ? "The name you chose:" : "The name you chose is not computed yet."),
      ...(value ? [formula(`${n.latex} = ${matrix(value)}`, names)] : []),
      ...(a ? [formula(`${by} = ${matrix(a)}`, names)] : []),
    ];
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
    changed() {
      round = 1;
      losses = [];
      ask();
    },
  };
}

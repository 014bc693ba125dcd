// The drawing of a network: its names as boxes in the order in which they are computed, in each the
// values on the left and the adjoints on the right, as heat maps.

import {el, svg} from "./dom.js";
import {show} from "./math.js";
import {place, shapeOf, short} from "./numbers.js";

const CELL = 14, PAD = 11, LABEL = 30, COLUMN = 46, ROW = 20, BETWEEN = 16;
const ORDER = {defined: 0, input: 1, parameter: 2, target: 3};

// ---- where everything stands

function nodesOf(answer, adjoints) {
  const all = [
    ...answer.names.map(n => ({...n, kind: n.role, value: answer.given[n.name]})),
    ...answer.modules.map(m => ({...m, kind: "defined", value: answer.values.find(v => v.part === "forward" && v.node === m.name)?.value})),
  ].filter(n => n.value && (n.kind === "defined" || answer.edges.some(e => e.from === n.name)));
  for (const n of all) {
    const [r, c] = shapeOf(n.value);
    const a = adjoints.get(n.name);
    const [ar, ac] = a && a.all.length ? shapeOf(a) : [0, 0];
    n.adjoint = a;
    n.rows = Math.max(r, ar);
    n.columns = c;
    n.w = Math.max(64, 2 * PAD + c * CELL + (a ? BETWEEN + ac * CELL : 0));
    n.h = LABEL + n.rows * CELL + PAD;
  }
  return all;
}

// How many computations lead to each; what is given stands just before its first use.
function ranks(nodes, edges, byName) {
  const rank = new Map();
  const depth = name => {
    if (rank.has(name)) return rank.get(name);
    rank.set(name, 1);
    const before = edges.filter(e => e.to === name && byName.get(e.from).kind === "defined").map(e => depth(e.from));
    rank.set(name, 1 + Math.max(0, ...before));
    return rank.get(name);
  };
  for (const n of nodes) if (n.kind === "defined") depth(n.name);
  for (const n of nodes) if (n.kind !== "defined") rank.set(n.name, Math.min(...edges.filter(e => e.from === n.name).map(e => rank.get(e.to)), 99) - 1);
  return rank;
}

function layout(answer, adjoints) {
  const nodes = nodesOf(answer, adjoints);
  const byName = new Map(nodes.map(n => [n.name, n]));
  const edges = answer.edges.filter(e => byName.has(e.from) && byName.has(e.to));
  const rank = ranks(nodes, edges, byName);
  const columns = [];
  for (const n of nodes) (columns[rank.get(n.name)] ??= []).push(n);
  const used = columns.filter(Boolean);
  for (const c of used) c.sort((x, y) => ORDER[x.kind] - ORDER[y.kind]);
  const middle = Math.max(...used.map(c => c[0].h)) / 2 + 8;
  let x = 8, height = 0;
  for (const c of used) {
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
  return {nodes, byName, edges, order: used.flat(), width: x - COLUMN + 8, height: height - ROW + 8};
}

// ---- the drawing

// `picked(name)` is told which box was clicked.
export function network(drawing, tip, picked) {
  let placed = {nodes: [], order: []};

  function build(answer, adjoints, names) {
    placed = layout(answer, adjoints);
    const {nodes, edges, byName, width, height} = placed;
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
    for (const n of nodes) s.append(box(n, names));
    drawing.replaceChildren(s);
  }

  function box(n, names) {
    const g = svg("g", {class: "node " + n.kind, transform: `translate(${n.x} ${n.y})`, "data-node": n.name});
    const label = svg("foreignObject", {x: 0, y: 3, width: n.w, height: LABEL - 3});
    label.append(show(el("div", {class: "nodelabel"}), n.latex, names));
    g.append(svg("rect", {class: "box", width: n.w, height: n.h, rx: 9}), label, svg("g", {class: "forward"}), svg("g", {class: "adjoint"}));
    g.addEventListener("click", () => picked(n.name));
    return g;
  }

  // ---- what is known now

  // `known`: the values and the adjoints so far; `now`: the step that was done last
  function paint({forward, adjoint}, now, chosen) {
    for (const g of drawing.querySelectorAll(".node")) {
      const n = placed.byName.get(g.dataset.node);
      const wide = n.columns * CELL;
      heat(g.querySelector(".forward"), forward.get(n.name), n.value, n.adjoint ? PAD : (n.w - wide) / 2, n, "");
      if (n.adjoint) heat(g.querySelector(".adjoint"), adjoint.get(n.name), n.adjoint, PAD + wide + BETWEEN, n, "adjoint of ");
      g.classList.toggle("now", now?.node === n.name);
      g.classList.toggle("chosen", chosen === n.name);
    }
    for (const p of drawing.querySelectorAll(".edge")) {
      const fore = now && (now.phase === "forward" || now.phase === "loss") && p.dataset.to === now.node;
      const rear = now && now.phase === "backward" && p.dataset.from === now.node;
      p.classList.toggle("on", !!(fore || rear));
    }
    reveal(drawing.querySelector(".node.now"));
  }

  function reveal(g) {
    if (!g || drawing.scrollWidth <= drawing.clientWidth) return;
    const box = g.getBoundingClientRect(), view = drawing.getBoundingClientRect();
    if (box.left < view.left || box.right > view.right) drawing.scrollLeft += box.left - view.left - (view.width - box.width) / 2;
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
      c.tip = v === undefined ? "" : `${kind}${n.name}${form.sides.length ? "[" + place(q, form.sides) + "]" : ""} = ${short(v)}`;
    }
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

  return {
    build,
    paint,
    find: name => placed.nodes.find(n => n.name === name),
    get names() { return placed.order.map(n => n.name); },
  };
}

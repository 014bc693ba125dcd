// The page: what it remembers, and who is told when the model changes.

import {ask, list, Latest} from "./api.js";
import {el, copy, toast} from "./dom.js";
import {modelEditor} from "./editor.js";
import {derivePane} from "./derive.js";
import {graphPane} from "./graph.js";
import {checkPane} from "./check.js";
import {trainPane} from "./train.js";
import {read, write} from "./share.js";

const FIRST = `# A network with one hidden layer: edit anything.

x  in R[n]                  # an input
y  in R[K]                  # its target
W1 in R[a, n],  b1 in R[a]
W2 in R[K, a],  b2 in R[K]

s1 = W1 x + b1
a1 = tanh(s1)
s2 = W2 a1 + b2
C  = 1/2 ||s2 - y||^2

derive C wrt W1, b1, W2, b2
`;

const $ = id => document.getElementById(id);
const STORE = "jacobi.playground";

// ---- what is remembered, in this browser alone

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

const shared = await read(location.hash);
const state = {model: FIRST, name: "two layers", document: "", pane: "derive", form: "layers", layout: "ml", wrt: [], keyed: true, ...stored(), ...shared};
if (shared) history.replaceState(null, "", location.pathname);

let saving = 0;
function remember(changes) {
  Object.assign(state, changes);
  clearTimeout(saving);
  saving = setTimeout(() => {
    try {
      localStorage.setItem(STORE, JSON.stringify(state));
    } catch {
      // A browser that keeps nothing loses nothing else.
    }
  }, 250);
}

// ---- what is known of the model and the language

const knowledge = {
  answer: null,
  functions: [],
  about(word) {
    const name = this.answer?.names.find(n => n.text === word || n.name === word);
    if (name) {
      const d = this.answer.definitions.find(x => x.name === name.name);
      const declared = this.answer.declarations.find(x => x.name === name.name);
      if (d?.right) return {latex: d.left + " = " + d.right.latex, names: this.answer.names, shape: d.shapeText};
      return {latex: declared ? declared.latex + " \\in " + declared.set : name.latex, names: this.answer.names, shape: name.shape};
    }
    const f = this.functions.find(x => x.name === word);
    return f ? {latex: f.latex[0] ? `\\frac{\\partial y}{\\partial x} = ${f.latex[0]}` : "", names: [], text: f.call + (f.note ? " – " + f.note : "")} : null;
  },
  completions() {
    const names = (this.answer?.names ?? []).map(n => ({label: n.text, detail: n.shape, type: "variable", boost: 2}));
    const functions = this.functions.map(f => ({label: f.name, detail: f.call.slice(f.name.length), type: "function", apply: f.name + "("}));
    const words = ["derive", "wrt", "jacobian", "hessian", "assume", "input", "target", "parameter", "simplex", "onehot"].map(w => ({label: w, type: "keyword", boost: -1}));
    return [...names, ...functions, ...words];
  },
};

// ---- the panes

const context = {
  state, remember, ask, knowledge,
  get model() { return editor.text; },
  put(name, text) { open(name + ".jacobi", text); },
};
const panes = {derive: derivePane($("derive"), context, () => question()), graph: graphPane($("graph"), context), check: checkPane($("check"), context), train: trainPane($("train"), context)};

const latest = new Latest("derive", (answer, q) => {
  const fine = answer.problems.length === 0;
  if (fine || !knowledge.answer) knowledge.answer = answer;
  showProblems(answer);
  panes.derive.show(answer, fine);
  $("state").textContent = fine ? "" : answer.problems.length === 1 ? "1 mistake" : answer.problems.length + " mistakes";
  $("state").className = "state " + (fine ? "" : "wrong");
  performance.mark("jacobi-derived");
}, e => {
  panes.derive.refused(e.message);
  $("state").textContent = e.status === 422 ? "stopped" : "no answer";
  $("state").className = "state wrong";
});

function question() {
  panes.derive.asked();
  latest.ask({text: editor.text, layout: state.layout, wrt: state.wrt, steps: state.form === "steps"});
}

// Marks stand at once; their words wait until the typing pauses, so that lines do not jump.
let telling = 0;
function showProblems(answer) {
  const all = [...answer.problems, ...answer.notes.map(n => ({...n, note: true}))];
  clearTimeout(telling);
  editor.problems(all.map(p => ({...p, silent: true})));
  if (all.length) telling = setTimeout(() => editor.problems(all), 450);
}

const editor = modelEditor($("editor"), state.model, text => {
  remember({model: text});
  question();
  panes[state.pane].changed?.();
}, knowledge);

// ---- tabs

function select(pane, focus) {
  if (!panes[pane]) pane = "derive";
  remember({pane});
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const on = tab.dataset.pane === pane;
    tab.setAttribute("aria-selected", on);
    tab.tabIndex = on ? 0 : -1;
    if (on && focus) tab.focus();
    $(tab.dataset.pane).hidden = !on;
  }
  $("pane").setAttribute("aria-labelledby", "tab-" + pane);
  document.body.dataset.pane = pane;
  panes[pane].shown?.();
}

const order = Array.from(document.querySelectorAll("[role=tab]"), t => t.dataset.pane);
for (const tab of document.querySelectorAll("[role=tab]")) {
  tab.addEventListener("click", () => select(tab.dataset.pane));
  tab.addEventListener("keydown", e => {
    const step = {ArrowRight: 1, ArrowLeft: -1, Home: -order.length, End: order.length}[e.key];
    if (!step) return;
    e.preventDefault();
    const at = order.indexOf(state.pane);
    const to = Math.abs(step) > 1 ? (step > 0 ? order.length - 1 : 0) : (at + step + order.length) % order.length;
    select(order[to], true);
  });
}

// ---- files

function open(name, text) {
  const isModel = name.endsWith(".jacobi");
  if (isModel) {
    remember({name: name.replace(/\.jacobi$/, ""), wrt: []});
    editor.text = text;
  } else {
    select("check");
    panes.check.open(name, text);
  }
  showName();
}

function showName() {
  $("name").textContent = state.name;
}

$("file-open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async e => {
  const file = e.target.files[0];
  e.target.value = "";
  if (file) await take(file);
});

async function take(file) {
  if (file.size > 400_000) return toast("larger than 400 kB: use the command");
  open(file.name, await file.text());
}
context.take = take;

document.addEventListener("dragover", e => { if (e.dataTransfer?.types.includes("Files")) { e.preventDefault(); document.body.classList.add("dropping"); } });
document.addEventListener("dragleave", e => { if (!e.relatedTarget) document.body.classList.remove("dropping"); });
document.addEventListener("drop", async e => {
  document.body.classList.remove("dropping");
  if (!e.dataTransfer?.files.length) return;
  e.preventDefault();
  await take(e.dataTransfer.files[0]);
});

$("share").addEventListener("click", async () => {
  const part = {model: editor.text, name: state.name, pane: state.pane, form: state.form, layout: state.layout, wrt: state.wrt};
  if (state.pane === "check") Object.assign(part, {document: state.document, keyed: state.keyed});
  const hash = await write(part);
  await copy(location.origin + "/" + hash, "Link with the whole text");
});

window.addEventListener("hashchange", async () => {
  const part = await read(location.hash);
  if (!part) return;
  history.replaceState(null, "", location.pathname);
  remember(part);
  editor.text = state.model;
  if (part.document !== undefined) panes.check.open("derivation.md", part.document);
  showName();
  select(state.pane);
});

// ---- examples

let examples = [];
function showExamples() {
  const find = $("examples-find").value.toLowerCase();
  const all = examples.filter(e => (e.name + e.about).toLowerCase().includes(find));
  $("examples-list").replaceChildren(...all.map(e => el("li", {}, el("button", {onclick: () => { $("examples").close(); open(e.name.split("/").pop(), e.text); }}, el("b", {}, e.name.replace(/\.jacobi$/, "")), el("span", {}, e.about)))));
}
$("examples-open").addEventListener("click", async () => {
  $("examples").showModal();
  $("examples-find").value = "";
  if (!examples.length) examples = await list("examples");
  showExamples();
});
$("examples-find").addEventListener("input", showExamples);
$("examples-find").addEventListener("keydown", e => {
  if (e.key === "ArrowDown" || e.key === "Enter") {
    e.preventDefault();
    const first = $("examples-list").querySelector("button");
    if (e.key === "Enter") first?.click();
    else first?.focus();
  }
});
$("examples-list").addEventListener("keydown", e => {
  const li = e.target.closest("li");
  const to = e.key === "ArrowDown" ? li?.nextElementSibling : e.key === "ArrowUp" ? li?.previousElementSibling : null;
  if (to) {
    e.preventDefault();
    to.querySelector("button").focus();
  }
});

// ---- begin

showName();
select(state.pane);
question();
document.body.classList.add("ready");
list("functions").then(f => { knowledge.functions = f.functions ?? []; });

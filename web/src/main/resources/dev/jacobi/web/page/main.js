// The page: what it remembers, and who is told when the model changes.

import {ask, list, Latest} from "./api.js";
import {copy, toast} from "./dom.js";
import {modelEditor} from "./editor.js";
import {derivePane} from "./derive.js";
import {graphPane} from "./graph.js";
import {checkPane} from "./check.js";
import {trainPane} from "./train.js";
import {files} from "./files.js";
import * as own from "./own.js";
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

const NOTHING = {model: FIRST, name: "two layers", document: "", file: "derivation.md", pane: "derive", form: "layers", layout: "ml", wrt: [], keyed: true};
const shared = await read(location.hash);
const before = {...NOTHING, ...stored()};
const state = {...before, ...shared};
if (shared) {
  history.replaceState(null, "", location.pathname);
  keepEdited(before, shared);
}

// What the user wrote is kept before something else takes its place.
function keepEdited(now, next) {
  if (now.edited && now.model.trim() && next.model !== undefined && next.model !== now.model) own.keep(now.name + ".jacobi", now.model, now.kept);
  if (now.documentEdited && now.document.trim() && next.document !== undefined && next.document !== now.document) own.keep(now.file, now.document, now.documentKept);
  if (next.model !== undefined) Object.assign(state, {edited: !!next.edited, kept: !!next.kept});
  if (next.document !== undefined) Object.assign(state, {documentEdited: !!next.edited, documentKept: !!next.kept});
}

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
  answer: null, // the last to a model without mistakes
  fine: true, // whether the model has none now
  functions: [],
  named(word) {
    return this.answer?.names.find(n => n.text === word || n.name === word);
  },
  about(word) {
    const name = this.named(word);
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
  open: (name, text) => open(name, text),
  first: () => open("two layers.jacobi", FIRST),
};
const panes = {derive: derivePane($("derive"), context, () => question()), graph: graphPane($("graph"), context), check: checkPane($("check"), context), train: trainPane($("train"), context)};

// What is cut into sections is the key of a document: several models, one for each of its parts.
const SECTION = /^\s*section\s+"/m;

const latest = new Latest("derive", (answer, q) => {
  if (SECTION.test(q.text)) return isKey();
  // A name that was clicked is gone: the fault has no place in the text.
  if (q.wrt.length && answer.problems.some(p => p.line < 1)) return asTheModelAsks();
  const fine = answer.problems.length === 0;
  knowledge.fine = fine;
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

function asTheModelAsks() {
  remember({wrt: []});
  question();
}

function isKey() {
  clearTimeout(telling);
  editor.problems([]);
  panes.derive.refused("These are several models, the sections of a key: the Check pane judges by each of them.");
  $("state").textContent = "a key";
  $("state").className = "state";
}

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

const REQUESTS = /^\s*(derive|jacobian|hessian|vjp|jvp|hvp)\b.*$/gm;
const requests = text => (text.match(REQUESTS) ?? []).join("\n");

let opening = false;
const editor = modelEditor($("editor"), state.model, text => {
  // Who writes what is asked means that, and not what was clicked before.
  if (state.wrt.length && requests(text) !== requests(state.model)) state.wrt = [];
  remember(opening ? {model: text} : {model: text, edited: true});
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

const TEXTS = /\.(jacobi|md|markdown|tex|txt|py)$/i;

function open(name, text, kept) {
  if (name.endsWith(".jacobi")) {
    keepEdited(state, {model: text, kept});
    remember({name: name.replace(/\.jacobi$/, ""), wrt: []});
    opening = true;
    editor.text = text;
    opening = false;
    showName();
  } else {
    keepEdited(state, {document: text, kept});
    select("check");
    panes.check.open(name, text);
  }
}

function showName() {
  $("name").value = state.name;
}

$("name").addEventListener("input", () => remember({name: $("name").value.trim().replaceAll(/[/\\]/g, "-") || "model", kept: false}));
$("name").addEventListener("change", showName);

function save() {
  const as = own.keep(state.name + ".jacobi", editor.text, state.kept);
  if (!as) return toast("this browser keeps nothing");
  remember({name: as.replace(/\.jacobi$/, ""), kept: true, edited: false});
  showName();
  if (state.pane === "check" && state.document.trim()) remember({file: own.keep(state.file, state.document, state.documentKept) ?? state.file, documentKept: true, documentEdited: false});
  toast("Kept in this browser: see Examples");
}
$("save").addEventListener("click", save);
document.addEventListener("keydown", e => {
  if (e.key.toLowerCase() !== "s" || !(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey) return;
  e.preventDefault();
  save();
});

$("file-open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async e => {
  const all = Array.from(e.target.files);
  e.target.value = "";
  await take(all);
});

// Models first: what a document is judged by stands in the editor then.
async function take(all) {
  const texts = all.filter(f => TEXTS.test(f.name) && f.size <= 400_000).sort((a, b) => b.name.endsWith(".jacobi") - a.name.endsWith(".jacobi"));
  for (const file of texts) open(file.name, await file.text());
  const other = all.find(f => !texts.includes(f));
  if (other) toast(other.name + (TEXTS.test(other.name) ? " is larger than 400 kB: use the command" : " is none of .jacobi, .md, .tex, .txt, .py"));
}

document.addEventListener("dragover", e => { if (e.dataTransfer?.types.includes("Files")) { e.preventDefault(); document.body.classList.add("dropping"); } });
document.addEventListener("dragleave", e => { if (!e.relatedTarget) document.body.classList.remove("dropping"); });
document.addEventListener("drop", async e => {
  document.body.classList.remove("dropping");
  if (!e.dataTransfer?.files.length) return;
  e.preventDefault();
  await take(Array.from(e.dataTransfer.files));
});

files((name, text, key) => {
  if (key) open(key.name, key.text);
  if (key !== undefined) panes.check.keyed(key !== null);
  open(name, text, own.all().some(e => e.name === name && e.text === text));
});

$("share").addEventListener("click", async () => {
  const part = {model: editor.text, name: state.name, pane: state.pane, form: state.form, layout: state.layout, wrt: state.wrt};
  if (state.pane === "check") Object.assign(part, {document: state.document, file: state.file, keyed: state.keyed});
  const hash = await write(part);
  await copy(location.origin + "/" + hash, "Link with the whole text");
});

window.addEventListener("hashchange", async () => {
  const part = await read(location.hash);
  if (!part) return;
  history.replaceState(null, "", location.pathname);
  const {model, document: text, ...rest} = part;
  open((rest.name ?? "shared") + ".jacobi", model);
  remember(rest);
  if (text !== undefined) panes.check.open(rest.file ?? NOTHING.file, text);
  panes.check.keyed(state.keyed);
  question();
  select(state.pane);
});

// ---- begin

showName();
select(state.pane);
question();
document.body.classList.add("ready");
list("functions").then(f => { knowledge.functions = f.functions ?? []; });

// The dialog with the texts that this browser keeps and the examples.

import {list} from "./api.js";
import {el, download} from "./dom.js";
import * as own from "./own.js";

const $ = id => document.getElementById(id);

// `open(name, text, key)` is told what was chosen; `key` is the model of a document, null where it
// has none, undefined where nobody knows.
export function files(open) {
  const dialog = $("examples"), find = $("examples-find"), shown = $("examples-list");
  let examples = [];

  function choose(name, text, key) {
    dialog.close();
    open(name, text, key);
  }

  // An example whose comment names the document.
  function keyOf(document) {
    const [folder, name] = document.name.split(/\/(?=[^/]*$)/);
    return examples.find(e => e.name.startsWith(folder + "/") && e.name.endsWith(".jacobi") && e.about.split(/[\s:,;]+/).some(w => w.replace(/\.$/, "") === name)) ?? null;
  }

  function example(e) {
    const isModel = e.name.endsWith(".jacobi");
    const key = isModel ? undefined : keyOf(e);
    return el("li", {}, el("button", {onclick: () => choose(e.name.split("/").pop(), e.text, key && {name: key.name.split("/").pop(), text: key.text})},
      el("b", {}, e.name.replace(/\.jacobi$/, "")), el("span", {}, e.about)));
  }

  function kept(e) {
    return el("li", {class: "own"},
      el("button", {onclick: () => choose(e.name, e.text)}, el("b", {}, e.name.replace(/\.jacobi$/, "")), el("span", {}, new Date(e.at).toLocaleString())),
      el("button", {class: "link", "aria-label": "Download " + e.name, onclick: () => download(e.name, e.text, "text/plain")}, "Download"),
      el("button", {class: "link", "aria-label": "Delete " + e.name, onclick: () => { own.remove(e.name); draw(); find.focus(); }}, "Delete"));
  }

  function draw() {
    const words = find.value.toLowerCase();
    const mine = own.all().filter(e => e.name.toLowerCase().includes(words)).map(kept);
    const theirs = examples.filter(e => (e.name + e.about).toLowerCase().includes(words)).map(example);
    if (mine.length) mine.unshift(el("li", {class: "label"}, "Kept in this browser"));
    if (mine.length && theirs.length) theirs.unshift(el("li", {class: "label"}, "Examples"));
    shown.replaceChildren(...mine, ...theirs);
    if (!mine.length && !theirs.length) shown.append(el("li", {class: "label"}, "Nothing has these words."));
  }

  $("examples-open").addEventListener("click", async () => {
    dialog.showModal();
    find.focus();
    find.value = "";
    draw();
    if (!examples.length) examples = await list("examples");
    draw();
  });
  find.addEventListener("input", draw);
  find.addEventListener("keydown", e => {
    if (e.key !== "ArrowDown" && e.key !== "Enter") return;
    e.preventDefault();
    const first = shown.querySelector("button");
    if (e.key === "Enter") first?.click();
    else first?.focus();
  });
  shown.addEventListener("keydown", e => {
    const step = {ArrowDown: 1, ArrowUp: -1}[e.key];
    if (!step) return;
    e.preventDefault();
    const rows = Array.from(shown.querySelectorAll("li:not(.label)"));
    const at = rows.indexOf(e.target.closest("li")) + step;
    (at < 0 ? find : rows[at]?.querySelector("button"))?.focus();
  });
}

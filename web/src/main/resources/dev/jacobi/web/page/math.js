// Formulas: KaTeX, with every sign of a name knowing whose it is.
//
// The server gives the signs of the n-th name the colour n. KaTeX puts it on the smallest elements it
// makes; here it is taken off again and the name kept, so that pointing at a symbol can light them all.

import katex from "katex";

const OPTIONS = {throwOnError: true, strict: "ignore", output: "htmlAndMathml", maxExpand: 500, maxSize: 50};

export function plain(latex) {
  return latex.replace(/\\textcolor\{#[0-9a-f]{6}\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, "$1");
}

function number(colour) {
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (rgb) return rgb[1] * 65536 + rgb[2] * 256 + Number(rgb[3]);
  const hex = /^#([0-9a-f]{6})$/.exec(colour);
  return hex ? parseInt(hex[1], 16) : 0;
}

function name(root, names) {
  for (const e of root.querySelectorAll(".katex-html [style*='color']")) {
    const n = names[number(e.style.color) - 1];
    if (!n) continue;
    e.style.color = "";
    e.dataset.name = n.name;
  }
  for (const e of root.querySelectorAll("[mathcolor]")) e.removeAttribute("mathcolor");
}

// Shows a formula in an element, unless it stands there already.
export function show(e, latex, names = [], display = false) {
  const key = latex + "\u0000" + (names === show.names ? show.key : (show.names = names, show.key = names.map(n => n.name).join()));
  if (e.formula === key) return e;
  e.formula = key;
  const made = document.createElement("span");
  try {
    katex.render(latex, made, {...OPTIONS, displayMode: display});
    name(made, names);
    const source = made.querySelector("annotation");
    if (source) source.textContent = plain(latex);
  } catch {
    made.append(plain(latex));
  }
  e.replaceChildren(...made.childNodes);
  return e;
}

export function math(latex, names, className = "math") {
  const e = document.createElement("span");
  e.className = className;
  return show(e, latex, names);
}

// Lights every place where a name stands.
let lit = "";

export function light(n) {
  if (n === lit) return;
  for (const e of document.querySelectorAll(".lit")) e.classList.remove("lit");
  lit = n;
  document.dispatchEvent(new CustomEvent("lit", {detail: n}));
  if (!n) return;
  for (const e of document.querySelectorAll(`[data-name="${CSS.escape(n)}"]`)) e.classList.add("lit");
}

// The editor lights the word that is pointed at there by itself.
document.addEventListener("pointerover", e => {
  if (!e.target.closest?.(".editor .cm-content")) light(e.target.closest?.("[data-name]")?.dataset.name ?? "");
});
document.addEventListener("focusin", e => light(e.target.closest?.("[data-name]")?.dataset.name ?? ""));

// What is wider than its place can be scrolled, also by keys.
export function scrollable(root) {
  for (const e of root.querySelectorAll(".scroll"))
    if (e.scrollWidth > e.clientWidth + 1) e.tabIndex = 0;
    else e.removeAttribute("tabindex");
}

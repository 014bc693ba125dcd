// The steps of a derivation, each with the rule and the definition that it used.

import {el, keyed} from "./dom.js";
import {show} from "./math.js";

const RULES = [
  [/^chain rule/, "The chain rule: what depends on this only by way of the next name changes by the product of both derivatives, summed over the entries between."],
  [/^derivative of the definition/, "The forward definition, differentiated entry by entry."],
  [/^derivative of/, "An argument without a name: the chain rule through what contains it."],
  [/^put in/, "Both factors are put in; a Kronecker delta under a sum leaves the one term where its letters are equal."],
  [/^sum over/, "Several ways lead from here to the result; the derivatives of all of them add up."],
  [/^in matrix notation/, "The same, with sums over letters written as products of matrices."],
  [/^the adjoints before it put in/, "The adjoints that came before are put in, and what can be shortened is."],
  [/^the path/, "What one of several ways contributes."],
];

// A row for a step, still empty.
export function stepRow() {
  return el("details", {class: "step"},
    el("summary", {}, el("span", {class: "number"}), el("span", {class: "f scroll"}), el("span", {class: "rule"})),
    el("div", {class: "why"}));
}

// Fills the row of a step: its number, what it says, and behind a click why.
export function updateStep(x, r, answer) {
  const [number, f, rule] = x.firstChild.children;
  number.textContent = r.number;
  const sides = r.step.sides.map(s => s.latex);
  show(f, sides[0] + " = " + sides.at(-1), answer.names);
  rule.textContent = r.step.rule;
  const why = x.lastChild;
  const used = definitionIn(r.step.rule, answer);
  const lines = [{key: "rule", text: sentence(r.step.rule)}];
  if (used) lines.push({key: "def", label: "Definition used", latex: used.left + " = " + used.right.latex});
  if (sides.length > 2) lines.push({key: "chain", label: "In full", latex: r.step.chain.latex});
  lines.push({key: "shape", label: "Shape", latex: r.step.shape});
  keyed(why, lines, l => l.key, l => el("div", {}, l.text ? el("span") : el("span", {class: "label"}, l.label), l.latex ? el("span", {class: "f scroll"}) : null), (e, l) => {
    if (l.text) e.firstChild.textContent = l.text;
    else show(e.children[1], l.latex, answer.names);
  });
}

// The definition that a rule speaks of.
function definitionIn(rule, answer) {
  const name = /(?:definition of|through|derivative of(?! the)) ([^\s,]+)/.exec(rule)?.[1];
  const d = [...answer.definitions, ...answer.answers.flatMap(a => a.where)].find(x => x.name === name || x.leftText === name);
  return d?.right ? d : null;
}

function sentence(rule) {
  return RULES.find(([pattern]) => pattern.test(rule))?.[1] ?? rule;
}

// The check pane: a derivation that somebody wrote, with a verdict beside each line.

import {Latest} from "./api.js";
import {el, keyed, download, toast} from "./dom.js";
import {documentEditor} from "./editor.js";
import {math, show, scrollable} from "./math.js";

const SAMPLE = `# My derivation

The network of the left side has the error signal

$$\\frac{\\partial C}{\\partial s_2} = s_2 - y$$

and one layer further down

$$\\frac{\\partial C}{\\partial s_1} = (W_2^\\top (s_2 - y)) \\odot (1 + a_1^2)$$

so that

$$\\frac{\\partial C}{\\partial W_1} = x \\left(\\frac{\\partial C}{\\partial s_1}\\right)^\\top$$
`;

const SIGNS = {definition: "≔", true: "✓", doubtful: "!", wrong: "✗", unread: "?"};

function kind(r) {
  switch (r.verdict) {
    case "definition": return "definition";
    case "proved": case "agrees": return r.plain ? "true" : "doubtful";
    case "conditional": case "notation": return "doubtful";
    case "unread": return "unread";
    default: return "wrong";
  }
}

export function checkPane(root, context) {
  const {state, remember} = context;
  let editor = null;
  let file = "derivation.md";

  const keyedBox = el("input", {type: "checkbox", id: "keyed", onchange: e => { remember({keyed: e.target.checked}); judge(); }});
  keyedBox.checked = state.keyed;
  const summary = el("div", {class: "summary", role: "status", "aria-live": "polite"});
  const report = el("button", {onclick: keep, title: "The document with its verdicts as one HTML file"}, "Report");
  const sample = el("button", {onclick: () => open("derivation.md", SAMPLE)}, "Try a sample");
  const place = el("div", {class: "document"});
  const message = el("p", {class: "message", role: "status", hidden: true});
  const found = el("ol", {class: "found", "aria-label": "What was found"});
  const assumed = el("p", {class: "quiet assumed"});
  root.append(
    el("div", {class: "tools"}, el("label", {class: "check"}, keyedBox, " Judge by the model"), el("span", {class: "grow"}), sample, report),
    place, message, summary, found, assumed);

  const latest = new Latest("check", answered, e => {
    message.textContent = e.message;
    message.hidden = false;
  });

  function question() {
    return {name: file, text: editor.text, key: state.keyed ? context.model : null};
  }

  function judge() {
    if (!editor) return;
    if (!editor.text.trim()) {
      answered({relations: [], errors: [], summary: {}, assumptions: []});
      return;
    }
    latest.ask(question());
  }

  let answer = null;

  function answered(a) {
    answer = a;
    message.hidden = a.errors.length === 0;
    message.textContent = a.errors.map(e => (state.keyed ? "the model cannot be used yet: " : "") + e.message).slice(0, 1).join("");
    a.relations.forEach((r, q) => {
      r.kind = kind(r);
      r.sign = SIGNS[r.kind];
      r.id = q;
    });
    if (a.errors.length === 0) editor.verdicts(a.relations, pick);
    drawSummary();
    drawFound();
    assumed.textContent = a.assumptions.length ? "Assumed: " + a.assumptions.join("; ") : "";
    scrollable(root);
  }

  function drawSummary() {
    const words = Object.entries(answer.summary).filter(([, n]) => n > 0);
    keyed(summary, words, w => w[0], () => el("span"), (e, [verdict, n]) => {
      e.className = "badge " + kind({verdict, plain: true});
      e.textContent = n + " " + verdict;
    });
  }

  function drawFound() {
    const shown = answer.relations.filter(r => r.kind !== "true" && r.kind !== "definition");
    keyed(found, shown, r => r.line + ":" + r.column + r.written + r.headline, make, update);
  }

  function make() {
    return el("li", {class: "finding"},
      el("div", {class: "head"}, el("button", {class: "link line"}), el("span", {class: "badge"})),
      el("p", {class: "words"}),
      el("dl", {}),
      el("div", {class: "right"}));
  }

  function update(e, r) {
    e.id = "finding-" + r.id;
    const [head, words, notes, right] = e.children;
    head.children[0].textContent = "Line " + r.line;
    head.children[0].onclick = () => editor.go(r.line);
    head.children[1].textContent = r.sign + " " + r.headline;
    head.children[1].className = "badge " + r.kind;
    words.textContent = r.message.charAt(0).toUpperCase() + r.message.slice(1) + ".";
    notes.replaceChildren(...r.notes.flatMap(n => [el("dt", {}, n.label === "at" ? "False at" : n.label), el("dd", {}, n.words)]));
    const said = r.correct?.latex || r.correct?.text || "";
    if (right.said === said) return;
    right.said = said;
    if (!said) return right.replaceChildren();
    right.replaceChildren(el("button", {"aria-expanded": "false", onclick: b => {
      const line = el("div", {class: "scroll answer"});
      if (r.correct.latex) show(line, r.correct.latex, [], true);
      else line.textContent = r.correct.text;
      b.target.replaceWith(el("span", {class: "label"}, "The right side should be"), line);
      scrollable(root);
    }}, "Show me the right line"));
  }

  function pick(r) {
    const e = document.getElementById("finding-" + r.id);
    if (!e) return toast(r.message);
    e.scrollIntoView({block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
    e.classList.add("picked");
    setTimeout(() => e.classList.remove("picked"), 1200);
  }

  async function keep() {
    try {
      const r = await context.ask("report", question());
      download(file.replace(/\.\w+$/, "") + ".check.html", r.html, "text/html");
    } catch (e) {
      toast(e.message);
    }
  }

  function begin() {
    if (editor) return;
    editor = documentEditor(place, state.document, text => {
      remember({document: text});
      judge();
    });
  }

  function open(name, text) {
    begin();
    file = name;
    editor.text = text;
    judge();
  }

  return {
    shown() {
      begin();
      judge();
    },
    changed: () => { if (state.keyed) judge(); },
    open,
  };
}

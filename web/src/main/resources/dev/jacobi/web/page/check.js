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

  const keyedBox = el("input", {type: "checkbox", id: "keyed", title: "What the names mean stands in the model; without it the document must say so itself", onchange: e => { remember({keyed: e.target.checked}); judge(); }});
  keyedBox.checked = state.keyed;
  const summary = el("div", {class: "summary", role: "status", "aria-live": "polite"});
  const report = el("button", {onclick: keep, title: "The document with its verdicts as one HTML file"}, "Report");
  const sample = el("button", {onclick: () => open("derivation.md", SAMPLE)}, "Try a sample");
  const place = el("div", {class: "document"});
  const message = el("p", {class: "message", role: "status", hidden: true});
  const found = el("ol", {class: "found", "aria-label": "What was found"});
  const assumed = el("p", {class: "quiet assumed"});
  root.append(
    el("div", {class: "tools"}, el("label", {class: "check"}, keyedBox, " Judge by the model in the editor"), el("span", {class: "grow"}), sample, report),
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
    const words = trouble(a);
    message.hidden = !words;
    message.textContent = words;
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

  // Why there is no verdict, where there is none.
  function trouble(a) {
    if (a.errors.length) {
      const e = a.errors[0];
      const mine = a.typed && e.line > 0;
      const where = mine ? "Line " + e.line + ": " : state.keyed ? "The model in the editor cannot be used yet: " : "";
      return where + e.message + (e.hint ? "; " + e.hint : "");
    }
    if (a.relations.length || !editor.text.trim()) return "";
    return "No equation was found yet. Write one a line, as " + sampleLine() + ", or LaTeX between $ signs.";
  }

  function sampleLine() {
    const o = context.knowledge.answer?.answers[0]?.outcomes[0];
    return (o ? o.closed.left.text : "dC/dW") + " = …";
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
    // What stands between backticks is a formula.
    words.replaceChildren(...(r.message.charAt(0).toUpperCase() + r.message.slice(1) + ".").split("`").map((part, q) => q % 2 ? el("code", {}, part) : part));
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

// The check pane: a derivation that somebody wrote, with a verdict beside each line.

import {Latest} from "./api.js";
import {el, keyed, download, toast} from "./dom.js";
import {documentEditor} from "./editor.js";
import {math, show, scrollable} from "./math.js";

const SAMPLE = `# My derivation

The network of the editor has the error signal

$$\\frac{\\partial C}{\\partial s_2} = s_2 - y$$

and one layer further down

$$\\frac{\\partial C}{\\partial s_1} = (W_2^\\top (s_2 - y)) \\odot (1 + a_1^2)$$

so that

$$\\frac{\\partial C}{\\partial W_1} = x \\left(\\frac{\\partial C}{\\partial s_1}\\right)^\\top$$
`;

const VERDICTS = ["definition", "proved", "agrees", "conditional", "notation", "refuted", "malformed", "unread"];
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
  let editor = null, opening = false;

  const keyedBox = el("input", {type: "checkbox", id: "keyed", title: "What the names mean stands in the model; without it the document must say so itself", onchange: e => { remember({keyed: e.target.checked}); judge(); }});
  keyedBox.checked = state.keyed;
  const summary = el("div", {class: "summary", role: "status", "aria-live": "polite"});
  const report = el("button", {onclick: keep, title: "The document with its verdicts as one HTML file"}, "Report");
  const sample = el("button", {onclick: trySample}, "Try a sample");
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

  // The sample speaks of the names that the page begins with.
  function trySample() {
    const defined = new Set(context.knowledge.answer?.names.map(n => n.text));
    if (!context.knowledge.fine || !["C", "s1", "a1", "s2", "W1", "W2", "x", "y"].every(n => defined.has(n))) context.first();
    setKeyed(true);
    context.open("derivation.md", SAMPLE);
  }

  function setKeyed(on) {
    remember({keyed: on});
    keyedBox.checked = on;
  }

  function question() {
    return {name: state.file, text: editor.text, key: state.keyed ? context.model : null};
  }

  function judge() {
    if (!editor) return;
    if (!editor.text.trim()) {
      answered({relations: [], errors: [], assumptions: []});
      return;
    }
    latest.ask(question());
  }

  let answer = null;

  function answered(a) {
    const mine = a.typed ? a.errors.filter(e => e.line > 0) : [];
    a.errors = a.errors.filter(e => !mine.includes(e));
    a.relations.push(...mine.map(unread));
    if (a.typed && !a.errors.length) a.relations.push(...given(a.relations));
    a.relations.sort((x, y) => x.line - y.line || x.column - y.column);
    a.summary = VERDICTS.map(v => [v, a.relations.filter(r => r.verdict === v).length]);
    answer = a;
    const words = trouble(a);
    message.hidden = !words;
    message.textContent = words;
    a.relations.forEach((r, q) => {
      r.kind = kind(r);
      r.sign = SIGNS[r.kind];
      r.id = q;
      r.wholeLine = a.typed;
    });
    if (a.errors.length === 0) editor.verdicts(a.relations, pick);
    drawSummary();
    drawFound();
    assumed.textContent = a.assumptions.length ? "Assumed: " + a.assumptions.join("; ") : "";
    scrollable(root);
  }

  // A typed line that cannot be read, as what it is: neither right nor wrong.
  function unread(e) {
    const message = e.message + (e.hint ? "; " + e.hint : "");
    return {line: e.line, column: e.column, length: e.length, written: "", verdict: "unread", headline: "unread", message, notes: []};
  }

  // A typed equation that nothing is said of gives a name its meaning.
  function given(relations) {
    const said = new Set(relations.map(r => r.line));
    return editor.text.split("\n").flatMap((text, q) => text.includes("=") && !said.has(q + 1)
      ? [{line: q + 1, column: 1, length: 1, written: text, verdict: "definition", headline: "definition", message: "this says what a name means", notes: []}] : []);
  }

  // Why there is no verdict, where there is none.
  function trouble(a) {
    if (a.errors.length) {
      const e = a.errors[0];
      return (state.keyed ? "The model in the editor cannot be used yet: " : "") + e.message + (e.hint ? "; " + e.hint : "");
    }
    if (a.relations.length || !editor.text.trim()) return "";
    return "No equation was found yet. Write one a line, as " + sampleLine() + ", or LaTeX between $ signs.";
  }

  function sampleLine() {
    const o = context.knowledge.answer?.answers[0]?.outcomes[0];
    return (o ? o.closed.left.text : "dC/dW") + " = …";
  }

  function drawSummary() {
    const words = answer.summary.filter(([, n]) => n > 0);
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
    words.replaceChildren(...sentence(r.message).split("`").map((part, q) => q % 2 ? el("code", {}, part) : part));
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

  // With a capital, unless it begins with a name: h is not H.
  function sentence(words) {
    const first = /^[\p{L}\p{N}_]*/u.exec(words)[0];
    const isName = first.length < 2 && first !== "a" || context.knowledge.named(first);
    const rest = words.slice(1).replace(/(?<=\. )\p{Ll}(?=\p{Ll})/gu, x => x.toUpperCase());
    return (isName ? words.charAt(0) : words.charAt(0).toUpperCase()) + rest + ".";
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
      download(state.file.replace(/\.\w+$/, "") + ".check.html", r.html, "text/html");
    } catch (e) {
      toast(e.message);
    }
  }

  function begin() {
    if (editor) return;
    editor = documentEditor(place, state.document, text => {
      remember(opening ? {document: text} : {document: text, documentEdited: true});
      // What is typed into an empty pane is no longer the file that was opened.
      if (!opening && !text.trim()) remember({file: "derivation.md", documentKept: false});
      judge();
    });
  }

  function open(name, text) {
    begin();
    remember({file: name});
    opening = true;
    editor.text = text;
    opening = false;
    judge();
  }

  return {
    shown() {
      begin();
      judge();
    },
    changed: () => { if (state.keyed) judge(); },
    open,
    keyed: setKeyed,
  };
}

// The editors: CodeMirror 6, with Jacobi's language, the command's own messages, completion and hover.

import {EditorState, StateEffect, StateField, Compartment} from "@codemirror/state";
import {EditorView, keymap, lineNumbers, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, Decoration, WidgetType, placeholder} from "@codemirror/view";
import {syntaxHighlighting, bracketMatching, indentUnit} from "@codemirror/language";
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap} from "@codemirror/autocomplete";
import {el} from "./dom.js";
import {colours, jacobi, tex} from "./languages.js";
import {math, light} from "./math.js";

const nonce = document.querySelector("meta[name=nonce]").content;

// ---- messages under their places

const setProblems = StateEffect.define();

class Message extends WidgetType {
  constructor(problem, column) {
    super();
    this.problem = problem;
    this.column = column;
  }

  eq(o) {
    return o.problem.message === this.problem.message && o.column === this.column && o.problem.hint === this.problem.hint;
  }

  toDOM() {
    const p = this.problem;
    const line = el("div", {class: "problem " + (p.note ? "note" : "")}, p.message);
    if (p.hint) line.append(el("span", {class: "hint"}, p.hint));
    line.style.setProperty("--column", this.column);
    // CodeMirror measures a block without its margins, and would set the numbers of lines too high.
    return el("div", {class: "underline"}, line);
  }

  ignoreEvent() {
    return true;
  }
}

// Columns count characters, CodeMirror UTF-16 units.
export function offset(line, column) {
  return Array.from(line.text).slice(0, Math.max(0, column - 1)).join("").length;
}

function decorations(state, problems) {
  const all = [];
  for (const p of problems) {
    if (p.line < 1 || p.line > state.doc.lines) continue;
    const line = state.doc.line(p.line);
    const from = line.from + Math.min(line.length, offset(line, p.column));
    const to = Math.min(line.to, line.from + offset(line, p.column + Math.max(1, p.length)));
    if (to > from) all.push(Decoration.mark({class: p.note ? "cm-note" : "cm-wrong"}).range(from, to));
    if (!p.silent) all.push(Decoration.widget({widget: new Message(p, from - line.from), block: true, side: 1}).range(line.to));
  }
  return Decoration.set(all, true);
}

const problems = StateField.define({
  create: () => Decoration.none,
  update(shown, tr) {
    for (const e of tr.effects) if (e.is(setProblems)) return decorations(tr.state, e.value);
    return shown.map(tr.changes);
  },
  provide: f => EditorView.decorations.from(f),
});

// ---- verdicts beside their lines

const setVerdicts = StateEffect.define();

class Verdict extends WidgetType {
  constructor(found, pick) {
    super();
    this.found = found;
    this.pick = pick;
  }

  eq(o) {
    return o.found.every((r, q) => r.headline === this.found[q]?.headline && r.id === this.found[q]?.id) && o.found.length === this.found.length;
  }

  toDOM() {
    const box = el("span", {class: "verdicts"});
    for (const r of this.found)
      box.append(el("button", {
        class: "verdict " + r.kind, tabindex: "-1", title: r.message,
        "aria-label": `line ${r.line}: ${r.headline}`,
        onmousedown: e => { e.preventDefault(); this.pick(r); },
      }, r.sign + " " + r.headline));
    return box;
  }

  ignoreEvent() {
    return true;
  }
}

function verdictDecorations(state, {relations, pick}) {
  const all = [];
  const byLine = new Map();
  for (const r of relations) {
    if (r.line < 1 || r.line > state.doc.lines) continue;
    const line = state.doc.line(r.line);
    const from = line.from + Math.min(line.length, offset(line, r.column));
    const whole = state.doc.sliceString(from, from + r.written.length) === r.written;
    const to = r.wholeLine ? line.to : Math.min(state.doc.length, whole ? from + r.written.length : line.from + offset(line, r.column + r.length));
    if (to > from) all.push(Decoration.mark({class: "relation " + r.kind, attributes: {title: r.headline}}).range(from, to));
    if (!byLine.has(r.line)) byLine.set(r.line, []);
    byLine.get(r.line).push(r);
  }
  for (const [n, found] of byLine)
    all.push(Decoration.widget({widget: new Verdict(found, pick), side: 1}).range(state.doc.line(n).to));
  return Decoration.set(all, true);
}

const verdicts = StateField.define({
  create: () => Decoration.none,
  update(shown, tr) {
    for (const e of tr.effects) if (e.is(setVerdicts)) return verdictDecorations(tr.state, e.value);
    return shown.map(tr.changes);
  },
  provide: f => EditorView.decorations.from(f),
});

// ---- names of the editor light with those of the formulas

const setLit = StateEffect.define();

function everyPlace(state, names) {
  const all = [];
  if (names.length)
    for (let n = 1; n <= state.doc.lines; n++) {
      const line = state.doc.line(n);
      for (const m of line.text.split("#")[0].matchAll(/[\p{L}][\p{L}\p{N}_]*/gu))
        if (names.includes(m[0])) all.push(Decoration.mark({class: "cm-lit"}).range(line.from + m.index, line.from + m.index + m[0].length));
    }
  return Decoration.set(all);
}

const lit = StateField.define({
  create: () => Decoration.none,
  update(shown, tr) {
    for (const e of tr.effects) if (e.is(setLit)) return everyPlace(tr.state, e.value);
    return shown.map(tr.changes);
  },
  provide: f => EditorView.decorations.from(f),
});

function wordAt(state, pos) {
  const line = state.doc.lineAt(pos);
  for (const m of line.text.matchAll(/[\p{L}][\p{L}\p{N}_]*/gu)) {
    const from = line.from + m.index;
    if (from <= pos && pos <= from + m[0].length) return {from, to: from + m[0].length, text: m[0]};
  }
  return null;
}

// ---- editors

function base(parent, text, label, extensions, changed) {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        history(), drawSelection(), bracketMatching(), closeBrackets(), indentUnit.of("  "),
        highlightActiveLine(), highlightActiveLineGutter(), lineNumbers(),
        syntaxHighlighting(colours),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        EditorView.contentAttributes.of({"aria-label": label, tabindex: "0", spellcheck: "false", autocorrect: "off", autocapitalize: "off"}),
        EditorView.updateListener.of(u => { if (u.docChanged) changed(u.state.doc.toString()); }),
        ...extensions,
      ],
    }),
  });
}

export function modelEditor(parent, text, changed, knowledge) {
  const hover = hoverTooltip((view, pos) => {
    const word = wordAt(view.state, pos);
    const tip = word && knowledge.about(word.text);
    if (!tip) return null;
    return {pos: word.from, end: word.to, above: true, create: () => ({dom: tooltip(tip)})};
  }, {hoverTime: 200});
  const point = EditorView.domEventHandlers({
    mousemove: (e, view) => {
      const pos = view.posAtCoords({x: e.clientX, y: e.clientY});
      const word = pos === null ? null : wordAt(view.state, pos);
      // To the right of a line's end is no word of it.
      const on = word && e.clientX <= view.coordsAtPos(word.to)?.right + 2;
      light((on && knowledge.named(word.text)?.name) || "");
    },
  });
  document.addEventListener("lit", e => {
    const name = knowledge.named(e.detail);
    view.dispatch({effects: setLit.of(name ? [name.text, name.name] : [])});
  });
  const complete = context => {
    const word = context.matchBefore(/[\p{L}][\p{L}\p{N}_]*/u);
    if (!word && !context.explicit) return null;
    if (word && context.state.doc.lineAt(word.from).text.slice(0, word.from - context.state.doc.lineAt(word.from).from).includes("#")) return null;
    const options = knowledge.completions();
    // A word that is whole already wants no list over the lines below.
    if (word && !context.explicit && options.some(o => o.label === word.text)) return null;
    return {from: word ? word.from : context.pos, options, validFor: /^[\p{L}\p{N}_]*$/u};
  };
  const view = base(parent, text, "Model, in Jacobi's language", [jacobi, problems, lit, point, hover, autocompletion({override: [complete], icons: false})], changed);
  return {
    view,
    get text() { return view.state.doc.toString(); },
    set text(t) { view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: t}, selection: {anchor: 0}, scrollIntoView: true}); },
    problems: all => view.dispatch({effects: setProblems.of(all)}),
    focus: () => view.focus(),
  };
}

function tooltip(tip) {
  const box = el("div", {class: "tip"});
  if (tip.latex) box.append(el("div", {}, math(tip.latex, tip.names)));
  if (tip.shape) box.append(el("div", {class: "quiet"}, tip.shape));
  if (tip.text) box.append(el("div", {class: "quiet"}, tip.text));
  return box;
}

export function documentEditor(parent, text, changed) {
  const wrapping = new Compartment();
  const view = base(parent, text, "Derivation to be checked, in LaTeX or text", [
    tex, verdicts, wrapping.of(EditorView.lineWrapping),
    placeholder("Type, paste or drop your derivation: each line is judged as you write it.\n\nAs text, one equation a line\n    dC/ds2 = s2 - y\nor in LaTeX\n    $\\frac{\\partial C}{\\partial s_2} = s_2 - y$"),
  ], changed);
  return {
    view,
    get text() { return view.state.doc.toString(); },
    set text(t) { view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: t}, selection: {anchor: 0}, scrollIntoView: true}); },
    verdicts: (relations, pick) => view.dispatch({effects: setVerdicts.of({relations, pick})}),
    go(line) {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({selection: {anchor: at.from}, effects: EditorView.scrollIntoView(at.from, {y: "center"})});
      view.focus();
    },
  };
}

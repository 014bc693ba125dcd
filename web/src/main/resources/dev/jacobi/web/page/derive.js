// The derivation pane: what the model says, and everything derived from it, in five forms.

import {el, keyed, copy, download, toast} from "./dom.js";
import {show, plain, scrollable} from "./math.js";
import {Onscreen} from "./onscreen.js";
import {stepRow, updateStep} from "./steps.js";

const FORMS = [["layers", "Layers", "Name by name, from the cost backwards"], ["matrix", "Matrix", "Closed form in matrix notation"], ["index", "Index", "One entry"], ["steps", "Steps", "Rule by rule"], ["cases", "Cases", "By entry, each case of a Kronecker delta for itself"]];
const LAYOUTS = [["ml", "Shape of the variable"], ["numerator", "Numerator layout"], ["denominator", "Denominator layout"]];

export function derivePane(root, context, ask) {
  const {state, remember} = context;
  const onscreen = new Onscreen();
  let answer = null;

  // ---- the frame

  const forms = el("div", {class: "segments", role: "radiogroup", "aria-label": "Form"});
  for (const [form, label, title] of FORMS)
    forms.append(el("button", {role: "radio", "data-form": form, title, onclick: () => choose(form), onkeydown: e => arrows(e, form)}, label));
  const layout = el("select", {"aria-label": "Layout of the derivatives", onchange: e => { remember({layout: e.target.value}); ask(); }},
    ...LAYOUTS.map(([value, label]) => el("option", {value}, label)));
  layout.value = state.layout;
  const report = el("button", {onclick: keep, title: "The whole derivation as one HTML file"}, "Report");
  const message = el("p", {class: "message", role: "status", hidden: true});
  const model = el("div", {class: "model"});
  const by = el("div", {class: "by", role: "group", "aria-label": "Differentiate by"});
  const results = el("div", {class: "results", "aria-live": "off"});
  root.append(
    el("div", {class: "tools"}, forms, el("span", {class: "grow"}), layout, report),
    message,
    el("section", {class: "block", "aria-label": "The model"}, model, by),
    el("section", {class: "block", "aria-label": "Derivatives"}, results));
  mark();

  function mark() {
    for (const b of forms.children) {
      const on = b.dataset.form === state.form;
      b.setAttribute("aria-checked", on);
      b.tabIndex = on ? 0 : -1;
    }
  }

  function choose(form, focus) {
    remember({form});
    mark();
    if (focus) forms.querySelector("[aria-checked=true]").focus();
    if (answer) draw();
    if (form === "steps") ask();
  }

  function arrows(e, form) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
    if (!step) return;
    e.preventDefault();
    const at = FORMS.findIndex(f => f[0] === form);
    choose(FORMS[(at + step + FORMS.length) % FORMS.length][0], true);
  }

  async function keep() {
    try {
      const r = await context.ask("report", {about: "model", text: context.model, layout: state.layout, wrt: state.wrt});
      download(state.name + ".html", r.html, "text/html");
    } catch (e) {
      toast(e.message);
    }
  }

  // ---- the model, and by what

  function draw() {
    drawModel();
    drawBy();
    drawResults();
    onscreen.then(() => scrollable(root));
  }

  function drawModel() {
    const lines = [
      ...answer.declarations.map(d => ({key: "in " + d.name, latex: d.latex + " \\in " + d.set, kind: "declared"})),
      ...answer.definitions.map(d => ({key: "= " + d.name, latex: d.left + (d.right ? " = " + d.right.latex : "\\quad\\text{(unknown)}"), shape: d.shape, kind: "defined"})),
      ...answer.facts.map(fact => ({key: "assume " + fact, fact, kind: "defined"})),
    ];
    keyed(model, lines, l => l.key, l => el("div", {class: l.kind + " scroll"}, el("span", {class: "f"}), l.shape ? el("span", {class: "shape"}) : null), (e, l) => {
      if (l.fact) return e.children[0].replaceChildren("assume ", el("code", {}, l.fact));
      show(e.children[0], l.latex, answer.names);
      if (l.shape && e.children[1]) show(e.children[1], "\\in " + l.shape);
    });
  }

  function asked() {
    return new Set(answer.answers.flatMap(a => a.wrt));
  }

  function of() {
    return new Set(answer.answers.flatMap(a => a.outcomes.map(o => o.of)));
  }

  function drawBy() {
    const on = asked();
    if (!by.firstChild) by.append(el("span", {class: "label"}, "Differentiate by"), el("span", {class: "chips"}), el("button", {class: "link", hidden: true, onclick: () => { remember({wrt: []}); ask(); }}, "as the model asks"));
    keyed(by.children[1], answer.names.filter(n => n.shape && !of().has(n.name)), n => n.name,
      n => el("button", {class: "chip", "data-name": n.name, "aria-label": "by " + n.text, onclick: () => toggle(n.name)}, el("span")),
      (e, n) => {
        show(e.firstChild, n.latex, answer.names);
        e.setAttribute("aria-pressed", on.has(n.name));
      });
    by.lastChild.hidden = state.wrt.length === 0;
  }

  function toggle(name) {
    const on = asked();
    if (on.has(name)) on.delete(name);
    else on.add(name);
    remember({wrt: answer.names.map(n => n.name).filter(n => on.has(n))});
    ask();
  }

  model.addEventListener("click", e => {
    const name = e.target.closest("[data-name]")?.dataset.name;
    if (!name) return;
    remember({wrt: [name]});
    ask();
  });

  // ---- the results

  function drawResults() {
    const items = answer.answers.flatMap((a, q) => [
      ...(state.form === "layers" ? where(a, q) : []),
      ...(state.form === "layers" ? a.backward.map(f => ({key: q + " back " + f.entryLeft.text, kind: "backward", f, answer: a})) : []),
      ...a.outcomes.map(o => ({key: q + state.form + o.closed.entryLeft.text, kind: "outcome", o, answer: a})),
    ]);
    if (items.length === 0) {
      results.replaceChildren(el("p", {class: "empty", "data-key": "empty"}, "Nothing is asked yet. Click a name above, or write ", el("code", {}, "derive C wrt W")));
      return;
    }
    results.querySelector("[data-key=empty]")?.remove();
    keyed(results, items, i => i.key, make, (e, item) => {
      e.item = item;
      onscreen.draw(e, () => update(e, item));
    });
  }

  function where(a, q) {
    return a.where.filter(d => d.right).map(d => ({key: q + " where " + d.leftText, kind: "where", d, answer: a}));
  }

  function make(item) {
    if (item.kind !== "outcome") return el("div", {class: "backward scroll"}, el("span", {class: "f"}), el("span", {class: "shape"}));
    return el("article", {class: "outcome"},
      el("div", {class: "formulas"}),
      el("footer", {}, el("span", {class: "checked"}), el("span", {class: "grow"}), menu(item)));
  }

  function update(e, item) {
    if (item.kind === "where") {
      show(e.children[0], item.d.left + " = " + item.d.right.latex, answer.names);
      show(e.children[1], "\\in " + item.d.shape);
      return;
    }
    if (item.kind === "backward") {
      show(e.children[0], formula(item.f), answer.names, true);
      show(e.children[1], "\\in " + item.f.shape);
      return;
    }
    const rows = rowsOf(item.o);
    keyed(e.children[0], rows, r => r.key, r => r.step ? stepRow() : el("div", {class: "scroll row"}, el("span", {class: "f"}), el("span", {class: "shape"})), (x, r) => {
      if (r.step) return updateStep(x, r, answer);
      show(x.children[0], r.latex, answer.names, r.display);
      show(x.children[1], r.note ?? "");
    });
    e.querySelector(".checked").textContent = checked(item.o);
    e.setAttribute("aria-label", item.o.closed.left.text);
  }

  function formula(f) {
    const side = f.matrix ?? f.entry;
    return (f.matrix ? f.left : f.entryLeft).latex + " = " + side.latex;
  }

  function rowsOf(o) {
    const shape = "\\in " + o.closed.shape;
    const closed = {key: "closed", latex: formula(o.closed), note: shape, display: true};
    switch (state.form) {
      case "matrix": {
        const rows = [closed];
        if (o.vectorised) rows.push({key: "vec", latex: o.vectorised.latex});
        return rows;
      }
      case "index": return [{key: "entry", latex: o.closed.entryLeft.latex + " = " + o.closed.entry.latex, note: shape, display: true}];
      case "cases": return o.cases.length
        ? o.cases.map((c, q) => ({key: "case" + q, latex: o.closed.entryLeft.latex + " = " + c.entry.latex, note: c.when, display: true}))
        : [{key: "entry", latex: o.closed.entryLeft.latex + " = " + o.closed.entry.latex, note: "\\text{in every case}", display: true}];
      case "steps": return o.steps ? o.steps.map((s, q) => ({key: "step" + q, step: s, number: q + 1})) : [closed];
      default: return o.named ? [{key: "named", latex: formula({...o.named, left: o.closed.left, entryLeft: o.closed.entryLeft}), note: shape, display: true}, {key: "closed", latex: "\\phantom{" + plain(o.closed.left.latex) + "} = " + (o.closed.matrix ?? o.closed.entry).latex, display: true}].slice(0, o.closed.matrix || !o.named.matrix ? 2 : 1) : [closed];
    }
  }

  function checked(o) {
    const parts = [];
    if (o.points) parts.push(`checked against differences in ${o.points} directions`);
    if (o.uses.length) parts.push("uses " + o.uses.join(", "));
    if (o.where.length) parts.push("where " + o.where.join(", "));
    return parts.join(" · ");
  }

  // ---- copying

  function menu(item) {
    const kinds = [["LaTeX", o => text(o, "latex")], ["Text", o => text(o, "text")], ["NumPy", o => code(o, "numpy")], ["PyTorch", o => code(o, "pytorch")], ["Java", o => code(o, "java")]];
    const box = el("div", {class: "copies", role: "group", "aria-label": "Copy " + item.o.closed.left.text + " as"}, el("span", {class: "label", "aria-hidden": "true"}, "Copy"));
    for (const [label, make] of kinds)
      box.append(el("button", {class: "copy", "aria-label": "Copy as " + label, onclick: async e => {
        try {
          await copy(await make(e.target.closest(".outcome").item.o), label);
        } catch (x) {
          toast(x.message);
        }
      }}, label));
    return box;
  }

  function text(o, kind) {
    const index = state.form === "index" || state.form === "cases" || !o.closed.matrix;
    const [left, right] = index ? [o.closed.entryLeft, o.closed.entry] : [o.closed.left, o.closed.matrix];
    const both = left[kind] + " = " + right[kind];
    return kind === "latex" ? plain(both) : both;
  }

  async function code(o, to) {
    const item = answer.answers.find(a => a.outcomes.includes(o)) ?? answer.answers[0];
    const own = item.kind === "hessian" || item.kind.endsWith("p");
    const r = await context.ask("code", own ? {text: context.model, to} : {text: context.model, to, of: o.of, wrt: [o.wrt[0]]});
    return r.code;
  }

  // ---- answers

  return {
    show(a, fine) {
      message.hidden = true;
      root.classList.toggle("stale", !fine);
      if (fine || !answer) {
        answer = a;
        draw();
      }
      if (!fine && a.answers.length) {
        answer = a;
        draw();
      }
    },
    refused(words) {
      message.textContent = words;
      message.hidden = false;
      root.classList.add("stale");
    },
    asked() {
      onscreen.wait();
    },
    shown() {
      mark();
      layout.value = state.layout;
      scrollable(root);
    },
  };
}

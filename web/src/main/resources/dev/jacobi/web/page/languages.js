// Jacobi's language and LaTeX, as far as their colours go.

import {StreamLanguage, HighlightStyle} from "@codemirror/language";
import {tags} from "@lezer/highlight";

const KEYWORDS = new Set(["in", "wrt", "with", "derive", "jacobian", "hessian", "vjp", "jvp", "hvp", "assume", "input", "target", "parameter", "alias", "if", "otherwise", "and"]);
const SETS = new Set(["R", "simplex", "onehot", "sym", "psd", "inv", "ℝ"]);

export const jacobi = StreamLanguage.define({
  name: "jacobi",
  startState: () => ({afterIn: false}),
  token(stream, state) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^\d+(\.\d+)?([eE][+-]?\d+)?/)) return "number";
    const word = stream.match(/^[\p{L}][\p{L}\p{N}_]*/u);
    if (word) {
      if (KEYWORDS.has(word[0])) {
        state.afterIn = word[0] === "in";
        return "keyword";
      }
      const isSet = state.afterIn && SETS.has(word[0]);
      state.afterIn = false;
      if (isSet) return "typeName";
      if (stream.match(/^\s*\(/, false)) return "function";
      return "variableName";
    }
    if (stream.match(/^[∈]/u)) {
      state.afterIn = true;
      return "keyword";
    }
    state.afterIn = false;
    if (stream.match(/^[()[\]{}]/)) return "bracket";
    stream.next();
    return "operator";
  },
  tokenTable: {function: tags.function(tags.variableName)},
  languageData: {commentTokens: {line: "#"}, closeBrackets: {brackets: ["(", "["]}},
});

export const tex = StreamLanguage.define({
  name: "derivation",
  startState: () => ({math: false}),
  token(stream, state) {
    if (stream.sol() && stream.match(/^#{1,6} .*/)) return "heading";
    if (stream.match(/^\$\$?/)) {
      state.math = !state.math;
      return "keyword";
    }
    if (stream.match(/^\\[a-zA-Z]+/)) return "keyword";
    if (stream.match(/^[{}_^&]/)) return "bracket";
    if (state.math && stream.match(/^\d+/)) return "number";
    if (state.math && stream.match(/^[a-zA-Z]/)) return "variableName";
    stream.next();
    return null;
  },
});

export const colours = HighlightStyle.define([
  {tag: tags.comment, class: "tok-comment"},
  {tag: tags.keyword, class: "tok-keyword"},
  {tag: tags.number, class: "tok-number"},
  {tag: tags.typeName, class: "tok-set"},
  {tag: tags.function(tags.variableName), class: "tok-function"},
  {tag: tags.heading, class: "tok-heading"},
  {tag: tags.operator, class: "tok-operator"},
  {tag: tags.bracket, class: "tok-operator"},
]);

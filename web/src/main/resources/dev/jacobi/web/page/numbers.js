// Numbers, as the page writes them.

export function short(x) {
  if (typeof x !== "number") return String(x);
  if (x === 0) return "0";
  const a = Math.abs(x);
  if (a >= 1e4 || a < 1e-3) return x.toExponential(1).replace("e+", "e");
  return String(Number(x.toPrecision(3)));
}

// Rows and columns of a value: what has more axes is laid out row by row.
export function shapeOf(value) {
  const s = value.sides;
  if (s.length === 0) return [1, 1];
  if (s.length === 1) return [s[0], 1];
  return [s.slice(0, -1).reduce((a, b) => a * b, 1), s.at(-1)];
}

// A value in LaTeX.
export function matrix(value) {
  const [rows, columns] = shapeOf(value);
  if (value.sides.length === 0) return short(value.all[0]);
  const lines = [];
  for (let r = 0; r < rows; r++) lines.push(value.all.slice(r * columns, (r + 1) * columns).map(x => short(x).replace(/e(-?\d+)/, "\\mathrm{e}{$1}")).join(" & "));
  return "\\begin{bmatrix}" + lines.join("\\\\") + "\\end{bmatrix}";
}

// The place of the q-th entry, from 1: "2,3".
export function place(q, sides) {
  const all = [];
  for (const s of [...sides].reverse()) {
    all.unshift(q % s + 1);
    q = Math.floor(q / s);
  }
  return all.join(",");
}

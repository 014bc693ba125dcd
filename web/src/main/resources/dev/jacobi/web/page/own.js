// Texts that this browser keeps, by their names: what was saved, and what would else be lost when
// another text takes its place.

const STORE = "jacobi.kept";
const MOST = 40;

export function all() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? [];
  } catch {
    return [];
  }
}

function store(entries) {
  try {
    localStorage.setItem(STORE, JSON.stringify(entries.slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
}

// "net.jacobi", "net 2.jacobi", "net 3.jacobi", …
function free(name, taken) {
  const [, stem, end] = /^(.*?)(\.\w+)$/.exec(name) ?? [null, name, ""];
  let n = 1, all = name;
  while (taken.has(all)) all = `${stem} ${++n}${end}`;
  return all;
}

// Keeps a text, in place of the one of this name where it is that one gone on, and says under which
// name; null where the browser keeps nothing.
export function keep(name, text, goesOn) {
  const others = all().filter(e => !(e.name === name && (goesOn || e.text === text)));
  const as = free(name, new Set(others.map(e => e.name)));
  return store([{name: as, text, at: Date.now()}, ...others]) ? as : null;
}

export function remove(name) {
  store(all().filter(e => e.name !== name));
}

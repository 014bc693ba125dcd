// A link carries the whole text behind its #, which a browser sends to no server.

const LARGEST = 400_000;
const KEYS = {model: "string", name: "string", document: "string", file: "string", pane: "string", form: "string", layout: "string", wrt: "object", keyed: "boolean"};

async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let r = await reader.read(); !r.done; r = await reader.read()) {
    parts.push(r.value);
    size += r.value.length;
    if (size > LARGEST) throw new Error("too large");
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const p of parts) {
    all.set(p, at);
    at += p.length;
  }
  return all;
}

export async function write(part) {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(part)), new CompressionStream("deflate-raw"));
  let text = "";
  for (const b of bytes) text += String.fromCharCode(b);
  return "#" + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// What a link says; null where it says nothing that can be read.
export async function read(hash) {
  if (hash.length < 10) return null;
  try {
    const text = atob(hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(Uint8Array.from(text, c => c.charCodeAt(0)), new DecompressionStream("deflate-raw"));
    const said = JSON.parse(new TextDecoder().decode(bytes));
    const part = {};
    for (const [key, kind] of Object.entries(KEYS)) if (typeof said[key] === kind && said[key] !== null) part[key] = said[key];
    if (part.wrt && !(Array.isArray(part.wrt) && part.wrt.every(w => typeof w === "string"))) delete part.wrt;
    return typeof part.model === "string" ? part : null;
  } catch {
    return null;
  }
}

// Draws what can be seen at once, and the rest when that stands on the screen.

const AT_FIRST = 8;
const PAUSE = 60; // ms: first what was drawn is to be shown
const SLICE = 8; // ms, so that a key that is pressed meanwhile need not wait

export class Onscreen {
  constructor() {
    this.due = new Map();
    this.last = null;
    this.drawn = 0;
    this.timer = 0;
    this.seen = new IntersectionObserver(entries => {
      for (const x of entries) {
        x.target.onscreen = x.isIntersecting;
        if (x.isIntersecting && this.due.has(x.target)) this.now(x.target);
      }
    }, {rootMargin: "250px"});
  }

  // Of those that are new the first few are taken to be seen.
  draw(e, how) {
    this.due.set(e, how);
    if (e.onscreen === undefined) {
      e.onscreen = this.drawn < AT_FIRST;
      this.seen.observe(e);
    }
    if (e.onscreen) this.now(e);
    this.drawn++;
  }

  // What is to be done when all is drawn; only the last such wish is kept.
  then(what) {
    this.last = what;
    this.drawn = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), PAUSE);
  }

  // Somebody typed: what is out of sight waits for the answer to that.
  wait() {
    clearTimeout(this.timer);
    if (this.last) this.timer = setTimeout(() => this.rest(), 4 * PAUSE);
  }

  now(e) {
    const how = this.due.get(e);
    this.due.delete(e);
    how();
  }

  rest() {
    clearTimeout(this.timer);
    const end = performance.now() + SLICE;
    for (const e of this.due.keys()) {
      if (performance.now() > end) {
        this.timer = setTimeout(() => this.rest());
        return;
      }
      if (e.isConnected) this.now(e);
      else this.due.delete(e);
    }
    this.last?.();
    this.last = null;
  }
}

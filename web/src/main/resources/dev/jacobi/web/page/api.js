// Questions to the server.

const client = Array.from(crypto.getRandomValues(new Uint8Array(12)), b => (b % 36).toString(36)).join("");

export class Refused extends Error {
  // `after`: in how many seconds the same may be asked again; 0 where that does not help
  constructor(status, message, after = 0) {
    super(message);
    this.status = status;
    this.after = after;
  }
}

export async function ask(what, question, signal) {
  let response;
  try {
    response = await fetch("/api/" + what, {
      method: "POST",
      headers: {"Content-Type": "application/json", "Jacobi-Client": client},
      body: JSON.stringify(question),
      signal,
    });
  } catch (e) {
    if (e.name === "AbortError") throw e;
    throw new Refused(0, "the server does not answer; is `jacobi serve` running?");
  }
  const answer = await response.json();
  if (!response.ok) throw new Refused(response.status, answer.message, Number(response.headers.get("Retry-After")) || 0);
  return answer;
}

export async function list(what) {
  const response = await fetch("/api/" + what, {headers: {"Jacobi-Client": client}});
  return response.json();
}

const MOST_TRIES = 6;

// Asks one question after another; of those that come meanwhile the last is asked, the others never.
// Where the server had its hands full, the same is asked again when it said.
export class Latest {
  constructor(what, answered, refused) {
    this.what = what;
    this.answered = answered;
    this.refused = refused;
    this.running = false;
    this.next = null;
    this.tries = 0;
    this.timer = 0;
  }

  ask(question) {
    this.tries = 0;
    this.put(question);
  }

  put(question) {
    clearTimeout(this.timer);
    this.next = question;
    if (!this.running) this.run();
  }

  async run() {
    this.running = true;
    while (this.next) {
      const question = this.next;
      this.next = null;
      try {
        const answer = await ask(this.what, question);
        this.answered(answer, question);
      } catch (e) {
        if (!(e instanceof Refused)) console.error(e);
        this.refused(e, question);
        if (e.after && !this.next && ++this.tries < MOST_TRIES) this.timer = setTimeout(() => this.put(question), e.after * 1000);
      }
    }
    this.running = false;
  }
}

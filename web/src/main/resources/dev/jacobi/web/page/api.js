// Questions to the server.

const client = Array.from(crypto.getRandomValues(new Uint8Array(12)), b => (b % 36).toString(36)).join("");

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
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
  if (!response.ok) throw new Refused(response.status, answer.message);
  return answer;
}

export async function list(what) {
  const response = await fetch("/api/" + what, {headers: {"Jacobi-Client": client}});
  return response.json();
}

// Asks one question after another; of those that come meanwhile the last is asked, the others never.
export class Latest {
  constructor(what, answered, refused) {
    this.what = what;
    this.answered = answered;
    this.refused = refused;
    this.running = false;
    this.next = null;
  }

  ask(question) {
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
      }
    }
    this.running = false;
  }
}

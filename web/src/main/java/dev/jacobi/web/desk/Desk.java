package dev.jacobi.web.desk;

import dev.jacobi.web.Limits;
import dev.jacobi.web.work.Frames;
import java.util.List;
import java.util.Optional;

/// Where questions wait for a worker.
///
/// Every question may have a short while of a processor. One that needs more makes way: its worker
/// goes on in the background, at a lower priority, where few compute at once, and another worker
/// takes its place among the quick. Where the background is full it is ended, and waits to begin
/// again there. Who asked such a question begins there, too, for a minute. So whoever types goes
/// on, however many endless formulas are asked.
public final class Desk implements AutoCloseable {
  private static final String BUSY = "busy with longer computations; try again";

  private final int budget;
  private final Clients clients = new Clients();
  private final Line quick;
  private final Line background;
  private final Crew crew;
  private final Remembered remembered = new Remembered();

  /// - `exercises`: questions that each worker answers before its first
  public Desk(int budget, int workers, int megabytes, List<byte[]> exercises) {
    this.budget = budget;
    this.quick = new Line(workers, Integer.MAX_VALUE);
    int behind = Math.max(1, workers / 2);
    this.background = new Line(behind, Limits.WAITING_BEHIND * behind);
    this.crew = new Crew(workers + 1, megabytes, exercises);
  }

  /// The answer to a question of a client. Who asks waits for its turn.
  ///
  /// - error: [Refusal] when too much is asked (429), too many wait (503), or the budget is used up
  ///   (422)
  public Frames.Answer ask(String who, int atOnce, byte[] question) throws Refusal {
    var known = remembered.answer(question);
    if (known.isPresent()) return known.get();
    Client client = clients.enter(who, atOnce);
    try {
      var answer = computed(client, question);
      remembered.add(question, answer);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.later(503, "the server is ending", 3);
    } finally {
      clients.leave(client);
    }
  }

  private Frames.Answer computed(Client client, byte[] question)
      throws Refusal, InterruptedException {
    if (!client.isSlow(now())) {
      if (!quick.enter(client, Limits.WAIT)) throw Refusal.later(503, BUSY, 3);
      var answer = quickly(client, question);
      if (answer.isPresent()) return answer.get();
    }
    if (!background.enter(client, Limits.WAIT_BEHIND)) throw Refusal.later(503, BUSY, 3);
    return behind(client, question);
  }

  /// Computes at a place among the quick, and gives it back. None when it had to make way.
  private Optional<Frames.Answer> quickly(Client client, byte[] question)
      throws Refusal, InterruptedException {
    boolean holds = true;
    try {
      // Who had this place before may have asked the same, or taken long for the same client.
      var known = remembered.answer(question);
      if (known.isPresent() || client.isSlow(now())) return known;
      try (var computation = begin(client, question)) {
        var answer = computation.within(Limits.AMONG_THE_QUICK);
        if (answer.isPresent()) {
          client.wasQuick();
          return answer;
        }
        tookLong(client);
        if (!background.tryEnter()) return Optional.empty();
        quick.leave();
        holds = false;
        return Optional.of(rest(computation));
      }
    } finally {
      if (holds) quick.leave();
    }
  }

  /// Computes at a place in the background, and gives it back.
  private Frames.Answer behind(Client client, byte[] question)
      throws Refusal, InterruptedException {
    try (var computation = begin(client, question)) {
      var answer = computation.within(Limits.AMONG_THE_QUICK);
      if (answer.isPresent()) return answer.get();
      tookLong(client);
      return computation.goOnBehind();
    } finally {
      background.leave();
    }
  }

  private Computation begin(Client client, byte[] question) throws Refusal, InterruptedException {
    // Where there is an alarm, who is not known as quick leaves a worker for those who are.
    boolean leaves = quick.isAlarmed() && !client.isQuick(now());
    var worker =
        crew.take(leaves ? 1 : 0, Limits.WAIT).orElseThrow(() -> Refusal.later(503, BUSY, 3));
    return new Computation(crew, worker, client, question, budget);
  }

  private void tookLong(Client client) {
    client.tookLong(now());
    quick.preferQuick(Limits.ALARM);
  }

  /// What is left of a computation that has a place in the background, which is given back.
  private Frames.Answer rest(Computation computation) throws Refusal {
    try {
      return computation.goOnBehind();
    } finally {
      background.leave();
    }
  }

  /// The processes that are there now.
  public List<Long> processes() {
    return crew.processes();
  }

  static double now() {
    return System.nanoTime() / 1e9;
  }

  @Override
  public void close() {
    quick.close();
    background.close();
    crew.close();
  }
}

package dev.jacobi.web.desk;

import dev.jacobi.web.work.Frames;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A question that a worker computes an answer to, from when it began until it is closed.
final class Computation implements AutoCloseable {
  private static final double LOOK = 0.1;

  private final Crew crew;
  private final WorkerProcess worker;
  private final Client client;
  private final int budget;
  private final double began = Desk.now();
  private final double processor;
  private final CompletableFuture<Frames.Answer> coming;
  private boolean isBehind;
  private boolean whole;

  Computation(Crew crew, WorkerProcess worker, Client client, byte[] question, int budget) {
    this.crew = crew;
    this.worker = worker;
    this.client = client;
    this.budget = budget;
    this.processor = worker.seconds();
    this.coming = worker.ask(question);
  }

  /// The answer, if it comes within so many seconds of a processor.
  Optional<Frames.Answer> within(double seconds) throws Refusal {
    var answer = look(seconds);
    while (answer.isEmpty() && used() < seconds) answer = look(LOOK);
    return answer;
  }

  /// The rest of it, at a lower priority.
  ///
  /// - error: [Refusal] when the budget is used up
  Frames.Answer goOnBehind() throws Refusal {
    isBehind = true;
    worker.lower();
    crew.replace();
    return look(Math.max(LOOK, budget - (Desk.now() - began)))
        .orElseThrow(() ->
            new Refusal(
                422,
                "stopped after %d s: this is more than a playground may compute; run `jacobi` on it"
                    .formatted(budget)));
  }

  private Optional<Frames.Answer> look(double seconds) throws Refusal {
    try {
      var answer = Crew.within(coming, seconds);
      whole = answer.isPresent();
      return answer;
    } catch (IOException e) {
      client.tookLong(Desk.now());
      if (worker.ranOutOfMemory())
        throw new Refusal(
            422,
            "stopped at %d MB of memory: this is more than a playground may compute; run `jacobi` on it"
                .formatted(crew.megabytes()));
      throw new Refusal(500, "a worker ended: " + e);
    }
  }

  /// The seconds of a processor that it used; where that cannot be told, all of them.
  private double used() {
    double all = Desk.now() - began;
    return processor < 0 || all > budget ? all : Math.min(all, worker.seconds() - processor);
  }

  /// The worker is free again, unless it was sent behind the others or has not ended.
  @Override
  public void close() {
    client.add(Desk.now() - began, Desk.now());
    if (whole && !isBehind) {
      crew.giveBack(worker);
      return;
    }
    crew.dismiss(worker);
    if (!isBehind) crew.replace();
  }
}

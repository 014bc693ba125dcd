package dev.jacobi.web.desk;

import dev.jacobi.web.Refusal;
import dev.jacobi.web.work.Frames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where questions wait for a worker.
///
/// Next is a client that was answered quickly before, and of these the one that used least time
/// lately. After a computation overran its budget, one worker is kept for such clients for a
/// minute; where one of them waits all the same, it ends a computation of a client that is not
/// known as quick. So whoever types goes on, however many endless formulas are asked.
public final class Desk implements AutoCloseable {
  /// What took no longer was quick, in seconds; who is known for that waits no longer, either.
  private static final double QUICK = 2;

  private static final double PATIENCE = 0.5;
  private static final double ALARM = 60;
  private static final String BUSY = "busy with longer computations; try again";

  private static final double LONGEST_WAIT = 10;
  private static final double SECONDS_OF_A_CLIENT = 40;
  private static final int OPEN_OF_A_CLIENT = 6;
  private static final int OPEN_OF_ALL = 512;

  private final int budget;
  private final int megabytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<WorkerProcess> free = new ArrayDeque<>();
  private final List<WorkerProcess> all = new ArrayList<>();
  private final List<Ticket> waiting = new ArrayList<>();
  private final Map<String, Client> clients = new HashMap<>();
  private final byte[] warmUp;
  private final List<Ticket> running = new ArrayList<>();
  private double lastOverrun = Double.NEGATIVE_INFINITY;
  private int open;
  private volatile boolean closed;

  /// A question in the queue; `turn` is signalled when a worker is its own.
  private static final class Ticket {
    final Client client;
    final Condition turn;
    WorkerProcess worker;
    double began;
    volatile boolean gaveWay;

    Ticket(Client client, Condition turn) {
      this.client = client;
      this.turn = turn;
    }
  }

  /// - `warmUp`: a question that each worker answers before its first
  public Desk(int budget, int workers, int megabytes, byte[] warmUp) {
    this.budget = budget;
    this.megabytes = megabytes;
    this.warmUp = warmUp.clone();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          // One after the other: the first is wanted soonest.
          for (int q = 0; q < workers; q++) replace();
        });
  }

  /// The answer to a question of a client. Who asks waits for its turn.
  ///
  /// - error: [Refusal] when too much is asked (429), too many wait (503), or the budget is used up
  ///   (422)
  public Frames.Answer ask(String who, int atOnce, byte[] question) throws Refusal {
    Client client = enter(who, atOnce <= 0 ? OPEN_OF_A_CLIENT : atOnce);
    double start = 0;
    try {
      var ticket = turn(client);
      start = now();
      return answer(ticket, question);
    } finally {
      leave(client, start);
    }
  }

  // ---- in and out

  private Client enter(String who, int atOnce) throws Refusal {
    lock.lock();
    try {
      double now = now();
      if (clients.size() > 2 * OPEN_OF_ALL) clients.values().removeIf(c -> c.isIdle(now));
      Client client = clients.computeIfAbsent(who, _ -> new Client());
      if (client.open() >= atOnce)
        throw Refusal.later(
            429, "you have " + client.open() + " questions open; wait for one of them", 1);
      if (client.used(now) > SECONDS_OF_A_CLIENT)
        throw Refusal.later(429, "your computations take too much time; wait a little", 15);
      if (open >= OPEN_OF_ALL) throw Refusal.later(503, "too many wait; try again", 2);
      client.opened();
      open++;
      return client;
    } finally {
      lock.unlock();
    }
  }

  private void leave(Client client, double start) {
    lock.lock();
    try {
      client.closed();
      open--;
      if (start > 0) client.add(now() - start, now());
    } finally {
      lock.unlock();
    }
  }

  // ---- turns

  private Ticket turn(Client client) throws Refusal {
    lock.lock();
    try {
      var ticket = new Ticket(client, lock.newCondition());
      waiting.add(ticket);
      serve();
      double until = now() + LONGEST_WAIT;
      while (ticket.worker == null && now() < until && !closed) {
        boolean came = ticket.turn.await((long) (PATIENCE * 1000), TimeUnit.MILLISECONDS);
        if (!came && ticket.worker == null && client.isQuick(now())) makeRoom();
      }
      if (ticket.worker != null) return ticket;
      waiting.remove(ticket);
      throw Refusal.later(503, BUSY, 3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.later(503, "the server is ending", 3);
    } finally {
      lock.unlock();
    }
  }

  /// Gives free workers to those who wait. To be called with the lock.
  private void serve() {
    double now = now();
    waiting.sort(
        Comparator.comparing((Ticket t) -> !t.client.isQuick(now))
            .thenComparingDouble(t -> t.client.used(now)));
    int kept = now - lastOverrun < ALARM ? 1 : 0;
    for (var each = waiting.iterator(); each.hasNext() && !free.isEmpty(); ) {
      Ticket t = each.next();
      if (!t.client.isQuick(now) && free.size() <= kept) break;
      each.remove();
      // The one that was used last: its code is the warmest.
      t.worker = free.pop();
      t.began = now;
      running.add(t);
      t.turn.signal();
    }
  }

  /// Ends the longest computation of a client that is not known as quick. To be called with the
  /// lock.
  private void makeRoom() {
    double now = now();
    running.stream()
        .filter(t -> !t.client.isQuick(now) && !t.gaveWay && now - t.began > PATIENCE)
        .min(Comparator.comparingDouble(t -> t.began))
        .ifPresent(t -> {
          t.gaveWay = true;
          t.worker.close();
        });
  }

  // ---- one answer

  private Frames.Answer answer(Ticket ticket, byte[] question) throws Refusal {
    var worker = ticket.worker;
    boolean whole = false;
    try {
      var answer = within(worker.ask(question), budget);
      if (answer == null) throw overrun(ticket, tooLong());
      whole = true;
      return answer;
    } catch (IOException e) {
      if (ticket.gaveWay) throw Refusal.later(503, BUSY, 3);
      if (worker.ranOutOfMemory()) throw overrun(ticket, tooLarge());
      throw new Refusal(500, "a worker ended: " + e);
    } finally {
      release(ticket, whole);
    }
  }

  private String tooLong() {
    return "stopped after %d s: this is more than a playground may compute; run `jacobi` on it"
        .formatted(budget);
  }

  private String tooLarge() {
    return "stopped at %d MB of memory: this is more than a playground may compute; run `jacobi` on it"
        .formatted(megabytes);
  }

  private Refusal overrun(Ticket ticket, String message) {
    lock.lock();
    try {
      lastOverrun = now();
      ticket.client.overran(lastOverrun);
    } finally {
      lock.unlock();
    }
    return new Refusal(422, message);
  }

  private static Frames.Answer within(CompletableFuture<Frames.Answer> coming, double seconds)
      throws IOException {
    try {
      return coming.get((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Back to the others; one that was stopped is replaced.
  private void release(Ticket ticket, boolean whole) {
    var worker = ticket.worker;
    lock.lock();
    try {
      running.remove(ticket);
      if (whole && now() - ticket.began < QUICK) ticket.client.wasQuick();
      if (whole) free.push(worker);
      else all.remove(worker);
      serve();
    } finally {
      lock.unlock();
    }
    if (!whole) {
      worker.close();
      Thread.ofPlatform().daemon().start(this::replace);
    }
  }

  private void replace() {
    try {
      var worker = new WorkerProcess(megabytes);
      boolean kept = keep(worker);
      if (kept) within(worker.ask(warmUp), LONGEST_WAIT);
      put(worker);
    } catch (IOException e) {
      // The next question that overruns tries again; the others serve meanwhile.
      if (!closed)
        System.getLogger(Desk.class.getName())
            .log(System.Logger.Level.WARNING, "no worker: {0}", e.toString());
    }
  }

  private boolean keep(WorkerProcess worker) {
    lock.lock();
    try {
      all.add(worker);
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void put(WorkerProcess worker) {
    lock.lock();
    try {
      if (closed) {
        worker.close();
        return;
      }
      free.addLast(worker);
      serve();
    } finally {
      lock.unlock();
    }
  }

  /// The processes that are there now.
  public List<Long> processes() {
    lock.lock();
    try {
      return all.stream().filter(WorkerProcess::isAlive).map(WorkerProcess::pid).toList();
    } finally {
      lock.unlock();
    }
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      all.forEach(WorkerProcess::close);
      waiting.forEach(t -> t.turn.signal());
    } finally {
      lock.unlock();
    }
  }
}

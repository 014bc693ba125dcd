package dev.jacobi.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Places to compute at, and who waits for one.
///
/// Next is whoever used least time lately. After a computation took long, those who were answered
/// quickly before go first for a while, and one place is kept for them.
final class Line {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Ticket> waiting = new ArrayList<>();
  private final int places;
  private final int longest;
  private int taken;
  private double alarmUntil = Double.NEGATIVE_INFINITY;
  private boolean closed;

  /// One that waits; `turn` is signalled when a place is its own.
  private static final class Ticket {
    final Client client;
    final Condition turn;
    boolean served;

    Ticket(Client client, Condition turn) {
      this.client = client;
      this.turn = turn;
    }
  }

  /// - `longest`: how many may wait
  Line(int places, int longest) {
    this.places = places;
    this.longest = longest;
  }

  /// Waits for a place, which is to be given back by [#leave]. False when there was none in time,
  /// or too many wait.
  boolean enter(Client client, double seconds) throws InterruptedException {
    var ticket = new Ticket(client, lock.newCondition());
    lock.lock();
    try {
      if (waiting.size() >= longest) return false;
      waiting.add(ticket);
      serve();
      long left = (long) (seconds * 1e9);
      while (!ticket.served && left > 0 && !closed) left = ticket.turn.awaitNanos(left);
      waiting.remove(ticket);
      return ticket.served;
    } catch (InterruptedException e) {
      waiting.remove(ticket);
      if (ticket.served) leave();
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /// Takes a place if one is free and nobody waits for it.
  boolean tryEnter() {
    lock.lock();
    try {
      boolean free = waiting.isEmpty() && taken < places;
      if (free) taken++;
      return free;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      taken--;
      serve();
    } finally {
      lock.unlock();
    }
  }

  /// For some seconds those who are known as quick go first, and have the last free place.
  void preferQuick(double seconds) {
    lock.lock();
    try {
      alarmUntil = Desk.now() + seconds;
    } finally {
      lock.unlock();
    }
  }

  /// Whether those who are known as quick go first now.
  boolean isAlarmed() {
    lock.lock();
    try {
      return Desk.now() < alarmUntil;
    } finally {
      lock.unlock();
    }
  }

  /// Gives free places to those who wait. To be called with the lock.
  private void serve() {
    double now = Desk.now();
    boolean alarmed = now < alarmUntil;
    waiting.sort(
        Comparator.comparing((Ticket t) -> alarmed && !t.client.isQuick(now))
            .thenComparingDouble(t -> t.client.used(now)));
    while (!waiting.isEmpty() && taken < places) {
      boolean last = places > 1 && taken == places - 1;
      if (last && alarmed && !waiting.getFirst().client.isQuick(now)) return;
      Ticket next = waiting.removeFirst();
      taken++;
      next.served = true;
      next.turn.signal();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(t -> t.turn.signal());
    } finally {
      lock.unlock();
    }
  }
}

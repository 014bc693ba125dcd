package dev.jacobi.expr;

import java.util.function.Supplier;

/// What has been done in the terms of one model, in steps: a node that was asked for, an entry that
/// was computed. A step takes some tens of nanoseconds.
///
/// A limit on steps bounds the time of a computation and, unlike a clock, stops it at the same
/// place on every machine and under every load.
public final class Work {
  private long done;
  private long end = Long.MAX_VALUE;

  Work() {}

  /// Told where work is done.
  ///
  /// @throws OutOfWork when more was done than may be
  public void spend(long steps) {
    done += steps;
    if (done > end) throw new OutOfWork();
  }

  /// All steps so far.
  public long done() {
    return done;
  }

  /// Computes something that takes so many steps at most; within a narrower limit, that holds.
  ///
  /// @throws OutOfWork when it takes more
  public <R> R within(long steps, Supplier<R> computation) {
    long outer = end;
    end = Math.min(outer, done + steps);
    try {
      return computation.get();
    } finally {
      end = outer;
    }
  }

  /// More steps would have been needed than were allowed.
  public static final class OutOfWork extends RuntimeException {
    OutOfWork() {
      super("it takes more work than is allowed", null, false, false);
    }
  }
}

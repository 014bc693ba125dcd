package dev.jacobi.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Threads that help one caller: it gives out numbered parts of a task, does the first itself and
/// waits for the rest. A thread without work for two seconds ends; the next task starts it again.
final class Crew {
  private static final long IDLE = 2_000_000_000L;
  private static final int SPINS = 2_000;

  /// Work in parts, which may run at once. Each has a workspace of its own.
  interface Task {
    void part(int index, Workspace own);
  }

  private final Workspace first = new Workspace();
  private final Member[] members;
  private final AtomicInteger left = new AtomicInteger();
  private volatile Task task;
  private volatile Thread caller;
  private volatile Throwable failure;

  Crew(int threads) {
    members = new Member[threads - 1];
    for (int q = 0; q < members.length; q++) members[q] = new Member(q + 1);
  }

  /// Runs parts 0 to `parts` − 1, at most as many as there are threads.
  void run(Task work, int parts) {
    task = work;
    caller = Thread.currentThread();
    failure = null;
    left.set(parts - 1);
    for (int q = 0; q < parts - 1; q++) members[q].call();
    try {
      work.part(0, first);
    } finally {
      for (int spin = 0; left.get() > 0; spin++) {
        if (spin < SPINS) Thread.onSpinWait();
        else LockSupport.parkNanos(this, IDLE);
      }
    }
    if (failure != null) throw new IllegalStateException("a helping thread failed", failure);
  }

  private final class Member implements Runnable {
    private final int index;
    private final Workspace own = new Workspace();
    private volatile boolean called;
    private Thread thread;

    Member(int index) {
      this.index = index;
    }

    synchronized void call() {
      called = true;
      if (thread != null) {
        LockSupport.unpark(thread);
        return;
      }
      thread = Thread.ofPlatform().daemon().name("jacobi-kernel-" + index).unstarted(this);
      thread.start();
    }

    @Override
    public void run() {
      while (await()) {
        called = false;
        try {
          task.part(index, own);
        } catch (Throwable t) {
          failure = t;
        }
        if (left.decrementAndGet() == 0) LockSupport.unpark(caller);
      }
    }

    private boolean await() {
      for (int spin = 0; spin < SPINS; spin++) {
        if (called) return true;
        Thread.onSpinWait();
      }
      long end = System.nanoTime() + IDLE;
      while (!called && System.nanoTime() < end) LockSupport.parkNanos(this, IDLE);
      synchronized (this) {
        if (!called) thread = null;
        return called;
      }
    }
  }
}

package dev.jacobi.web.desk;

import dev.jacobi.web.work.Frames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The worker processes. As many as are wanted are kept ready, warm: one that leaves is replaced.
final class Crew implements AutoCloseable {
  private static final double LONGEST_START = 20;

  /// How often a worker answers the exercises before its first question. The first is wanted at
  /// once, and goes on when the others are there.
  private static final int AT_ONCE = 2;

  private static final int WARM = 8;
  private static final int REPLACEMENT = 3;

  private final int megabytes;
  private final List<byte[]> exercises;
  private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition came = lock.newCondition();
  private final Deque<WorkerProcess> ready = new ArrayDeque<>();

  /// One after the other, so that those who make workers end do not keep all processors busy.
  private final ExecutorService hiring =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile boolean closed;

  /// - `exercises`: questions that warm a worker
  Crew(int size, int megabytes, List<byte[]> exercises) {
    this.megabytes = megabytes;
    this.exercises = List.copyOf(exercises);
    hiring.execute(() -> hire(AT_ONCE));
    for (int q = 1; q < size; q++) hiring.execute(() -> hire(WARM));
    hiring.execute(this::exerciseTheFirst);
  }

  /// One that is ready; none when there is none in time.
  ///
  /// - `left`: how many are to be left for others
  Optional<WorkerProcess> take(int left, double seconds) throws InterruptedException {
    lock.lock();
    try {
      long nanos = (long) (seconds * 1e9);
      while (ready.size() <= left && nanos > 0 && !closed) nanos = came.awaitNanos(nanos);
      return ready.size() <= left ? Optional.empty() : Optional.of(ready.removeFirst());
    } finally {
      lock.unlock();
    }
  }

  /// Back, to be used next: its code is the warmest.
  void giveBack(WorkerProcess worker) {
    lock.lock();
    try {
      ready.addFirst(worker);
      came.signalAll();
    } finally {
      lock.unlock();
    }
    if (closed) worker.close();
  }

  /// Another one, in a while, for one that does not come back.
  void replace() {
    if (!closed) hiring.execute(() -> hire(REPLACEMENT));
  }

  /// Ends one.
  void dismiss(WorkerProcess worker) {
    all.remove(worker);
    worker.close();
  }

  private void hire(int rounds) {
    if (closed) return;
    try {
      var worker = new WorkerProcess(megabytes);
      all.add(worker);
      exercise(worker, rounds);
      giveBack(worker);
    } catch (IOException e) {
      System.getLogger(Crew.class.getName())
          .log(System.Logger.Level.WARNING, "no worker: {0}", e.toString());
    }
  }

  /// The one that was idle longest, which is the first unless much is asked already.
  private void exerciseTheFirst() {
    Optional<WorkerProcess> first;
    lock.lock();
    try {
      first = ready.size() < 2 ? Optional.empty() : Optional.of(ready.removeLast());
    } finally {
      lock.unlock();
    }
    first.ifPresent(worker -> {
      exercise(worker, WARM);
      giveBack(worker);
    });
  }

  private void exercise(WorkerProcess worker, int rounds) {
    try {
      double end = Desk.now() + LONGEST_START;
      for (int q = 0; q < rounds && Desk.now() < end && !closed; q++)
        for (byte[] each : exercises) within(worker.ask(each), LONGEST_START);
    } catch (IOException e) {
      // It ended; whoever takes it will find out, and replace it.
    }
  }

  /// None when it does not come in time.
  static Optional<Frames.Answer> within(CompletableFuture<Frames.Answer> coming, double seconds)
      throws IOException {
    try {
      return Optional.of(coming.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// What each may use.
  int megabytes() {
    return megabytes;
  }

  List<Long> processes() {
    List<Long> pids = new ArrayList<>();
    for (var worker : all) if (worker.isAlive()) pids.add(worker.pid());
    return pids;
  }

  @Override
  public void close() {
    closed = true;
    hiring.shutdown();
    all.forEach(WorkerProcess::close);
  }
}

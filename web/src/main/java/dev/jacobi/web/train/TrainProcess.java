package dev.jacobi.web.train;

import dev.jacobi.web.Limits;
import dev.jacobi.web.work.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A session as the server sees it: its process, and what that told and nobody has read yet.
///
/// Of events the last few are kept, so that a reader who is slow costs no memory.
public final class TrainProcess implements AutoCloseable {
  private static final int KEPT = 8;

  private final Process process;
  private final DataOutputStream to;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Deque<byte[]> events = new ArrayDeque<>();
  private Optional<byte[]> opening = Optional.empty();
  private boolean ended;
  private volatile long read = System.nanoTime();

  public TrainProcess(byte[] start) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + Limits.TRAINING_MB + "m",
                "-Xss64m",
                // Small arrays: what starts soonest is best.
                "-XX:TieredStopAtLevel=1",
                "-Djacobi.vector=false",
                "-cp",
                System.getProperty("java.class.path"),
                TrainWorker.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    to = new DataOutputStream(process.getOutputStream());
    Frames.write(to, start);
    Thread.ofPlatform().daemon().start(this::collect);
  }

  private void collect() {
    try (var in = new DataInputStream(process.getInputStream())) {
      while (true) put(Frames.read(in));
    } catch (IOException e) {
      lock.lock();
      try {
        ended = true;
        news.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void put(byte[] event) {
    lock.lock();
    try {
      if (opening.isEmpty()) opening = Optional.of(event);
      events.addLast(event);
      if (events.size() > KEPT) events.removeFirst();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What was told since it was last asked; waits a moment for something. Empty when nothing came.
  public List<byte[]> next(long milliseconds) throws InterruptedException {
    read = System.nanoTime();
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
      while (events.isEmpty() && !ended && left > 0) left = news.awaitNanos(left);
      var all = List.copyOf(events);
      events.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /// What it said first; a reader who comes back needs it.
  public Optional<byte[]> opening() {
    lock.lock();
    try {
      return opening;
    } finally {
      lock.unlock();
    }
  }

  public void command(byte[] json) throws IOException {
    lock.lock();
    try {
      Frames.write(to, json);
    } finally {
      lock.unlock();
    }
  }

  /// Whether its process is over and all was read.
  public boolean isOver() {
    lock.lock();
    try {
      return ended && events.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Seconds since somebody looked.
  public double unread() {
    return (System.nanoTime() - read) / 1e9;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

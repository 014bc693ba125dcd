package dev.jacobi.web.train;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/// What the user wants of a session now. One thread hears commands, another one trains.
final class Controls {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean running;
  private boolean resets;
  private long singles;
  private Optional<JsonNode> settings = Optional.empty();

  Controls(boolean running) {
    this.running = running;
  }

  /// A command: `{"action": "pause"}`, `"run"`, `"step"`, `"reset"`, or `"set"` with `rate`,
  /// `batch`.
  void take(JsonNode command) {
    lock.lock();
    try {
      switch (command.path("action").asString("")) {
        case "pause" -> running = false;
        case "run" -> running = true;
        case "step" -> {
          running = false;
          singles++;
        }
        case "reset" -> resets = true;
        default -> settings = Optional.of(command);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether training has to stop for something: a pause, a reset, other settings.
  boolean isWanted() {
    lock.lock();
    try {
      return !running || resets || settings.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there is something to do: a step, or a change.
  void await() throws InterruptedException {
    lock.lock();
    try {
      while (!running && singles == 0 && !resets && settings.isEmpty()) changed.await();
    } finally {
      lock.unlock();
    }
  }

  boolean isRunning() {
    return running;
  }

  /// Whether to begin anew; said once.
  boolean takeReset() {
    lock.lock();
    try {
      boolean was = resets;
      resets = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  /// Other settings; said once.
  Optional<JsonNode> takeSettings() {
    lock.lock();
    try {
      var was = settings;
      settings = Optional.empty();
      return was;
    } finally {
      lock.unlock();
    }
  }

  /// Uses up a single step, if one is wanted.
  boolean takeStep() {
    lock.lock();
    try {
      if (running || singles == 0) return running;
      singles--;
      return true;
    } finally {
      lock.unlock();
    }
  }
}

package dev.jacobi.web.desk;

import dev.jacobi.web.Limits;

/// What one client has asked lately: how much time it was given, and whether it was quick.
///
/// Time is forgotten by half every [Limits#HALF_LIFE] seconds, so that whoever waits is served
/// again.
final class Client {
  private double seconds;
  private double at;
  private double tookLong = Double.NEGATIVE_INFINITY;
  private boolean quick;
  private int open;

  /// The seconds that count now.
  synchronized double used(double now) {
    seconds *= Math.pow(0.5, (now - at) / Limits.HALF_LIFE);
    at = now;
    return seconds;
  }

  synchronized void add(double more, double now) {
    used(now);
    seconds += more;
  }

  synchronized void tookLong(double now) {
    tookLong = now;
  }

  synchronized void wasQuick() {
    quick = true;
  }

  /// Whether a question of it took long a short while ago.
  synchronized boolean isSlow(double now) {
    return now - tookLong < Limits.ALARM;
  }

  /// Whether it was answered quickly before, and nothing of it took long a short while ago.
  synchronized boolean isQuick(double now) {
    return quick && !isSlow(now);
  }

  /// How many questions of it are not answered yet.
  synchronized int open() {
    return open;
  }

  synchronized void opened() {
    open++;
  }

  synchronized void closed() {
    open--;
  }

  /// Whether nothing would be lost by forgetting it.
  synchronized boolean isIdle(double now) {
    return open == 0 && !isSlow(now) && used(now) < 0.01;
  }
}

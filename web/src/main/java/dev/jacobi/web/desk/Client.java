package dev.jacobi.web.desk;

/// What one client has asked lately: how much time it was given, and whether it overran.
///
/// Time is forgotten by half every [#HALF_LIFE] seconds, so that whoever waits is served again.
final class Client {
  private static final double HALF_LIFE = 15;
  private static final double MEMORY_OF_OVERRUNS = 60;

  private double seconds;
  private double at;
  private double overran = Double.NEGATIVE_INFINITY;
  private boolean quick;
  private int open;

  /// The seconds that count now.
  double used(double now) {
    seconds *= Math.pow(0.5, (now - at) / HALF_LIFE);
    at = now;
    return seconds;
  }

  void add(double more, double now) {
    used(now);
    seconds += more;
  }

  void overran(double now) {
    overran = now;
  }

  void wasQuick() {
    quick = true;
  }

  /// Whether it was answered quickly before, and nothing of it overran a short while ago.
  boolean isQuick(double now) {
    return quick && now - overran > MEMORY_OF_OVERRUNS;
  }

  /// How many questions of it are not answered yet.
  int open() {
    return open;
  }

  void opened() {
    open++;
  }

  void closed() {
    open--;
  }

  /// Whether nothing would be lost by forgetting it.
  boolean isIdle(double now) {
    return open == 0 && now - overran > MEMORY_OF_OVERRUNS && used(now) < 0.01;
  }
}

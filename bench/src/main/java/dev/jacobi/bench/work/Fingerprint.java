package dev.jacobi.bench.work;

/// Length, size and a sum with signs drawn from the place: two arrays in another order differ.
final class Fingerprint {
  private Fingerprint() {}

  static String of(Work.Array array) {
    double size = 0;
    double signed = 0;
    for (int i = 0; i < array.values().length; i++) {
      double v = array.values()[i];
      size += Math.abs(v);
      signed += Data.unit("fingerprint", i) < 0 ? -v : v;
    }
    return Json.numbers(array.values().length, size, signed);
  }
}

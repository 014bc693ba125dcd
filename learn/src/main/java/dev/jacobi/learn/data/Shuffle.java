package dev.jacobi.learn.data;

/// Orders drawn by a seed, the same in every version of Java.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014
/// (SplitMix64); Lemire, "Fast random integer generation in an interval", 2019.
final class Shuffle {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  Shuffle(long seed) {
    state = seed;
  }

  /// For the n-th of several shuffles by one seed.
  static Shuffle of(long seed, long n) {
    return new Shuffle(new Shuffle(seed).next() + mix(n * GOLDEN + 1));
  }

  /// Puts the entries of a part into an order of which each is equally likely.
  void shuffle(int[] a, int from, int to) {
    for (int n = to - from; n > 1; n--) {
      int q = from + below(n);
      int last = from + n - 1;
      int x = a[q];
      a[q] = a[last];
      a[last] = x;
    }
  }

  private int below(int n) {
    while (true) {
      long product = (next() >>> 32) * n;
      if ((product & 0xffffffffL) >= (-n & 0xffffffffL) % n) return (int) (product >>> 32);
    }
  }

  private long next() {
    return mix(state += GOLDEN);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

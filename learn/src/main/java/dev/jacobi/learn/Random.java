package dev.jacobi.learn;

/// Random numbers that rest on a seed and on names alone: `Random.of(7).at("W1")` is the same
/// stream whatever else was drawn. So a seed is all the random state that has to be saved.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
public final class Random {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long key;
  private long state;

  private Random(long key) {
    this.key = key;
    this.state = key;
  }

  public static Random of(long seed) {
    return new Random(mix(seed + GOLDEN));
  }

  /// A stream of its own for a name.
  public Random at(String name) {
    long k = key;
    for (int q = 0; q < name.length(); q++) k = mix(k ^ name.charAt(q) * GOLDEN);
    return new Random(mix(k + name.length()));
  }

  /// A stream of its own for a number, such as that of a step.
  public Random at(long number) {
    return new Random(mix(mix(key) ^ (number + 1) * GOLDEN));
  }

  private static long mix(long x) {
    long y = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }

  /// At least 0, less than 1.
  public double uniform() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1p-53;
  }

  /// Of mean 0 and deviation 1, by the method of Box and Muller.
  public double normal() {
    double r = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    return r * StrictMath.cos(2 * Math.PI * uniform());
  }
}

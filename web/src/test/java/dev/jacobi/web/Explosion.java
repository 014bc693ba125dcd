package dev.jacobi.web;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A short text whose derivatives would take days.
public final class Explosion {
  private static final int NAMES = 40;

  public static final String TEXT =
      names("\n", "x%d in R")
          + "\nf = "
          + names(" ", "(x%d + x%d)^7")
          + "\nhessian f wrt "
          + names(", ", "x%d");

  private Explosion() {}

  private static String names(String between, String each) {
    return IntStream.range(0, NAMES)
        .mapToObj(q -> each.formatted(q, (q + 1) % NAMES))
        .collect(Collectors.joining(between));
  }
}

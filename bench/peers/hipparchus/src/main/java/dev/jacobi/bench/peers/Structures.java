package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Data;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/// An array of numbers that carry derivatives, row by row where it is a matrix.
record Structures(DSFactory factory, DerivativeStructure... entries) {

  Structures constants(String name, int length, double scale) {
    double[] values = Data.doubles(name, length, scale);
    return of(length, i -> factory.constant(values[i]));
  }

  private Structures of(int length, java.util.function.IntFunction<DerivativeStructure> entry) {
    return new Structures(
        factory, IntStream.range(0, length).mapToObj(entry).toArray(DerivativeStructure[]::new));
  }

  DerivativeStructure get(int i) {
    return entries[i];
  }

  Structures map(UnaryOperator<DerivativeStructure> f) {
    return of(entries.length, i -> f.apply(entries[i]));
  }

  Structures plus(Structures o) {
    return of(entries.length, i -> entries[i].add(o.entries[i]));
  }

  Structures minus(Structures o) {
    return of(entries.length, i -> entries[i].subtract(o.entries[i]));
  }

  DerivativeStructure dot(Structures o) {
    DerivativeStructure sum = factory.constant(0);
    for (int i = 0; i < entries.length; i++) sum = sum.add(entries[i].multiply(o.entries[i]));
    return sum;
  }

  DerivativeStructure sum() {
    return Arrays.stream(entries).reduce(factory.constant(0), DerivativeStructure::add);
  }

  /// The product of a matrix, m × k, and one of n columns.
  Structures times(int m, int k, Structures o, int n) {
    return of(
        m * n,
        ij ->
            IntStream.range(0, k)
                .mapToObj(l -> entries[ij / n * k + l].multiply(o.entries[l * n + ij % n]))
                .reduce(factory.constant(0), DerivativeStructure::add));
  }

  Structures transposed(int m, int n) {
    return of(m * n, ji -> entries[ji % m * n + ji / m]);
  }

  /// Of each row.
  Structures softmax(int width) {
    var powers = map(DerivativeStructure::exp);
    return of(
        entries.length,
        i -> {
          int row = i / width * width;
          var sum =
              IntStream.range(row, row + width)
                  .mapToObj(powers::get)
                  .reduce(factory.constant(0), DerivativeStructure::add);
          return powers.get(i).divide(sum);
        });
  }
}

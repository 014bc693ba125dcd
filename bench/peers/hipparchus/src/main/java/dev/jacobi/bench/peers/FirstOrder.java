package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/// The gradient of a cost by arrays of given names and lengths.
final class FirstOrder implements Work {
  private final Hipparchus.Cost cost;
  private final Map<String, Integer> lengths = new LinkedHashMap<>();
  private double[] gradient = {};

  /// Names, each followed by a length.
  FirstOrder(Hipparchus.Cost cost, Object... names) {
    this.cost = cost;
    for (int i = 0; i < names.length; i += 2)
      lengths.put((String) names[i], (Integer) names[i + 1]);
  }

  @Override
  public void run() {
    int all = lengths.values().stream().mapToInt(n -> n).sum();
    var factory = new DSFactory(all, 1);
    var values = new LinkedHashMap<String, Structures>();
    int first = 0;
    for (var e : lengths.entrySet()) {
      values.put(e.getKey(), variables(factory, first, e.getKey(), e.getValue()));
      first += e.getValue();
    }
    double[] derivatives = cost.of(values).getAllDerivatives();
    gradient = Arrays.copyOfRange(derivatives, 1, derivatives.length);
  }

  private static Structures variables(DSFactory factory, int first, String name, int length) {
    double[] at = Data.doubles(name, length, 1);
    return new Structures(
        factory,
        IntStream.range(0, length)
            .mapToObj(i -> factory.variable(first + i, at[i]))
            .toArray(DerivativeStructure[]::new));
  }

  @Override
  public List<Array> results() {
    var all = new ArrayList<Array>();
    int first = 0;
    for (var e : lengths.entrySet()) {
      double[] part = Arrays.copyOfRange(gradient, first, first += e.getValue());
      all.add(new Array("d" + e.getKey(), part));
    }
    return all;
  }
}

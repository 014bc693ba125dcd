package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/// Hipparchus carries derivatives forward through ordinary arithmetic: slow for many parameters,
/// and as independent a judge as there is.
public final class Hipparchus implements Contender {

  @Override
  public String about() {
    return "Hipparchus 3.1, double";
  }

  @Override
  public Map<String, Work> open(Task task) {
    return switch (task.kind()) {
      case "net-hessian" -> Map.of("derivative_structures", new NetHessian());
      case "oracle-two-layer" -> first(Hipparchus::twoLayers, "W1", 12, "b1", 4, "W2", 8, "b2", 2);
      case "oracle-logistic" -> first(Hipparchus::logistic, "w", 3);
      case "oracle-tanh-softmax-ce" ->
          first(Hipparchus::tanhSoftmax, "W1", 12, "b1", 4, "W2", 8, "b2", 2);
      case "oracle-attention" -> first(Hipparchus::attention, "Q", 6, "K", 8, "V", 12);
      case "oracle-layer-norm" -> first(Hipparchus::layerNorm, "x", 5);
      default -> Map.of();
    };
  }

  private static Map<String, Work> first(Cost cost, Object... names) {
    return Map.of("derivative_structures", new FirstOrder(cost, names));
  }

  /// A number of structures by name.
  interface Cost {
    DerivativeStructure of(Map<String, Structures> values);
  }

  private static DerivativeStructure twoLayers(Map<String, Structures> v) {
    var x = v.get("W1").constants("x", 3, 1);
    var h = v.get("W1").times(4, 3, x, 1).plus(v.get("b1")).map(Hipparchus::tripleRelu);
    var d = v.get("W2").times(2, 4, h, 1).plus(v.get("b2")).minus(x.constants("y", 2, 1));
    return d.dot(d);
  }

  private static DerivativeStructure tripleRelu(DerivativeStructure s) {
    return s.getValue() > 0 ? s.multiply(3) : s.multiply(0);
  }

  /// Cross-entropy to targets within (0, 1).
  private static DerivativeStructure logistic(Map<String, Structures> v) {
    var w = v.get("w");
    var t = w.constants("t", 5, 0.5).map(s -> s.add(0.5));
    var p =
        w.constants("X", 15, 1).times(5, 3, w, 1).map(s -> s.negate().exp().add(1).reciprocal());
    var rest = t.map(s -> s.negate().add(1));
    var other = p.map(s -> s.negate().add(1).log());
    return t.dot(p.map(DerivativeStructure::log)).add(rest.dot(other)).negate();
  }

  private static DerivativeStructure tanhSoftmax(Map<String, Structures> v) {
    var x = v.get("W1").constants("x", 3, 1);
    var h = v.get("W1").times(4, 3, x, 1).plus(v.get("b1")).map(DerivativeStructure::tanh);
    var p = v.get("W2").times(2, 4, h, 1).plus(v.get("b2")).softmax(2);
    double t = x.constants("t", 1, 0.5).get(0).getValue() + 0.5;
    return p.get(0).log().multiply(-t).subtract(p.get(1).log().multiply(1 - t));
  }

  /// Three queries of two, four keys, values of three; G weighs what comes out.
  private static DerivativeStructure attention(Map<String, Structures> v) {
    var scores = v.get("Q").times(3, 2, v.get("K").transposed(4, 2), 4);
    var p = scores.map(s -> s.divide(Math.sqrt(2))).softmax(4);
    var o = p.times(3, 4, v.get("V"), 3);
    return o.dot(o.constants("G", 9, 1));
  }

  private static DerivativeStructure layerNorm(Map<String, Structures> v) {
    var x = v.get("x");
    var mean = x.sum().divide(5);
    var c = x.map(s -> s.subtract(mean));
    var scale = c.dot(c).divide(5).sqrt().reciprocal();
    return c.map(scale::multiply).dot(x.constants("G", 5, 1));
  }
}

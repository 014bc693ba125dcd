package dev.jacobi.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Bodies that are the same but for the names of their variables have the same key.
final class Alpha {
  private final Map<Var, Integer> numbers = new HashMap<>();
  private final Map<Scalar, Integer> nodes = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Alpha() {}

  @SafeVarargs
  static String key(Scalar s, List<Var>... orders) {
    var a = new Alpha();
    for (List<Var> order : orders) {
      for (Var v : order) {
        a.numbers.put(v, a.numbers.size());
        a.text.append(v.extent()).append(',');
      }
      a.text.append(';');
    }
    a.write(s);
    return a.text.toString();
  }

  private void write(Scalar s) {
    Integer known = nodes.get(s);
    if (known != null) {
      text.append('#').append(known).append(' ');
      return;
    }
    nodes.put(s, nodes.size());
    switch (s) {
      case Scalar.Num n -> text.append(n.value);
      case Scalar.Load l -> {
        text.append('b').append(l.buffer.id).append('@');
        write(l.address);
      }
      case Scalar.Op o -> text.append(o.operator);
      case Scalar.Call c -> text.append(c.function);
      case Scalar.Choose c ->
          c.conditions.forEach(x -> {
            switch (x) {
              case Scalar.Condition.Holds h -> {
                text.append(h.equality() ? "=" : ">=");
                write(h.place());
              }
              case Scalar.Condition.Compares p -> text.append(p.test());
            }
          });
    }
    text.append('(');
    s.parts().forEach(this::write);
    text.append(')');
  }

  private void write(Affine a) {
    text.append(a.offset());
    a.vars().stream()
        .map(v -> name(v) + "*" + a.stride(v))
        .sorted()
        .forEach(x -> text.append('+').append(x));
    text.append(' ');
  }

  private String name(Var v) {
    Integer n = numbers.get(v);
    return n == null ? "!" + v.id() : "v" + n;
  }
}

package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `softmax(x_i)`: of one entry it makes no sense; entry i of what it is of the vector is meant.
final class OfEntry {
  private static final Set<String> OF_VECTORS =
      Set.of("softmax", "log_softmax", "layernorm", "rmsnorm", "normalize");

  private final Setting setting;

  OfEntry(Setting setting) {
    this.setting = setting;
  }

  /// `S(x_i)`, where S is an array that rests on x and has its shape: `S_i`. Where x is a matrix
  /// and S has a number for each of its rows, `S(x_i)` is the number of row i.
  Optional<Syntax> value(String name, Syntax.Call c) {
    return row(name, c).or(() -> ofEntry(name, c));
  }

  private Optional<Syntax> row(String name, Syntax.Call c) {
    if (c.arguments().size() != 1
        || !(c.arguments().getFirst() instanceof Syntax.Entry e)
        || !(e.of() instanceof Syntax.Name)
        || e.indices().size() != 1
        || e.indices().getFirst() instanceof Syntax.Colon
        || !setting.model.knows(array(e))
        || !setting.restsOn(name, array(e))) return Optional.empty();
    List<Extent> rows = setting.model.shape(array(e));
    boolean each = rows.size() == 2 && setting.model.shape(name).equals(List.of(rows.getFirst()));
    return each ? Optional.of(new Syntax.Entry(name(c), e.indices(), c.place())) : Optional.empty();
  }

  private Optional<Syntax> ofEntry(String name, Syntax.Call c) {
    return entry(c)
        .filter(e -> setting.restsOn(name, array(e)))
        .filter(e -> setting.model.shape(array(e)).equals(setting.model.shape(name)))
        .map(e -> new Syntax.Entry(name(c), e.indices(), c.place()));
  }

  /// A function of vectors: `softmax(x)_i`.
  Optional<Syntax> function(String name, Syntax.Call c) {
    String known = Vocabulary.ALIASES.getOrDefault(name, name);
    if (!OF_VECTORS.contains(known) || setting.isFunction(name)) return Optional.empty();
    return entry(c)
        .map(e ->
            new Syntax.Entry(
                new Syntax.Call(c.function(), List.of(e.of()), c.place()), e.indices(), c.place()));
  }

  /// The only argument, where it is an entry of a known array and no row or column of it.
  private Optional<Syntax.Entry> entry(Syntax.Call c) {
    if (c.arguments().size() != 1
        || !(c.arguments().getFirst() instanceof Syntax.Entry e)
        || !(e.of() instanceof Syntax.Name)) return Optional.empty();
    boolean whole =
        setting.model.knows(array(e))
            && setting.model.shape(array(e)).size() == e.indices().size()
            && e.indices().stream().noneMatch(Syntax.Colon.class::isInstance);
    return whole ? Optional.of(e) : Optional.empty();
  }

  private static String array(Syntax.Entry e) {
    return Vocabulary.canonicalName(((Syntax.Name) e.of()).text());
  }

  private static Syntax name(Syntax.Call c) {
    return new Syntax.Name(c.function(), c.place());
  }
}

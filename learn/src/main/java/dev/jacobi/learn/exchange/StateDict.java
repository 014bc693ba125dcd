package dev.jacobi.learn.exchange;

import dev.jacobi.Model;
import dev.jacobi.engine.Tensor;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.learn.LearnException;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the weights of a model in a file that calls them otherwise, such as a state of PyTorch
/// (`fc1.weight`): by equal names, as somebody says (`W1=fc1.weight`), or else in order, where
/// every shape fits.
///
/// The weight of PyTorch's linear layer has its outputs along the first axis; where the model has
/// them along the second (`X W`), it is turned round.
public final class StateDict {
  private static final String WEIGHT = "weight";

  private final Model model;
  private final Map<String, Tensor> file;
  private final Map<String, String> said;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Map<String, Tensor> found = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /// How one name of the model, or one array of the file, was matched.
  ///
  /// @param how in words; empty where there is nothing on the other side
  public record Row(String name, String shape, String from, String fromShape, String how) {}

  /// What was matched, and the table that tells of it.
  ///
  /// @param rows the names of the model, then what is in the file besides
  public record Matched(Map<String, Tensor> weights, Map<String, Integer> sizes, List<Row> rows) {
    /// Whether every name has its numbers.
    public boolean isWhole() {
      return rows.stream().noneMatch(r -> r.from.isEmpty());
    }

    /// For people: a line for each name, and for each array that is not used.
    public String table() {
      int[] width = new int[4];
      for (Row r : rows) {
        String[] cells = cells(r);
        for (int q = 0; q < 4; q++) width[q] = Math.max(width[q], cells[q].length());
      }
      var s = new StringBuilder();
      for (Row r : rows) {
        String[] cells = cells(r);
        var line = new StringBuilder();
        for (int q = 0; q < 4; q++)
          line.append(cells[q]).append(" ".repeat(width[q] - cells[q].length() + 2));
        s.append(line.append(r.how).toString().stripTrailing()).append('\n');
      }
      return s.toString();
    }

    private static String[] cells(Row r) {
      return new String[] {
        r.name.isEmpty() ? "-" : r.name, r.shape, r.from.isEmpty() ? "-" : r.from, r.fromShape
      };
    }
  }

  private StateDict(Model model, Map<String, Tensor> file, Map<String, String> said) {
    this.model = model;
    this.file = file;
    this.said = said;
  }

  /// Finds for each name of a model the numbers in a file that are meant for it.
  ///
  /// @param wanted names of the model
  /// @param said the name in the file for names of the model
  /// @param sizes of dimensions that are known
  /// @throws LearnException when what somebody says is not there
  public static Matched match(
      Model model,
      List<String> wanted,
      Map<String, Tensor> file,
      Map<String, String> said,
      Map<String, Integer> sizes) {
    var s = new StateDict(model, file, said);
    s.sizes.putAll(sizes);
    Map<String, String> from = s.names(wanted);
    // Twice: what one array says of a dimension tells how to take another.
    for (int q = 0; q < 2; q++) from.forEach((name, other) -> s.learn(name, other));
    for (String name : wanted) s.row(name, from.get(name));
    Set<String> rest = new LinkedHashSet<>(file.keySet());
    rest.removeAll(from.values());
    for (String other : rest)
      s.rows.add(new Row("", "", other, shape(file.get(other)), "not used"));
    return new Matched(s.found, s.sizes, s.rows);
  }

  /// Reads the values of `--map`.
  public static Map<String, String> words(List<String> words) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String w : words) {
      int equals = w.indexOf('=');
      if (equals < 1 || equals == w.length() - 1)
        throw new LearnException("--map " + w + ": write NAME=NAME_IN_FILE: --map W1=fc1.weight");
      all.put(
          Vocabulary.canonicalName(w.substring(0, equals).strip()),
          w.substring(equals + 1).strip());
    }
    return all;
  }

  // ---- names

  private Map<String, String> names(List<String> wanted) {
    Map<String, String> from = new LinkedHashMap<>();
    said.forEach((name, other) -> {
      if (!wanted.contains(name))
        throw new LearnException(
            "--map "
                + name
                + "="
                + other
                + ": the model needs no weights for "
                + name
                + "; it needs "
                + String.join(", ", wanted));
      if (!file.containsKey(other))
        throw new LearnException(
            "--map "
                + name
                + "="
                + other
                + ": the file has no "
                + other
                + "; it has "
                + String.join(", ", file.keySet()));
      from.put(name, other);
    });
    for (String name : wanted)
      for (String other : file.keySet())
        if (!from.containsKey(name) && Vocabulary.canonicalName(other).equals(name))
          from.put(name, other);
    if (from.isEmpty()) inOrder(wanted, from);
    return from;
  }

  /// All of one side for all of the other, if each fits: in the order of the file, else by layers,
  /// as the names have them (some writers sort names, and so put the bias before its weight).
  private void inOrder(List<String> wanted, Map<String, String> from) {
    List<String> others = List.copyOf(file.keySet());
    if (others.size() != wanted.size()) return;
    List<String> byLayer = others.stream().sorted(LayerOrder.OF_NAMES).toList();
    for (List<String> order : List.of(others, byLayer)) {
      if (!fits(wanted, order)) continue;
      for (int q = 0; q < order.size(); q++) from.put(wanted.get(q), order.get(q));
      return;
    }
  }

  private boolean fits(List<String> wanted, List<String> others) {
    var s = new StateDict(model, file, Map.of());
    s.sizes.putAll(sizes);
    for (int round = 0; round < 2; round++)
      for (int q = 0; q < others.size(); q++) s.learn(wanted.get(q), others.get(q));
    for (int q = 0; q < others.size(); q++)
      if (s.taken(wanted.get(q), others.get(q)).tensor == null) return false;
    return true;
  }

  // ---- shapes

  private List<Extent> extents(String name) {
    return model.read().model().shape(name);
  }

  /// Dimensions are read off an array that stands as the model has it.
  private void learn(String name, String other) {
    int[] shape = file.get(other).shape();
    List<Extent> extents = extents(name);
    if (extents.size() != shape.length) {
      if (shape.length == 1) learnVector(extents, shape[0]);
      return;
    }
    boolean turned = isLinear(name, other) && turns(name);
    for (int q = 0; q < shape.length; q++) {
      Extent e = extents.get(turned ? shape.length - 1 - q : q);
      if (e.isName()) sizes.putIfAbsent(e.toString(), shape[q]);
    }
  }

  /// A bias that the model has as a row or a column.
  private void learnVector(List<Extent> extents, int side) {
    List<Extent> open = extents.stream().filter(e -> !e.equals(Extent.ONE)).toList();
    if (open.size() == 1 && open.getFirst().isName())
      sizes.putIfAbsent(open.getFirst().toString(), side);
  }

  /// The weight of a layer of PyTorch, which is not a name of the model itself.
  private boolean isLinear(String name, String other) {
    boolean same = Vocabulary.canonicalName(other).equals(name);
    return !same && other.endsWith(WEIGHT) && file.get(other).shape().length == 2;
  }

  private boolean turns(String name) {
    return Orientation.of(model.read().model(), name) == Orientation.IN_BY_OUT;
  }

  private record Taken(Tensor tensor, String how) {}

  private void row(String name, String other) {
    Variable v = model.read().model().variables().get(name);
    String declared = Shapes.of(v.set(), v.shape());
    if (other == null) {
      rows.add(new Row(name, declared, "", "", "nothing for it in the file"));
      return;
    }
    Taken t = taken(name, other);
    if (t.tensor != null) found.put(name, t.tensor);
    String from = t.tensor == null ? "" : other;
    String how = t.tensor == null ? other + " does not fit: " + t.how : t.how;
    rows.add(new Row(name, declared, from, shape(file.get(other)), how));
  }

  private Taken taken(String name, String other) {
    Tensor t = file.get(other);
    List<Extent> extents = extents(name);
    if (!extents.stream().allMatch(e -> sizes.keySet().containsAll(e.names())))
      return new Taken(null, "its number of axes is another");
    int[] want = extents.stream().mapToInt(e -> (int) e.value(sizes::get)).toArray();
    int[] have = t.shape();
    boolean turned = isLinear(name, other) && turns(name);
    if (turned && Arrays.equals(new int[] {have[1], have[0]}, want))
      return new Taken(transposed(t), "transposed");
    if (!turned && Arrays.equals(have, want)) return new Taken(t, "as it is");
    boolean vectors = Arrays.equals(withoutOnes(have), withoutOnes(want));
    if (vectors && withoutOnes(want).length < 2) return new Taken(reshaped(t, want), "reshaped");
    return new Taken(null, "the model has " + Arrays.toString(want));
  }

  private static int[] withoutOnes(int[] shape) {
    return Arrays.stream(shape).filter(n -> n != 1).toArray();
  }

  private static Tensor reshaped(Tensor t, int[] shape) {
    Tensor r = Tensor.zeros(t.precision(), shape);
    for (int q = 0; q < t.size(); q++) r.set(q, t.at(q));
    return r;
  }

  private static Tensor transposed(Tensor t) {
    int rows = t.shape()[0];
    int columns = t.shape()[1];
    Tensor r = Tensor.zeros(t.precision(), columns, rows);
    for (int i = 0; i < rows; i++)
      for (int j = 0; j < columns; j++) r.set(j * rows + i, t.at(i * columns + j));
    return r;
  }

  private static String shape(Tensor t) {
    return Arrays.toString(t.shape());
  }
}

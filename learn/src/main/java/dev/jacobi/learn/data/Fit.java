package dev.jacobi.learn.data;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Columns of data as the numbers of one declared name: joined, flattened, or with labels as
/// one-hot rows, as 0 and 1, −1 and 1, or counted from 1.
///
/// @param shape of the name for one example
/// @param sizes of dimensions, as far as they are known; what the columns show is added
record Fit(
    Dataset data, Variable name, List<Extent> shape, boolean target, Map<String, Integer> sizes) {
  /// The form that labels have to take here: values, unless words or the declared set say
  /// otherwise.
  Form form(List<Column> columns) {
    boolean labels = columns.stream().anyMatch(c -> !c.classes().isEmpty());
    boolean single = columns.size() == 1 && columns.getFirst().width() == 1;
    return switch (name.set()) {
      case INTEGERS -> Form.FROM_ONE;
      case ONE_HOT, SIMPLEX -> single ? Form.ONE_HOT : Form.VALUES;
      case SIGNS -> labels ? Form.SIGN : Form.VALUES;
      default -> {
        if (shape.isEmpty()) yield labels ? Form.NUMBER : Form.VALUES;
        yield labels || (single && target && isWide()) ? Form.ONE_HOT : Form.VALUES;
      }
    };
  }

  /// Whether one axis is known to have several entries, or nothing says how many.
  private boolean isWide() {
    if (shape.size() != 1) return false;
    Extent e = shape.getFirst();
    return !sizes.keySet().containsAll(e.names()) || e.value(sizes::get) > 1;
  }

  /// @param classes of each column of labels, by its name
  Column of(List<Column> columns, Form form, Map<String, List<String>> classes) {
    List<Column> parts = new ArrayList<>();
    for (Column c : columns) parts.add(part(c, form, classes));
    Column all = parts.size() == 1 ? parts.getFirst() : Joined.of(name.name(), parts);
    return Joined.shaped(name.name(), all, sides(all));
  }

  private Column part(Column c, Form form, Map<String, List<String>> classes) {
    List<String> known = classes.get(c.name());
    if (known == null) return c;
    Column labels = Classes.as(data, c, known);
    if ((form == Form.NUMBER || form == Form.SIGN) && known.size() > 2)
      throw new DataException(
          data.name()
              + ": "
              + name.name()
              + " is one number, and "
              + c.name()
              + " has "
              + known.size()
              + " classes ("
              + Classes.listed(known)
              + "): declare it as onehot["
              + known.size()
              + "]");
    return switch (form) {
      case VALUES, ONE_HOT -> new OneHot(labels);
      case NUMBER -> labels;
      case SIGN -> Standardise.number(0.5, 0.5).apply(labels); // 0 and 1 as -1 and 1
      case FROM_ONE -> Standardise.number(-1, 1).apply(labels);
    };
  }

  // ---- shapes

  private List<Integer> sides(Column c) {
    List<Integer> sides = c.sides();
    if (shape.size() == 1 && sides.size() != 1) sides = List.of(c.width());
    if (shape.isEmpty() && c.width() == 1) sides = List.of();
    if (sides.size() != shape.size()) sides = known(c);
    if (sides.size() != shape.size()) throw unfit(c);
    for (int q = 0; q < sides.size(); q++) learn(shape.get(q), sides.get(q));
    for (int q = 0; q < sides.size(); q++)
      if (!isKnown(shape.get(q)) || shape.get(q).value(sizes::get) != sides.get(q)) throw unfit(c);
    return sides;
  }

  /// The declared sides where they are known and hold as many numbers: a vector as a matrix.
  private List<Integer> known(Column c) {
    List<Integer> sides = new ArrayList<>();
    long n = 1;
    for (Extent e : shape) {
      if (!isKnown(e)) return c.sides();
      sides.add((int) e.value(sizes::get));
      n *= sides.getLast();
    }
    return n == c.width() ? sides : c.sides();
  }

  private boolean isKnown(Extent e) {
    return sizes.keySet().containsAll(e.names());
  }

  private void learn(Extent e, int side) {
    if (e.isName()) sizes.putIfAbsent(e.toString(), side);
  }

  private DataException unfit(Column c) {
    String known =
        shape.stream()
            .flatMap(e -> e.names().stream())
            .distinct()
            .filter(sizes::containsKey)
            .map(n -> n + " = " + sizes.get(n))
            .collect(Collectors.joining(", "));
    String has = c.sides().isEmpty() ? "is one number" : "has " + times(c.sides()) + " numbers";
    return new DataException(
        data.name()
            + ": "
            + name.name()
            + " is in "
            + Shapes.of(name.set(), shape)
            + (known.isEmpty() ? "" : ", with " + known)
            + ", for one example, and "
            + (c.classes().isEmpty() ? "" : "the label of ")
            + c.name()
            + " "
            + has
            + repair(c));
  }

  private String repair(Column c) {
    return c.classes().isEmpty()
        ? ": bind other columns with --" + (target ? "target" : "input") + " " + name.name() + "=…"
        : " (its classes are " + Classes.listed(c.classes()) + ")";
  }

  private static String times(List<Integer> sides) {
    return sides.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}

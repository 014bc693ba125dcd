package dev.jacobi.learn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A column of a table while it is read: numbers, or words, which are classes. Where both occur the
/// odd one is refused, except in the column of labels.
final class CsvColumn {
  private static final String OR = ", or name the column with --label if it holds the labels";

  final String name;
  private final boolean label;
  private double[] numbers = new double[64];
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> once = new HashMap<>(); // each word is kept once
  private int size;
  private boolean numeric = true;

  CsvColumn(String name, boolean label) {
    this.name = name;
    this.label = label;
  }

  /// Takes the cell of the next line; what is wrong with it comes back, or nothing.
  String take(String cell) {
    boolean number = Cell.isNumber(cell);
    if (number && (numeric || label)) return number(cell);
    if (number) return quoted(cell) + " is a number among words: mend it" + OR;
    if (!label && ((numeric && size > 0) || !Cell.isWord(cell))) return noNumber(cell);
    numeric = false;
    return word(cell);
  }

  private String noNumber(String cell) {
    String repair = Cell.repair(cell);
    return quoted(cell) + " is no number" + (repair.isEmpty() ? ": mend it" + OR : ": " + repair);
  }

  /// As much of a cell as fits into a line.
  private static String quoted(String cell) {
    String line = cell.lines().findFirst().orElse("");
    boolean whole = line.equals(cell) && line.length() <= 40;
    return "`" + (whole ? line : line.substring(0, Math.min(40, line.length())) + "…") + "`";
  }

  private String number(String cell) {
    double x = Double.parseDouble(cell);
    if (Double.isInfinite(x)) return "`" + cell + "` is too large for a double";
    if (size == numbers.length) numbers = Arrays.copyOf(numbers, size * 2);
    numbers[size] = x;
    return label ? word(cell) : next();
  }

  private String word(String cell) {
    words.add(once.computeIfAbsent(cell, c -> c));
    if (size == numbers.length) numbers = Arrays.copyOf(numbers, size * 2);
    return next();
  }

  private String next() {
    size++;
    return "";
  }

  Column column() {
    if (numeric) return Stored.of(name, Arrays.copyOf(numbers, size));
    List<String> classes = List.copyOf(new TreeSet<>(words));
    Map<String, Integer> places = new HashMap<>();
    for (int q = 0; q < classes.size(); q++) places.put(classes.get(q), q);
    return Stored.labels(name, words.stream().mapToInt(places::get).toArray(), classes);
  }
}

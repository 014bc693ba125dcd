package dev.jacobi.learn.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A column of a table while it is read: numbers, or words, which are classes. Where both occur the
/// odd one is refused, except in the column of labels.
final class CsvColumn {
  private static final String OR = ", or name the column with --label if it holds the labels";

  /// As many different words are kept of a column of numbers that may turn out to be labels.
  private static final int MOST_WORDS = 1 << 16;

  final String name;
  private final boolean label;
  private final Map<String, Integer> codes = new HashMap<>(); // of words, as they came
  private boolean begun;
  private boolean numeric = true;
  private double number;
  private int code;

  CsvColumn(String name, boolean label) {
    this.name = name;
    this.label = label;
  }

  /// Takes the cell of the next line; what is wrong with it comes back, or nothing.
  String take(String cell) {
    boolean number = Cell.isNumber(cell);
    if (number && (numeric || label)) return number(cell);
    if (number) return quoted(cell) + " is a number among words: mend it" + OR;
    if (!label && ((numeric && begun) || !Cell.isWord(cell))) return noNumber(cell);
    if (numeric && codes.size() == MOST_WORDS) return noNumber(cell); // those before are no labels
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
    number = x;
    begun = true;
    return label && (!numeric || codes.size() < MOST_WORDS) ? word(cell) : "";
  }

  private String word(String cell) {
    code = codes.computeIfAbsent(cell, _ -> codes.size());
    begun = true;
    return "";
  }

  /// Puts what was taken last into a row: a number, or the code of a word; of labels, which may
  /// turn out to be either, both.
  ///
  /// @param labels the place of the label's code
  void put(double[] row, int place, int labels) {
    row[place] = numeric ? number : code;
    if (label) row[labels] = code;
  }

  /// The column, of rows that have ended.
  Column of(Rows rows, int place, int labels) {
    if (numeric) return rows.numbers(name, place);
    List<String> classes = List.copyOf(new TreeSet<>(codes.keySet()));
    int[] classOfCode = new int[classes.size()];
    for (int q = 0; q < classOfCode.length; q++) classOfCode[codes.get(classes.get(q))] = q;
    return rows.labels(name, label ? labels : place, classes, classOfCode);
  }
}

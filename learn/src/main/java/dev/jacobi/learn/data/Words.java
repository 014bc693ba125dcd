package dev.jacobi.learn.data;

import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody says of the columns that stand for a name of the model: `x=age,height` or
/// `x=pixel0..pixel63`, and `y=price`. Without a name (`price`) the one name of its role is meant.
///
/// @param inputs columns by the name of the model; under the empty name what has none
public record Words(Map<String, List<String>> inputs, Map<String, List<String>> targets) {
  /// For a name alone.
  static final String THE_ONE = "";

  private static final String RANGE = "..";

  public static final Words NONE = new Words(Map.of(), Map.of());

  /// Reads the values of `--input` and `--target`.
  ///
  /// @throws DataException with what is wrong and how it should look
  public static Words parse(List<String> inputs, List<String> targets) {
    return new Words(parse("--input", inputs), parse("--target", targets));
  }

  private static Map<String, List<String>> parse(String option, List<String> values) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String name =
          equals < 0 ? THE_ONE : Vocabulary.canonicalName(value.substring(0, equals).strip());
      List<String> columns = new ArrayList<>();
      for (String c : value.substring(equals + 1).split(",", -1)) columns.add(c.strip());
      if (equals == 0 || columns.contains(""))
        throw new DataException(
            option
                + " "
                + value
                + ": a name, `=` and columns with commas between are expected: "
                + option
                + " x=age,height");
      if (all.put(name, columns) != null)
        throw new DataException(
            option
                + ": "
                + (equals < 0 ? "columns are" : name + " is")
                + " given twice: write"
                + " all columns in one, with commas between");
    }
    return all;
  }

  /// The columns that are meant: `a..d` is all from a to d, in the order of the data.
  static List<Column> columns(Dataset data, List<String> words) {
    List<Column> all = new ArrayList<>();
    for (String w : words) {
      int range = w.indexOf(RANGE);
      if (data.has(w) || range < 0) {
        all.add(data.column(w));
        continue;
      }
      int from = data.columns().indexOf(data.column(w.substring(0, range).strip()));
      int to = data.columns().indexOf(data.column(w.substring(range + RANGE.length()).strip()));
      if (to < from)
        throw new DataException(
            data.name() + ": " + w + ": the second column comes before the first: turn them round");
      all.addAll(data.columns().subList(from, to + 1));
    }
    return all;
  }
}

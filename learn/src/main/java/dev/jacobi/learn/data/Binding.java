package dev.jacobi.learn.data;

import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which columns stand for which name: as the words say; else a column of the same name; else the
/// one target is the last column left, where readers put labels, and the one input is all that is
/// left.
///
/// @param numbers the names that are a single number for an example
record Binding(Dataset data, Roles roles, Words words, Set<String> numbers) {
  Map<String, List<Column>> columns() {
    Map<String, List<Column>> all = new LinkedHashMap<>();
    said("--input", words.inputs(), roles.inputs(), all);
    said("--target", words.targets(), roles.targets(), all);
    for (String name : names())
      if (!all.containsKey(name)) same(name).ifPresent(c -> all.put(name, List.of(c)));
    theOne(roles.targets(), all, () -> target(all));
    theOne(roles.inputs(), all, () -> left(all));
    List<String> missing = new ArrayList<>(names());
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) throw unbound(missing);
    Map<String, List<Column>> ordered = new LinkedHashMap<>();
    for (String name : names()) ordered.put(name, all.get(name));
    return ordered;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(roles.inputs());
    names.addAll(roles.targets());
    return names;
  }

  private void said(
      String option,
      Map<String, List<String>> said,
      List<String> names,
      Map<String, List<Column>> all) {
    said.forEach((word, columns) -> {
      boolean one = word.equals(Words.THE_ONE);
      if (one ? names.size() != 1 : !names.contains(word))
        throw new DataException(
            option
                + " "
                + word
                + (one ? "" : "=")
                + String.join(",", columns)
                + ": "
                + wrong(word, names));
      all.put(one ? names.getFirst() : word, Words.columns(data, columns));
    });
  }

  private String wrong(String word, List<String> names) {
    String there = names.isEmpty() ? "none" : String.join(", ", names);
    if (word.equals(Words.THE_ONE)) return "say for which name, there is " + there + ": NAME=…";
    boolean other = names().contains(word);
    return other
        ? word + " has the other role in the model: use the other option"
        : "the model has no such name to be given by data; there is " + there;
  }

  private Optional<Column> same(String name) {
    return data.columns().stream()
        .filter(c -> Vocabulary.canonicalName(c.name()).equals(name))
        .findFirst();
  }

  private interface Choice {
    List<Column> columns();
  }

  private static void theOne(List<String> names, Map<String, List<Column>> all, Choice choice) {
    List<String> open = names.stream().filter(n -> !all.containsKey(n)).toList();
    if (open.size() != 1) return;
    List<Column> columns = choice.columns();
    if (!columns.isEmpty()) all.put(open.getFirst(), columns);
  }

  private List<Column> target(Map<String, List<Column>> all) {
    List<Column> left = left(all);
    return left.isEmpty() ? left : List.of(left.getLast());
  }

  private List<Column> left(Map<String, List<Column>> all) {
    List<Column> left = new ArrayList<>(data.columns());
    if (roles.targets().isEmpty() && left.size() > 1) data.labels().ifPresent(left::remove);
    all.values().forEach(left::removeAll);
    return left;
  }

  private DataException unbound(List<String> missing) {
    String name = missing.getFirst();
    String option = roles.targets().contains(name) ? "--target " : "--input ";
    List<String> there = data.columns().stream().map(Column::name).toList();
    return new DataException(
        data.name()
            + ": no column stands for "
            + String.join(", nor for ", missing)
            + ": add "
            + option
            + name
            + "=COLUMN; there"
            + (there.size() == 1 ? " is " : " are ")
            + Classes.listed(there)
            + set(missing.stream().filter(numbers::contains).toList()));
  }

  private static String set(List<String> missing) {
    if (missing.isEmpty()) return "";
    String name = missing.size() == 1 ? missing.getFirst() : "NAME";
    return "; or, for a number that all examples share, --set " + name + "=0.01";
  }
}

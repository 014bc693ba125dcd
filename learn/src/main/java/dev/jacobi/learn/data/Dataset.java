package dev.jacobi.learn.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Examples, numbered from 0, and what each of them has by name.
///
/// @param name how messages call it
public record Dataset(String name, int size, List<Column> columns) {
  public Dataset {
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>();
    for (Column c : columns)
      if (!seen.add(c.name()))
        throw new DataException(name + ": two columns are called `" + c.name() + "`: rename one");
    if (size < 1) throw new DataException(name + ": there is no example");
  }

  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }

  /// The column of this name.
  ///
  /// @throws DataException when there is no such column, with those that there are
  public Column column(String column) {
    for (Column c : columns) if (c.name().equals(column)) return c;
    throw new DataException(
        name
            + ": no column `"
            + column
            + "`; there "
            + (columns.size() == 1 ? "is " : "are ")
            + columns.stream().map(Column::name).limit(20).collect(Collectors.joining(", "))
            + (columns.size() > 20 ? ", …" : ""));
  }

  /// The last column, if it holds labels: readers put labels last.
  public Optional<Column> labels() {
    return Optional.of(columns.getLast()).filter(c -> !c.classes().isEmpty());
  }

  /// This with a column in place of the one of its name, or one more.
  public Dataset with(Column column) {
    List<Column> all = new ArrayList<>();
    boolean replaced = false;
    for (Column c : columns) {
      boolean same = c.name().equals(column.name());
      replaced |= same;
      all.add(same ? column : c);
    }
    if (!replaced) all.add(column);
    return new Dataset(name, size, all);
  }

  /// The numbers of all examples, in order.
  public int[] all() {
    int[] all = new int[size];
    for (int q = 0; q < size; q++) all[q] = q;
    return all;
  }
}

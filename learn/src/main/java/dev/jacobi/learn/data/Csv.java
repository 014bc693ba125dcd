package dev.jacobi.learn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tables of comma-separated values: one example a line, one column a name. The column of labels is
/// put last.
final class Csv {
  private static final Set<String> LABELS = Set.of("label", "class", "target", "species");

  private final String file;
  private final Reading how;
  private final long limit; // of numbers in memory
  private final List<CsvColumn> columns = new ArrayList<>();
  private double[] row = {};
  private int label;
  private int size;
  private long next = 1; // the line that is read next

  private Csv(String file, Reading how, long limit) {
    this.file = file;
    this.how = how;
    this.limit = limit;
  }

  /// @throws DataException with line and column of what is wrong, and how to mend it
  static Dataset read(Path path, Reading how) throws IOException {
    return read(path, how, Rows.usualLimit());
  }

  /// @param limit how many numbers may be in memory; more are kept in a file
  static Dataset read(Path path, Reading how, long limit) throws IOException {
    var csv = new Csv(path.getFileName().toString(), how, limit);
    var text = CsvText.open(path, csv.file);
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(how.separator().orElseGet(text::separator))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(1 << 24)
            .ofCsvRecord(text.reader())) {
      return csv.dataset(reader.iterator());
    } catch (CsvParseException e) {
      throw csv.malformed(e);
    } catch (UncheckedIOException e) {
      throw CsvText.broken(path, csv.file, e.getCause());
    }
  }

  private Dataset dataset(Iterator<CsvRecord> lines) throws IOException {
    CsvRecord first = lines.next();
    if (isEnd(first)) throw new DataException(file + ": the file is empty");
    requireClosed(first);
    boolean header =
        how.header().orElseGet(() -> first.getFields().stream().noneMatch(this::number));
    names(first, header);
    row = new double[columns.size() + 1];
    try (var rows = new Rows(file, row.length, limit)) {
      if (!header) take(first, rows);
      next = after(first);
      boolean whole = false;
      while (lines.hasNext() && !whole) whole = end(lines.next(), rows);
      rows.end();
      return dataset(first, rows);
    }
  }

  private Dataset dataset(CsvRecord first, Rows rows) {
    if (size == 0)
      throw new DataException(
          file
              + ": "
              + (next > after(first)
                  ? "no line is left: in each a value is missing"
                  : "there is no line after the header; if the first line holds values, add"
                      + " --header no"));
    List<Column> all = new ArrayList<>();
    for (int q = 0; q < columns.size(); q++) all.add(columns.get(q).of(rows, q, columns.size()));
    if (all.size() == 1 && !all.getFirst().classes().isEmpty() && how.label().isEmpty())
      throw new DataException(
          file
              + ": only one column was found, and it holds words: say with --separator what stands"
              + " between the columns");
    all.add(all.remove(label));
    return new Dataset(file, size, all);
  }

  /// Takes a line unless it is the mark of the end.
  private boolean end(CsvRecord line, Rows rows) {
    if (isEnd(line)) return true;
    requireClosed(line);
    take(line, rows);
    next = after(line);
    return false;
  }

  private static boolean isEnd(CsvRecord line) {
    return line.getFieldCount() == 1 && line.getField(0).equals(CsvText.END);
  }

  /// A quote that is never closed takes the mark of the end into its cell.
  private void requireClosed(CsvRecord line) {
    if (line.getField(line.getFieldCount() - 1).endsWith(CsvText.END))
      throw new DataException(
          file
              + ":"
              + line.getStartingLineNumber()
              + ": column "
              + line.getFieldCount()
              + ": its quote is never closed");
  }

  /// The number of the line after a record, whose cells may hold line ends.
  private static long after(CsvRecord line) {
    long n = line.getStartingLineNumber() + 1;
    for (String cell : line.getFields()) n += cell.chars().filter(c -> c == '\n').count();
    return n;
  }

  private boolean number(String cell) {
    return Cell.isNumber(cell.strip());
  }

  // ---- header

  private void names(CsvRecord first, boolean header) {
    List<String> names = new ArrayList<>();
    for (int q = 0; q < first.getFieldCount(); q++)
      names.add(header ? first.getField(q).strip() : "c" + (q + 1));
    Set<String> seen = new HashSet<>();
    for (int q = 0; q < names.size(); q++) {
      String name = names.get(q);
      if (name.isEmpty())
        throw at(
            first,
            q,
            "has no name: give it one in the header, or add --header no if there is"
                + " no header");
      if (!seen.add(name))
        throw at(first, q, "is called `" + name + "` like one before: rename it");
    }
    label = label(names);
    for (int q = 0; q < names.size(); q++) columns.add(new CsvColumn(names.get(q), q == label));
  }

  private int label(List<String> names) {
    if (how.label().isPresent()) {
      int q = names.indexOf(how.label().get());
      if (q < 0)
        throw new DataException(
            file
                + ": --label "
                + how.label().get()
                + ": no such column; there "
                + (names.size() == 1 ? "is " : "are ")
                + Classes.listed(names));
      return q;
    }
    for (int q = 0; q < names.size(); q++)
      if (LABELS.contains(names.get(q).toLowerCase(Locale.ROOT))) return q;
    return names.size() - 1;
  }

  // ---- lines

  private void take(CsvRecord line, Rows rows) {
    int have = line.getFieldCount();
    if (have != columns.size())
      throw new DataException(
          file
              + ":"
              + line.getStartingLineNumber()
              + ": "
              + count(have)
              + ", and the first line"
              + " has "
              + columns.size()
              + ": "
              + (have < columns.size()
                  ? "a cell or a separator is missing"
                  : "quote cells that hold the separator"));
    boolean whole = true;
    for (int q = 0; q < have; q++) whole &= !Cell.isMissing(line.getField(q).strip());
    if (!whole && how.leaveOut()) return;
    for (int q = 0; q < have; q++) {
      String cell = line.getField(q).strip();
      if (Cell.isMissing(cell))
        throw at(
            line,
            q,
            (cell.isEmpty() ? "no value" : "`" + cell + "` is no value")
                + ": fill it in, or leave such lines out with --missing leave-out");
      String wrong = columns.get(q).take(cell);
      if (!wrong.isEmpty()) throw at(line, q, wrong);
      columns.get(q).put(row, q, have);
    }
    rows.add(row);
    size++;
  }

  private static String count(int cells) {
    return cells == 1 ? "1 cell" : cells + " cells";
  }

  private DataException at(CsvRecord line, int column, String what) {
    String name = columns.isEmpty() ? "" : " `" + columns.get(column).name + "`";
    return new DataException(
        file
            + ":"
            + line.getStartingLineNumber()
            + ": column "
            + (column + 1)
            + name
            + (columns.isEmpty() ? " " : ": ")
            + what);
  }

  private DataException malformed(CsvParseException e) {
    Throwable cause = e;
    while (cause.getCause() != null) cause = cause.getCause();
    String why = String.valueOf(cause.getMessage());
    return new DataException(
        file
            + ":"
            + next
            + ": "
            + (why.contains("quote")
                ? "something follows a closing quote: write a quote within quotes twice, and nothing"
                    + " between a closing quote and the separator"
                : why));
  }
}

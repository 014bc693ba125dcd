package dev.jacobi.elaborate;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The composite functions of `library.jacobi`. A line is read when its function is first called.
public final class Library {
  private static final String RESOURCE = "/dev/jacobi/library.jacobi";

  /// One function as it stands in the file; `axes` is the heading it stands under.
  public record Entry(String name, String signature, String body, String comment, String axes) {}

  private static final Map<String, Syntax> RANGES = new LinkedHashMap<>();
  private static final Map<String, Entry> ENTRIES = read();

  private Library() {}

  /// All composite functions, in the order of the file.
  public static List<Entry> entries() {
    return List.copyOf(ENTRIES.values());
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String axes = "";
    String above = "";
    for (String line : joined(text())) {
      String before = above;
      above = line.startsWith("# ") ? line.substring(2) : "";
      if (line.startsWith("# --- ")) axes = line.substring(6).strip();
      int open = line.indexOf('(');
      int equals = equalsSign(line);
      if (line.contains(" in 1..")) ranges(line);
      if (line.startsWith("#") || open < 0 || equals < open) continue;
      int hash = line.indexOf('#');
      String body = line.substring(equals + 1, hash < 0 ? line.length() : hash).strip();
      String comment = hash < 0 ? before : line.substring(hash + 1).strip();
      String name = line.substring(0, open);
      entries.put(name, new Entry(name, line.substring(0, equals).strip(), body, comment, axes));
    }
    return entries;
  }

  /// Lines, with those that go on while a bracket is open put together.
  private static List<String> joined(String text) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    int depth = 0;
    for (String part : text.split("\n")) {
      line.append(line.isEmpty() ? part : " " + part.strip());
      int hash = part.indexOf('#');
      for (char ch : (hash < 0 ? part : part.substring(0, hash)).toCharArray())
        depth += ch == '(' || ch == '[' ? 1 : ch == ')' || ch == ']' ? -1 : 0;
      if (depth > 0) continue;
      lines.add(line.toString());
      line.setLength(0);
    }
    return lines;
  }

  /// `row in 1..m n, last in 1..n`: letters of entries, with what they run over.
  private static void ranges(String line) {
    for (Statement s : Parser.parse(line).statements())
      if (s instanceof Statement.Declaration d)
        for (Syntax.Name n : d.names()) RANGES.put(n.text(), d.extents().getLast());
  }

  /// What a letter of an entry of the library runs over, when the file says so.
  static Optional<Syntax> range(String letter) {
    return Optional.ofNullable(RANGES.get(letter));
  }

  /// The first `=` outside brackets.
  private static int equalsSign(String line) {
    int depth = 0;
    for (int q = 0; q < line.length(); q++) {
      char ch = line.charAt(q);
      if (ch == '(' || ch == '[') depth++;
      if (ch == ')' || ch == ']') depth--;
      if (ch == '=' && depth == 0) return q;
    }
    return -1;
  }

  private static String text() {
    try (InputStream in = Library.class.getResourceAsStream(RESOURCE)) {
      if (in == null) throw new IllegalStateException("library.jacobi is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Expressions.UserFunction> find(String name) {
    Entry e = ENTRIES.get(name);
    return e == null ? Optional.empty() : Optional.of(function(e));
  }

  /// The functions of rows that are given by entry and take one argument.
  static List<Expressions.UserFunction> ofRows() {
    List<Expressions.UserFunction> all = new ArrayList<>();
    for (Entry e : ENTRIES.values()) {
      if (!e.axes().equals("rows") || !e.signature().endsWith("]") || e.signature().contains(","))
        continue;
      all.add(function(e));
    }
    return all;
  }

  private static Expressions.UserFunction function(Entry e) {
    String s = e.signature();
    int open = s.indexOf('(');
    int close = s.indexOf(')');
    List<String> parameters = new ArrayList<>();
    List<Syntax> defaults = new ArrayList<>();
    for (String p : s.substring(open + 1, close).split(",")) {
      int eq = p.indexOf('=');
      parameters.add((eq < 0 ? p : p.substring(0, eq)).strip());
      if (eq >= 0) defaults.add(Parser.formula(p.substring(eq + 1).strip()));
    }
    List<String> letters = new ArrayList<>();
    int bracket = s.indexOf('[', close);
    if (bracket > 0)
      for (String l : s.substring(bracket + 1, s.indexOf(']')).split(",")) letters.add(l.strip());
    boolean scalars = e.axes().equals("each entry");
    return new Expressions.UserFunction(
        e.name(),
        parameters,
        defaults,
        letters,
        Parser.formula(e.body()),
        scalars,
        axes(e),
        e.comment().startsWith("rows, then their mean"));
  }

  private static String axes(Entry e) {
    if (e.comment().startsWith("rows")) return "rows";
    if (e.axes().equals("rows") || e.axes().equals("matrices")) return e.axes();
    return "all entries";
  }

  /// The extents by which bodies of the library call the axes of their arguments: n for a vector, m
  /// and n for a first matrix, q and r for a second.
  static void extents(Expressions.UserFunction f, int argument, Value v, Scope scope) {
    if (v.isScalar() || !ENTRIES.containsKey(f.name())) return;
    if (f.axes().equals("all entries")) {
      Extent n = Extent.ONE;
      for (Extent e : v.shape()) n = n.times(e);
      scope.bind("n", n);
    } else if (v.order() == 1) {
      scope.bind("n", v.extent(0));
    } else {
      scope.bind(argument == 0 ? "m" : "q", v.extent(0));
      scope.bind(argument == 0 ? "n" : "r", v.extent(1));
    }
  }
}

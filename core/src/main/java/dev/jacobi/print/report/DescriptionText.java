package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Description.Edge;
import dev.jacobi.print.report.Description.Module;
import dev.jacobi.print.report.Description.Shaped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// A description as plain text for a terminal.
public final class DescriptionText {
  private final Description description;
  private final TextSpelling spelling;
  private final Columns columns;
  private String label = "";

  private DescriptionText(Description description, boolean ascii, Paint paint) {
    this.description = description;
    this.spelling = new TextSpelling(ascii);
    this.columns = new Columns(paint, 0);
  }

  /// `sizes` are those that are known, by dimension.
  public static String of(
      Description description, Map<String, Long> sizes, boolean ascii, Paint paint) {
    var t = new DescriptionText(description, ascii, paint);
    t.columns.title(Words.title(description.file()));
    t.names();
    t.modules();
    t.count(sizes);
    t.graph();
    return t.columns.text();
  }

  private String label() {
    String now = label;
    label = "";
    return now;
  }

  private void begin(String section) {
    columns.blank();
    label = section;
  }

  private void names() {
    begin("Names");
    int widest = 0;
    for (var n : description.names())
      widest = Math.max(widest, Columns.width(spell(n.declared().name())));
    int shapes = 0;
    for (var n : description.names()) shapes = Math.max(shapes, Shapes.of(n.declared()).length());
    for (var n : description.names()) {
      String shape = Shapes.of(n.declared());
      String role = n.role().name().toLowerCase(Locale.ROOT);
      columns.words(
          label(),
          padded(spell(n.declared().name()), widest)
              + " in "
              + padded(shape, shapes)
              + "   "
              + role);
    }
  }

  private void modules() {
    begin("Modules");
    for (Module m : description.modules()) {
      var d = m.definition();
      String head = spell(d.left()) + d.right().map(r -> " = " + spell(r)).orElse(" is unknown");
      if (label.isEmpty()) columns.blank();
      columns.words(label(), head);
      if (!m.takes().isEmpty()) columns.words("", "  takes   " + all(m.takes()));
      if (!m.learns().isEmpty()) columns.words("", "  learns  " + all(m.learns()));
      columns.words("", "  gives   " + shaped(m.gives()));
      m.entry()
          .ifPresent(
              e -> columns.words("", "          " + spell(e.left()) + " = " + spell(e.right())));
    }
  }

  private String all(List<Shaped> names) {
    var s = new StringBuilder();
    for (Shaped n : names) s.append(s.isEmpty() ? "" : ", ").append(shaped(n));
    return s.toString();
  }

  private String shaped(Shaped s) {
    return spell(s.shown()) + " in " + Shapes.of(s.shape());
  }

  private void count(Map<String, Long> sizes) {
    begin("Learned");
    var count = description.count();
    if (count.isEmpty()) {
      columns.words(label(), "nothing: no name is a parameter");
      return;
    }
    String formula = spell(count.get());
    var missing = new TreeSet<>(description.number().names());
    missing.removeAll(sizes.keySet());
    String number = "";
    if (missing.isEmpty() && !description.number().isNumber())
      number = " = " + description.number().value(sizes::get);
    columns.words(label(), formula + number + " numbers");
    if (!sizes.isEmpty() && !missing.isEmpty())
      columns.words("", "no size is given for " + String.join(", ", missing));
  }

  private void graph() {
    begin("Graph");
    Map<String, List<String>> from = new LinkedHashMap<>();
    for (Edge e : description.edges())
      from.computeIfAbsent(e.to(), _ -> new ArrayList<>()).add(e.from());
    int widest = 0;
    for (var names : from.values()) widest = Math.max(widest, String.join(", ", names).length());
    int wide = Math.min(widest, 40);
    from.forEach((to, names) ->
        columns.words(label(), padded(String.join(", ", names), wide) + " -> " + to));
  }

  private static String padded(String s, int width) {
    return s + " ".repeat(Math.max(0, width - Columns.width(s)));
  }

  private String spell(Syntax s) {
    return spelling.spell(s);
  }
}

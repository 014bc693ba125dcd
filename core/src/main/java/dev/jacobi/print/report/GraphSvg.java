package dev.jacobi.print.report;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Description.Edge;
import dev.jacobi.print.report.Description.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The dependency graph of a model as a drawing: definitions from left to right in the order of the
/// computation, each name left of what uses it.
///
/// Source: Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
/// structures", 1981: ranks by longest paths, order within a rank by barycentres.
public final class GraphSvg {
  private static final int COLUMN = 150;
  private static final int ROW = 62;
  private static final int HEIGHT = 40;
  private static final int SWEEPS = 8;
  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light dark; }
      text { font: 15px Georgia, serif; text-anchor: middle; fill: #1c1b19; }
      text.shape { font-size: 11px; fill: #78736a; }
      rect { fill: #fdfcf9; stroke: #78736a; }
      rect.parameter { fill: #fff3d6; stroke: #c79a3f; }
      rect.input, rect.target { fill: #eaf1f8; stroke: #6a8fb5; }
      path { fill: none; stroke: #98938a; }
      marker path { fill: #98938a; stroke: none; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e7e4dc; } text.shape { fill: #a8a39a; } rect { fill: #1f2024; }
        rect.parameter { fill: #3a311c; } rect.input, rect.target { fill: #1c2a38; }
      }
      </style>
      """;

  private final Description description;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  /// A name and where it stands: its rank from the left, its place in the rank.
  private static final class Node {
    final String text;
    final String shape;
    final String kind;
    int rank;
    double place;

    Node(String text, String shape, String kind) {
      this.text = text;
      this.shape = shape;
      this.kind = kind;
    }

    int width() {
      return Math.max(54, 18 + Math.max(9 * Columns.width(text), 6 * shape.length()));
    }
  }

  private GraphSvg(Description description) {
    this.description = description;
  }

  public static String of(Description description) {
    var g = new GraphSvg(description);
    g.fill();
    g.rank();
    g.order();
    return g.drawn();
  }

  private void fill() {
    for (var n : description.names()) {
      String text = TextSpelling.PLAIN.spell(n.declared().name());
      String kind = n.role().name().toLowerCase(Locale.ROOT);
      boolean used =
          description.edges().stream().anyMatch(e -> e.from().equals(name(n.declared())));
      if (used || n.role() == Role.PARAMETER)
        nodes.put(name(n.declared()), new Node(text, Shapes.of(n.declared()), kind));
    }
    for (var m : description.modules())
      nodes.put(
          m.gives().name(),
          new Node(
              TextSpelling.PLAIN.spell(m.gives().shown()), Shapes.of(m.gives().shape()), "value"));
  }

  private static String name(Report.Declared d) {
    return dev.jacobi.notation.Vocabulary.canonicalName(TextSpelling.PLAIN.spell(d.name()));
  }

  /// Definitions as far right as their longest path; declared names just left of their first use.
  private void rank() {
    for (var m : description.modules())
      for (Edge e : description.edges())
        if (e.to().equals(m.gives().name()))
          node(e.to()).rank = Math.max(node(e.to()).rank, node(e.from()).rank + 1);
    for (var n : description.names()) {
      int first = Integer.MAX_VALUE;
      for (Edge e : description.edges())
        if (e.from().equals(name(n.declared()))) first = Math.min(first, node(e.to()).rank);
      if (first < Integer.MAX_VALUE) node(name(n.declared())).rank = first - 1;
    }
  }

  private Node node(String name) {
    return nodes.get(name);
  }

  private void order() {
    for (var rank : ranks().values()) {
      int q = 0;
      for (Node n : rank) n.place = q++;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Map<Node, Double> pull = new HashMap<>();
      for (Node n : nodes.values()) pull.put(n, barycentre(n));
      for (var rank : ranks().values()) {
        rank.sort((a, b) -> Double.compare(pull.get(a), pull.get(b)));
        for (int q = 0; q < rank.size(); q++) rank.get(q).place = q - (rank.size() - 1) / 2.0;
      }
    }
  }

  private double barycentre(Node n) {
    double sum = n.place;
    int count = 1;
    for (Edge e : description.edges()) {
      Node from = node(e.from());
      Node to = node(e.to());
      if (from != n && to != n) continue;
      sum += from == n ? to.place : from.place;
      count++;
    }
    return sum / count;
  }

  private Map<Integer, List<Node>> ranks() {
    Map<Integer, List<Node>> ranks = new java.util.TreeMap<>();
    for (Node n : nodes.values()) ranks.computeIfAbsent(n.rank, _ -> new ArrayList<>()).add(n);
    ranks.values().forEach(r -> r.sort((a, b) -> Double.compare(a.place, b.place)));
    return ranks;
  }

  // ---- drawing

  private String drawn() {
    double top = 0;
    double bottom = 0;
    int last = 0;
    for (Node n : nodes.values()) {
      top = Math.min(top, n.place);
      bottom = Math.max(bottom, n.place);
      last = Math.max(last, n.rank);
    }
    int width = last * COLUMN + 150;
    int height = (int) ((bottom - top) * ROW) + HEIGHT + 40;
    int middle = (int) (-top * ROW) + HEIGHT / 2 + 20;
    var s = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    s.append(width).append(' ').append(height).append("\" width=\"").append(width);
    s.append("\" height=\"").append(height).append("\" role=\"img\">\n<title>");
    s.append(Mathml.escape(Words.title(description.file()))).append("</title>\n").append(STYLE);
    s.append(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\"");
    s.append(
        " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n");
    for (Edge e : description.edges()) edge(s, node(e.from()), node(e.to()), middle);
    for (Node n : nodes.values()) node(s, n, middle);
    return s.append("</svg>\n").toString();
  }

  private static int x(Node n) {
    return 75 + n.rank * COLUMN;
  }

  private static int y(Node n, int middle) {
    return middle + (int) Math.round(n.place * ROW);
  }

  private static void edge(StringBuilder s, Node from, Node to, int middle) {
    int x1 = x(from) + from.width() / 2;
    int x2 = x(to) - to.width() / 2;
    int bend = Math.max(20, (x2 - x1) / 2);
    s.append("<path marker-end=\"url(#tip)\" d=\"M").append(x1).append(' ').append(y(from, middle));
    s.append(" C").append(x1 + bend).append(' ').append(y(from, middle)).append(' ');
    s.append(x2 - bend).append(' ').append(y(to, middle)).append(' ');
    s.append(x2).append(' ').append(y(to, middle)).append("\"/>\n");
  }

  private static void node(StringBuilder s, Node n, int middle) {
    int y = y(n, middle);
    s.append("<rect class=\"").append(n.kind).append("\" x=\"").append(x(n) - n.width() / 2);
    s.append("\" y=\"").append(y - HEIGHT / 2).append("\" width=\"").append(n.width());
    s.append("\" height=\"").append(HEIGHT).append("\" rx=\"6\"/>\n");
    text(s, "", x(n), y - 2, n.text);
    text(s, " class=\"shape\"", x(n), y + 13, n.shape);
  }

  private static void text(StringBuilder s, String kind, int x, int y, String text) {
    s.append("<text").append(kind).append(" x=\"").append(x).append("\" y=\"").append(y);
    s.append("\">").append(Mathml.escape(text)).append("</text>\n");
  }
}

package dev.jacobi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random well-typed models: a few definitions in matrix or index notation over declared arrays, a
/// number at the end, and requests.
final class ModelSource {
  private static final List<String> DIMENSIONS = List.of("n", "m", "h");
  private static final List<String> BOUND = List.of("max", "min", "mean", "prod", "logsumexp");
  private static final List<String> SHIFTED =
      List.of(
          "(sum[q] x[q] x[q + 1])",
          "(sum[q=1..n-1] (x[q + 1] - x[q])^2)",
          "(sum[q; q != 1] u[q])",
          "(sum[q, r; q < r] A[q,r] x[r])",
          "(sum[q, r] p[q + r - 1] x[q] y[r])");
  private static final Map<String, String> DECLARED = new LinkedHashMap<>();

  static {
    String[] lines = {
      "a in R",
      "b in R",
      "g in R+",
      "x in R[n]",
      "y in R[n]",
      "u in R[m]",
      "v in R[h]",
      "p in R+[n]",
      "t in simplex[m]",
      "A in R[n, n]",
      "W in R[m, n]",
      "V in R[h, m]",
      "X in R[h, n]",
      "Q in R[n, m]",
      "B in R[m, m]",
      "H in R[h, h]",
      "Y in R[m, h]",
      "Z in R[n, h]",
      "S in psd[n]",
      "M in inv[n]"
    };
    for (String l : lines) DECLARED.put(l.substring(0, l.indexOf(' ')), l);
  }

  /// One definition: `name = body`, or by entry when `left` has letters.
  record Defined(String name, String left, Phrase body) {
    String text() {
      return left.contains(" in ") ? left : left + " = " + body.text();
    }
  }

  /// A model in parts, so that it can be made smaller.
  record Draft(List<Defined> definitions, List<String> requests) {
    String text() {
      var all = new StringBuilder();
      definitions.forEach(d -> all.append(d.text()).append('\n'));
      requests.forEach(r -> all.append(r).append('\n'));
      var head = new StringBuilder();
      DECLARED.forEach((name, line) -> {
        boolean used =
            all.toString().matches("(?s).*(?<![A-Za-z0-9_])" + name + "(?![A-Za-z0-9_(]).*");
        if (used) head.append(line).append('\n');
      });
      return head.append(all).toString();
    }
  }

  private final Random random;
  private final Grammar grammar;
  private final List<Phrase> leaves = new ArrayList<>();

  ModelSource(long seed) {
    this.random = new Random(TreeSource.mixed(seed));
    this.grammar = new Grammar(random, DIMENSIONS);
    leaves.addAll(declared());
  }

  /// The declared arrays as formulas.
  static List<Phrase> declared() {
    List<Phrase> all = new ArrayList<>();
    DECLARED.forEach((name, line) -> {
      int open = line.indexOf('[');
      String axes = open < 0 ? "" : line.substring(open + 1, line.indexOf(']'));
      List<String> shape = axes.isEmpty() ? List.of() : List.of(axes.split(", "));
      boolean square = shape.size() == 1 && (line.contains("psd") || line.contains("inv"));
      all.add(Phrase.leaf(square ? List.of(axes, axes) : shape, name));
    });
    return all;
  }

  Draft draft() {
    List<Defined> definitions = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int q = 1; q <= count; q++) {
      Defined d = random.nextInt(4) == 0 ? byEntry("s" + q) : whole("s" + q);
      definitions.add(d);
      for (int r = 0; r < 8; r++) leaves.add(Phrase.leaf(d.body.shape(), d.name));
    }
    Phrase end = grammar.phrase(List.of(), 4 + random.nextInt(8), leaves);
    definitions.add(new Defined("C", "C", end));
    boolean unknown = random.nextInt(6) == 0;
    if (unknown) definitions.set(count, new Defined("C", "C(s" + count + ") in R", end));
    return new Draft(definitions, requests(definitions));
  }

  private Defined whole(String name) {
    Phrase body = grammar.phrase(shape(), 2 + random.nextInt(8), leaves);
    return body.isLeaf() ? whole(name) : new Defined(name, name, body); // a second name is no news
  }

  private List<String> shape() {
    return switch (random.nextInt(8)) {
      case 0 -> List.of();
      case 1, 2, 3, 4 -> List.of(one(DIMENSIONS));
      default -> List.of(one(DIMENSIONS), one(DIMENSIONS));
    };
  }

  // ---- by entry

  private Defined byEntry(String name) {
    List<String> shape = shape();
    Map<String, String> letters = new LinkedHashMap<>();
    List<String> names = List.of("i", "j");
    for (int q = 0; q < shape.size(); q++) letters.put(names.get(q), shape.get(q));
    List<String> terms = new ArrayList<>();
    for (int q = random.nextInt(2); q >= 0; q--) terms.add(term(new LinkedHashMap<>(letters)));
    // each letter stands on an axis at least once
    letters.forEach((l, d) -> terms.add(entry(arrayWith(d), Map.of(l, d))));
    if (terms.isEmpty()) terms.add("a");
    String left = shape.isEmpty() ? name : name + letters.keySet();
    return new Defined(name, left, Phrase.leaf(shape, String.join(" + ", terms)));
  }

  /// `sum[k] W[i,k] x[k]`, a function of it, or a product of entries.
  private String term(Map<String, String> letters) {
    List<String> bound = new ArrayList<>();
    for (String l : List.of("k", "l").subList(0, random.nextInt(3))) {
      bound.add(l);
      letters.put(l, one(DIMENSIONS));
    }
    List<String> factors = new ArrayList<>();
    for (String l : bound) factors.add(entry(arrayWith(letters.get(l)), letters, l));
    for (int q = random.nextInt(3); q >= 0; q--) factors.add(entry(one(leaves), letters));
    String product = String.join(" ", factors);
    String sum = bound.isEmpty() ? product : "(sum" + bound + " " + product + ")";
    if (bound.size() == 1 && random.nextInt(3) == 0)
      return "(" + one(BOUND) + bound + " (" + product + "))";
    return switch (random.nextInt(6)) {
      case 0 -> "tanh(" + sum + ")";
      case 3 -> sum + " + " + one(SHIFTED);
      case 1 -> sum + " / (1 + a^2)";
      case 2 -> "(" + sum + ")^2";
      default -> sum;
    };
  }

  private Phrase arrayWith(String dimension) {
    return one(leaves.stream().filter(l -> l.shape().contains(dimension)).toList());
  }

  private String entry(Phrase array, Map<String, String> letters) {
    return entry(array, letters, "");
  }

  /// `W[i,k]` with letters that fit, `first` among them; where none fits, a place.
  private String entry(Phrase array, Map<String, String> letters, String first) {
    if (array.shape().isEmpty()) return array.text();
    List<String> at = new ArrayList<>();
    boolean placed = first.isEmpty() && letters.size() > 1;
    for (String d : array.shape()) {
      List<String> fit = letters.keySet().stream().filter(l -> letters.get(l).equals(d)).toList();
      if (!placed && d.equals(letters.getOrDefault(first, d)) && !fit.isEmpty()) {
        at.add(first.isEmpty() ? fit.getFirst() : first);
        placed = true;
      } else {
        at.add(fit.isEmpty() ? "1" : one(fit));
      }
    }
    return array.text() + "[" + String.join(",", at) + "]";
  }

  // ---- requests

  private List<String> requests(List<Defined> definitions) {
    List<String> requests = new ArrayList<>();
    List<String> names = new ArrayList<>(DECLARED.keySet());
    String text = new Draft(definitions, List.of()).text();
    names.removeIf(n -> !text.contains(n + " in "));
    for (Defined d : definitions.subList(0, definitions.size() - 1)) names.add(d.name);
    if (names.isEmpty()) names.add("x");
    java.util.Collections.shuffle(names, random);
    int most = Math.min(names.size(), 3);
    requests.add("derive C wrt " + String.join(", ", names.subList(0, most)));
    if (definitions.size() > 1 && random.nextInt(3) == 0)
      requests.add(
          "jacobian "
              + one(definitions.subList(0, definitions.size() - 1)).name
              + " wrt "
              + names.getLast());
    if (random.nextInt(8) == 0) requests.add("hessian C wrt " + names.getFirst());
    return requests;
  }

  private <X> X one(List<X> of) {
    return of.get(random.nextInt(of.size()));
  }
}

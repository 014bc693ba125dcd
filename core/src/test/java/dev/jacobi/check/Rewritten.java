package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The right formulas of an example written otherwise, and judged: as text, and as a document in
/// LaTeX, in the layout of the examples and in its transpose.
final class Rewritten {
  private final String name;
  private final String text;
  private final Values values;
  private final List<Judged> all = new ArrayList<>();

  private Rewritten(String name, String text) {
    this.name = name;
    this.text = text;
    this.values = new Values(name, text);
  }

  record Judged(String file, String way, String claim, Relation said) {}

  /// Another way of writing a claim.
  private record Claim(String way, Syntax head, Syntax side, Optional<Syntax> condition) {}

  static List<Judged> judged(Path file) throws IOException {
    var r = new Rewritten(file.getFileName().toString(), Files.readString(file));
    r.asText();
    r.asDocument("LaTeX in Markdown", false);
    r.asDocument("LaTeX in Markdown, numerator layout", true);
    return r.all;
  }

  private void asText() {
    List<Claim> claims = new ArrayList<>();
    for (Mutant.Side s : Mutant.sides(values)) {
      for (Rewriting w : Rewriting.values()) {
        Syntax other = w.of(s.right());
        boolean changed =
            !TextSpelling.PLAIN.spell(other).equals(TextSpelling.PLAIN.spell(s.right()));
        if (changed && sameValue(s, other))
          claims.add(new Claim(w.text, s.head(), other, s.condition()));
      }
      lettersRenamed(s).ifPresent(claims::add);
    }
    int own = Checker.check(name, text, Optional.empty()).relations().size();
    StringBuilder with = new StringBuilder(text);
    for (Claim c : claims) with.append("\n").append(Mutant.claim(c.head, c.side, c.condition));
    List<Relation> said = Checker.check(name, with.toString(), Optional.empty()).relations();
    if (said.size() != own + claims.size()) throw new IllegalStateException(name);
    for (int q = 0; q < claims.size(); q++) {
      Claim c = claims.get(q);
      String claim = Mutant.claim(c.head, c.side, c.condition);
      all.add(new Judged(name, c.way, claim, said.get(own + q)));
    }
  }

  private boolean sameValue(Mutant.Side s, Syntax other) {
    try {
      var truth = values.of(s.right(), s.head(), s.right(), s.condition());
      var v = values.of(other, s.head(), s.right(), s.condition());
      return truth.isPresent()
          && v.isPresent()
          && truth.get().sameShape(v.get())
          && truth.get().equalTo(v.get());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Claim> lettersRenamed(Mutant.Side s) {
    java.util.Set<String> letters = new java.util.LinkedHashSet<>();
    values.free(s.head(), java.util.Set.of(), letters);
    if (letters.isEmpty()) return Optional.empty();
    Syntax head = s.head();
    Syntax side = s.right();
    Optional<Syntax> condition = s.condition();
    for (String l : letters) {
      String to = l + "_9";
      head = Rewriting.renamed(head, l, to);
      side = Rewriting.renamed(side, l, to);
      condition = condition.map(c -> Rewriting.renamed(c, l, to));
    }
    return Optional.of(new Claim("free letters renamed", head, side, condition));
  }

  // ---- documents

  /// The gradients of the example as the displays of a document, with the example as its key.
  private void asDocument(String way, boolean numerator) {
    StringBuilder document = new StringBuilder("# Derivation\n");
    List<String> claims = new ArrayList<>();
    for (Mutant.Side s : Mutant.sides(values)) {
      if (s.condition().isPresent() || !isGradient(s.head()) || !isMatrixForm(s.right())) continue;
      Syntax side = numerator ? turned(s.right()) : s.right();
      String latex = new LatexSpelling().chain(List.of(s.head(), side));
      claims.add(latex);
      document.append("\nWe find\n\n$$").append(latex).append("$$\n");
    }
    if (claims.isEmpty()) return;
    Checked c = Checker.check(name + ".md", document.toString(), Optional.of(text));
    List<Relation> said = c.relations();
    if (said.size() != claims.size())
      throw new IllegalStateException(
          name + ": " + c.errors() + said.size() + " of " + claims.size());
    for (int q = 0; q < said.size(); q++)
      all.add(new Judged(name, way, claims.get(q), said.get(q)));
  }

  private boolean isGradient(Syntax head) {
    return head instanceof Syntax.Derivative d
        && d.of() instanceof Syntax.Name n
        && d.wrt() instanceof Syntax.Name
        && values.model().read().model().knows(n.text())
        && values.model().read().model().shape(n.text()).stream().allMatch(Extent.ONE::equals);
  }

  /// Whether its derivatives are all gradients, so that they turn with the layout.
  private boolean isMatrixForm(Syntax s) {
    boolean[] good = {true};
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Derivative && !isGradient(x)) good[0] = false;
          if (x instanceof Syntax.Call c && List.of("grad", "jac", "hess").contains(c.function()))
            good[0] = false;
        });
    return good[0];
  }

  private static Syntax turned(Syntax s) {
    return Rewriting.turn(
        Trees.map(s, x -> x instanceof Syntax.Derivative ? Rewriting.turn(x) : x));
  }
}

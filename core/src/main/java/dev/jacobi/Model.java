package dev.jacobi;

import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Elaborated;
import dev.jacobi.elaborate.Elaborator;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A model that was read: what it declares and defines, and what can be derived from it.
///
/// Not safe for use by several threads.
public final class Model {
  private static final long SEED = 20_250_601;

  private final String file;
  private final String text;
  private final Elaborated read;
  private final Deriver deriver;
  private final Printer printer;
  private final Spellings spellings = new Spellings();

  Model(String file, String text) {
    this.file = file;
    this.text = text;
    this.read = Elaborator.elaborate(Parser.parse(text), (t, e, name) -> Local.slope(t, e, name));
    this.deriver = new Deriver(read.model());
    read.spellings().forEach(spellings::name);
    read.displays()
        .forEach(
            (name, d) -> {
              if (d.isEntry()) spellings.entry(name, d.syntax(), d.letters());
              else spellings.array(name, d.syntax());
            });
    this.printer = new Printer(read.model(), spellings);
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  /// What is wrong with the file; a model with problems derives nothing.
  public List<Problem> problems() {
    return read.problems();
  }

  public Elaborated read() {
    return read;
  }

  public Printer printer() {
    return printer;
  }

  /// How names are written; what is added here shows in all that is printed from now on.
  Spellings spellings() {
    return spellings;
  }

  /// A derivative, and how it was checked.
  public record Derived(Result result, int points, double maxRelativeError) {}

  /// Everything the file asks for, in order.
  ///
  /// @throws DerivationException when something asked cannot be derived, or fails its check
  public List<Derived> deriveRequests() {
    List<Derived> all = new ArrayList<>();
    for (Statement.Request r : read.requests()) all.addAll(derive(r));
    return all;
  }

  /// The results of one request: one for each name (for a Hessian, each pair of names) it is by.
  public List<Derived> derive(Statement.Request r) {
    String of = name(r.of());
    List<String> wrt = new ArrayList<>();
    for (Syntax s : r.wrt()) wrt.add(name(s));
    require(of);
    wrt.forEach(this::require);
    Set<String> all = new LinkedHashSet<>(wrt);
    boolean scalar = read.model().shape(of).stream().allMatch(e -> e.equals(dev.jacobi.expr.Extent.ONE));
    List<Derived> results = new ArrayList<>();
    switch (r.kind()) {
      case "derive" -> {
        if (!scalar)
          throw new DerivationException(
              of + " has shape " + read.model().shape(of) + ": a gradient is of a number; write `jacobian " + of + " wrt …`");
        deriver.prepare(of, all);
        for (String w : wrt) results.add(checked(deriver.first(of, w, Result.Kind.GRADIENT), of, w, Optional.empty()));
      }
      case "jacobian" -> {
        deriver.prepare(of, all);
        for (String w : wrt) results.add(checked(deriver.first(of, w, Result.Kind.JACOBIAN), of, w, Optional.empty()));
      }
      case "hessian" -> {
        for (int p = 0; p < wrt.size(); p++)
          for (int q = 0; q < wrt.size(); q++) {
            if (r.mixed() && (p != 0 || q != 1)) continue;
            results.add(hessian(of, wrt.get(p), wrt.get(q)));
          }
      }
      case "vjp" -> results.add(vjp(of, wrt.get(0), name(r.with().orElseThrow())));
      case "jvp" -> {
        String with = name(r.with().orElseThrow());
        Result x = deriver.jvp(of, wrt.get(0), with, Result.Kind.JVP, of, wrt);
        results.add(checked(x, of, wrt.get(0), Optional.of(with)));
      }
      case "hvp" -> {
        String with = name(r.with().orElseThrow());
        Result x = deriver.hvp(of, wrt.get(0), with);
        results.add(checked(x, gradientName(of, wrt.get(0)), wrt.get(0), Optional.of(with)));
      }
      default -> throw new DerivationException("nothing is known of `" + r.kind() + "`");
    }
    return results;
  }

  private Derived hessian(String of, String first, String second) {
    Result r = deriver.hessian(of, first, second);
    return checked(r, gradientName(of, first), second, Optional.empty());
  }

  private String gradientName(String of, String wrt) {
    return deriver.gradients().get(of + " " + wrt);
  }

  private Derived vjp(String of, String wrt, String with) {
    Result r = deriver.vjp(of, wrt, with);
    return checked(r, of, wrt, Optional.of(with));
  }

  private Derived checked(Result r, String of, String by, Optional<String> with) {
    r.layers().forEach(printer::adjoint);
    var c = new Checker(read.model(), SEED).check(r, of, by, with);
    return new Derived(r, c.points(), c.worst());
  }

  private void require(String name) {
    if (!read.model().knows(name)) throw new DerivationException("no name `" + name + "` is declared or defined");
  }

  private static String name(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> Vocabulary.canonicalName(n.text());
      case Syntax.Entry e -> name(e.of());
      default -> throw new DerivationException("a name is expected");
    };
  }
}

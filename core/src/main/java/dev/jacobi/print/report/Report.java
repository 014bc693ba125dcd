package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one file says and what was answered, ready to be written in any format.
///
/// - `file`: the name it was read under
/// - `facts`: what it assumes, in its own words
/// - `notes`: what is right but may not be meant; nothing follows from them
/// - `problems`: what is wrong with the file, or with what it asks; then `status` says how badly
public record Report(
    String file,
    List<Declared> declarations,
    List<Defined> definitions,
    List<String> facts,
    List<Answer> answers,
    List<Problem> notes,
    List<Problem> problems,
    Status status) {
  public Report {
    declarations = List.copyOf(declarations);
    definitions = List.copyOf(definitions);
    facts = List.copyOf(facts);
    answers = List.copyOf(answers);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /// How it went, from good to bad.
  public enum Status {
    FINE,
    /// A result failed its check, and is not here.
    UNCHECKED,
    BAD_INPUT,
    /// Jacobi itself is wrong.
    FAULT;

    public Status worse(Status o) {
      return compareTo(o) >= 0 ? this : o;
    }
  }

  /// The outcomes of all answers, in order.
  public List<Outcome> outcomes() {
    List<Outcome> all = new ArrayList<>();
    for (Answer a : answers) all.addAll(a.outcomes());
    return all;
  }

  /// A declared name: `W1 in R[a, n]`; `low` and `high` are the ends of an integer's range.
  public record Declared(Syntax name, ValueSet set, List<Extent> shape, Extent low, Extent high) {
    public Declared {
      shape = List.copyOf(shape);
    }
  }

  /// A definition as the user wrote it: `s1 = W1 x + b1`, `s1[i] = …`, `f(u) = …`. What has no
  /// shape of its own, a function of numbers, has none here; an unknown function has no right side.
  /// `name` is what the model calls it.
  public record Defined(
      String name, Syntax left, Optional<Syntax> right, Optional<List<Extent>> shape) {}

  /// What one request gave. `names` are abbreviations that its formulas use; `backward` are the
  /// adjoints that lead to its outcomes, in order from what is differentiated.
  public record Answer(
      Statement.Request request,
      List<Defined> names,
      List<Formula> backward,
      List<Outcome> outcomes) {
    public Answer {
      names = List.copyOf(names);
      backward = List.copyOf(backward);
      outcomes = List.copyOf(outcomes);
    }
  }

  /// One quantity in both notations: `dC/dW1 = dC/ds1 x'` and `dC/dW1[i,j] = dC/ds1[i] x[j]`. The
  /// first is absent where there is no matrix notation for it. `shape` is as laid out.
  public record Formula(
      Syntax left,
      List<Extent> shape,
      Optional<Syntax> matrix,
      Syntax entryLeft,
      Syntax entry,
      List<String> letters) {
    public Formula {
      shape = List.copyOf(shape);
      letters = List.copyOf(letters);
    }

    /// The left side of the form that reads best.
    public Syntax shownLeft() {
      return matrix.isPresent() ? left : entryLeft;
    }

    /// The right side of the form that reads best: matrix notation where there is one.
    public Syntax shown() {
      return matrix.orElse(entry);
    }

    /// Whether it says nothing: a value that is given, such as `dL/dy` of an unknown L.
    public boolean isGiven() {
      return entryLeft.equals(entry);
    }
  }

  /// One step: the rule in words, and the chain of equal formulas `left = … = …` that it gives.
  public record Step(String rule, List<Syntax> chain, List<Extent> shape) {
    public Step {
      chain = List.copyOf(chain);
      shape = List.copyOf(shape);
    }
  }

  /// The entry where its letters fulfil all conditions, each a [Syntax.Compare]; without
  /// conditions, everywhere else.
  public record Case(List<Syntax.Compare> conditions, Syntax entry) {
    public Case {
      conditions = List.copyOf(conditions);
    }

    /// The conditions in words: `i = j`, `i = k and j != l`, `otherwise`.
    public String text() {
      var s = new StringBuilder();
      for (Syntax.Compare c : conditions) {
        boolean equal = c.relation() == Syntax.Relation.EQUAL;
        s.append(s.isEmpty() ? "" : " and ")
            .append(TextSpelling.PLAIN.spell(c.left()))
            .append(equal ? " = " : " != ")
            .append(TextSpelling.PLAIN.spell(c.right()));
      }
      return s.isEmpty() ? "otherwise" : s.toString();
    }

    /// The same after an equation: `if i = j`.
    String words() {
      return conditions.isEmpty() ? text() : "if " + text();
    }
  }

  /// Where a derivative exists: a formula, or where there is none the words.
  public record Condition(Optional<Syntax> formula, String words) {}

  /// A derivative of three or four axes as a matrix: between arrays written as one column, column
  /// after column.
  public record Vectorised(Syntax left, Syntax right, List<Extent> shape) {
    public Vectorised {
      shape = List.copyOf(shape);
    }
  }

  /// One derived array.
  ///
  /// - `closed`: in forward names; `named`: in terms of the adjoints before it, where that differs
  /// - `layers`: the adjoints it rests on and itself, in order from what is differentiated
  /// - `derivation`: how it was found, see [#steps]
  /// - `uses`: the facts it rests on
  /// - `directions`, `worst`: in how many random directions it was held against differences, and
  ///   the greatest relative error (no unit)
  /// - `shortened`: extents that stood for less in that check
  /// - `source`: the index notation it was printed from, for code
  public record Outcome(
      String of,
      List<String> wrt,
      Layout layout,
      Formula closed,
      Optional<Vectorised> vectorised,
      Optional<Formula> named,
      List<Formula> layers,
      Steps derivation,
      List<Case> cases,
      List<String> uses,
      List<Condition> validWhere,
      int directions,
      double worst,
      Map<Long, Integer> shortened,
      Result source) {
    public int order() {
      return source.order();
    }

    /// The rules that led to it, in order.
    public List<Step> steps() {
      return derivation.all();
    }
  }
}

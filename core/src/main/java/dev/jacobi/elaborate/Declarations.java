package dev.jacobi.elaborate;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/// `W1 in R[a, n]`: shapes and value sets.
final class Declarations {
  private static final int MOST_AXES = 6;

  private final Elaborator elaborator;
  private final Model model;

  Declarations(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.model = elaborator.model();
  }

  void declare(Statement.Declaration d) {
    ValueSet set =
        ValueSet.of(d.set())
            .orElseThrow(
                () -> new ElaborationException(d.place(), "no value set `" + d.set() + "`"));
    if (set == ValueSet.INTEGERS) {
      integers(d);
      return;
    }
    List<Extent> shape = shape(d.extents());
    boolean square = set.isSymmetric() || set == ValueSet.INVERTIBLE;
    if (square && shape.size() == 1) shape = List.of(shape.get(0), shape.get(0));
    if (square && (shape.size() != 2 || !shape.get(0).equals(shape.get(1))))
      throw new ElaborationException(
          d.place(), "a matrix in " + d.set() + " is square", "`" + d.set() + "[n]`");
    if (set.sumsToOne() && shape.isEmpty())
      throw new ElaborationException(
          d.place(), d.set() + " needs a length", "`" + d.set() + "[K]`");
    for (Syntax.Name n : d.names()) {
      String name = fresh(n);
      model.declare(new Variable(name, shape, set));
    }
  }

  private String fresh(Syntax.Name n) {
    String name = elaborator.name(n);
    if (model.knows(name))
      throw new ElaborationException(
          n.place(), n.text() + " is declared twice, before in line " + elaborator.lineOf(name));
    elaborator.declared(name, n.place());
    return name;
  }

  private void integers(Statement.Declaration d) {
    List<Extent> ends = shape(d.extents());
    for (Syntax.Name n : d.names())
      model.declare(new Variable(fresh(n), List.of(), ValueSet.INTEGERS, ends.get(0), ends.get(1)));
  }

  List<Extent> shape(List<Syntax> extents) {
    List<Extent> shape = new ArrayList<>();
    for (Syntax s : extents) shape.add(extent(s));
    if (shape.size() > MOST_AXES)
      throw new ElaborationException(
          extents.getLast().place(), "an array has at most " + MOST_AXES + " axes");
    return shape;
  }

  /// A name used as an extent is a dimension.
  private Extent extent(Syntax s) {
    Extent e =
        switch (s) {
          case Syntax.Name n -> dimension(n);
          case Syntax.Num n -> {
            var r = Expressions.number(n);
            if (!r.isInteger() || r.signum() <= 0 || r.num().bitLength() > 31)
              throw new ElaborationException(n.place(), "an extent is a positive whole number");
            yield Extent.of(r.num().longValueExact());
          }
          case Syntax.Binary b ->
              switch (b.op()) {
                case PLUS -> extent(b.left()).plus(extent(b.right()));
                case MINUS -> extent(b.left()).minus(extent(b.right()));
                case TIMES -> extent(b.left()).times(extent(b.right()));
                case HADAMARD, QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER ->
                    throw bad(s.place(), s);
              };
          case Syntax.Call _, Syntax.Prime _, Syntax.Entry _, Syntax.Colon _ ->
              throw bad(s.place(), s);
          case Syntax.Negate _, Syntax.Transpose _, Syntax.Bound _, Syntax.Norm _ ->
              throw bad(s.place(), s);
          case Syntax.Indicator _, Syntax.Compare _, Syntax.Block _ -> throw bad(s.place(), s);
          case Syntax.Derivative _ -> throw bad(s.place(), s);
        };
    return e;
  }

  private Extent dimension(Syntax.Name n) {
    String name = Vocabulary.canonicalName(n.text());
    elaborator.name(n);
    if (model.variables().containsKey(name))
      throw new ElaborationException(
          n.place(),
          n.text() + " is an extent here and is declared as a variable",
          "rename one of them");
    model.dimension(name);
    return Extent.of(name);
  }

  private static ElaborationException bad(Place place, Syntax s) {
    return new ElaborationException(
        place,
        "`" + Spelled.of(s) + "` is not an extent",
        "an extent is a name, a number, or arithmetic on them");
  }
}

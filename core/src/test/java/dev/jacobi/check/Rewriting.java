package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Another way of writing a formula that means the same.
enum Rewriting {
  COMMUTED("commuted") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (!(s instanceof Syntax.Binary b)) return Optional.empty();
      return switch (b.op()) {
        case PLUS, HADAMARD -> Optional.of(binary(b.op(), b.right(), b.left()));
        case MINUS ->
            Optional.of(binary(Op.PLUS, new Syntax.Negate(b.right(), Place.NONE), b.left()));
        case TIMES, QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER -> Optional.empty();
      };
    }
  },
  EXPANDED("expanded") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (!(s instanceof Syntax.Binary b)) return Optional.empty();
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if (product && b.left() instanceof Syntax.Binary l && isSum(l))
        return Optional.of(
            binary(
                l.op(), binary(b.op(), l.left(), b.right()), binary(b.op(), l.right(), b.right())));
      if (product && b.right() instanceof Syntax.Binary r && isSum(r))
        return Optional.of(
            binary(
                r.op(), binary(b.op(), b.left(), r.left()), binary(b.op(), b.left(), r.right())));
      return Optional.empty();
    }
  },
  FACTORED("factored") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (s instanceof Syntax.Binary b && b.op() == Op.MINUS)
        return Optional.of(new Syntax.Negate(binary(Op.MINUS, b.right(), b.left()), Place.NONE));
      if (s instanceof Syntax.Binary b && b.op() == Op.PLUS) {
        Syntax half = binary(Op.QUOTIENT, b.right(), new Syntax.Num("2", Place.NONE));
        Syntax two = new Syntax.Num("2", Place.NONE);
        Syntax left = binary(Op.QUOTIENT, b.left(), two);
        return Optional.of(binary(Op.TIMES, two, binary(Op.PLUS, left, half)));
      }
      return Optional.empty();
    }
  },
  ASSOCIATED("products taken in another order") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (s instanceof Syntax.Binary b
          && b.left() instanceof Syntax.Binary l
          && b.op() == l.op()
          && (b.op() == Op.TIMES || b.op() == Op.HADAMARD || b.op() == Op.PLUS))
        return Optional.of(binary(b.op(), l.left(), binary(b.op(), l.right(), b.right())));
      return Optional.empty();
    }
  },
  TURNED("products transposed twice") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (!(s instanceof Syntax.Binary b) || b.op() != Op.TIMES) return Optional.empty();
      Syntax turned = binary(Op.TIMES, turn(b.right()), turn(b.left()));
      return Optional.of(new Syntax.Transpose(turned, Place.NONE));
    }
  },
  SPLIT("sums one by one, in the other order") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (!(s instanceof Syntax.Bound b) || b.binders().size() < 2 || !b.conditions().isEmpty())
        return Optional.empty();
      Syntax body = b.body();
      for (Syntax.Binder x : b.binders())
        body = new Syntax.Bound(b.operator(), List.of(x), List.of(), body, Place.NONE);
      return Optional.of(body);
    }
  },
  RENAMED("bound letters renamed") {
    @Override
    Optional<Syntax> node(Syntax s) {
      if (!(s instanceof Syntax.Bound b)) return Optional.empty();
      List<Syntax.Binder> binders = new ArrayList<>();
      Syntax.Bound all = b;
      for (Syntax.Binder x : b.binders()) {
        String to = x.index() + "_0";
        binders.add(new Syntax.Binder(to, x.range(), x.place()));
        all = (Syntax.Bound) renamed(all, x.index(), to);
      }
      return Optional.of(
          new Syntax.Bound(all.operator(), binders, all.conditions(), all.body(), Place.NONE));
    }
  };

  final String text;

  Rewriting(String text) {
    this.text = text;
  }

  abstract Optional<Syntax> node(Syntax s);

  /// Everywhere at once, innermost first.
  Syntax of(Syntax s) {
    return s instanceof Syntax.Derivative
        ? s
        : Trees.map(s, x -> x instanceof Syntax.Compare ? x : node(x).orElse(x));
  }

  static Syntax renamed(Syntax s, String from, String to) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Name n && n.text().equals(from)
                ? new Syntax.Name(to, n.place())
                : x);
  }

  static Syntax turn(Syntax s) {
    return s instanceof Syntax.Transpose t ? t.of() : new Syntax.Transpose(s, Place.NONE);
  }

  private static boolean isSum(Syntax.Binary b) {
    return b.op() == Op.PLUS || b.op() == Op.MINUS;
  }

  private static Syntax binary(Op op, Syntax a, Syntax b) {
    return new Syntax.Binary(op, a, b, Place.NONE);
  }
}

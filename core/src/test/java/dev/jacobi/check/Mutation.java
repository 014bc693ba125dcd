package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The mistakes that people make, as changes of a right formula. It knows nothing of the edits that
/// the check tries to mend them.
enum Mutation {
  SIGN("sign", Code.SIGN) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return switch (s) {
        case Syntax.Binary b when b.op() == Op.PLUS -> List.of(binary(Op.MINUS, b));
        case Syntax.Binary b when b.op() == Op.MINUS -> List.of(binary(Op.PLUS, b));
        case Syntax.Negate g -> List.of(g.of());
        default -> List.of();
      };
    }

    @Override
    List<Syntax> whole(Syntax s, MutationNames n) {
      return List.of(new Syntax.Negate(s, Place.NONE));
    }
  },
  DROP_FACTOR("a factor dropped", Code.CHAIN) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      List<Syntax> all = new ArrayList<>();
      if (!(s instanceof Syntax.Binary b)) return all;
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if (product && !n.isScale(b.left())) all.add(b.right());
      boolean divided = product || b.op() == Op.QUOTIENT || b.op() == Op.ENTRY_QUOTIENT;
      if (divided && !n.isScale(b.right())) all.add(b.left());
      return all;
    }
  },
  TRANSPOSE("a transpose put in or left out", Code.TRANSPOSE) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return switch (s) {
        case Syntax.Transpose t -> List.of(t.of());
        case Syntax.Name x when n.isArray(x.text()) -> List.of(new Syntax.Transpose(s, Place.NONE));
        case Syntax.Derivative _ -> List.of(new Syntax.Transpose(s, Place.NONE));
        default -> List.of();
      };
    }

    @Override
    List<Syntax> whole(Syntax s, MutationNames n) {
      return List.of(new Syntax.Transpose(s, Place.NONE));
    }
  },
  SWAP("factors swapped", Code.ORDER) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return s instanceof Syntax.Binary b && b.op() == Op.TIMES
          ? List.of(new Syntax.Binary(Op.TIMES, b.right(), b.left(), b.place()))
          : List.of();
    }
  },
  HADAMARD("entrywise for matrix product and back", Code.HADAMARD) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return switch (s) {
        case Syntax.Binary b when b.op() == Op.TIMES -> List.of(binary(Op.HADAMARD, b));
        case Syntax.Binary b when b.op() == Op.HADAMARD -> List.of(binary(Op.TIMES, b));
        default -> List.of();
      };
    }
  },
  DROP_SUM("a sum dropped", Code.SUM) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return switch (s) {
        case Syntax.Bound b when b.operator().equals("sum") -> List.of(b.body());
        case Syntax.Call c when SUMS.contains(c.function()) && c.arguments().size() == 1 ->
            c.arguments();
        default -> List.of();
      };
    }
  },
  EXTRA_SUM("a sum too many", Code.SUM) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return List.of();
    }

    @Override
    List<Syntax> whole(Syntax s, MutationNames n) {
      List<Syntax> all = new ArrayList<>();
      for (String f : SUMS) all.add(new Syntax.Call(f, List.of(s), Place.NONE));
      for (String l : n.letters()) {
        var binder = new Syntax.Binder(l, List.of(), Place.NONE);
        all.add(new Syntax.Bound("sum", List.of(binder), List.of(), s, Place.NONE));
      }
      return all;
    }
  },
  ARGUMENT("a function of the wrong argument", Code.ARGUMENT) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      boolean function =
          s instanceof Syntax.Call c && c.arguments().size() == 1 && !SUMS.contains(c.function())
              || s instanceof Syntax.Prime;
      List<Syntax> all = new ArrayList<>();
      if (function)
        for (Syntax a : n.others(Trees.parts(s).get(0))) all.add(Trees.with(s, List.of(a)));
      if (s instanceof Syntax.Indicator i && i.condition() instanceof Syntax.Compare c)
        for (Syntax a : n.others(c.left()))
          all.add(Trees.with(s, List.of(Trees.with(c, List.of(a, c.right())))));
      return all;
    }
  },
  INDEX("indices exchanged", Code.INDEX) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      List<Syntax> all = new ArrayList<>();
      if (!(s instanceof Syntax.Entry e)) return all;
      for (int p = 0; p < e.indices().size(); p++) {
        for (int q = p + 1; q < e.indices().size(); q++) {
          List<Syntax> indices = new ArrayList<>(e.indices());
          java.util.Collections.swap(indices, p, q);
          all.add(new Syntax.Entry(e.of(), indices, e.place()));
        }
        for (String l : n.letters()) {
          if (e.indices().get(p) instanceof Syntax.Name x && x.text().equals(l)) continue;
          List<Syntax> indices = new ArrayList<>(e.indices());
          indices.set(p, new Syntax.Name(l, Place.NONE));
          all.add(new Syntax.Entry(e.of(), indices, e.place()));
        }
      }
      return all;
    }
  },
  TWO("a factor 2", Code.FACTOR) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      if (s instanceof Syntax.Binary b) {
        boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
        if (product && isNumber(b.left())) return List.of(b.right());
        if (b.op() == Op.QUOTIENT && isNumber(b.right())) return List.of(b.left());
      }
      return List.of();
    }

    @Override
    List<Syntax> whole(Syntax s, MutationNames n) {
      return List.of(binary(Op.TIMES, number("2"), s), binary(Op.QUOTIENT, s, number("2")));
    }
  },
  EXTENT("a factor N, 1/N or another scalar", Code.FACTOR) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      List<Syntax> all = new ArrayList<>();
      if (!(s instanceof Syntax.Binary b)) return all;
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if (product && n.isScale(b.left()) && !isNumber(b.left())) all.add(b.right());
      boolean divided = product || b.op() == Op.QUOTIENT;
      if (divided && n.isScale(b.right()) && !isNumber(b.right())) all.add(b.left());
      return all;
    }

    @Override
    List<Syntax> whole(Syntax s, MutationNames n) {
      List<Syntax> all = new ArrayList<>();
      for (String d : n.extents()) {
        all.add(binary(Op.QUOTIENT, s, new Syntax.Name(d, Place.NONE)));
        all.add(binary(Op.TIMES, new Syntax.Name(d, Place.NONE), s));
      }
      return all;
    }
  },
  TERM("a term left out", Code.TERM) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      if (!(s instanceof Syntax.Binary b)) return List.of();
      if (b.op() == Op.PLUS) return List.of(b.left(), b.right());
      if (b.op() == Op.MINUS) return List.of(b.left(), new Syntax.Negate(b.right(), Place.NONE));
      return List.of();
    }
  },
  NAME("another name of the same shape", Code.NAME) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      return s instanceof Syntax.Name ? n.others(s) : List.of();
    }
  },
  UPSTREAM("the derivative by another name", Code.CHAIN) {
    @Override
    List<Syntax> at(Syntax s, MutationNames n) {
      if (!(s instanceof Syntax.Derivative d) || !(d.of() instanceof Syntax.Name)) return List.of();
      return n.others(d.wrt()).stream()
          .<Syntax>map(by -> new Syntax.Derivative(d.of(), by, d.place()))
          .toList();
    }
  };

  private static final Set<String> SUMS = new LinkedHashSet<>(List.of("sum", "rowsum", "colsum"));

  final String text;
  final Code code;

  Mutation(String text, Code code) {
    this.text = text;
    this.code = code;
  }

  /// The changes of one node.
  abstract List<Syntax> at(Syntax s, MutationNames n);

  /// The changes of the formula as a whole.
  List<Syntax> whole(Syntax s, MutationNames n) {
    return List.of();
  }

  /// Every formula that this mistake makes of a right one.
  List<Syntax> of(Syntax right, MutationNames names) {
    List<Syntax> all = new ArrayList<>(whole(right, names));
    at(right, x -> at(x, names), all::add);
    return all;
  }

  private static void at(
      Syntax s, Function<Syntax, List<Syntax>> change, java.util.function.Consumer<Syntax> found) {
    change.apply(s).forEach(found);
    if (s instanceof Syntax.Derivative) return;
    List<Syntax> parts = Trees.parts(s);
    for (int q = 0; q < parts.size(); q++) {
      int place = q;
      if (s instanceof Syntax.Entry && q > 0) break;
      at(
          parts.get(q),
          change,
          x -> {
            List<Syntax> with = new ArrayList<>(parts);
            with.set(place, x);
            found.accept(Trees.with(s, with));
          });
    }
  }

  private static Syntax binary(Op op, Syntax.Binary b) {
    return new Syntax.Binary(op, b.left(), b.right(), b.place());
  }

  private static Syntax binary(Op op, Syntax a, Syntax b) {
    return new Syntax.Binary(op, a, b, Place.NONE);
  }

  private static Syntax number(String digits) {
    return new Syntax.Num(digits, Place.NONE);
  }

  private static boolean isNumber(Syntax s) {
    return switch (s) {
      case Syntax.Num _ -> true;
      case Syntax.Binary b -> b.op() == Op.QUOTIENT && isNumber(b.left()) && isNumber(b.right());
      default -> false;
    };
  }
}

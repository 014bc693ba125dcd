package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Derivatives in all their dresses: `\frac{\partial C}{\partial W}`, `dC/dx`,
/// `\frac{\partial}{\partial x} […]`, `\nabla_W C`, second ones.
final class LatexDerivatives {
  private final LatexFormula formula;

  LatexDerivatives(LatexFormula formula) {
    this.formula = formula;
  }

  /// Whether a half of a fraction begins with ∂ or d.
  private static boolean isDifferential(List<Tex> half, Role role) {
    if (half.isEmpty()) {
      return false;
    }
    Tex first = half.getFirst() instanceof Tex.Scripted s ? s.base() : half.getFirst();
    return role == Role.PARTIAL ? first.is(Role.PARTIAL) : first.is(Role.LETTER, "d");
  }

  /// `\mathrm{dx}` is a d and an x.
  private static List<Tex> opened(List<Tex> half) {
    List<Tex> flat = LatexFormula.flat(half);
    if (!flat.isEmpty()
        && flat.getFirst() instanceof Leaf(Role role, String word, _, int from, int to)
        && role == Role.WORD
        && word.startsWith("d")
        && word.length() == 2) {
      List<Tex> opened = new ArrayList<>(flat);
      opened.set(0, new Leaf(Role.LETTER, "d", false, from, to));
      opened.add(1, new Leaf(Role.LETTER, word.substring(1), true, from, to));
      return opened;
    }
    return flat;
  }

  /// What stands below the bar; `\frac{\partial C}{w}` has lost its second ∂.
  private static List<Tex> under(List<Tex> over, Tex.Fraction fraction) {
    List<Tex> under = opened(fraction.under());
    boolean name = under.size() == 1 && LatexNaming.base(under.getFirst()) != null;
    boolean letter =
        name && !under.getFirst().is(Role.PARTIAL) && !under.getFirst().is(Role.NUMBER);
    if (!letter || !isDifferential(over, Role.PARTIAL)) {
      return under;
    }
    int at = under.getFirst().from();
    return List.of(new Leaf(Role.PARTIAL, "∂", false, at, at), under.getFirst());
  }

  private static Role kind(List<Tex> over, List<Tex> under) {
    if (isDifferential(over, Role.PARTIAL) && isDifferential(under, Role.PARTIAL)) {
      return Role.PARTIAL;
    }
    boolean letters = isDifferential(over, Role.LETTER) && isDifferential(under, Role.LETTER);
    boolean product = under.size() > 1 && !under.get(1).is(Role.SIGN);
    return letters && product ? Role.LETTER : Role.BAD;
  }

  /// `\frac{\delta C}{\delta w}`, where nothing is called δ.
  private static Tex.Fraction varied(Tex.Fraction fraction) {
    List<Tex> over = LatexFormula.flat(fraction.over());
    List<Tex> under = LatexFormula.flat(fraction.under());
    boolean both = isVariation(over) && isVariation(under) && under.size() > 1;
    return both && !under.get(1).is(Role.SIGN)
        ? new Tex.Fraction(partial(over), partial(under), fraction.from(), fraction.to())
        : fraction;
  }

  private static boolean isVariation(List<Tex> half) {
    return !half.isEmpty()
        && (half.getFirst().is(Role.LETTER, "delta")
            || half.getFirst() instanceof Tex.Scripted s
                && s.base().is(Role.LETTER, "delta")
                && s.sub().isEmpty());
  }

  private static List<Tex> partial(List<Tex> half) {
    List<Tex> partial = new ArrayList<>();
    for (Tex item : half) {
      boolean bare = item.is(Role.LETTER, "delta");
      boolean raised = !bare && isVariation(List.of(item));
      Tex d = new Leaf(Role.PARTIAL, "∂", false, item.from(), item.to());
      partial.add(
          raised
              ? new Tex.Scripted(d, List.of(), ((Tex.Scripted) item).sup(), 0, d.from(), d.to())
              : bare ? d : item);
    }
    return partial;
  }

  static boolean isOperator(Tex.Fraction written) {
    Tex.Fraction fraction = varied(written);
    List<Tex> over = opened(fraction.over());
    return over.size() == 1 && kind(over, under(over, fraction)) != Role.BAD;
  }

  int fraction(List<Tex> items, int i, Tex.Fraction written) {
    Tex.Fraction fraction = formula.names.isValue("delta") ? written : varied(written);
    List<Tex> over = opened(fraction.over());
    List<Tex> under = under(over, fraction);
    Role kind = kind(over, under);
    if (!over.isEmpty() && over.getFirst().is(Role.SIGN, "-") && isNegative(over, under)) {
      negative(fraction, over);
      return i + 1;
    }
    boolean value = formula.names.isValue("d") && !formula.names.isExtent("d");
    if (kind == Role.BAD || (kind == Role.LETTER && value)) {
      quotient(fraction);
      return i + 1;
    }
    List<List<Tex>> wrt = wrt(under, kind);
    if (wrt.isEmpty()) {
      throw formula.unread(fraction, "nothing stands under this ∂", "");
    }
    boolean twice = over.getFirst() instanceof Tex.Scripted;
    if (over.size() == 1) {
      operator(items, i, fraction, twice || wrt.size() > 1 ? twice(fraction, wrt) : wrt);
    } else if (twice || wrt.size() > 1) {
      second(fraction, over, twice(fraction, wrt));
    } else {
      derivative(fraction, over.subList(1, over.size()), wrt.getFirst());
      return isAt(items, i + 1, wrt.getFirst()) ? i + 2 : i + 1;
    }
    return i + 1;
  }

  private static boolean isNegative(List<Tex> over, List<Tex> under) {
    List<Tex> rest = over.subList(1, over.size());
    return rest.size() > 1 && kind(rest, under) == Role.PARTIAL;
  }

  /// `\frac{-\partial f}{\partial x}`.
  private void negative(Tex.Fraction fraction, List<Tex> over) {
    formula.open(fraction);
    formula.emit(Kind.MINUS, "-", fraction);
    List<Tex> rest = over.subList(1, over.size());
    Tex positive = new Tex.Fraction(rest, fraction.under(), fraction.from(), fraction.to());
    formula.unit(List.of(positive), 0);
    formula.close(fraction);
  }

  /// `\frac{df}{dx}(x)`: the derivative at x is meant by the fraction alone.
  private boolean isAt(List<Tex> items, int i, List<Tex> wrt) {
    return i < items.size()
        && items.get(i) instanceof Tex.Fence(String open, _, List<Tex> at, _, _, _)
        && open.equals("(")
        && at.size() == 1
        && wrt.size() == 1
        && LatexNaming.base(at.getFirst()) != null
        && said(at).equals(said(wrt));
  }

  private void quotient(Tex.Fraction fraction) {
    formula.open(fraction);
    formula.open(fraction);
    formula.all(fraction.over());
    formula.close(fraction);
    formula.emit(Kind.QUOTIENT, "/", fraction);
    formula.open(fraction);
    formula.all(fraction.under());
    formula.close(fraction);
    formula.close(fraction);
  }

  private void derivative(Tex at, List<Tex> of, List<Tex> wrt) {
    formula.emit(Kind.DERIVATIVE, "∂", at);
    formula.open(at);
    formula.differentiated(of);
    boolean bare = formula.out.getLast().is(Kind.NAME);
    if (bare && isFunction(of) && wrt.size() == 1) { // dg/ds is the slope of g(s)
      formula.emit(Kind.OPEN, "(", at, false);
      formula.all(wrt);
      formula.close(at);
    }
    formula.emit(Kind.COMMA, ",", at);
    formula.all(wrt);
    formula.close(at);
  }

  private boolean isFunction(List<Tex> of) {
    LatexResolved.Base base = of.size() == 1 ? LatexNaming.base(of.getFirst()) : null;
    if (base == null || formula.names.isOfNumbers(base.name())) {
      return base != null;
    }
    boolean own = formula.names.known(List.of(base.name())).isPresent();
    return !own && of.getFirst() instanceof Leaf && Vocabulary.isFunction(base.name());
  }

  /// What stands below, at each ∂.
  private static List<List<Tex>> wrt(List<Tex> under, Role kind) {
    List<List<Tex>> all = new ArrayList<>();
    for (int i = 0; i < under.size(); i++) {
      boolean sign =
          kind == Role.PARTIAL
              ? under.get(i).is(Role.PARTIAL)
              : under.get(i).is(Role.LETTER, "d") && (i == 0 || i + 1 < under.size());
      if (sign) {
        all.add(new ArrayList<>());
      } else if (!all.isEmpty()) {
        all.getLast().add(under.get(i));
      }
    }
    return all;
  }

  private void operator(List<Tex> items, int i, Tex.Fraction at, List<List<Tex>> by) {
    boolean bracket =
        LatexNaming.isFence(items, i + 1)
            && !isFactor(items, i + 1)
            && !isConstant(items, i + 1, by.getFirst());
    if (by.size() > 1 && (isEntry(by.getFirst()) || isEntry(by.getLast()))) {
      operator("", at, List.of(by.getFirst()));
      operator(bracket ? "(" : "", at, List.of(by.getLast()));
    } else {
      operator(bracket ? "(" : "", at, by);
    }
  }

  private void operator(String bracket, Tex.Fraction at, List<List<Tex>> by) {
    formula.emit(Kind.DIFFERENTIATE, bracket, at);
    formula.open(at);
    formula.all(by.getFirst());
    if (by.size() > 1) {
      formula.emit(Kind.COMMA, ",", at);
      formula.all(by.getLast());
    }
    formula.close(at);
  }

  /// `d/dz (1 - y) z`: the bracket speaks of no z, and what follows it is z.
  private boolean isConstant(List<Tex> items, int i, List<Tex> by) {
    String name = by.size() == 1 ? said(by) : "";
    boolean follows =
        !name.isEmpty()
            && i + 1 < items.size()
            && LatexNaming.base(core(items.get(i + 1))) != null
            && LatexNaming.base(core(by.getFirst())) != null
            && said(items.subList(i + 1, i + 2)).equals(name);
    return follows && !(" " + said(items.subList(i, i + 1))).contains(" " + name);
  }

  /// `∂/∂x (a)(b)` and `∂/∂x (a)^T (b)` differentiate the product, `∂/∂x [a] b` its first factor.
  private static boolean isFactor(List<Tex> items, int i) {
    Tex bracket = items.get(i) instanceof Tex.Scripted scripted ? scripted.base() : items.get(i);
    boolean round = bracket instanceof Tex.Fence(String open, _, _, _, _, _) && open.equals("(");
    return round && LatexNaming.isFence(items, i + 1);
  }

  /// The two names below the bar of a second derivative.
  private List<List<Tex>> twice(Tex.Fraction at, List<List<Tex>> wrt) {
    List<List<Tex>> by = new ArrayList<>();
    for (List<Tex> one : wrt) {
      boolean square =
          one.size() == 1
              && one.getFirst() instanceof Tex.Scripted(_, _, List<Tex> sup, _, _, _)
              && sup.size() == 1
              && sup.getFirst().is(Role.NUMBER, "2");
      by.add(square ? List.of(withoutSup((Tex.Scripted) one.getFirst())) : one);
      if (square) {
        by.add(by.getLast());
      }
    }
    if (by.size() != 2) {
      throw formula.unread(at, "only first and second derivatives are read", "");
    }
    return by;
  }

  private void second(Tex.Fraction at, List<Tex> over, List<List<Tex>> by) {
    if (isEntry(by.getFirst()) || isEntry(by.getLast())) {
      formula.emit(Kind.DERIVATIVE, "∂", at);
      formula.open(at);
      derivative(at, over.subList(1, over.size()), by.getLast());
      formula.emit(Kind.COMMA, ",", at);
      formula.all(by.getFirst());
      formula.close(at);
      return;
    }
    boolean same = said(by.getFirst()).equals(said(transposed(by.getLast())));
    formula.call("hess", at);
    formula.differentiated(over.subList(1, over.size()));
    formula.emit(Kind.COMMA, ",", at);
    formula.all(by.getFirst());
    if (!same) {
      formula.emit(Kind.COMMA, ",", at);
      formula.all(by.getLast());
    }
    formula.close(at);
  }

  /// `x_i`, an entry of x: what is differentiated by it twice is no part of a Hessian that is read
  /// as one.
  private boolean isEntry(List<Tex> by) {
    return said(by).endsWith("] ");
  }

  private static Tex withoutSup(Tex.Scripted s) {
    return s.sub().isEmpty()
        ? s.base()
        : new Tex.Scripted(s.base(), s.sub(), List.of(), s.primes(), s.from(), s.to());
  }

  /// Without the transpose of `\partial w \partial w^T`.
  private static List<Tex> transposed(List<Tex> wrt) {
    return wrt.size() == 1
            && wrt.getFirst() instanceof Tex.Scripted s
            && LatexScripts.isTransposed(LatexFormula.flat(s.sup()))
        ? List.of(withoutSup(s))
        : wrt;
  }

  private String said(List<Tex> items) {
    int start = formula.out.size();
    formula.all(items);
    StringBuilder said = new StringBuilder();
    while (formula.out.size() > start) {
      said.insert(0, formula.out.removeLast().text() + " ");
    }
    return said.toString();
  }

  /// `\partial C / \partial W`.
  int partial(List<Tex> items, int i) {
    int slash = i + 1;
    while (slash < items.size() && !ends(items.get(slash))) {
      slash++;
    }
    boolean quotient = slash + 2 < items.size() && items.get(slash).is(Role.SIGN, "/");
    if (!quotient || !items.get(slash + 1).is(Role.PARTIAL) || slash == i + 1) {
      throw formula.unread(items.get(i), "this ∂ is no part of a derivative", "");
    }
    formula.emit(Kind.DERIVATIVE, "∂", items.get(i));
    formula.open(items.get(i));
    formula.differentiated(items.subList(i + 1, slash));
    formula.emit(Kind.COMMA, ",", items.get(slash));
    int next = formula.unit(items, slash + 2);
    formula.close(items.get(slash + 1));
    return next;
  }

  private static boolean ends(Tex item) {
    return item.is(Role.SIGN) || item.is(Role.PARTIAL) || LatexArguments.ends(item);
  }

  /// `\partial_x f`.
  int partialBy(List<Tex> items, int i, List<Tex> sub) {
    if (sub.isEmpty() || i + 1 >= items.size()) {
      throw formula.unread(items.get(i), "this ∂ is no part of a derivative", "");
    }
    formula.emit(Kind.DERIVATIVE, "∂", items.get(i));
    formula.open(items.get(i));
    int next = formula.unit(items, i + 1);
    formula.emit(Kind.COMMA, ",", items.get(i));
    formula.all(sub);
    formula.close(items.get(i));
    return next;
  }

  /// `dC/dx`, with letters: a d, a name, a slash, a d and a name.
  static boolean isSlashed(List<Tex> items, int i, LatexNames names) {
    return items.get(i).is(Role.LETTER, "d")
        && i + 4 < items.size()
        && items.get(i + 2).is(Role.SIGN, "/")
        && items.get(i + 3).is(Role.LETTER, "d")
        && LatexNaming.base(core(items.get(i + 1))) != null
        && LatexNaming.base(core(items.get(i + 4))) != null
        && !names.isValue("d");
  }

  static Tex core(Tex item) {
    return item instanceof Tex.Scripted scripted ? LatexScripts.merged(scripted).base() : item;
  }

  static int slashed(LatexFormula formula, List<Tex> items, int i) {
    Tex at = items.get(i);
    formula.emit(Kind.DERIVATIVE, "∂", at);
    formula.open(at);
    formula.all(List.of(items.get(i + 1)));
    formula.emit(Kind.COMMA, ",", at);
    formula.all(List.of(items.get(i + 4)));
    formula.close(at);
    return i + 5;
  }
}

package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Two letters exchanged, one wrong index, or an index lost: `log(softmax(x))` for
/// `log(softmax(x)_i)`.
final class IndexEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;

  IndexEdits(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>(Edits.everywhere(Code.INDEX, written, this::misnamed));
    Set<String> letters = new LinkedHashSet<>(comparison.letters());
    Trees.walk(
        written,
        x -> {
          if (x instanceof Syntax.Bound b) b.binders().forEach(i -> letters.add(i.index()));
        });
    List<String> names = List.copyOf(letters);
    for (int p = 0; p < names.size(); p++)
      for (int q = p + 1; q < names.size(); q++) {
        String a = names.get(p);
        String b = names.get(q);
        all.add(
            new Edit(
                Code.INDEX,
                exchanged(written, a, b),
                "the letters " + a + " and " + b + " are exchanged"));
      }
    for (String l : names) {
      all.addAll(Edits.everywhere(Code.INDEX, written, x -> entries(x, l)));
      if (written instanceof Syntax.Binary)
        all.add(new Edit(Code.INDEX, entry(written, l), lost(l)));
      all.addAll(Edits.everywhere(Code.INDEX, written, lost(l), x -> indexed(x, l)));
    }
    all.addAll(
        Edits.everywhere(
            Code.INDEX,
            written,
            "the letter of the sum stands nowhere in it: all entries are meant",
            IndexEdits::idle));
    return all;
  }

  /// `Σ_i exp(x_j)`: the sum's letter stands nowhere in it, and another one does.
  private List<Change> misnamed(Syntax s) {
    if (!(s instanceof Syntax.Bound b) || b.binders().size() != 1) return List.of();
    String own = b.binders().get(0).index();
    if (Interpreter.names(b.body()).contains(own)) return List.of();
    List<Change> all = new ArrayList<>();
    for (String letter : new Interpreter(setting).letters(List.of(b.body()))) {
      Syntax body = exchanged(b.body(), letter, own);
      Syntax sum = new Syntax.Bound(b.operator(), b.binders(), b.conditions(), body, b.place());
      String said = "the sum runs over " + own + ", and what is summed has " + letter;
      all.add(new Change(sum, said));
    }
    return all;
  }

  /// `Σ_i y log p` without an i: the sum over all entries of the entrywise product.
  private static List<Syntax> idle(Syntax s) {
    if (!(s instanceof Syntax.Bound b) || !b.operator().equals("sum")) return List.of();
    var names = Interpreter.names(b.body());
    if (b.binders().stream().anyMatch(x -> names.contains(x.index()))) return List.of();
    Syntax body =
        Trees.map(
            b.body(),
            x ->
                x instanceof Syntax.Binary p && p.op() == Syntax.Op.TIMES
                    ? new Syntax.Binary(Syntax.Op.HADAMARD, p.left(), p.right(), p.place())
                    : x);
    return List.of(new Syntax.Call("sum", List.of(body), b.place()));
  }

  private static Syntax exchanged(Syntax s, String a, String b) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Name n && n.text().equals(a)
                ? new Syntax.Name(b, n.place())
                : x instanceof Syntax.Name n && n.text().equals(b)
                    ? new Syntax.Name(a, n.place())
                    : x);
  }

  /// One index of one entry replaced by the letter; two of a row exchanged.
  private static List<Change> entries(Syntax s, String letter) {
    if (!(s instanceof Syntax.Entry e)) return List.of();
    List<Syntax> all = new ArrayList<>();
    for (int q = 0; q < e.indices().size(); q++) {
      List<Syntax> indices = new ArrayList<>(e.indices());
      indices.set(q, new Syntax.Name(letter, Place.NONE));
      all.add(new Syntax.Entry(e.of(), indices, e.place()));
    }
    if (e.indices().size() == 2)
      all.add(new Syntax.Entry(e.of(), e.indices().reversed(), e.place()));
    return all.stream().map(x -> new Change(x, Edits.meant(x, e))).toList();
  }

  /// A vector, or a function's value, gets the letter.
  private List<Syntax> indexed(Syntax s, String letter) {
    boolean vector =
        s instanceof Syntax.Name n
                && setting.model.knows(n.text())
                && !setting.model.shape(n.text()).isEmpty()
            || s instanceof Syntax.Call;
    if (!vector) return List.of();
    return List.of(entry(s, letter));
  }

  private static Syntax entry(Syntax s, String letter) {
    return new Syntax.Entry(s, List.of(new Syntax.Name(letter, Place.NONE)), s.place());
  }

  private static String lost(String letter) {
    return "an index is lost: entry " + letter + " is meant";
  }
}

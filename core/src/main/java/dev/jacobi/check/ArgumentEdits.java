package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A derivative, or a function, taken at the wrong argument: σ'(a) where σ'(z) is meant.
final class ArgumentEdits implements Edits {
  private final Setting setting;

  ArgumentEdits(Setting setting) {
    this.setting = setting;
  }

  @Override
  public List<Edit> of(Syntax written) {
    return Edits.everywhere(Code.ARGUMENT, written, this::moved);
  }

  private List<Change> moved(Syntax s) {
    return switch (s) {
      case Syntax.Call c when c.arguments().size() == 1 ->
          taken(
              c.function(),
              c.arguments().get(0),
              x -> new Syntax.Call(c.function(), List.of(x), c.place()));
      case Syntax.Prime p ->
          taken(p.function() + "'", p.at(), x -> new Syntax.Prime(p.function(), x, p.place()));
      case Syntax.Indicator i when i.condition() instanceof Syntax.Compare c ->
          taken(
              "the indicator",
              c.left(),
              x ->
                  new Syntax.Indicator(
                      new Syntax.Compare(c.relation(), x, c.right(), c.place()), i.place()));
      default -> List.of();
    };
  }

  private List<Change> taken(String what, Syntax at, UnaryOperator<Syntax> moved) {
    List<Change> all = new ArrayList<>();
    for (Syntax x : others(at)) {
      String said =
          what + " is taken at " + Edits.spelled(at) + ", it should be at " + Edits.spelled(x);
      all.add(new Change(moved.apply(x), said));
    }
    return all;
  }

  private List<Syntax> others(Syntax at) {
    if (at instanceof Syntax.Entry e)
      return others(e.of()).stream()
          .<Syntax>map(x -> new Syntax.Entry(x, e.indices(), e.place()))
          .toList();
    return NameEdits.others(setting, at);
  }
}

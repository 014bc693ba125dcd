package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;

/// A derivative, or a function, taken at the wrong argument: σ'(a) where σ'(z) is meant.
final class ArgumentEdits implements Edits {
  private final Setting setting;

  ArgumentEdits(Setting setting) {
    this.setting = setting;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    for (Syntax s : Edits.everywhere(written, this::moved))
      all.add(new Edit(Code.ARGUMENT, s, "a function is taken at the wrong argument"));
    return all;
  }

  private List<Syntax> moved(Syntax s) {
    List<Syntax> all = new ArrayList<>();
    switch (s) {
      case Syntax.Call c when c.arguments().size() == 1 ->
          others(c.arguments().get(0))
              .forEach(x -> all.add(new Syntax.Call(c.function(), List.of(x), c.place())));
      case Syntax.Prime p ->
          others(p.at()).forEach(x -> all.add(new Syntax.Prime(p.function(), x, p.place())));
      case Syntax.Indicator i when i.condition() instanceof Syntax.Compare c ->
          others(c.left())
              .forEach(x ->
                  all.add(
                      new Syntax.Indicator(
                          new Syntax.Compare(c.relation(), x, c.right(), c.place()), i.place())));
      default -> {}
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

  @Override
  public boolean isFirst() {
    return false;
  }
}

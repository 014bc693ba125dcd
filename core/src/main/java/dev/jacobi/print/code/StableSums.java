package dev.jacobi.print.code;

import dev.jacobi.expr.Exponentials.Softmax;
import dev.jacobi.expr.Exponentials.Total;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.List;

/// Sums of exponentials in array code.
final class StableSums {
  private StableSums() {}

  static Code array(Formulas f, Softmax x, List<Index> want) {
    Code z = f.number(f.of(x.argument(), want));
    int axis = z.axes().indexOf(x.axis());
    return Code.array(z.axes(), f.language.softmax(z.text(), axis, f.scope));
  }

  static Code array(Formulas f, Total x, List<Index> want) {
    Code z = f.number(f.of(x.argument(), want));
    int axis = z.axes().indexOf(x.over());
    List<Index> axes = new ArrayList<>(z.axes());
    axes.remove(axis);
    return Code.array(axes, f.language.logSumExp(z.text(), axis, f.scope));
  }
}

package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Affine;
import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Var;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a loop's body, number by number. What does not change with the inner loops is computed
/// outside of them, and what is used twice is kept in a local.
final class Body {
  private final Writer w;
  private final Map<Scalar, Integer> known = new HashMap<>();
  private final Map<Scalar, Integer> uses = new HashMap<>();
  private final Set<Scalar> guarded = new HashSet<>();
  private final Set<Scalar> order = new LinkedHashSet<>();

  Body(Writer w, Scalar body) {
    this.w = w;
    visit(body, false);
    guarded.removeAll(order);
  }

  /// Each node after its parts; those that only a condition on places lets in stay out of the
  /// order, since they may not be computed where it fails.
  private void visit(Scalar s, boolean under) {
    uses.merge(s, 1, Integer::sum);
    if (under) {
      if (order.contains(s) || !guarded.add(s)) return;
    } else {
      if (order.contains(s)) return;
    }
    boolean guards = under;
    if (s instanceof Scalar.Choose c)
      for (Condition x : c.conditions) guards |= x instanceof Condition.Holds;
    for (Scalar p : s.parts()) visit(p, guards);
    if (!under) order.add(s);
  }

  Set<Scalar> order() {
    return order;
  }

  boolean isKnown(Scalar s) {
    return known.containsKey(s);
  }

  /// Computes what rests on these variables alone into locals.
  void hoist(List<Var> loops) {
    for (Scalar s : order) {
      if (s instanceof Scalar.Num || known.containsKey(s)) continue;
      boolean ready = s.vars.stream().allMatch(v -> !v.isLoop() || loops.contains(v));
      if (ready) keep(s);
    }
  }

  /// Loops inside of each other, before each of which what does not change in it is computed.
  ///
  /// @param done the variables of the loops around, to which these are added
  void loops(List<Var> loops, List<Var> done, Runnable inside) {
    hoist(done);
    if (loops.isEmpty()) {
      inside.run();
      return;
    }
    Var v = loops.getFirst();
    w.loop(
        v,
        () -> {
          done.add(v);
          loops(loops.subList(1, loops.size()), done, inside);
        });
  }

  private void keep(Scalar s) {
    compute(s);
    int slot = w.number();
    w.store(slot);
    known.put(s, slot);
  }

  /// Forgets what was kept inside a loop that has ended.
  void forget(Set<Scalar> kept) {
    known.keySet().retainAll(kept);
  }

  Set<Scalar> known() {
    return new HashSet<>(known.keySet());
  }

  /// Pushes the value of a node.
  void push(Scalar s) {
    Integer slot = known.get(s);
    if (slot != null) {
      w.load(slot);
    } else if (!(s instanceof Scalar.Num) && uses.get(s) > 1 && order.contains(s)) {
      keep(s);
      w.load(known.get(s));
    } else {
      compute(s);
    }
  }

  private void compute(Scalar s) {
    switch (s) {
      case Scalar.Num n -> w.constant(n.value);
      case Scalar.Load l -> {
        w.loadArray(l.buffer);
        w.address(l.address);
        w.arrayLoad();
      }
      case Scalar.Op o -> {
        for (Scalar p : o.parts()) push(p);
        UnrolledWriter.operate(w, o.operator);
      }
      case Scalar.Call c -> {
        push(c.argument());
        w.scalar(c.function.text);
      }
      case Scalar.Choose c -> choose(c);
    }
  }

  private void choose(Scalar.Choose c) {
    // a value kept inside the branch is not there outside of it
    for (Scalar p : c.parts())
      if (order.contains(p) && uses.get(p) > 1 && !isKnown(p) && !(p instanceof Scalar.Num))
        keep(p);
    Label no = w.code.newLabel();
    Label end = w.code.newLabel();
    Set<Scalar> before = known();
    for (Condition x : c.conditions) condition(x, no);
    push(c.value);
    w.code.goto_(end);
    w.code.labelBinding(no);
    w.constant(0);
    w.code.labelBinding(end);
    forget(before);
  }

  /// Goes to a label where a condition fails.
  private void condition(Condition x, Label no) {
    switch (x) {
      case Condition.Holds h -> {
        w.address(h.place());
        if (h.equality()) w.code.ifne(no);
        else w.code.iflt(no);
      }
      case Condition.Compares p -> {
        push(p.number());
        w.compareWithZero(true);
        switch (p.test()) {
          case POSITIVE -> w.code.ifle(no);
          case NOT_NEGATIVE -> w.code.iflt(no);
          case ZERO -> w.code.ifne(no);
          case NOT_POSITIVE -> w.code.ifgt(no);
          case NEGATIVE -> w.code.ifge(no);
          case NOT_ZERO -> w.code.ifeq(no);
        }
      }
    }
  }

  /// Pushes an address with the array under it.
  void target(dev.jacobi.engine.plan.Buffer b, Affine address) {
    w.loadArray(b);
    w.address(address);
  }
}

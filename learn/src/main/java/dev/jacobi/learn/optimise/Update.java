package dev.jacobi.learn.optimise;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import java.util.List;

/// The step of an optimiser for one parameter of so many entries, compiled.
///
/// Every array that changes has two places, and a step goes from one to the other: what is read is
/// never written to. [#run] allocates nothing.
public final class Update {
  private final Compiled compiled;
  private final Tensors[] in = new Tensors[2];
  private final Tensors[] out = new Tensors[2];
  private final boolean precise;
  private final String[] used;

  /// Two places for one array.
  public record Places(Tensor first, Tensor second) {
    public static Places zeros(Precision p, int... shape) {
      return new Places(Tensor.zeros(p, shape), Tensor.zeros(p, shape));
    }

    public Tensor at(int side) {
      return side == 0 ? first : second;
    }
  }

  private Update(Compiled compiled, Choice choice, Places w, Tensor g, List<Places> slots) {
    this.compiled = compiled;
    this.precise = compiled.precision() == Precision.DOUBLE;
    for (int side = 0; side < 2; side++) {
      in[side] = compiled.inputs();
      out[side] = compiled.results();
      put(in[side], "w", w.at(side));
      out[side].put("w_next", flat(w.at(1 - side)));
      put(in[side], choice.changesGradient() ? "raw" : "g", g);
      for (int q = 0; q < slots.size(); q++) {
        String name = choice.optimiser().slots().get(q);
        put(in[side], name, slots.get(q).at(side));
        out[side].put(name + "_next", flat(slots.get(q).at(1 - side)));
      }
      for (var c : choice.constants().entrySet()) set(in[side], c.getKey(), c.getValue());
      if (choice.decay() != 0 && !choice.optimiser().decays())
        set(in[side], "decay", choice.decay());
    }
    this.used =
        List.of("rate", "t", "scale").stream()
            .filter(in[0].names()::contains)
            .toArray(String[]::new);
  }

  /// Compiles the step of one parameter.
  ///
  /// @param w the parameter, `g` its gradient, `slots` as many as the optimiser has
  public static Update of(Engine engine, Choice choice, Places w, Tensor g, List<Places> slots) {
    Outputs outputs = Outputs.of("w_next");
    for (String slot : choice.optimiser().slots()) outputs = outputs.and(slot + "_next");
    Sizes sizes = Sizes.of("n", w.first().size());
    var compiled = engine.compile(model(choice), outputs, sizes, w.first().precision());
    return new Update(compiled, choice, w, g, slots);
  }

  /// The row as a model.
  public static Model model(Choice choice) {
    Optimiser o = choice.optimiser();
    var text = new StringBuilder("w in R[n],  rate in R+,  t in R+\n");
    for (String s : o.slots()) text.append(s).append(" in R[n]\n");
    for (var c : o.constants()) text.append(c.name()).append(" in R\n");
    if (!choice.changesGradient()) text.append("g in R[n]\n");
    else text.append("raw in R[n],  scale in R\n").append(gradient(choice)).append('\n');
    return Jacobi.read(o.word(), text + o.equations() + "\n");
  }

  private static String gradient(Choice choice) {
    String g = choice.clip() > 0 ? "g = scale raw" : "g = raw";
    boolean decays = choice.decay() != 0 && !choice.optimiser().decays();
    return decays ? "decay in R\n" + g + " + decay w" : g;
  }

  /// The same numbers as one vector.
  private static Tensor flat(Tensor t) {
    return t.flat();
  }

  private static void put(Tensors in, String name, Tensor t) {
    if (in.names().contains(name)) in.put(name, flat(t));
  }

  private static void set(Tensors in, String name, double value) {
    if (in.names().contains(name)) in.get(name).set(0, value);
  }

  /// One step from the places of a side to those of the other.
  ///
  /// @param scale what gradients are multiplied by first, where they are clipped
  public void run(int side, double rate, long t, double scale) {
    for (String name : used) {
      double value = name.equals("rate") ? rate : name.equals("t") ? t : scale;
      if (precise) in[side].doubles(name)[0] = value;
      else in[side].floats(name)[0] = (float) value;
    }
    compiled.run(in[side], out[side]);
  }
}

package dev.jacobi.learn.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How parameters `w` follow their gradient `g`: one row each, in Jacobi's notation, compiled like
/// any model. `rate` is the learning rate and `t` the number of the step, from 1. A slot such as
/// `m` is kept from step to step, 0 at first, and `m_next` is what it becomes; `w_next` is what `w`
/// becomes.
///
/// Sources: those of PyTorch's `torch.optim`, whose defaults these are, but for the rate of `sgd`.
/// - Adagrad: Duchi, Hazan, Singer, JMLR 12, 2011
/// - RMSprop: Tieleman, Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012
/// - Adam: Kingma, Ba, ICLR 2015; AdamW: Loshchilov, Hutter, ICLR 2019
/// - Nesterov's momentum: Sutskever et al., ICML 2013
public enum Optimiser {
  SGD(0.1, "", "", "w_next = w - rate g"),
  MOMENTUM(
      0.01,
      "v",
      "momentum = 0.9",
      """
      v_next = momentum v + g
      w_next = w - rate v_next
      """),
  NESTEROV(
      0.01,
      "v",
      "momentum = 0.9",
      """
      v_next = momentum v + g
      w_next = w - rate (g + momentum v_next)
      """),
  ADAGRAD(
      0.01,
      "s",
      "eps = 1e-10",
      """
      s_next = s + g.^2
      w_next = w - rate g ./ (sqrt(s_next) + eps)
      """),
  RMSPROP(
      0.001,
      "s",
      "alpha = 0.99, eps = 1e-8",
      """
      s_next = alpha s + (1 - alpha) g.^2
      w_next = w - rate g ./ (sqrt(s_next) + eps)
      """),
  ADAM(
      0.001,
      "m, v",
      "beta1 = 0.9, beta2 = 0.999, eps = 1e-8",
      """
      m_next = beta1 m + (1 - beta1) g
      v_next = beta2 v + (1 - beta2) g.^2
      c1 = 1 - beta1^t
      c2 = 1 - beta2^t
      w_next = w - (rate / c1) m_next ./ (sqrt(v_next / c2) + eps)
      """),
  ADAMW(
      0.001,
      "m, v",
      "beta1 = 0.9, beta2 = 0.999, eps = 1e-8, decay = 0.01",
      """
      m_next = beta1 m + (1 - beta1) g
      v_next = beta2 v + (1 - beta2) g.^2
      c1 = 1 - beta1^t
      c2 = 1 - beta2^t
      w_next = (1 - rate decay) w - (rate / c1) m_next ./ (sqrt(v_next / c2) + eps)
      """);

  private final double rate;
  private final List<String> slots;
  private final List<Constant> constants;
  private final String equations;

  /// A number of the equations that the user may choose.
  public record Constant(String name, double value) {}

  Optimiser(double rate, String slots, String constants, String equations) {
    this.rate = rate;
    this.slots = parts(slots);
    this.constants = constants(constants);
    this.equations = equations.strip();
  }

  private static List<String> parts(String list) {
    List<String> all = new ArrayList<>();
    for (String s : list.split(",", -1)) if (!s.isBlank()) all.add(s.strip());
    return List.copyOf(all);
  }

  private static List<Constant> constants(String list) {
    return parts(list).stream()
        .map(s -> s.split(" = ", 2))
        .map(s -> new Constant(s[0], Double.parseDouble(s[1])))
        .toList();
  }

  /// The one of this name.
  public static Optional<Optimiser> of(String name) {
    for (Optimiser o : values()) if (o.word().equals(name)) return Optional.of(o);
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The learning rate, unless another is given.
  public double rate() {
    return rate;
  }

  /// What is kept of each parameter from step to step, in its shape.
  public List<String> slots() {
    return slots;
  }

  public List<Constant> constants() {
    return constants;
  }

  /// In Jacobi's notation, a definition a line.
  public String equations() {
    return equations;
  }

  /// Whether it takes care of weight decay itself.
  boolean decays() {
    return constants.stream().anyMatch(c -> c.name().equals("decay"));
  }
}

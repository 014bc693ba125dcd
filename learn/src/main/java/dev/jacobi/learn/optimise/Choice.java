package dev.jacobi.learn.optimise;

import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Written;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An optimiser with its constants, a weight decay, and the greatest length of a gradient.
///
/// @param decay times w is added to each gradient (AdamW keeps it apart); 0 for none
/// @param clip gradients are scaled down together until their length is at most this; 0 for any
public record Choice(Optimiser optimiser, Map<String, Double> constants, double decay, double clip)
    implements Serializable {
  public Choice {
    constants = Map.copyOf(constants);
  }

  public static Choice of(Optimiser o) {
    return new Choice(o, defaults(o), 0, 0);
  }

  private static Map<String, Double> defaults(Optimiser o) {
    Map<String, Double> all = new LinkedHashMap<>();
    o.constants().forEach(c -> all.put(c.name(), c.value()));
    return all;
  }

  /// Reads `adam` or `adam:beta1=0.8,eps=1e-6`.
  ///
  /// @throws LearnException when there is no such optimiser or constant
  public static Choice parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Optimiser o =
        Optimiser.of(name)
            .orElseThrow(
                () -> new LearnException("no optimiser `" + name + "`; there are " + names()));
    Map<String, Double> all = defaults(o);
    if (colon >= 0) for (String s : text.substring(colon + 1).split(",", -1)) put(all, s, o);
    return new Choice(o, all, all.getOrDefault("decay", 0.0), 0);
  }

  private static void put(Map<String, Double> all, String text, Optimiser o) {
    String[] sides = text.split("=", 2);
    String name = sides[0].strip();
    if (!all.containsKey(name))
      throw new LearnException(
          o.word()
              + " has no constant `"
              + name
              + "`"
              + (all.isEmpty() ? "" : "; it has " + String.join(", ", all.keySet())));
    try {
      all.put(name, Double.parseDouble(sides.length > 1 ? sides[1].strip() : ""));
    } catch (NumberFormatException e) {
      throw new LearnException(o.word() + ": write " + name + "=0.5, a number", e);
    }
  }

  private static String names() {
    return Stream.of(Optimiser.values()).map(Optimiser::word).collect(Collectors.joining(", "));
  }

  public Choice withDecay(double d) {
    Map<String, Double> all = new LinkedHashMap<>(constants);
    if (optimiser.decays()) all.put("decay", d);
    return new Choice(optimiser, all, d, clip);
  }

  public Choice withClip(double c) {
    return new Choice(optimiser, constants, decay, c);
  }

  /// Whether `w ← w - rate g` is all that happens: the step of the gradient can then do it itself.
  public boolean isPlainDescent() {
    return optimiser == Optimiser.SGD && decay == 0 && clip == 0;
  }

  /// Whether the gradient is changed before the optimiser sees it.
  boolean changesGradient() {
    return clip > 0 || (decay != 0 && !optimiser.decays());
  }

  /// For people, and to tell whether two are the same.
  @Override
  public String toString() {
    String all =
        optimiser.constants().stream()
            .map(c -> c.name() + "=" + Written.number(constants.get(c.name())))
            .collect(Collectors.joining(","));
    return optimiser.word()
        + (all.isEmpty() ? "" : ":" + all)
        + (decay == 0 || optimiser.decays() ? "" : " decay " + Written.number(decay))
        + (clip == 0 ? "" : " clip " + Written.number(clip));
  }
}

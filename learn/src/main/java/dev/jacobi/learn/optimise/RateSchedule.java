package dev.jacobi.learn.optimise;

import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Written;
import java.io.Serializable;
import java.util.List;

/// What the learning rate is multiplied by in the course of training.
public sealed interface RateSchedule extends Serializable {
  /// The factor at some point of the course.
  ///
  /// @param epoch how many epochs are done, with the part of the one at hand: 2.5
  /// @param epochs how many there will be
  double factor(double epoch, int epochs);

  record Constant() implements RateSchedule {
    @Override
    public double factor(double epoch, int epochs) {
      return 1;
    }

    @Override
    public String toString() {
      return "constant";
    }
  }

  /// Times `by` after each `every` epochs.
  record Step(double every, double by) implements RateSchedule {
    @Override
    public double factor(double epoch, int epochs) {
      return Math.pow(by, Math.floor(epoch / every));
    }

    @Override
    public String toString() {
      return "step:" + Written.number(every) + "," + Written.number(by);
    }
  }

  /// Half a cosine, from 1 to 0.
  record Cosine() implements RateSchedule {
    @Override
    public double factor(double epoch, int epochs) {
      return (1 + Math.cos(Math.PI * Math.min(1, epoch / epochs))) / 2;
    }

    @Override
    public String toString() {
      return "cosine";
    }
  }

  /// Up along a line from 0 to 1 in so many epochs; then as another, from there on.
  record WarmUp(double length, RateSchedule then) implements RateSchedule {
    @Override
    public double factor(double epoch, int epochs) {
      if (epoch < length) return epoch / length;
      double rest = Math.max(1e-9, epochs - length);
      return then.factor((epoch - length) * epochs / rest, epochs);
    }

    @Override
    public String toString() {
      return "warm-up:" + Written.number(length) + "," + then;
    }
  }

  /// Reads `constant`, `step:10,0.5` (times 0.5 after each 10 epochs), `cosine`, and `warm-up:2`
  /// before one of them: `warm-up:2,cosine`.
  ///
  /// @throws LearnException when it is none of these
  static RateSchedule parse(String text) {
    List<String> words = List.of(text.split("[:,]", -1));
    int n = words.size() - 1; // numbers, or words of what follows
    String name = words.getFirst().strip();
    if (name.equals("constant") && n == 0) return new Constant();
    if (name.equals("cosine") && n == 0) return new Cosine();
    if (name.equals("step") && n == 2)
      return new Step(number(words.get(1), text), number(words.get(2), text));
    if (!name.equals("warm-up") || n == 0) throw unknown(text);
    String rest = String.join(",", words.subList(2, words.size()));
    return new WarmUp(number(words.get(1), text), n == 1 ? new Constant() : parse(rest));
  }

  private static double number(String word, String text) {
    try {
      double x = Double.parseDouble(word.strip());
      if (x > 0 && Double.isFinite(x)) return x;
    } catch (NumberFormatException e) {
      throw new LearnException(unknown(text).getMessage(), e);
    }
    throw unknown(text);
  }

  private static LearnException unknown(String text) {
    return new LearnException(
        "no schedule `"
            + text
            + "`; there are constant, step:10,0.5, cosine, warm-up:2 and"
            + " warm-up:2,cosine");
  }
}

package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Code;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Correct;
import dev.jacobi.check.Relation.Step;
import dev.jacobi.check.Verdict;
import dev.jacobi.notation.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A homework with one of each verdict, as a checker would judge it.
final class Samples {
  static final String TEXT =
      """
      # Homework 1

      ## 2.1 Softmax

      Let $y = \\operatorname{softmax}(s)$ and $L = -\\sum_k t_k \\log y_k$.

      $$\\frac{\\partial L}{\\partial s} = t - y$$

      $$\\frac{\\partial L}{\\partial b} = t - y$$

      ## 2.2 The layer

      Since $s = W x + b$, $\\frac{\\partial L}{\\partial W} = (y - t) x^\\top$.

      $$\\sum_i \\frac{\\partial L}{\\partial s_i} = \\sum_i y_i - 1$$
      $$\\frac{\\partial L}{\\partial x} = W (y - t)$$
      $$\\frac{\\partial L}{\\partial t_i} = -\\log y_j$$
      $$\\nabla\\!\\!\\!\\!/\\, L = 0$$
      """;

  private Samples() {}

  static Checked homework() {
    return new Checked(
        "hw1.md",
        TEXT,
        "denominator",
        List.of("t is a probability vector, since the text calls it a label"),
        List.of(
            of(5, "y = \\operatorname{softmax}(s)", "2.1 Softmax").build(),
            of(5, "L = -\\sum_k t_k \\log y_k", "2.1 Softmax").build(),
            signError(),
            inherited(),
            of(13, "s = W x + b", "2.2 The layer").build(),
            of(13, "\\frac{\\partial L}{\\partial W} = (y - t) x^\\top", "2.2 The layer")
                .is(Verdict.PROVED)
                .tier("canonical")
                .uses("sum(t) = 1")
                .build(),
            of(15, "\\sum_i \\frac{\\partial L}{\\partial s_i} = \\sum_i y_i - 1", "2.2 The layer")
                .is(Verdict.CONDITIONAL)
                .condition("sum(t) = 1")
                .build(),
            malformed(),
            of(17, "\\frac{\\partial L}{\\partial t_i} = -\\log y_j", "2.2 The layer")
                .is(Verdict.NOTATION)
                .code(Code.INDEX)
                .message("j is written where i is meant")
                .build(),
            of(18, "\\nabla\\!\\!\\!\\!/\\, L = 0", "2.2 The layer")
                .is(Verdict.UNREAD)
                .reason("/")
                .build()),
        List.of());
  }

  private static Relation signError() {
    Map<String, Object> at = new LinkedHashMap<>();
    at.put("y", List.of(0.2, 0.8));
    at.put("t", List.of(1.0, 0.0));
    return of(7, "\\frac{\\partial L}{\\partial s} = t - y", "2.1 Softmax")
        .is(Verdict.REFUTED)
        .step(Step.FAILS)
        .code(Code.SIGN)
        .message("the sign is wrong: this is -1 times the derivative")
        .correct("y - t", "y - t")
        .at(at)
        .build();
  }

  private static Relation inherited() {
    return of(9, "\\frac{\\partial L}{\\partial b} = t - y", "2.1 Softmax")
        .is(Verdict.REFUTED)
        .step(Step.HOLDS)
        .follows(7)
        .code(Code.SIGN)
        .correct("y - t", "y - t")
        .build();
  }

  private static Relation malformed() {
    return of(16, "\\frac{\\partial L}{\\partial x} = W (y - t)", "2.2 The layer")
        .is(Verdict.MALFORMED)
        .code(Code.TRANSPOSE)
        .message("W has shape K × n and y − t has length K; W' (y − t) is meant, and right")
        .correct("W' (y - t)", "W^{\\top} (y - t)")
        .build();
  }

  static Builder of(int line, String tex, String section) {
    String found = TEXT.lines().toList().get(line - 1);
    return new Builder(new Place(line, found.indexOf(tex) + 1, tex.length()), tex, section);
  }

  /// A relation, a definition unless told otherwise.
  static final class Builder {
    private final Place place;
    private final String tex;
    private final String section;
    private Verdict verdict = Verdict.DEFINITION;
    private Step step = Step.NONE;
    private Optional<Integer> follows = Optional.empty();
    private Optional<String> tier = Optional.empty();
    private Optional<String> condition = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private Optional<Code> code = Optional.empty();
    private Optional<Correct> correct = Optional.empty();
    private Set<String> uses = Set.of();
    private Map<String, Object> at = Map.of();
    private String message = "";

    private Builder(Place place, String tex, String section) {
      this.place = place;
      this.tex = tex;
      this.section = section;
    }

    Builder is(Verdict v) {
      verdict = v;
      return this;
    }

    Builder step(Step s) {
      step = s;
      return this;
    }

    Builder follows(int line) {
      follows = Optional.of(line);
      return this;
    }

    Builder tier(String t) {
      tier = Optional.of(t);
      return this;
    }

    Builder condition(String c) {
      condition = Optional.of(c);
      return this;
    }

    Builder reason(String r) {
      reason = Optional.of(r);
      return this;
    }

    Builder code(Code c) {
      code = Optional.of(c);
      return this;
    }

    Builder correct(String text, String latex) {
      correct = Optional.of(new Correct(text, latex));
      return this;
    }

    Builder uses(String fact) {
      uses = Set.of(fact);
      return this;
    }

    Builder at(Map<String, Object> values) {
      at = values;
      return this;
    }

    Builder message(String m) {
      message = m;
      return this;
    }

    Relation build() {
      return new Relation(
          place,
          "tex",
          tex,
          section,
          verdict,
          step,
          follows,
          tier,
          verdict == Verdict.REFUTED ? 8 : 0,
          verdict == Verdict.REFUTED ? 2.0 : 0.0,
          Optional.empty(),
          condition,
          uses,
          code,
          message,
          correct,
          at,
          reason);
    }
  }
}

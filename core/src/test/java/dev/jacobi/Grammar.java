package dev.jacobi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How formulas of each shape are made: `shape | template | shapes of the parts`. `-` is a number;
/// r, c are the axes of the result, e and f any others; n stands for itself.
final class Grammar {
  private static final String RULES =
      """
      - | {0} + {1} | -, -
      - | {0} - {1} | -, -
      - | {0} * {1} | -, -
      - | {0} / (1 + {1}^2) | -, -
      - | -{0} | -
      - | {0}^2 | -
      - | {0}^3 | -
      - | tanh({0}) | -
      - | exp({0} / 4) | -
      - | sigmoid({0}) | -
      - | log(1 + {0}^2) | -
      - | sqrt(1 + {0}^2) | -
      - | relu({0}) | -
      - | silu({0}) | -
      - | max({0}, {1} + 3/10) | -, -
      - | {0}' {1} | e, e
      - | {0}' {1} | e, e
      - | dot({0}, {1}) | e, e
      - | sum({0}) | e
      - | sum({0}) | e f
      - | mean({0}) | e
      - | var({0}) | e
      - | tr({0}) | e e
      - | tr({0}' {1}) | e f, e f
      - | ||{0}||^2 | e
      - | ||{0} - {1}||^2 | e, e
      - | ||{0}||^2 | e f
      - | ||{0}|| | e
      - | norm1({0}) | e
      - | logsumexp({0}) | e
      - | max({0}) | e
      - | mse({0}, {1}) | e, e
      - | sum({0} .* {1}) | e f, e f
      - | {0}' {1} {2} | e, e f, f
      - | {0}' inv(S) {0} | n
      - | logdet(I(n) + {0} {0}') | n e
      - | logdet(S) |
      - | log(det(I(n) + {0} {0}' / 8)) | n e
      - | ({0})[1] | e
      - | ({0})[1,1] | e f
      - | ||[{0}, {1}]||^2 | e f, e f
      - | sum(tanh([{0}; {1}])) | e, f
      - | logsumexp([{0}; {1}]) | e, f
      - | prod(1 + {0}.^2 / 8) | e
      - | min({0}) | e
      - | norminf({0}) | e
      - | ce(softmax({0}), softmax({1})) | e, e
      - | kl(softmax({0}), softmax({1})) | e, e
      - | bce(sigmoid({0}), sigmoid({1})) | e, e
      - | bce_logits({0}, {1}) | e, e
      - | ce_logits({0}, softmax({1})) | e f, e f
      - | huber({0}, {1}) | e, e
      - | hinge({0}, {1}) | e, e
      - | cosine({0}, {1}) | e, e
      - | tr(kron({0}, {1})) | e e, f f
      r | {0} + {1} | r, r
      r | {0} - {1} | r, r
      r | {0} .* {1} | r, r
      r | {0} * {1} | -, r
      r | {0} + {1} | r, -
      r | {0} {1} | r e, e
      r | {0} {1} | r e, e
      r | {0} {1} | r e, e
      r | {0}' {1} | e r, e
      r | tanh({0}) | r
      r | sigmoid({0}) | r
      r | relu({0}) | r
      r | exp({0} / 4) | r
      r | softplus({0}) | r
      r | gelu({0}) | r
      r | abs({0}) | r
      r | log(1 + {0}.^2) | r
      r | softmax({0}) | r
      r | log_softmax({0}) | r
      r | cumsum({0}) | r
      r | normalize({0}) | r
      r | layernorm({0}) | r
      r | {0} ./ (1 + {1}.^2) | r, r
      r | {0} / (1 + {1}^2) | r, -
      r | {0}.^2 | r
      r | diag({0}) | r r
      r | rowsum({0}) | r e
      r | colsum({0})' | e r
      r | 1[{0} > {1} + 3/10] | r, r
      r | max({0}, {1} + 3/10) | r, r
      r | where({0} > 0, {1}, {2}) | r, r, r
      r | ({0})[:,1] | r e
      r | ({0})[1,:] | e r
      r | rmsnorm(1 + {0}.^2) | r
      r | elu({0}) | r
      r | mish({0}) | r
      r | leaky_relu({0}) | r
      r | clip({0}, -1, 1) | r
      r | softsign({0}) | r
      r | tanh'({0}) | r
      n | inv(S) {0} | n
      n | inv(M)' {0} | n
      r c | {0} {1} | r e, e c
      r c | {0} {1} | r e, e c
      r c | {0}' | c r
      r c | {0} + {1} | r c, r c
      r c | {0} - {1} | r c, r c
      r c | {0} .* {1} | r c, r c
      r c | {0} * {1} | -, r c
      r c | {0} {1}' | r, c
      r c | tanh({0}) | r c
      r c | relu({0}) | r c
      r c | exp({0} / 4) | r c
      r c | softmax({0}) | r c
      r c | {0} ./ (1 + {1}.^2) | r c, r c
      r c | {0}.^2 | r c
      r c | diag({0}) {1} | r, r c
      r c | {0} diag({1}) | r c, c
      r c | {0} - ones(@r) {1}' | r c, c
      r c | {0} + {1} | r c, c
      r c | {0} + {1} | r c, r
      r r | diag({0}) | r
      r r | I(@r) + {0} | r r
      r r | {0} {0}' | r e
      r r | tril({0}) | r r
      r r | {0}^2 / 4 | r r
      r r | outer({0}, {1}) | r, r
      r r | inv(I(@r) + {0} {0}') | r e
      r c | log_softmax({0}) | r c
      r c | layernorm({0}) | r c
      r c | {0} / (1 + ||{1}||^2) | r c, e
      r c | rowsum({0}) {1}' | r e, c
      n n | inv(S) |
      n n | inv(I(n) + {0} {0}') | n e
      n n | inv(M) |
      """;

  private record Rule(List<String> shape, String template, List<List<String>> parts) {}

  private static final List<Rule> ALL = RULES.lines().map(Grammar::rule).toList();

  private final Random random;
  private final List<String> dimensions;

  Grammar(Random random, List<String> dimensions) {
    this.random = random;
    this.dimensions = dimensions;
  }

  private static Rule rule(String line) {
    String[] columns = line.split(" \\| | \\|$", -1);
    int last = columns.length - 1; // a template may hold bars
    String template = String.join(" | ", List.of(columns).subList(1, last));
    List<List<String>> parts = new ArrayList<>();
    if (!columns[last].isBlank()) for (String p : columns[last].split(",")) parts.add(axes(p));
    return new Rule(axes(columns[0]), template, parts);
  }

  private static List<String> axes(String shape) {
    return shape.strip().equals("-") ? List.of() : List.of(shape.strip().split(" "));
  }

  /// A formula of a shape, about so large, over the given leaves.
  Phrase phrase(List<String> shape, int size, List<Phrase> leaves) {
    List<Phrase> fit = leaves.stream().filter(l -> l.shape().equals(shape)).toList();
    if (size <= 1 && !fit.isEmpty()) return one(fit);
    List<Rule> rules = ALL.stream().filter(r -> bind(r, shape) != null).toList();
    Rule rule = one(rules);
    Map<String, String> axes = bind(rule, shape);
    List<Phrase> parts = new ArrayList<>();
    int rest = Math.max(1, (size - 1) / Math.max(1, rule.parts.size()));
    for (List<String> p : rule.parts)
      parts.add(phrase(p.stream().map(a -> axis(a, axes)).toList(), rest, leaves));
    String template = rule.template.replace("@r", axes.getOrDefault("r", ""));
    return new Phrase(shape, template, parts);
  }

  private String axis(String name, Map<String, String> axes) {
    if (name.equals("n")) return "n";
    return axes.computeIfAbsent(name, _ -> one(dimensions));
  }

  /// What r and c are; null when the rule does not make this shape.
  private static Map<String, String> bind(Rule rule, List<String> shape) {
    if (rule.shape.size() != shape.size()) return null;
    Map<String, String> axes = new HashMap<>();
    for (int q = 0; q < shape.size(); q++) {
      String name = rule.shape.get(q);
      if (name.equals("n") && !shape.get(q).equals("n")) return null;
      String before = axes.putIfAbsent(name, shape.get(q));
      if (before != null && !before.equals(shape.get(q))) return null;
    }
    boolean broadcast =
        rule.parts.size() == 2 && rule.parts.get(1).size() == 1 && shape.size() == 2;
    return broadcast && rule.template.equals("{0} + {1}") && shape.get(0).equals(shape.get(1))
        ? null
        : axes;
  }

  private <X> X one(List<X> of) {
    return of.get(random.nextInt(of.size()));
  }
}

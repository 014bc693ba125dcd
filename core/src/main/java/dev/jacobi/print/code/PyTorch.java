package dev.jacobi.print.code;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Derived gradients as `torch.autograd.Function` classes, one for each quantity that was
/// differentiated: forward computes it and keeps what backward needs, backward returns the derived
/// gradients times what arrives. The derivative of an unknown function of y makes a class for y
/// itself.
public final class PyTorch {
  private final Model model;
  private final List<Result> results;
  private final List<String> outputs;
  private final boolean unknown;
  private final Plan plan;
  private final Scope scope;
  private final List<String> parameters = new ArrayList<>();
  private final List<String> forward = new ArrayList<>();
  private final List<String> backward = new ArrayList<>();

  private PyTorch(Model model, String of, List<Result> results) {
    this.model = model;
    this.results = results;
    this.unknown = isUnknown(model, of);
    this.outputs = unknown ? arguments(model, of, results) : List.of(of);
    this.plan = Plan.of(model, results, outputs);
    this.scope = new Scope(model, NumPy.RESERVED);
  }

  /// The source of a module with one class for each differentiated quantity. Results by names that
  /// are no inputs, and derivatives of second order, have no place in it.
  public static String source(Model model, List<Result> results, String className) {
    Map<String, List<Result>> byOutput = new LinkedHashMap<>();
    for (Result r : results)
      if (hasPlace(model, r)) byOutput.computeIfAbsent(r.of(), _ -> new ArrayList<>()).add(r);
    List<String> classes = new ArrayList<>();
    byOutput.forEach((of, some) -> {
      String name = byOutput.size() == 1 ? className : className + "_" + Wishes.identifier(of);
      new PyTorch(model, of, some).written(name).ifPresent(classes::add);
    });
    return classes.isEmpty() ? "" : "import torch\n\n\n" + String.join("\n\n", classes);
  }

  private static boolean hasPlace(Model model, Result r) {
    boolean first = r.kind() == Result.Kind.GRADIENT || r.kind() == Result.Kind.JACOBIAN;
    return first && model.variables().containsKey(r.wrt().getFirst());
  }

  private static boolean isUnknown(Model model, String name) {
    return Plan.isGiven(model, name);
  }

  /// The arguments of an unknown function whose derivatives the results rest on.
  private static List<String> arguments(Model model, String of, List<Result> results) {
    Set<String> givens = Plan.of(model, results).givens();
    List<String> arguments = new ArrayList<>();
    if (model.definitions().get(of).body() instanceof Definition.Unknown u)
      for (String a : u.arguments()) if (givens.contains(arriving(of, a))) arguments.add(a);
    return arguments;
  }

  private static String arriving(String of, String argument) {
    return "d" + of + "/d" + argument;
  }

  private Optional<String> written(String className) {
    Set<String> arriving = new LinkedHashSet<>();
    if (unknown) for (String o : outputs) arriving.add(arriving(results.get(0).of(), o));
    List<String> given = plan.givens().stream().filter(g -> !arriving.contains(g)).toList();
    if (outputs.isEmpty() || !model.variables().keySet().containsAll(given))
      return Optional.empty();
    boolean made = outputs.stream().allMatch(model.definitions()::containsKey);
    if (!made || results.stream().anyMatch(r -> !given.contains(r.wrt().getFirst()))) {
      return Optional.empty();
    }
    compute(given, arriving);
    return Optional.of(
        String.join("\n", Wrapped.lines(lines(className, List.copyOf(arriving)))) + "\n");
  }

  private void compute(List<String> given, Set<String> arriving) {
    given.forEach(scope::name);
    arriving.forEach(scope::name);
    Optional<String> like =
        given.stream().filter(g -> !model.integers().containsKey(g)).findFirst();
    var language = new PyTorchLanguage(like.map(scope::name).orElse("grad_output"));
    var bodies = new Bodies(new Formulas(scope, language));
    for (Plan.Line l : plan.forward()) bodies.line(l, forward);
    Sizes.Solution head = Sizes.solve(model, given, scope.takeDimensions());
    for (Plan.Line l : plan.backward()) bodies.line(l, backward);
    Sizes.Solution tail = Sizes.solve(model, head.givens(), scope.takeDimensions());
    for (int q = 0; q < head.readings().size(); q++)
      forward.add(q, scope.reading(head.readings().get(q)));
    for (int q = 0; q < tail.readings().size(); q++)
      backward.add(q, scope.reading(tail.readings().get(q)));
    for (String v : model.variables().keySet()) if (tail.givens().contains(v)) parameters.add(v);
    Set<String> asked = new LinkedHashSet<>(head.asked());
    asked.addAll(tail.asked());
    parameters.addAll(asked);
    parameters.addAll(scope.functions());
  }

  private List<String> lines(String className, List<String> arriving) {
    String takes = names(parameters);
    String returns = names(outputs);
    String gradient = arriving.isEmpty() ? "grad_output" : names(arriving);
    List<String> tensors = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String s : saved()) (isNumber(s) ? numbers : tensors).add(scope.name(s));
    List<String> all = new ArrayList<>();
    all.add("class " + className + "(torch.autograd.Function):");
    all.add("    \"\"\"" + returns + " = " + className + ".apply(" + takes + ")");
    all.add("");
    all.add("    All arguments are tensors, scalars too; the gradients are the derived ones.");
    all.add("    \"\"\"");
    all.add("");
    all.add("    @staticmethod");
    all.add("    def forward(ctx, " + takes + "):");
    for (String s : forward) all.add("        " + s);
    if (!tensors.isEmpty())
      all.add("        ctx.save_for_backward(" + String.join(", ", tensors) + ")");
    for (String s : numbers) all.add("        ctx." + s + " = " + s);
    all.add("        return " + returns);
    all.add("");
    all.add("    @staticmethod");
    all.add("    def backward(ctx, " + gradient + "):");
    if (!tensors.isEmpty()) all.add("        " + targets(tensors) + " = ctx.saved_tensors");
    for (String s : numbers) all.add("        " + s + " = ctx." + s);
    for (String s : backward) all.add("        " + s);
    all.add("        return " + gradients());
    return all;
  }

  private static String targets(List<String> names) {
    return names.size() == 1 ? "(" + names.get(0) + ",)" : String.join(", ", names);
  }

  private String names(List<String> symbols) {
    return String.join(", ", symbols.stream().map(scope::name).toList());
  }

  private boolean isNumber(String name) {
    return model.integers().containsKey(name) || !model.knows(name);
  }

  /// What the lines of backward speak of and forward has.
  private List<String> saved() {
    String text = String.join("\n", backward);
    Set<String> candidates = new LinkedHashSet<>(parameters);
    for (Plan.Line l : plan.forward()) candidates.add(l.symbol());
    return candidates.stream()
        .filter(c -> Pattern.compile("\\b" + scope.name(c) + "\\b").matcher(text).find())
        .filter(c -> !backward.stream().anyMatch(l -> l.startsWith(scope.name(c) + " = ")))
        .toList();
  }

  private String gradients() {
    List<String> all = new ArrayList<>();
    for (String p : parameters) all.add(gradient(p));
    return String.join(", ", all);
  }

  private String gradient(String parameter) {
    for (int q = 0; q < results.size(); q++) {
      Result r = results.get(q);
      if (!r.wrt().getFirst().equals(parameter)) continue;
      String value = scope.name(plan.results().get(q));
      int outer = r.outer().size();
      if (unknown) return value;
      return outer == 0
          ? "grad_output * " + value
          : "torch.tensordot(grad_output, " + value + ", dims=" + outer + ")";
    }
    return "None";
  }
}

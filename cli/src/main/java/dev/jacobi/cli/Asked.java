package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.engine.Outputs;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Schedule;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Which values and derivatives a command line asks of a model: what its file requests, or what
/// `--of`, `--wrt` and `--hessian` name.
final class Asked {
  private final Model model;

  private Asked(Model model) {
    this.model = model;
  }

  static OptionSpec of() {
    return OptionSpec.builder("--of")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAMES")
        .description("The values of these names, in place of the file's own requests.")
        .build();
  }

  static OptionSpec wrt() {
    return OptionSpec.builder("--wrt")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAMES")
        .description("And their derivatives by these names: --wrt W1,b1.")
        .build();
  }

  static OptionSpec hessian() {
    return OptionSpec.builder("--hessian")
        .type(boolean.class)
        .arity("0")
        .description("And their second derivatives by these names.")
        .build();
  }

  /// - error: [InputException] for second derivatives by nothing
  static Outputs outputs(Model model, ParseResult arguments) {
    var asked = new Asked(model);
    var of = Options.names(arguments, "--of");
    var wrt = Options.wrt(arguments);
    boolean hessian = arguments.matchedOptionValue("--hessian", false);
    if (of.isEmpty() && wrt.isEmpty() && !hessian) {
      return model.read().requests().isEmpty()
          ? asked.values(asked.defined())
          : Outputs.requestedBy(model);
    }
    if (hessian && wrt.isEmpty()) {
      wrt = asked.requestedBy();
      if (wrt.isEmpty()) {
        throw new InputException("--hessian needs --wrt: the file does not say by what");
      }
    }
    return asked.outputs(of.isEmpty() ? asked.subjects() : of, wrt, hessian);
  }

  private Outputs values(List<String> names) {
    if (names.isEmpty()) {
      throw new InputException(model.file() + ": it defines nothing that could be evaluated");
    }
    var outputs = Outputs.of(names.getFirst());
    for (var name : names) {
      outputs = outputs.and(name);
    }
    return outputs;
  }

  private Outputs outputs(List<String> of, List<String> wrt, boolean hessian) {
    if (hessian && of.stream().noneMatch(this::isNumber)) {
      throw new InputException(
          "--hessian: " + of.getFirst() + " is no scalar; a Hessian is of one");
    }
    var known = of.stream().filter(name -> !isUnknown(name)).toList();
    var outputs = known.isEmpty() ? Outputs.derivativesOf(of.getFirst()) : values(known);
    for (var name : of) {
      outputs = isUnknown(name) ? outputs : outputs.and(name);
      for (var by : wrt) {
        outputs = isNumber(name) ? outputs.gradients(by) : outputs.jacobian(name, by);
      }
      for (int q = 0; hessian && isNumber(name) && q < wrt.size(); q++) {
        outputs = outputs.hessian(wrt.get(q));
        for (int r = 0; r < wrt.size(); r++) {
          outputs = r == q ? outputs : outputs.hessian(wrt.get(q), wrt.get(r));
        }
      }
    }
    return outputs;
  }

  /// What the file's requests differentiate; without requests, what it defines last.
  private List<String> subjects() {
    Set<String> names = new LinkedHashSet<>();
    for (Statement.Request r : model.read().requests()) {
      names.add(text(r.of()));
    }
    var defined = defined();
    if (names.isEmpty() && !defined.isEmpty()) {
      names.add(defined.getLast());
    }
    if (names.isEmpty()) {
      throw new InputException("--of is missing: the file does not say of what");
    }
    return List.copyOf(names);
  }

  private List<String> requestedBy() {
    Set<String> names = new LinkedHashSet<>();
    for (Statement.Request r : model.read().requests()) {
      for (Syntax s : r.wrt()) {
        names.add(text(s));
      }
    }
    return List.copyOf(names);
  }

  private List<String> defined() {
    List<String> names = new ArrayList<>();
    for (Definition d : model.read().model().definitions().values()) {
      boolean named = d.visibility() == Definition.Visibility.NAMED;
      if (named && !d.name().startsWith("\u00b7") && !isUnknown(d.name())) {
        names.add(d.name());
      }
    }
    return names;
  }

  private static String text(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> n.text();
      case Syntax.Entry e -> text(e.of());
      default -> throw new InputException("a request speaks of names: give the formula one");
    };
  }

  private boolean isUnknown(String name) {
    return Schedule.isGiven(model.read().model(), Vocabulary.canonicalName(name));
  }

  private boolean isNumber(String name) {
    var names = model.read().model();
    var canonical = Vocabulary.canonicalName(name);
    return !names.knows(canonical)
        || names.shape(canonical).stream().allMatch(e -> e.equals(Extent.ONE));
  }
}

package dev.jacobi.web.work;

import dev.jacobi.expr.Result;
import dev.jacobi.print.code.JavaCode;
import dev.jacobi.print.code.NumPy;
import dev.jacobi.print.code.PyTorch;
import dev.jacobi.print.report.Report;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One derivative, or all that a model asks, as a program.
final class CodeAnswer {
  private static final String NAME = "Derived";

  enum Language {
    NUMPY,
    PYTORCH,
    JAVA
  }

  private CodeAnswer() {}

  static ObjectNode of(Question q) {
    var asked = Asked.of(q);
    var language = q.choice("to", Language.class, Language.NUMPY);
    if (asked.report().outcomes().isEmpty())
      throw new Question.Unclear("there is nothing derived to write as a program");
    return Spelled.node().put("code", code(asked, language));
  }

  private static String code(Asked asked, Language language) {
    var names = asked.model().read().model();
    List<Result> results = asked.report().outcomes().stream().map(Report.Outcome::source).toList();
    return switch (language) {
      case NUMPY -> numpy(asked);
      case PYTORCH -> PyTorch.source(names, results, NAME);
      case JAVA -> JavaCode.source(names, results, NAME);
    };
  }

  private static String numpy(Asked asked) {
    var names = asked.model().read().model();
    var functions =
        asked.report().outcomes().stream()
            .map(o -> NumPy.function(names, o.source(), o.of(), o.wrt()))
            .toList();
    return "import numpy as np\n\n\n" + String.join("\n\n", functions);
  }
}

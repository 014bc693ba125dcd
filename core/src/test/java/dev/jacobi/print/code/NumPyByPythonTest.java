package dev.jacobi.print.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.eval.Point;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The NumPy functions of all results, run by Python, agree with the evaluator at two size
/// assignments.
class NumPyByPythonTest {
  @TempDir Path folder;

  @Test
  void everyResultAgreesWithTheEvaluator() throws Exception {
    var python = PythonJudge.with("numpy");
    if (python.isEmpty()) System.out.println("SKIPPED judge: python3 with NumPy");
    Assumptions.assumeTrue(python.isPresent(), "python3 with NumPy");
    List<String> cases = new ArrayList<>();
    for (Derivations.Derived d : Derivations.all())
      for (Result r : d.results()) for (int n = 0; n < 2; n++) cases.add(json(d, r, d.point(n)));
    Path file = folder.resolve("cases.json");
    Files.writeString(file, "[" + String.join(",\n", cases) + "]");
    PythonJudge.Run run = python.get().judge("judge-numpy.py", file);
    System.out.println("NumPy: " + run.output().strip());
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(cases).hasSizeGreaterThan(1000);
  }

  private static String json(Derivations.Derived d, Result r, Point p) {
    double[] want = Derivations.Derived.value(d.model(), r, p);
    List<Extent> shape = r.axes().stream().map(i -> i.extent).toList();
    return "{\"id\": %s, \"code\": %s, \"values\": %s, \"shape\": %s, \"want\": %s}"
        .formatted(
            PythonJudge.quoted(d.id()),
            PythonJudge.quoted(NumPy.function(d.model(), r, r.of(), r.wrt())),
            PythonJudge.values(d.model(), p),
            Derivations.sizes(shape, p),
            Arrays.toString(want));
  }
}

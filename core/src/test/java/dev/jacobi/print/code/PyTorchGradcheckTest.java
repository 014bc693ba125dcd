package dev.jacobi.print.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The PyTorch classes of all results pass `torch.autograd.gradcheck` in double. PyTorch is heavy:
/// scripts/judge-pytorch.sh asks for this.
@EnabledIfSystemProperty(named = "jacobi.pytorch", matches = "true")
class PyTorchGradcheckTest {
  @TempDir Path folder;

  @Test
  void everyClassPassesGradcheck() throws Exception {
    List<String> cases = new ArrayList<>();
    for (Derivations.Derived d : Derivations.all()) {
      String source = PyTorch.source(d.model(), d.results(), "Derived");
      if (source.isEmpty()) continue;
      for (int n = 0; n < 2; n++)
        cases.add(
            "{\"id\": %s, \"code\": %s, \"values\": %s}"
                .formatted(
                    PythonJudge.quoted(d.id()),
                    PythonJudge.quoted(source),
                    PythonJudge.values(d.model(), d.point(n))));
    }
    Path file = folder.resolve("cases.json");
    Files.writeString(file, "[" + String.join(",\n", cases) + "]");
    PythonJudge.Run run = PythonJudge.with("torch").orElseThrow().judge("judge-pytorch.py", file);
    System.out.println("PyTorch: " + run.output().strip());
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(cases).hasSizeGreaterThan(100);
  }
}

package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenOutTest {
  /// Made anew by whoever compiles without Maven: `mvn process-classes` mends it.
  @Test
  void noChoiceAmongTypesAndNoRecordsEqualityIsLeftToTheFirstRun() throws Exception {
    List<String> left = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes())) {
      for (Path p : files.filter(f -> f.toString().endsWith(".class")).toList())
        if (leavesSomething(p)) left.add(p.getFileName().toString());
    }
    assertThat(left).isEmpty();
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Jacobi.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static boolean leavesSomething(Path file) throws IOException {
    return ClassFile.of().parse(file).methods().stream()
        .flatMap(m -> m.code().stream().flatMap(CodeModel::elementStream))
        .anyMatch(e ->
            e instanceof InvokeDynamicInstruction i
                && switch (i.bootstrapMethod().methodName()) {
                  case "typeSwitch" -> true;
                  case "bootstrap" -> !i.name().equalsString("toString");
                  default -> false;
                });
  }

  @Test
  void recordsAreEqualWhereTheirPartsAreAndHashAsJavaSays() {
    record Same(String of, int points, double worst, String shortened) {}
    var a = new Model.Derived(null, 1, -0.0, null);
    assertThat(a).isEqualTo(new Model.Derived(null, 1, -0.0, null));
    assertThat(a).isNotEqualTo(new Model.Derived(null, 1, 0.0, null));
    assertThat(a).isNotEqualTo(new Same(null, 1, -0.0, null)).isNotEqualTo(null);
    assertThat(a.hashCode()).isEqualTo(new Same(null, 1, -0.0, null).hashCode());
  }
}

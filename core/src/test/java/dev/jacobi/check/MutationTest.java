package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A small part of the mutation study; `bin/mutants` runs the whole.
class MutationTest {
  private static final List<String> FILES =
      List.of("affine", "least-squares", "two-layer-tanh-sigmoid", "softmax-jacobian");

  private static List<MutationStudy.Judged> mutants() throws IOException {
    List<MutationStudy.Judged> all = new ArrayList<>();
    for (String f : FILES) all.addAll(MutationStudy.judged(file(f), 1, 0));
    return all;
  }

  private static Path file(String name) {
    Path folder = Path.of(Files.isDirectory(Path.of("examples")) ? "examples" : "../examples");
    return folder.resolve(name + ".jacobi");
  }

  @Test
  void everyWrongFormulaIsRefutedAndMostAreNamedRightly() throws IOException {
    List<MutationStudy.Judged> all = mutants();
    assertThat(all).hasSizeGreaterThan(100).allMatch(MutationStudy.Judged::isCaught);
    long named = all.stream().filter(MutationStudy.Judged::isNamed).count();
    assertThat((double) named / all.size()).isGreaterThan(0.85);
  }

  @Test
  void noRightFormulaIsRefutedHoweverItIsWritten() throws IOException {
    List<Rewritten.Judged> all = new ArrayList<>();
    for (String f : List.of("affine", "least-squares", "two-layer"))
      all.addAll(Rewritten.judged(file(f)));
    assertThat(all).hasSizeGreaterThan(50);
    assertThat(all).filteredOn(j -> j.said().verdict().isWrong()).isEmpty();
  }
}

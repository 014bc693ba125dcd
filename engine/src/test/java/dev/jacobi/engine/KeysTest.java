package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.eval.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The plan of a model is the same each time it is made, so that its code is kept.
class KeysTest {
  @Test
  void theSecondCompileOfAnExampleMakesNoClass() throws IOException {
    List<String> anew = new ArrayList<>();
    for (Path file : ExamplesTest.examples()) {
      Model model = Jacobi.read(file);
      Sizes sizes = Sizes.of(new Sampler(model.read().model(), 7).point(0, 4).dimensions());
      Engine engine = Engine.create();
      Outputs outputs = Outputs.requestedBy(model);
      Compiled first = engine.compile(model, outputs, sizes);
      Compiled second = engine.compile(model, outputs, sizes);
      Compiled other = engine.compile(Jacobi.read(file), outputs, sizes);
      if (!second.sameCode(first)) anew.add(file.getFileName() + " compiled again");
      if (!other.sameCode(first)) anew.add(file.getFileName() + " read again");
    }
    assertThat(anew).isEmpty();
  }

  @Test
  void otherSizesAndOtherPrecisionsAreOtherCode() {
    var model = Jacobi.read("line", "w in R[n], x in R[n]\nC = exp(w' x)\n");
    Engine engine = Engine.create();
    Outputs outputs = Outputs.of("C").gradients("w");
    Compiled one = engine.compile(model, outputs, Sizes.of("n", 30));
    assertThat(engine.compile(model, outputs, Sizes.of("n", 31)).sameCode(one)).isFalse();
    assertThat(engine.compile(model, outputs, Sizes.of("n", 30), Precision.FLOAT).sameCode(one))
        .isFalse();
  }
}

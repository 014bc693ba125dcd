package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static List<String> notes(String text) {
    Model model = Jacobi.read("notes", text);
    assertThat(model.problems()).isEmpty();
    return model.notes().stream().map(Problem::message).toList();
  }

  @Test
  void aNameThatHidesABuiltInIsNoted() {
    assertThat(notes("sigma in R\nf = sigma^2"))
        .containsExactly("note: `sigma` is a name of this file here and no longer the built-in");
  }

  @Test
  void aProductThatTouchesAQuotientIsNoted() {
    assertThat(notes("x in R\nf = 1/2x"))
        .containsExactly("note: read as `(1/2) x`; below the line it is `1/(2 x)`");
    assertThat(notes("x in R\nf = 1/2 x")).isEmpty();
  }

  @Test
  void plainModelsHaveNone() {
    assertThat(notes("W in R[m, n], x in R[n]\ny = tanh(W x) / 2")).isEmpty();
  }
}

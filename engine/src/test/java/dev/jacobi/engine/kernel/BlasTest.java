package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// OpenBLAS is asked for by name only, and then gives the same products.
class BlasTest {
  private static final List<String> PLACES =
      List.of(
          System.getProperty("jacobi.blas", ""),
          "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0",
          "/usr/lib/x86_64-linux-gnu/libopenblas.so.0",
          "/usr/lib/aarch64-linux-gnu/libopenblas.so.0",
          "/opt/homebrew/opt/openblas/lib/libopenblas.dylib");

  static Optional<Path> installed() {
    return PLACES.stream()
        .filter(p -> !p.isEmpty())
        .map(Path::of)
        .filter(Files::exists)
        .findFirst();
  }

  @Test
  void noNativeLibraryIsLoadedUnasked() {
    assumeTrue(System.getProperty("jacobi.blas") == null);
    assertThat(Machine.BLAS).isEmpty();
  }

  /// Also where the JVM denies native access.
  @Test
  void aLibraryThatIsNotThereIsDoneWithout() {
    assertThat(Blas.load(Path.of("/no/such/library.so"))).isEmpty();
  }

  @Test
  void theLibraryGivesTheSameProducts() {
    assumeTrue(installed().isPresent(), "no OpenBLAS here");
    Optional<Blas> blas = Blas.load(installed().get());
    assumeTrue(blas.isPresent(), "native access denied");
    var random = new Random(9);
    var work = new Workspace();
    for (int layout = 0; layout < 4; layout++) {
      var a = new Matrix(13, 64, (layout & 1) != 0, random);
      var b = new Matrix(64, 31, (layout & 2) != 0, random);
      var c = new Matrix(13, 31, false, random);
      var expected = c.copy();
      DoubleGemm.gemm(
          13,
          31,
          64,
          1.5,
          a.doubles(),
          a.o(),
          a.r(),
          a.c(),
          b.doubles(),
          b.o(),
          b.r(),
          b.c(),
          -0.5,
          expected.doubles(),
          c.o(),
          c.r(),
          c.c(),
          work);
      var d = new DoubleProduct().sizes(13, 31, 64, 1.5, -0.5).c(c.doubles(), c.o(), c.r(), c.c());
      d.a(a.doubles(), a.o(), a.r(), a.c()).b(b.doubles(), b.o(), b.r(), b.c());
      float[] cf = c.floats();
      var f = new FloatProduct().sizes(13, 31, 64, 1.5f, -0.5f).c(cf, c.o(), c.r(), c.c());
      f.a(a.floats(), a.o(), a.r(), a.c()).b(b.floats(), b.o(), b.r(), b.c());
      assertThat(DoubleBlas.takes(d)).isTrue();
      DoubleBlas.gemm(blas.get(), d);
      FloatBlas.gemm(blas.get(), f);
      expected.assertClose(c.doubles(), 1e-13, "layout " + layout);
      expected.assertClose(cf, 1e-4, "layout " + layout);
    }
  }
}

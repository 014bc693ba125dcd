package dev.jacobi.engine.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of arrays, in both directions with NumPy itself where python3 has it.
class NumPyTest {
  private static final String PYTHON = System.getProperty("jacobi.python", "/usr/bin/python3");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("dC/dW", Tensor.of(new double[] {1, Double.NaN, -0.0, 1e-320, 5, 6}, 2, 3));
    all.put("f", Tensor.of(new float[] {0.1f, Float.NEGATIVE_INFINITY}, 2));
    all.put("C", Tensor.of(7.5));
    Path file = folder.resolve("a.npz");
    Npz.write(file, all);
    Map<String, Tensor> read = Npz.read(file);
    assertThat(read.keySet()).containsExactlyElementsOf(all.keySet());
    all.forEach((name, t) -> {
      assertThat(read.get(name).precision()).isEqualTo(t.precision());
      assertThat(read.get(name).shape()).isEqualTo(t.shape());
      assertThat(read.get(name).toDoubles()).isEqualTo(t.toDoubles());
    });
  }

  @Test
  void theSameArraysGiveTheSameBytes() throws IOException {
    var first = new ByteArrayOutputStream();
    var second = new ByteArrayOutputStream();
    Npz.write(first, Map.of("x", Tensor.of(new double[] {1, 2}, 2)));
    Npz.write(second, Map.of("x", Tensor.of(new double[] {1, 2}, 2)));
    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
  }

  @Test
  void arraysLargerThanAChunkArrive() throws IOException {
    double[] data = new double[100_003];
    Arrays.setAll(data, q -> q * 0.5);
    Path file = folder.resolve("a.npy");
    Npy.write(file, Tensor.of(data, data.length));
    assertThat(Npy.read(file).toDoubles()).isEqualTo(data);
  }

  @Test
  void numPyReadsWhatIsWritten() throws Exception {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("dC/dW", Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    all.put("v", Tensor.of(new float[] {0.1f, 2}, 2));
    all.put("C", Tensor.of(7.5));
    all.put("T", Tensor.of(new double[] {1, 2, 3, 4}, 1, 2, 2));
    Npz.write(folder.resolve("a.npz"), all);
    Npy.write(folder.resolve("b.npy"), all.get("dC/dW"));
    assertThat(
            python(
                """
                a = np.load('a.npz')
                for k in a.files: print(k, a[k].dtype, a[k].shape, a[k].tolist())
                b = np.load('b.npy', mmap_mode='r')
                print((b == a['dC/dW']).all())
                """))
        .isEqualTo(
            """
            dC/dW float64 (2, 3) [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
            v float32 (2,) [0.10000000149011612, 2.0]
            C float64 () 7.5
            T float64 (1, 2, 2) [[[1.0, 2.0], [3.0, 4.0]]]
            True
            """);
  }

  @Test
  void everyTypeAndOrderOfNumPyIsRead() throws Exception {
    python(
        """
        a = np.array([[0, 1, 2], [3, 4, 100]])
        types = ['f2', 'f4', 'f8', 'i1', 'i2', 'i4', 'i8', 'u1', 'u2', 'u4', 'u8', '>f4', '>i2', '>f8']
        arrays = {t.replace('>', 'B'): a.astype(t) for t in types}
        arrays['fortran'] = np.asfortranarray(a.astype('f8'))
        arrays['cube'] = np.asfortranarray(np.arange(24.).reshape(2, 3, 4))
        arrays['bool'] = np.array([True, False])
        arrays['scalar'] = np.float32(2.5)
        arrays['empty'] = np.zeros((0, 3))
        arrays['great'] = np.array([2**64 - 1], dtype='u8')
        np.savez_compressed('a.npz', **arrays)
        """);
    Map<String, Tensor> all = Npz.read(folder.resolve("a.npz"));
    double[] rows = {0, 1, 2, 3, 4, 100};
    for (String t : List.of("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"))
      assertThat(all.get(t).toDoubles()).as(t).isEqualTo(rows);
    for (String t : List.of("Bf4", "Bi2", "Bf8", "fortran"))
      assertThat(all.get(t).toDoubles()).as(t).isEqualTo(rows);
    assertThat(all.get("f4").precision()).isEqualTo(Precision.FLOAT);
    assertThat(all.get("i8").precision()).isEqualTo(Precision.DOUBLE);
    assertThat(all.get("cube").get(1, 2, 3)).isEqualTo(23);
    assertThat(all.get("cube").get(0, 2, 1)).isEqualTo(9);
    assertThat(all.get("bool").toDoubles()).containsExactly(1, 0);
    assertThat(all.get("scalar").shape()).isEmpty();
    assertThat(all.get("scalar").at(0)).isEqualTo(2.5);
    assertThat(all.get("empty").size()).isZero();
    assertThat(all.get("great").at(0)).isEqualTo(0x1p64);
  }

  @Test
  void whatHoldsNoNumbersIsRefusedByName() throws Exception {
    python(
        """
        np.savez('text.npz', names=np.array(['a', 'b']))
        np.savez('complex.npz', z=np.array([1j]))
        np.savez('records.npz', r=np.zeros(2, dtype=[('x', 'f4')]))
        """);
    assertThatThrownBy(() -> Npz.read(folder.resolve("text.npz")))
        .hasMessage("names: of type U1, no real numbers");
    assertThatThrownBy(() -> Npz.read(folder.resolve("complex.npz")))
        .hasMessage("z: of type c16, no real numbers");
    assertThatThrownBy(() -> Npz.read(folder.resolve("records.npz")))
        .hasMessage("r: records, not numbers");
  }

  @Test
  void cutOffFilesAreRefused() throws IOException {
    var whole = new ByteArrayOutputStream();
    Npy.write(whole, Tensor.of(new double[] {1, 2, 3}, 3));
    byte[] bytes = whole.toByteArray();
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)))
        .hasMessage("the data ends before its 3 numbers are there");
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, 20))).hasMessageContaining("head");
    assertThatThrownBy(() -> read("PK".getBytes(UTF_8))).hasMessageContaining("no NumPy array");
    Path text = Files.writeString(folder.resolve("a.npz"), "not a zip");
    assertThatThrownBy(() -> Npz.read(text)).hasMessageContaining("no NumPy archive");
  }

  private static Tensor read(byte[] bytes) throws IOException {
    return Npy.read(new ByteArrayInputStream(bytes));
  }

  /// Runs a program in the folder; gives what it prints.
  private String python(String program) throws Exception {
    boolean there = Files.isExecutable(Path.of(PYTHON)) && run("import numpy").isEmpty();
    if (!there) System.out.println("SKIPPED judge: python3 with NumPy is not here");
    assumeTrue(there);
    return run("import numpy as np\n" + program);
  }

  private String run(String program) throws Exception {
    var process =
        new ProcessBuilder(PYTHON, "-c", program)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return printed;
  }
}

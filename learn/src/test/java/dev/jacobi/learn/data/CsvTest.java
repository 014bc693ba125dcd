package dev.jacobi.learn.data;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder;

  private Dataset read(String text, Reading how) throws IOException {
    return Sources.open(Files.writeString(folder.resolve("t.csv"), text), how).data();
  }

  private Dataset read(String text) throws IOException {
    return read(text, Reading.PLAIN);
  }

  /// All columns, a line each.
  private static String shown(Dataset d) {
    return d.columns().stream()
        .map(c -> {
          double[] all = new double[d.size() * c.width()];
          c.gather(d.all(), 0, d.size(), all, 0);
          return c.name() + " " + Arrays.toString(all) + (c.classes().isEmpty() ? "" : c.classes());
        })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void headerNumbersAndWords() throws IOException {
    assertThat(shown(read("a,b,kind\n1,-2.5e3,x\n.5,+7,y\n3.,0,x\n")))
        .isEqualTo("a [1.0, 0.5, 3.0]\nb [-2500.0, 7.0, 0.0]\nkind [0.0, 1.0, 0.0][x, y]");
  }

  @Test
  void withoutHeaderColumnsAreCounted() throws IOException {
    assertThat(shown(read("1,2,x\n3,4,y")))
        .isEqualTo("c1 [1.0, 3.0]\nc2 [2.0, 4.0]\nc3 [0.0, 1.0][x, y]");
    assertThat(shown(read("a,b\nc,d", Reading.PLAIN.header(false))))
        .isEqualTo("c1 [0.0, 1.0][a, c]\nc2 [0.0, 1.0][b, d]");
    assertThat(shown(read("1,2\n3,4", Reading.PLAIN.header(true)))).isEqualTo("1 [3.0]\n2 [4.0]");
  }

  @Test
  void theLabelIsNamedOrKnownByItsNameAndStandsLast() throws IOException {
    assertThat(shown(read("Class,a\n1,2\n3,4"))).isEqualTo("a [2.0, 4.0]\nClass [1.0, 3.0]");
    assertThat(shown(read("a,b\n1,2\nx,4", Reading.PLAIN.label("a"))))
        .isEqualTo("b [2.0, 4.0]\na [0.0, 1.0][1, x]");
  }

  @Test
  void quotesSeparatorsLineEndsAndBlankLines() throws IOException {
    String want = "a, \"b\" [1.0, 3.0]\nc [0.0, 1.0][x\ny, z]";
    assertThat(shown(read("\"a, \"\"b\"\"\",c\r\n1,\"x\ny\"\r\n\r\n3,z\r\n\r\n"))).isEqualTo(want);
    assertThat(shown(read("a;b\n1;2\n"))).isEqualTo("a [1.0]\nb [2.0]");
    assertThat(shown(read("a\tb\n1\t2\n"))).isEqualTo("a [1.0]\nb [2.0]");
    assertThat(shown(read("a|b\n1|2", Reading.PLAIN.separator('|')))).isEqualTo("a [1.0]\nb [2.0]");
    assertThat(shown(read("a,b\r1,2\r"))).isEqualTo("a [1.0]\nb [2.0]");
    assertThat(shown(read("\ufeff a , b \n 1 , 2 \n"))).isEqualTo("a [1.0]\nb [2.0]");
    assertThat(shown(read("größe,b\n1,ä\n"))).isEqualTo("größe [1.0]\nb [0.0][ä]");
  }

  private static Set<Path> spilled() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(f -> f.getFileName().toString().matches("jacobi-.*\\.rows"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void aTableLargerThanItsShareOfMemoryIsReadAlike() throws IOException {
    var table = new StringBuilder("a,b,town,label\n");
    for (int q = 0; q < 1000; q++)
      table.append("%d,%.3f,%s,%s%n".formatted(q, q / 7.0, "t" + q % 5, q % 3 == 0 ? "x" : q % 3));
    Path file = Files.writeString(folder.resolve("t.csv"), table);
    var held = Csv.read(file, Reading.PLAIN);
    Set<Path> before = spilled();
    for (long limit : new long[] {0, 7, 100, 4999}) {
      var streamed = Csv.read(file, Reading.PLAIN, limit);
      assertThat(shown(streamed)).isEqualTo(shown(held));
      assertThat(spilled()).as("no file is left").isEqualTo(before);
    }
    assertThat(shown(held)).contains("[1, 2, x]", "[t0, t1, t2, t3, t4]");
  }

  @Test
  void columnsSideBySideAreCopiedAtOnceAndGiveTheSame() throws IOException {
    var d = read("a,b,c,d\n1,2,3,4\n5,6,7,8\n", Reading.PLAIN.label("d"));
    Column all = Joined.of("x", d.columns().subList(0, 3));
    Column some = Joined.of("x", List.of(d.column("c"), d.column("a")));
    double[] numbers = new double[6];
    all.gather(new int[] {1, 0}, 0, 2, numbers, 0);
    assertThat(numbers).containsExactly(5, 6, 7, 1, 2, 3);
    double[] others = new double[4];
    some.gather(new int[] {1, 0}, 0, 2, others, 0);
    assertThat(others).containsExactly(7, 5, 3, 1);
    float[] floats = new float[6];
    all.gather(new int[] {1, 0}, 0, 2, floats, 0);
    assertThat(floats).containsExactly(5, 6, 7, 1, 2, 3);
  }

  @Test
  void linesWithoutAValueAreLeftOutWhenAsked() throws IOException {
    var how = Reading.PLAIN.leaveOut(true);
    assertThat(shown(read("a,b\n1,2\n,3\n4,NA\n5,6\n", how)))
        .isEqualTo("a [1.0, 5.0]\nb [2.0, 6.0]");
  }

  @Test
  void compressedTablesAreReadWhateverTheyAreCalled() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write("a,b\n1,2\n".getBytes(UTF_8));
    }
    Path whole = Files.write(folder.resolve("whole.csv"), bytes.toByteArray());
    assertThat(shown(Sources.open(whole, Reading.PLAIN).data())).isEqualTo("a [1.0]\nb [2.0]");
    Path cut =
        Files.write(
            folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
    assertThatThrownBy(() -> Sources.open(cut, Reading.PLAIN))
        .hasMessage("cut.csv.gz: the compressed file is cut off or damaged: fetch it again");
  }

  @Test
  void otherEncodingsAreTold() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("l.csv"), new byte[] {'a', ',', 'b', '\n', '1', ',', (byte) 0xe4, '\n'});
    assertThatThrownBy(() -> Sources.open(latin, Reading.PLAIN))
        .hasMessage("l.csv:2: is not UTF-8: save it as UTF-8");
    Path wide = Files.write(folder.resolve("w.csv"), "a,b\n1,2\n".getBytes(UTF_16));
    assertThatThrownBy(() -> Sources.open(wide, Reading.PLAIN))
        .hasMessage("w.csv: is in UTF-16: save it as UTF-8");
    Path binary = Files.write(folder.resolve("b.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 8});
    assertThatThrownBy(() -> Sources.open(binary, Reading.PLAIN))
        .hasMessageContaining("b.csv: is no text");
  }

  @Test
  void filesThatAreNotThereOrOfNoKnownKind() throws IOException {
    assertThatThrownBy(() -> Sources.open("nowhere.csv", Reading.PLAIN))
        .hasMessageContaining("nowhere.csv: no such file");
    Path odd = Files.writeString(folder.resolve("t.xlsx"), "x");
    assertThatThrownBy(() -> Sources.open(odd, Reading.PLAIN))
        .hasMessageContaining("t.xlsx: of what kind it is");
    Path empty = Files.writeString(folder.resolve("e.csv"), "");
    assertThatThrownBy(() -> Sources.open(empty, Reading.PLAIN))
        .hasMessage("e.csv: the file is empty");
  }
}

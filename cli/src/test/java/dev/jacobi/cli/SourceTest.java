package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
  @TempDir Path folder;

  private static void refuses(Path file, String why) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Source.read(file.toString(), InputStream.nullInputStream()))
        .withMessageContaining(file.getFileName() + ": " + why);
  }

  @Test
  void dashIsStandardInput() {
    var in = new ByteArrayInputStream("x ∈ ℝ^n".getBytes(UTF_8));
    assertThat(Source.read("-", in)).isEqualTo(new Source("-", "x ∈ ℝ^n"));
  }

  @Test
  void byteOrderMarkIsNoText() throws IOException {
    var file = Files.writeString(folder.resolve("a.jacobi"), "\uFEFFx in R");
    assertThat(Source.read(file.toString(), InputStream.nullInputStream()).text())
        .isEqualTo("x in R");
  }

  @Test
  void folderIsRefused() {
    refuses(folder, "is a folder");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    refuses(Files.write(folder.resolve("a.jacobi"), new byte[] {(byte) 0xC3}), "not UTF-8");
    refuses(
        Files.write(
            folder.resolve("b.jacobi"), new byte[] {'x', '\n', '#', ' ', (byte) 0xE9, '\n'}),
        "not UTF-8 text: byte E9 at line 2, column 3");
  }

  @Test
  void hugeFileIsRefused() throws IOException {
    refuses(Files.write(folder.resolve("a"), new byte[Source.MAX_BYTES + 1]), "over 16 MiB");
  }

  @Test
  void stemIsTheNameAlone() {
    assertThat(Source.stem("a.b/two.layer.jacobi")).isEqualTo("two.layer");
    assertThat(Source.stem("-")).isEqualTo("stdin");
  }
}

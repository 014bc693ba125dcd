package dev.jacobi.learn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java in `docs/train.md` compiles, runs, and prints what the block after it says.
class DocumentTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?)```\n\nprints\n\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theExampleOfTheDocumentPrintsWhatItSays() throws Exception {
    var m = EXAMPLE.matcher(Files.readString(Path.of("../docs/train.md")));
    assertThat(m.find()).isTrue();
    assertThat(run("Exclusive", m.group(1))).isEqualToNormalizingNewlines(m.group(2));
  }

  private String run(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    var errors = new ByteArrayOutputStream();
    String path = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, errors, "-cp", path, "-d", folder.toString(), file.toString());
    assertThat(status).as(errors.toString(UTF_8)).isZero();
    URL[] here = {folder.toUri().toURL()};
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    try (var loader = new URLClassLoader(here, getClass().getClassLoader());
        var stream = new PrintStream(printed, true, UTF_8)) {
      System.setOut(stream);
      var main = loader.loadClass(name).getDeclaredMethod("main");
      main.setAccessible(true);
      main.invoke(null);
    } finally {
      System.setOut(out);
    }
    return printed.toString(UTF_8);
  }
}

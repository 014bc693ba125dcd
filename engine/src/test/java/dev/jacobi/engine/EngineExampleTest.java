package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each example of Java in docs/engine.md compiles, runs, and prints what the block after it says.
class EngineExampleTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?)```\\s*prints\\s*```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");

  @TempDir private Path folder;

  @Test
  void theExamplesPrintWhatTheDocumentSays() throws Exception {
    Matcher m = EXAMPLE.matcher(Files.readString(Path.of("../docs/engine.md")));
    int examples = 0;
    for (; m.find(); examples++)
      assertThat(run(m.group(1))).isEqualToNormalizingNewlines(m.group(2));
    assertThat(examples).isEqualTo(2);
  }

  private String run(String source) throws Exception {
    Matcher m = CLASS.matcher(source);
    assertThat(m.find()).isTrue();
    Path file = Files.writeString(folder.resolve(m.group(1) + ".java"), source);
    String path = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), "-cp", path, file.toString());
    assertThat(failed).isZero();
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    try (var loader =
            new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      var main = loader.loadClass(m.group(1)).getDeclaredMethod("main");
      main.setAccessible(true);
      main.invoke(null);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}

package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The Java in the documents compiles, runs, and prints what the block after it says.
class ApiExampleTest {
  private static final List<String> DOCUMENTS = List.of("docs/api.md", "README.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?)```\\s*(?:[^`]*?\\s)?```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");

  @TempDir Path folder;

  private record Example(String source, String output) {}

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatTheDocumentsSay() {
    return DOCUMENTS.stream()
        .flatMap(d -> examples(d).stream().map(e -> DynamicTest.dynamicTest(d, () -> holds(e))));
  }

  @Test
  void eachDocumentHasAnExample() {
    assertThat(DOCUMENTS).allSatisfy(d -> assertThat(examples(d)).as(d).isNotEmpty());
  }

  private static List<Example> examples(String document) {
    List<Example> examples = new ArrayList<>();
    Matcher m = EXAMPLE.matcher(text(document));
    while (m.find()) examples.add(new Example(m.group(1), m.group(2)));
    return examples;
  }

  private static String text(String document) {
    Path here = Path.of(document);
    try {
      return Files.readString(Files.exists(here) ? here : Path.of("..").resolve(document));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void holds(Example e) throws Exception {
    assertThat(run(e.source)).isEqualToNormalizingNewlines(e.output);
  }

  /// Compiles a program into the folder and runs it in this JVM; gives what it prints.
  private String run(String source) throws Exception {
    String name = name(source);
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    compile(file);
    URL[] here = {folder.toUri().toURL()};
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    try (var loader = new URLClassLoader(here, getClass().getClassLoader());
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      var main = loader.loadClass(name).getDeclaredMethod("main");
      main.setAccessible(true);
      main.invoke(null);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String name(String source) {
    Matcher m = CLASS.matcher(source);
    assertThat(m.find()).as("a class in the example").isTrue();
    return m.group(1);
  }

  private void compile(Path file) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", classPath(), "-Xlint:all", "-Werror");
      var task =
          compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file));
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
  }

  /// Where the classes of the library are.
  private static String classPath() {
    URL here = Jacobi.class.getProtectionDomain().getCodeSource().getLocation();
    return new File(URI.create(here.toString())).getPath();
  }
}

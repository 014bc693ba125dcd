package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `bin/jacobi` in an installed layout, with JDKs of paper: their `java` prints its arguments.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = folder.resolve("jacobi home/bin/jacobi");
    Files.createDirectories(launcher.getParent());
    Files.createDirectories(folder.resolve("jacobi home/lib"));
    Files.writeString(folder.resolve("jacobi home/lib/jacobi-cli.jar"), "");
    Files.copy(Path.of("..", "bin", "jacobi"), launcher);
    executable(launcher);
  }

  @Test
  void argumentsArriveUnchanged() throws Exception {
    var run = launch(jdk("25.0.3"), launcher, "derive", "a b.jacobi", "", "$HOME", "*", "-");
    assertThat(run).endsWith("<derive>\n<a b.jacobi>\n<>\n<$HOME>\n<*>\n<->\n[0]");
    assertThat(run).contains("<dev.jacobi.cli.Main>");
  }

  @Test
  void symbolicLinksLeadHome() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("j"), Path.of("jacobi home/bin/jacobi"));
    var second = Files.createSymbolicLink(folder.resolve("k"), link);
    assertThat(launch(jdk("25.0.3"), second, "--version")).endsWith("<--version>\n[0]");
  }

  @Test
  void olderJdkIsRefusedByName() throws Exception {
    for (var version : List.of("17.0.15", "25", "25.0.2", "1.8.0_402")) {
      var jdk = jdk(version);
      assertThat(launch(jdk, launcher, "--version"))
          .isEqualTo("jacobi: JACOBI_JAVA_HOME (%s) is not a JDK 25.0.3 or later\n[2]", jdk);
    }
  }

  @Test
  void laterJdkIsTaken() throws Exception {
    for (var version : List.of("25.0.10", "25.1", "26", "27-ea")) {
      assertThat(launch(jdk(version), launcher, "--version")).endsWith("<--version>\n[0]");
    }
  }

  @Test
  void upgradedJdkIsMetAsNew() throws Exception {
    launch(jdk("25.0.3"), launcher, "--version");
    Files.writeString(folder.resolve("jdk-25.0.3/release"), "JAVA_VERSION=\"25.0.4\"\n");
    assertThat(launch(folder.resolve("jdk-25.0.3"), launcher, "--version"))
        .contains("preparing fast start-up, once")
        .endsWith("<--version>\n[0]");
  }

  @Test
  void commandsThatRunNumbersHaveTheVectorModuleAndNoCache() throws Exception {
    for (var command : List.of("eval", "minimize")) {
      assertThat(launch(jdk("25.0.3"), launcher, command, "x.jacobi"))
          .contains(
              "<--add-modules=jdk.incubator.vector>\n", "<--enable-native-access=ALL-UNNAMED>\n")
          .doesNotContain("TieredStopAtLevel", "AOTCache", "preparing fast start-up")
          .endsWith("<" + command + ">\n<x.jacobi>\n[0]");
    }
  }

  @Test
  void commandsThatOnlyDeriveDoNotWaitForTheVectorModule() throws Exception {
    for (var command : List.of("derive", "check", "explain", "--help")) {
      assertThat(launch(jdk("25.0.3"), launcher, command))
          .contains("<-XX:TieredStopAtLevel=1>\n")
          .doesNotContain("incubator", "native-access");
    }
  }

  @Test
  void ourOwnOptionsForTheJvmAreAdded() throws Exception {
    var line =
        launch(Map.of("JACOBI_JAVA_OPTIONS", "-Xmx9g -Da=b"), jdk("25.0.3"), launcher, "eval");
    assertThat(line).contains("<-Xmx9g>\n<-Da=b>\n<-cp>\n").doesNotContain("jacobi.errors");
  }

  private Path jdk(String version) throws IOException {
    var home = folder.resolve("jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "OS=\"any\"\nJAVA_VERSION=\"" + version + "\"\n");
    var java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\n");
    executable(java);
    return home;
  }

  /// Both streams of one run, and its status in brackets.
  private static String launch(Path jdk, Path launcher, String... arguments) throws Exception {
    return launch(Map.of(), jdk, launcher, arguments);
  }

  private static String launch(
      Map<String, String> environment, Path jdk, Path launcher, String... arguments)
      throws Exception {
    var line = new ArrayList<>(List.of(launcher.toString()));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("JACOBI_"));
    builder.environment().putAll(environment);
    builder.environment().put("JACOBI_JAVA_HOME", jdk.toString());
    var process = builder.start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return text + "[" + process.waitFor() + "]";
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

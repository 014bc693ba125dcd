package dev.jacobi.learn.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The independent judge: python3, where it has what a test needs. Where not, that is said aloud.
final class Python {
  private static final String PYTHON = System.getProperty("jacobi.python", "/usr/bin/python3");

  private Python() {}

  /// Runs a program in a folder; gives what it prints.
  static String numpy(Path folder, String program) throws Exception {
    require(folder, "numpy", "NumPy");
    return run(folder, program);
  }

  /// Skips the test where the module is not installed.
  static void require(Path folder, String module, String name) throws Exception {
    boolean there =
        Files.isExecutable(Path.of(PYTHON)) && run(folder, "import " + module).isEmpty();
    if (!there) System.out.println("SKIPPED judge: python3 with " + name + " is not here");
    assumeTrue(there);
  }

  static String run(Path folder, String program) throws Exception {
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

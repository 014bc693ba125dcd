package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of faults in `docs/train.md` says what is answered, word by word.
class FaultsTest {
  private static final String BEGIN = "<!-- faults -->";
  private static final String END = "<!-- end of faults -->";

  @TempDir Path folder;

  private static List<String> documented() throws IOException {
    String doc = Files.readString(Path.of("../docs/train.md"));
    String table = doc.substring(doc.indexOf(BEGIN) + BEGIN.length(), doc.indexOf(END));
    return table.lines().filter(l -> l.startsWith("| ")).skip(2).toList();
  }

  private static boolean isOfDisk(String row) {
    return row.startsWith("| the disk is full |");
  }

  @Test
  void eachIsAnsweredAsTheDocumentSays() throws IOException {
    var documented = documented().stream().filter(r -> !isOfDisk(r)).toList();
    var answered = Faults.in(folder);
    assertThat(String.join("\n", answered)).isEqualTo(String.join("\n", documented));
  }

  /// Mounting needs to be root: where that is not so, the row is not looked at, and that is said.
  @Test
  void aFullDiskIsAnsweredAsTheDocumentSays() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = is("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", disk.toString());
    if (!mounted) System.out.println("SKIPPED fault: a full disk, since no tmpfs can be mounted");
    Assumptions.assumeTrue(mounted);
    try {
      String answered = Faults.full(folder, disk);
      assertThat(documented()).filteredOn(FaultsTest::isOfDisk).containsExactly(answered);
    } finally {
      is("umount", disk.toString());
    }
  }

  private static boolean is(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }
}

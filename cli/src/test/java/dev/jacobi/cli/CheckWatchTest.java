package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckWatchTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private void await(String text) throws InterruptedException {
    while (!out.toString(UTF_8).contains(text)) {
      Thread.sleep(20);
    }
  }

  @Test
  @Timeout(60)
  void aChangedFileIsCheckedAgain() throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("hw.md"), "refuted a = b\n");
    var exit = new AtomicReference<Exit>();
    var watching = Thread.ofPlatform().start(() -> exit.set(run(file)));
    await("1 relation: 1 refuted\n\nWatching 1 file; Ctrl-C ends it.\n");
    Files.writeString(file, "proved a = b\n");
    await("1 relation: 1 proved\n\nWatching");
    // As editors save: a new file in the place of the old one.
    var part = Files.writeString(folder.resolve("hw.md.part"), "proved a = b\nagrees c = d\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    await("2 relations: 1 proved, 1 agrees\n\nWatching");
    watching.interrupt();
    watching.join();
    assertThat(exit.get()).isEqualTo(Exit.OK);
  }

  private Exit run(Path file) {
    var check = new Check(Judged::check);
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(out, true, UTF_8),
            false);
    var line = new String[] {"--watch", file.toString()};
    return check.run(new CommandLine(check.spec().name("check")).parseArgs(line), terminal);
  }
}

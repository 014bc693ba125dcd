package dev.jacobi.web.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `bin/jacobi serve`, as a user starts it, and what it takes of the machine.
final class Served implements AutoCloseable {
  private final Process process;
  final int port;

  Served() throws IOException {
    process =
        new ProcessBuilder("bin/jacobi", "serve", "--port", "0", "--no-open")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Matcher address = Pattern.compile(".*http://localhost:(\\d+)/.*").matcher(out.readLine());
    if (!address.matches()) throw new IOException("it did not start");
    port = Integer.parseInt(address.group(1));
  }

  /// After a collection: the heap, threads, open files, and the workers.
  String told() throws IOException, InterruptedException {
    // The launcher becomes the JVM, so their process is one.
    String collected = jcmd("GC.run");
    long heap = used(jcmd("GC.heap_info"));
    var workers = process.toHandle().children().filter(ProcessHandle::isAlive).toList();
    long resident = workers.stream().mapToLong(w -> status(w.pid(), "VmRSS")).sum();
    String[] files = Path.of("/proc/" + process.pid() + "/fd").toFile().list();
    return "heap %d kB, %d threads, %d open files, %d processes of %d MB together%s"
        .formatted(
            heap,
            status(process.pid(), "Threads"),
            files == null ? -1 : files.length,
            workers.size(),
            resident >> 10,
            collected.contains("executed") ? "" : " (not collected)");
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var p = new ProcessBuilder(List.of(jcmd, "" + process.pid(), what)).start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    p.waitFor();
    return said;
  }

  /// The serial collector has two generations.
  private static long used(String said) {
    return Pattern.compile("(?:DefNew|Tenured) .* used (\\d+)K")
        .matcher(said)
        .results()
        .mapToLong(m -> Long.parseLong(m.group(1)))
        .sum();
  }

  private static long status(long pid, String key) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/status"))
          .lines()
          .filter(l -> l.startsWith(key))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}

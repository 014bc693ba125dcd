package dev.jacobi.bench.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/// One contender in a process of its own. It answers each line of standard input with one line of
/// JSON:
///
/// - `open TASK`: the ways it has, or none
/// - `results WAY`: one run, and what it left, each array by a few numbers
/// - `values WAY`: the same, in full
/// - `warm WAY SECONDS`: the same as the next, when it has run for long enough
/// - `once WAY`: the time of one run, in microseconds
/// - `allocated WAY`: the bytes that a run allocates
/// - `time WAY SECONDS`: the median and the least time of a run, in microseconds
public final class Worker {
  private final Contender contender;
  private Map<String, Work> ways = Map.of();

  Worker(Contender contender) {
    this.contender = contender;
  }

  /// Of the arguments the one is a contender of this module, or the class of another.
  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // a library's greeting is not an answer
    try {
      var found = Contender.named(name);
      var contender = found.isPresent() ? found.get() : make(name);
      out.println(Json.object("about", Json.text(contender.about())));
      new Worker(contender).serve(out);
    } catch (Exception | LinkageError e) {
      out.println(Json.object("error", Json.text(String.valueOf(e))));
    }
  }

  private static Contender make(String name) throws ReflectiveOperationException {
    return (Contender) Class.forName(name).getDeclaredConstructor().newInstance();
  }

  private void serve(PrintStream out) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        out.println(answer(line.split(" ")));
      } catch (RuntimeException | LinkageError e) {
        e.printStackTrace();
        out.println(Json.object("error", Json.text(String.valueOf(e))));
      }
    }
    ways.values().forEach(Work::close);
  }

  private String answer(String[] words) {
    return switch (words[0]) {
      case "open" -> open(words[1]);
      case "results" -> results(way(words[1]), false);
      case "values" -> results(way(words[1]), true);
      case "warm" -> Timing.warm(way(words[1]), Double.parseDouble(words[2])).json();
      case "once" -> Json.object("us", "" + Timing.once(way(words[1])));
      case "allocated" -> Json.object("bytes", "" + Timing.allocated(way(words[1])));
      case "time" -> Timing.of(way(words[1]), Double.parseDouble(words[2])).json();
      default -> throw new IllegalArgumentException("no command " + words[0]);
    };
  }

  private String open(String task) {
    ways.values().forEach(Work::close);
    ways = contender.open(Task.read(task));
    var names = new StringJoiner(",", "[", "]");
    ways.keySet().forEach(name -> names.add(Json.text(name)));
    return Json.object("ways", names.toString());
  }

  private Work way(String name) {
    Work work = ways.get(name);
    if (work == null) throw new IllegalArgumentException("no way " + name);
    return work;
  }

  private static String results(Work work, boolean whole) {
    work.run();
    var arrays = new StringJoiner(",", "{", "}");
    for (Work.Array a : work.results())
      arrays.add(
          Json.text(a.name()) + ":" + (whole ? Json.numbers(a.values()) : Fingerprint.of(a)));
    return Json.object("arrays", arrays.toString());
  }
}

package dev.jacobi.cli;

import dev.jacobi.web.Limits;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;

/// What `jacobi serve` protects itself from, as its help tells it.
///
/// The figures are the server's own: constants, which the compiler puts in here, so that no class
/// of the server is needed to tell them.
final class Protection {
  private static final int INDENT = 19;
  private static final int WIDTH = 94;

  private final List<String> lines = new ArrayList<>();

  private Protection() {}

  /// Lines for the help.
  static List<String> told() {
    var all = new Protection();
    all.fromStrangers();
    all.fromLargeThings();
    all.fromManyThings();
    all.fromSlowThings();
    return all.lines;
  }

  private void fromStrangers() {
    told(
        "other sites",
        "a foreign Host (421), a foreign Origin or Sec-Fetch-Site (403) and a question that is not"
            + " application/json (415) are refused. By its content policy the page loads nothing"
            + " from elsewhere");
    told(
        "other machines",
        "do not reach it. With --bind to an address that they reach, a token is made at each start"
            + " and printed; without it: 401. The connection is not encrypted: use it in networks"
            + " you trust");
    told("files", "no request reads or writes one (404); the page's own are in the program");
  }

  private void fromLargeThings() {
    told(
        "large requests",
        "above "
            + Limits.BODY_KB
            + " kB (413); JSON deeper than "
            + StreamReadConstraints.DEFAULT_MAX_DEPTH
            + " (400); formulas nested too deeply, told"
            + " at their place; above "
            + Limits.HEADERS
            + " headers, or "
            + Limits.HEADERS_KB
            + " kB of them (cut off)");
    told(
        "long formulas",
        "a question may use "
            + Limits.AMONG_THE_QUICK
            + " s of a processor. One that needs more"
            + " goes on behind the others, and is stopped after --budget seconds or at "
            + Limits.COMPUTATION_MB
            + " MB, and says so (422). For "
            + Limits.ALARM
            + " s its"
            + " client's questions begin behind the others, and clients known as quick go first");
    told(
        "large numbers",
        "the graph has sizes up to "
            + Limits.GRAPH_SIZE
            + ", and names of up to "
            + Limits.GRAPH_ENTRIES
            + " entries (400)");
  }

  private void fromManyThings() {
    told(
        "many questions",
        "open at once: "
            + Limits.OPEN_OF_A_PAGE
            + " of a page, "
            + Limits.OPEN_OF_AN_ADDRESS
            + " of another machine, "
            + Limits.OPEN_OF_THIS_MACHINE
            + " of the programs of this one"
            + " (429), "
            + Limits.OPEN_OF_ALL
            + " of all (503). A client has "
            + Limits.SECONDS_OF_A_CLIENT
            + " s of computing, used time being forgotten by half in "
            + Limits.HALF_LIFE
            + " s (429). Who used least is next. A question waits "
            + Limits.WAIT
            + " s for its turn, or, behind the others, "
            + Limits.WAIT_BEHIND
            + " s, "
            + Limits.WAITING_BEHIND
            + " for each place (503). The page asks again by itself when it"
            + " is told to (Retry-After)");
    told(
        "equal questions",
        "are answered from memory: " + Limits.REMEMBERED_MB + " MB of answers are kept");
    told(
        "many refusals",
        "above "
            + Limits.REFUSALS
            + " in a second each waits for "
            + Limits.REFUSAL_WAITS_MS
            + " ms");
    told(
        "training",
        Limits.TRAINING_AT_ONCE
            + " at once (503), "
            + Limits.TRAINING_MB
            + " MB each, sizes up to "
            + Limits.TRAINED_SIZE
            + ", batches up to "
            + Limits.TRAINED_BATCH
            + "; ended when"
            + " nobody looked for "
            + Limits.TRAINING_UNWATCHED
            + " s");
  }

  private void fromSlowThings() {
    told(
        "slow clients",
        "are cut off: who needs more than "
            + Limits.SECONDS_TO_SEND
            + " s to send a request, or "
            + Limits.SECONDS_TO_READ
            + " s to read an answer, or is idle for "
            + Limits.SECONDS_IDLE
            + " s; so are those beyond "
            + Limits.CONNECTIONS
            + " connections");
  }

  /// A thing and what is done about it, in lines that fit.
  private void told(String what, String words) {
    var line = new StringBuilder(("  " + what + " ".repeat(INDENT)).substring(0, INDENT));
    int empty = line.length();
    for (String word : words.split(" ")) {
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(empty));
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}

package dev.jacobi.cli;

import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Job;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The machines that a run is to be shared out among, as the options say.
///
/// @param parts how many shares there are: what is computed rests on it
/// @param every steps of each between averages; 0 for none
record Others(Machines machines, String master, int parts, int every) {
  static Optional<Others> of(ParseResult a, Machines machines) {
    int every = a.matchedOptionValue("--average-every", 0);
    if (every < 0) throw new InputException("--average-every " + every + ": at least 1");
    String master = a.matchedOptionValue("--spark", "");
    if (master.isEmpty()) {
      if (a.hasMatchedOption("--parts") || every > 0)
        throw new InputException("--parts and --average-every go with --spark");
      return Optional.empty();
    }
    var usual = machines.parts(master);
    if (usual.isEmpty() && !a.hasMatchedOption("--parts"))
      throw new InputException(
          "--spark " + master + ": add --parts, how many shares the work is cut into");
    int parts = a.matchedOptionValue("--parts", usual.orElse(1));
    if (parts < 1) throw new InputException("--parts " + parts + ": at least 1");
    return Optional.of(new Others(machines, master, parts, every));
  }

  Crew hire(Job job) {
    return machines.hire(master, parts, job);
  }

  /// What has to be the same when a run goes on, by option.
  Map<String, String> told() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("--parts", String.valueOf(parts));
    all.put("--average-every", String.valueOf(every));
    return all;
  }
}

package dev.jacobi.cli;

import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Job;
import java.util.OptionalInt;

/// Where others than this process compute, when `train --spark` asks for them. The module `spark`
/// has some; it starts the command with them, so that nothing here knows of Spark.
public interface Machines {
  /// Those of a process that was started without any.
  Machines NONE =
      new Machines() {
        @Override
        public OptionalInt parts(String master) {
          throw new InputException("--spark: Spark is not in this copy: start it by bin/jacobi");
        }

        @Override
        public Crew hire(String master, int parts, Job job) {
          throw new IllegalStateException(master);
        }
      };

  /// Into how many parts work is cut where that is not said; empty where the master does not show
  /// it.
  OptionalInt parts(String master);

  /// - error: a `LearnException` when there is no such master
  Crew hire(String master, int parts, Job job);
}

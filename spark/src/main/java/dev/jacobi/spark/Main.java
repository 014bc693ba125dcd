package dev.jacobi.spark;

import dev.jacobi.cli.Machines;
import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Job;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `jacobi`, where `train --spark` finds Spark.
public final class Main {
  private static final Pattern LOCAL = Pattern.compile("local\\[([0-9]+)(,[0-9]+)?]");
  private static final Pattern CLUSTER =
      Pattern.compile("local-cluster\\[([0-9]+),([0-9]+),[0-9]+]");

  private Main() {}

  public static void main(String[] args) {
    int status = dev.jacobi.cli.Main.run(args, new Spark());
    System.exit(status); // Spark clears up what it kept in files as the process ends
  }

  private record Spark() implements Machines {
    @Override
    public Crew hire(String master, int parts, Job job) {
      return SparkCrew.at(master, job, parts);
    }

    /// As many as there are processors, where the master says how many.
    @Override
    public OptionalInt parts(String master) {
      Matcher local = LOCAL.matcher(master);
      if (local.matches()) return OptionalInt.of(Integer.parseInt(local.group(1)));
      Matcher cluster = CLUSTER.matcher(master);
      return cluster.matches()
          ? OptionalInt.of(Integer.parseInt(cluster.group(1)) * Integer.parseInt(cluster.group(2)))
          : OptionalInt.empty();
    }
  }
}

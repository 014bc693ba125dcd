package dev.jacobi.spark;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Engine;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Job;
import dev.jacobi.learn.train.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/// Executors of Spark. Work is handed out as one job of as many tasks as there are parts; what an
/// executor does not finish because it ends, Spark gives to another, whose answer is the same.
public final class SparkCrew implements Crew {
  private final JavaSparkContext context;
  private final boolean own;
  private final Broadcast<Assignment> assignment;
  private final JavaRDD<Integer> seats;
  private final int parts;

  private SparkCrew(JavaSparkContext context, boolean own, Job job, int parts) {
    this.context = context;
    this.own = own;
    this.parts = parts;
    this.assignment = context.broadcast(new Assignment(job));
    this.seats = context.parallelize(IntStream.range(0, parts).boxed().toList(), parts);
  }

  /// In a context of the caller's.
  public static SparkCrew in(JavaSparkContext context, Job job, int parts) {
    return new SparkCrew(context, false, job, parts);
  }

  /// In a context of its own, which ends with it.
  ///
  /// @param master as Spark writes it: `local[2]`, `spark://host:7077`
  /// @throws LearnException when there is no such master
  public static SparkCrew at(String master, Job job, int parts) {
    try {
      return new SparkCrew(new JavaSparkContext(conf(master)), true, job, parts);
    } catch (Exception e) { // also SparkException, which Spark throws without declaring it
      throw new LearnException("--spark " + master + ": " + reason(e), e);
    }
  }

  private static SparkConf conf(String master) {
    var conf = new SparkConf().setAppName("jacobi");
    conf.setMaster(master);
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.log.level", "ERROR");
    if (!isHere(master)) conf.setIfMissing("spark.jars", ours(","));
    String options =
        "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Xss64m";
    conf.setIfMissing("spark.executor.extraJavaOptions", options);
    if (isHere(master)) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.executor.extraClassPath", classPath());
      conf.setIfMissing("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"));
    }
    return conf;
  }

  /// Whether all processes are on this machine, and see its files.
  private static boolean isHere(String master) {
    return master.startsWith("local");
  }

  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return own + java.io.File.pathSeparator + ours(java.io.File.pathSeparator);
  }

  /// The jars of Jacobi that an executor needs.
  private static String ours(String separator) {
    return Stream.of(Jacobi.class, Engine.class, Part.class, SparkCrew.class)
        .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(separator));
  }

  @Override
  public int parts() {
    return parts;
  }

  @Override
  public List<Part.Answer> answers(List<Part.Work> work) {
    var all = new ArrayList<>(work);
    var known = assignment;
    try {
      return seats.map(p -> known.value().answer(all.get(p))).collect();
    } catch (Exception e) { // also SparkException, which Spark throws without declaring it
      throw new LearnException("Spark gave up: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    Throwable t = e instanceof SparkException && e.getCause() != null ? e.getCause() : e;
    return String.valueOf(t.getMessage()).lines().findFirst().orElse(t.getClass().getName());
  }

  @Override
  public void close() {
    assignment.destroy();
    if (own) context.close();
  }
}

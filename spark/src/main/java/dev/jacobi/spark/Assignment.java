package dev.jacobi.spark;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.train.Job;
import dev.jacobi.learn.train.Part;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.Task;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// All that an executor has to know of a job, once. Spark keeps one of these in each process, and
/// with it what was compiled there: the first work that comes pays for that.
final class Assignment implements Serializable {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String text; // of the model of a batch
  private final String cost;
  private final List<String> parameters;
  private final String batch;
  private final List<String> data;
  private final Map<String, Double> masks;
  private final String target; // empty for none
  private final String prediction;
  private final Task.Total total;
  private final Settings settings;
  private final Map<String, Integer> sizes;
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final Table table;
  private final int every;

  private transient Here here = new Here();

  /// What belongs to one process: what is compiled, and the parts that are idle.
  private static final class Here {
    private final ConcurrentLinkedQueue<Part> idle = new ConcurrentLinkedQueue<>();
    private Engine engine;
    private Job job;
  }

  Assignment(Job job) {
    Task t = job.task();
    this.file = t.model().file();
    this.text = t.model().text();
    this.cost = t.cost();
    this.parameters = List.copyOf(t.parameters());
    this.batch = t.batch();
    this.data = List.copyOf(t.data());
    this.masks = new LinkedHashMap<>(t.masks());
    this.target = t.target().orElse("");
    this.prediction = t.prediction().orElse("");
    this.total = t.total();
    this.settings = job.settings().threads(1);
    this.sizes = Map.copyOf(job.sizes().all());
    job.parameters().forEach((name, p) -> shapes.put(name, p.shape()));
    int[] examples = job.numbers().stream().mapToInt(n -> n).toArray();
    this.table = new Table(job.data(), data, examples, settings.precision());
    this.every = job.every();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    here = new Here();
  }

  /// Does one piece of work. Several threads may do some at the same time.
  Part.Answer answer(Part.Work work) {
    Part part = here.idle.poll();
    if (part == null) part = another();
    Part.Answer answer = part.answer(work);
    here.idle.add(part);
    return answer;
  }

  private Part another() {
    Here mine = here;
    synchronized (mine) {
      if (mine.job == null) {
        mine.engine = Engine.create();
        mine.job = job();
      }
      return Part.of(mine.engine, mine.job);
    }
  }

  private Job job() {
    Model model = Jacobi.read(file, text);
    var task =
        new Task(
            model,
            model,
            cost,
            parameters,
            batch,
            data,
            masks,
            some(target),
            some(prediction),
            Optional.empty(),
            Map.of(),
            total);
    Map<String, Tensor> zeros = new LinkedHashMap<>();
    shapes.forEach((name, s) -> zeros.put(name, Tensor.zeros(settings.precision(), s)));
    var examples = table.dataset();
    List<Integer> all = IntStream.range(0, examples.size()).boxed().toList();
    return new Job(task, settings, Sizes.of(sizes), zeros, examples, all, every);
  }

  private static Optional<String> some(String s) {
    return Optional.of(s).filter(x -> !x.isEmpty());
  }
}

package dev.jacobi.learn.network;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.train.Initial;
import dev.jacobi.learn.train.Progress;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Task;
import dev.jacobi.learn.train.Trainer;
import dev.jacobi.notation.Problems;
import dev.jacobi.print.report.Form;
import dev.jacobi.print.report.Paint;
import dev.jacobi.print.report.TextReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A network of modules and its loss. It is a text in Jacobi's notation: what is derived, shown and
/// trained is that text. Its input is `x`, its target `y`, its cost `C`.
public final class Network {
  private final int inputs;
  private final Loss loss;
  private final List<Module> modules;
  private final boolean rows;
  private final Pen pen;
  private final Model model;
  private final Optional<Model> judged;

  private Network(int inputs, Loss loss, List<Module> modules) {
    this.inputs = inputs;
    this.loss = loss;
    this.modules = modules;
    this.rows = modules.stream().anyMatch(Network::needsBatch);
    this.pen = written(rows, false);
    this.model = read(pen);
    this.judged =
        pen.running().isEmpty() ? Optional.empty() : Optional.of(read(written(rows, true)));
  }

  /// Modules one after another, and a loss.
  ///
  /// @param inputs how many numbers an example has
  /// @throws LearnException when the modules do not fit together
  public static Network of(int inputs, Loss loss, Module... modules) {
    return new Network(inputs, loss, List.of(modules));
  }

  private static boolean needsBatch(Module m) {
    return switch (m) {
      case Module.BatchNorm _ -> true;
      case Module.Residual r -> needsBatch(r.inner());
      case Module.Sequential s -> s.modules().stream().anyMatch(Network::needsBatch);
      case Module.Linear _, Module.Bias _, Module.Activation _ -> false;
      case Module.Dropout _, Module.LayerNorm _ -> false;
    };
  }

  private Pen written(boolean inRows, boolean judging) {
    var p = new Pen(inputs, inRows, judging);
    modules.forEach(m -> m.write(p));
    p.data("y", loss.set(), p.width());
    p.line(loss.definition(p.now(), inRows));
    if (!p.parameters().isEmpty()) p.line("\nderive C wrt " + String.join(", ", p.parameters()));
    return p;
  }

  private static Model read(Pen p) {
    Model m = Jacobi.read("network", p.text());
    if (!m.problems().isEmpty())
      throw new LearnException(Problems.render("network", m.text(), m.problems()).strip());
    return m;
  }

  /// The text: for one example, or for a batch where a module needs one.
  public String text() {
    return model.text();
  }

  public Model model() {
    return model;
  }

  /// The report of `jacobi derive`.
  public String derive() {
    var report = Reports.of(read(pen), Reports.Ask.plain());
    return TextReport.of(report, Form.usual(), false, Paint.PLAIN);
  }

  /// Each module with what comes out of it and how many numbers it learns.
  public String summary() {
    List<String[]> lines = new ArrayList<>();
    lines.add(new String[] {"input", "R[" + inputs + "]", "0"});
    var p = new Pen(inputs, rows, false);
    for (Module m : modules) {
      long before = p.learned();
      m.write(p);
      lines.add(
          new String[] {m.word(), "R[" + p.width() + "]", "%,d".formatted(p.learned() - before)});
    }
    lines.add(new String[] {"in all", "", "%,d".formatted(p.learned())});
    return table(lines);
  }

  private static String table(List<String[]> lines) {
    int[] widths = new int[3];
    for (String[] l : lines)
      for (int q = 0; q < 3; q++) widths[q] = Math.max(widths[q], l[q].length());
    var text = new StringBuilder();
    for (String[] l : lines)
      text.append(
          ("%-" + widths[0] + "s  %-" + widths[1] + "s  %" + widths[2] + "s\n")
              .formatted((Object[]) l));
    return text.toString();
  }

  public List<String> parameters() {
    return pen.parameters();
  }

  /// What comes out, by its name in the text.
  public String output() {
    return pen.now();
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return pen.width();
  }

  /// How it is trained.
  Task task() {
    Set<String> needed = new LinkedHashSet<>(Outputs.of("C").inputs(model));
    var task =
        Task.of(model, "C", parameters(), Roles.of(model, needed, parameters()), Task.Total.MEAN);
    if (!pen.masks().isEmpty()) task = task.masking(pen.masks());
    return judged.isEmpty() ? task : task.judged(judged.get(), pen.running());
  }

  /// Parameters to start from: weights by Xavier's rule, unless another is given.
  public Map<String, Tensor> initial(long seed, Initial.Rule... rule) {
    Optional<Initial.Rule> standard = List.of(rule).stream().findFirst();
    return Initial.of(model, parameters(), Sizes.of(), seed, standard, Map.of());
  }

  /// Trains on data with columns `x` and `y`, from the start that the seed gives.
  public Trainer fit(Dataset data, Settings settings) {
    return fit(data, settings, Progress.SILENT);
  }

  public Trainer fit(Dataset data, Settings settings, Progress progress) {
    var state = new State(initial(settings.seed()), settings);
    var trainer = Trainer.of(task(), settings, data, data.all(), Sizes.of(), state);
    trainer.run(progress);
    return trainer;
  }

  /// Trains on some data and measures on others after each epoch. Where the settings have patience,
  /// the weights are in the end those by which the others had the least loss.
  public Trainer fit(Dataset data, Dataset validation, Settings settings, Progress progress) {
    var state = new State(initial(settings.seed()), settings);
    var trainer = Trainer.of(task(), settings, data, data.all(), Sizes.of(), state);
    trainer.validate(validation, validation.all()).run(progress);
    state.takeBest();
    return trainer;
  }

  /// Takes the steps one by one, on batches of so many examples.
  public Learner learner(int batch, Settings settings) {
    return new Learner(this, batch, settings);
  }
}

package dev.jacobi.learn.exchange;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.PreparationJson;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.train.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model with its weights: of the folder of a run, or of a file of weights.
///
/// @param preparation how data have to be read, where a run has learned it
/// @param sizes of the dimensions, as data and weights show them
/// @param rows how the weights were found
public record Trained(
    Task task,
    Optional<Preparation> preparation,
    Map<String, Tensor> weights,
    Map<String, Integer> sizes,
    List<StateDict.Row> rows) {
  public Trained {
    weights = new LinkedHashMap<>(weights);
    sizes = Map.copyOf(sizes);
    rows = List.copyOf(rows);
  }

  /// What a run left in its folder.
  ///
  /// @throws LearnException when something is missing there, or damaged
  public static Trained ofRun(Path folder) {
    if (!Files.exists(folder.resolve("task.json")))
      throw new LearnException(
          folder
              + ": no run: a folder that train wrote with --out is expected, or a model file"
              + " with --weights");
    JsonNode said = json(folder.resolve("task.json"));
    Model model =
        Jacobi.read(said.path("file").asString("model.jacobi"), text(folder, "model.jacobi"));
    if (!model.problems().isEmpty())
      throw new LearnException(folder.resolve("model.jacobi") + ": is damaged");
    var preparation =
        PreparationJson.read(folder + "/preparation.json", text(folder, "preparation.json"));
    List<String> parameters = new ArrayList<>();
    for (JsonNode p : said.path("over")) parameters.add(p.asString());
    List<String> inputs = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (var b : preparation.bound()) (b.target() ? targets : inputs).add(b.name());
    var roles = new Roles(inputs, targets, preparation.batch());
    var total =
        said.path("total").asString("MEAN").equals("SUM") ? Task.Total.SUM : Task.Total.MEAN;
    var task = Task.of(model, said.path("minimize").asString(""), parameters, roles, total);
    String predict = said.path("predict").asString("");
    return of(
        predict.isEmpty() ? task : task.predicting(predict),
        Optional.of(preparation),
        Weights.read(folder),
        Map.of(),
        preparation.sizes(),
        folder.toString());
  }

  /// A task with the weights of a file.
  ///
  /// @param said the name in the file for names of the model
  /// @throws LearnException when a name has no numbers, with a table of what was found
  public static Trained of(
      Task task, Path weights, Map<String, String> said, Map<String, Integer> sizes) {
    Map<String, Tensor> file = Weights.read(weights);
    return of(task, Optional.empty(), file, said, sizes, weights.toString());
  }

  private static Trained of(
      Task task,
      Optional<Preparation> preparation,
      Map<String, Tensor> file,
      Map<String, String> said,
      Map<String, Integer> sizes,
      String from) {
    var matched = StateDict.match(task.one(), task.parameters(), file, said, sizes);
    if (!matched.isWhole())
      throw new LearnException(
          from
              + ": not all weights of the model are there; --map NAME=NAME_IN_FILE says where\n"
              + matched.table().stripTrailing());
    return new Trained(task, preparation, matched.weights(), matched.sizes(), matched.rows());
  }

  private static JsonNode json(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new LearnException(file + ": is damaged", e);
    }
  }

  private static String text(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new LearnException(folder.resolve(name) + ": is not there, or cannot be read", e);
    }
  }
}

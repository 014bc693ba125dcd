package dev.jacobi.cli;

import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.PreparationJson;
import dev.jacobi.learn.data.Standardise;
import dev.jacobi.learn.exchange.Onnx;
import dev.jacobi.learn.exchange.Safetensors;
import dev.jacobi.learn.exchange.Trained;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi export`: learned weights, and what the model computes with them, for other tools.
final class Export implements Command {
  private enum To {
    ONNX,
    SAFETENSORS,
    NPZ
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Write learned weights, or what a model computes with them, for other tools.")
        .footer(
            "",
            "Examples:",
            "  jacobi export runs/first --out digits.onnx",
            "  jacobi export net.jacobi --weights torch.safetensors --out weights.npz");
    List<OptionSpec> all = new ArrayList<>();
    all.add(
        Options.choice("--to", "FORMAT", To.values())
            .description("Write onnx, safetensors, npz. Default: as the ending of --out says.")
            .build());
    all.add(
        OptionSpec.builder("-o", "--out")
            .type(Path.class)
            .required(true)
            .paramLabel("FILE")
            .description("The file to write.")
            .build());
    all.addAll(TrainedOptions.weights());
    return Options.with(spec, all.toArray(OptionSpec[]::new))
        .addPositional(TrainedOptions.position());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    try {
      Trained trained = TrainedOptions.read(arguments, terminal);
      Path out = arguments.<Path>matchedOptionValue("--out", null);
      To to = arguments.matchedOptionValue("--to", null);
      WholeFile.write(out, bytes(to == null ? byEnding(out) : to, trained));
      return Exit.OK;
    } catch (EngineException | LearnException e) {
      throw new InputException(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static To byEnding(Path out) {
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (To to : To.values()) {
      if (name.endsWith("." + Options.word(to))) {
        return to;
      }
    }
    throw new InputException(
        out + ": of what kind it is to be, say with --to onnx, safetensors, npz");
  }

  private static byte[] bytes(To to, Trained t) throws IOException {
    var out = new ByteArrayOutputStream();
    switch (to) {
      case ONNX -> out.writeBytes(onnx(t));
      case NPZ -> Npz.write(out, t.weights());
      case SAFETENSORS -> Safetensors.write(out, t.weights(), metadata(t));
    }
    return out.toByteArray();
  }

  private static Map<String, String> metadata(Trained t) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("model", t.task().one().text());
    t.preparation().ifPresent(p -> all.put("preparation", PreparationJson.text(p)));
    return all;
  }

  private static byte[] onnx(Trained t) {
    var task = t.task();
    String output =
        task.prediction()
            .orElseThrow(() -> new InputException("--predict NAME is missing: what is wanted?"));
    boolean forMany = task.one().read().model().dimensions().contains(task.batch());
    Map<String, Standardise> scalings = new LinkedHashMap<>();
    List<String> classes = List.of();
    if (t.preparation().isPresent()) {
      Preparation p = t.preparation().get();
      p.bound().forEach(b -> b.scaling().ifPresent(s -> scalings.put(b.name(), s)));
      classes = p.classes();
    }
    Map<String, Tensor> weights = new LinkedHashMap<>(t.weights());
    return Onnx.of(
        new Onnx.Wanted(
            task.one(),
            output,
            task.data(),
            forMany ? Optional.of(task.batch()) : Optional.empty(),
            weights,
            t.sizes(),
            scalings,
            classes.isEmpty() ? Map.of() : Map.of("classes", String.join(",", classes))));
  }
}

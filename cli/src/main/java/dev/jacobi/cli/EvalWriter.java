package dev.jacobi.cli;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.print.report.ValuesText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// Writes named arrays as text, JSON or a NumPy archive.
record EvalWriter(EvalFormat format, Optional<Path> out, boolean ascii, Terminal terminal) {
  /// - error: [InputException] for an archive without a file to go to
  static EvalWriter of(ParseResult arguments, Terminal terminal) {
    Optional<Path> out = Optional.ofNullable(arguments.matchedOptionValue("--out", null));
    EvalFormat format =
        arguments.matchedOptionValue("--to", out.map(EvalWriter::byEnding).orElse(EvalFormat.TEXT));
    if (format == EvalFormat.NPZ && out.isEmpty()) {
      throw new InputException("--to npz: it is no text; name a file with --out");
    }
    return new EvalWriter(format, out, Options.ascii(arguments), terminal);
  }

  private static EvalFormat byEnding(Path out) {
    var name = out.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".npz")
        ? EvalFormat.NPZ
        : name.endsWith(".json") ? EvalFormat.JSON : EvalFormat.TEXT;
  }

  void write(String file, Tensors results) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (var name : results.names()) {
      all.put(name, results.get(name));
    }
    write(file, all);
  }

  void write(String file, Map<String, Tensor> all) {
    var output = new Output(out, terminal);
    switch (format) {
      case TEXT -> output.write(text(file, all));
      case JSON -> output.write(json(all));
      case NPZ -> WholeFile.write(out.orElseThrow(), archive(all));
    }
  }

  private String text(String file, Map<String, Tensor> all) {
    List<ValuesText.Named> named =
        all.entrySet().stream()
            .map(
                e -> new ValuesText.Named(e.getKey(), sides(e.getValue()), q -> e.getValue().at(q)))
            .toList();
    return ValuesText.of(file, named, ascii, terminal.paint());
  }

  static List<Integer> sides(Tensor t) {
    return Arrays.stream(t.shape()).boxed().toList();
  }

  private static String json(Map<String, Tensor> all) {
    return Json.text(json ->
        json.object(() ->
            all.forEach((name, t) -> {
              json.name(name);
              array(json, t);
            })));
  }

  /// Nested arrays of the tensor's shape.
  static void array(Json json, Tensor t) {
    array(json, t, t.shape(), 0, 0);
  }

  /// Writes the part that starts at a place, from an axis on; gives the place after it.
  private static int array(Json json, Tensor t, int[] shape, int axis, int place) {
    if (axis == shape.length) {
      if (t.precision() == Precision.FLOAT) {
        json.exactly((float) t.at(place));
      } else {
        json.exactly(t.at(place));
      }
      return place + 1;
    }
    int[] at = {place};
    json.array(() -> {
      for (int q = 0; q < shape[axis]; q++) {
        at[0] = array(json, t, shape, axis + 1, at[0]);
      }
    });
    return at[0];
  }

  private static byte[] archive(Map<String, Tensor> all) {
    try (var bytes = new ByteArrayOutputStream()) {
      Npz.write(bytes, all);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

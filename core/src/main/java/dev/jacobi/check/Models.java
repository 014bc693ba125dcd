package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.document.DocumentException;
import dev.jacobi.document.Documents;
import dev.jacobi.notation.LatexMacro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Models that stand in documents: in blocks of Jacobi's text, or in a document's own mathematics.
public final class Models {
  private Models() {}

  /// The model of a document as Jacobi's text: its ` ```jacobi ` blocks, each on its lines; without
  /// one, what its mathematics declares and defines, with a request for the derivatives of the
  /// cost. Empty when there is neither, or when the file is no text.
  public static Optional<String> in(String file, String text) {
    try {
      Document document = Documents.read(file, text);
      Optional<String> blocks = blocks(document, _ -> true);
      return blocks.isPresent() ? blocks : own(document);
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  /// Blocks of Jacobi's text as one text, each on the lines that it has in the document.
  static Optional<String> blocks(Document document, Predicate<Part.Code> which) {
    var lines = new Lines(document.text());
    var text = new StringBuilder();
    int line = 0;
    for (Part p : document.parts()) {
      if (!(p instanceof Part.Code c) || !c.language().equals("jacobi") || !which.test(c)) continue;
      int first = lines.line(c.from());
      text.append("\n".repeat(Math.max(0, first - line))).append(c.code());
      line = first + (int) c.code().chars().filter(x -> x == '\n').count();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private static Optional<String> own(Document document) {
    Map<String, LatexMacro> macros = new HashMap<>();
    document
        .macros()
        .forEach((n, m) -> macros.put(n, new LatexMacro(m.arguments(), m.optional(), m.body())));
    for (String text : new OwnNames(document, macros).texts()) {
      var setting = new Setting(text);
      Optional<String> cost = setting.cost();
      List<String> by = new ArrayList<>(setting.model.variables().keySet());
      if (cost.isEmpty() || by.isEmpty()) continue;
      by.removeIf(v -> !setting.restsOn(cost.get(), v));
      String request = "derive " + cost.get() + " wrt " + String.join(", ", by) + "\n";
      if (!by.isEmpty()) return Optional.of(text + "\n" + request);
    }
    return Optional.empty();
  }
}

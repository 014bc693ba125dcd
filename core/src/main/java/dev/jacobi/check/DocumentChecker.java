package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.DocumentException;
import dev.jacobi.document.Documents;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a document against a key: reads its chains, finds its layout, judges.
final class DocumentChecker {
  private final String file;
  private final String text;
  private final Optional<Key> key;

  DocumentChecker(String file, String text, Optional<Key> key) {
    this.file = file;
    this.text = text;
    this.key = key;
  }

  Checked check() {
    try {
      Document document = Documents.read(file, text);
      Optional<Key> used = key.isPresent() ? key : ownKey(document);
      if (used.isPresent() && !used.get().problems().isEmpty())
        return new Checked(
            file, text, Layout.ML.word(), List.of(), List.of(), used.get().problems());
      var reader = new DocumentReader(document, used);
      List<Judge> judges = reader.read();
      if (judges.stream().anyMatch(Judge::namesDelta)) judges.forEach(Judge::withoutKronecker);
      Layout layout = Layouts.of(judges);
      List<Relation> all = new ArrayList<>();
      var habits = new LayoutHabits(judges, layout);
      for (Judge j : judges) j.excuses(habits);
      for (Judge j : judges) all.addAll(j.relations(layout));
      return new Checked(file, text, layout.word(), reader.assumptions(), all, List.of());
    } catch (DocumentException e) {
      var problem = new Problem(new Place(1, 1, 1), e.getMessage(), "");
      return new Checked(file, text, Layout.ML.word(), List.of(), List.of(), List.of(problem));
    }
  }

  /// Without a key, the models that stand in the document's blocks of Jacobi's text.
  private static Optional<Key> ownKey(Document document) {
    return TextClaims.models(document).map(Key::inDocument);
  }
}

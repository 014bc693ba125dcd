package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Random well-typed models. A failure says how to repeat it, after it was made small.
class ModelPropertyTest {
  private static final long SEED = Long.getLong("jacobi.seed", 20_250_917L);
  private static final int MODELS = 60;

  @Test
  void everyModelDerivesAgreesWithDifferencesAndReadsBack() {
    assertThat(failures(SEED, MODELS, 3)).isEmpty();
  }

  static List<String> failures(long seed, int models, int most) {
    List<String> failures = new ArrayList<>();
    for (int n = 0; n < models && failures.size() < most; n++)
      failure(seed + n).ifPresent(failures::add);
    return failures;
  }

  private static Optional<String> failure(long seed) {
    ModelSource.Draft draft = new ModelSource(seed).draft();
    Optional<String> f = ModelProperties.failure(draft.text());
    if (f.isEmpty()) return f;
    ModelSource.Draft small = shrunk(draft, kind(f.get()));
    String why = ModelProperties.failure(small.text()).orElse(f.get());
    return Optional.of(
        "%n%s  >> %s%n  from a model of -Djacobi.seed=%d".formatted(small.text(), why, seed));
  }

  /// What stays the same while a failing model is made smaller.
  private static String kind(String failure) {
    int words = failure.startsWith("thrown") ? 60 : failure.startsWith("refused") ? 20 : 7;
    String head = failure.substring(0, Math.min(words, failure.length()));
    boolean form = failure.matches("(?s)\\S+ (by entry|ml|numerator|denominator).*");
    return form
        ? failure.replaceFirst("(?s)^\\S+ (by entry|ml|numerator|denominator).*", "$1")
        : head;
  }

  private static ModelSource.Draft shrunk(ModelSource.Draft draft, String kind) {
    for (ModelSource.Draft now = draft; ; ) {
      ModelSource.Draft next = null;
      for (ModelSource.Draft c : candidates(now)) {
        Optional<String> f = ModelProperties.failure(c.text());
        if (f.isEmpty() || !kind(f.get()).equals(kind)) continue;
        next = c;
        break;
      }
      if (next == null) return now;
      now = next;
    }
  }

  private static List<ModelSource.Draft> candidates(ModelSource.Draft draft) {
    List<ModelSource.Draft> all = new ArrayList<>();
    List<ModelSource.Defined> definitions = draft.definitions();
    for (int q = 0; q < draft.requests().size() && draft.requests().size() > 1; q++) {
      List<String> fewer = new ArrayList<>(draft.requests());
      fewer.remove(q);
      all.add(new ModelSource.Draft(definitions, fewer));
    }
    for (String r : draft.requests()) {
      String one = r.replaceFirst("wrt .*?, ", "wrt ");
      String other = r.replaceFirst(", [^,]*$", "");
      for (String s : List.of(one, other))
        if (!s.equals(r)) all.add(new ModelSource.Draft(definitions, List.of(s)));
    }
    for (int q = 0; q < definitions.size(); q++) {
      List<ModelSource.Defined> fewer = new ArrayList<>(definitions);
      ModelSource.Defined d = fewer.remove(q);
      all.add(new ModelSource.Draft(fewer, draft.requests()));
      for (Phrase s : d.body().smaller(ModelSource.declared())) {
        List<ModelSource.Defined> changed = new ArrayList<>(definitions);
        if (s.text().length() >= d.body().text().length()) continue;
        changed.set(q, new ModelSource.Defined(d.name(), d.left(), s));
        all.add(new ModelSource.Draft(changed, draft.requests()));
      }
    }
    return all;
  }
}

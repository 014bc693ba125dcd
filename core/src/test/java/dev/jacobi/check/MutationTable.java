package dev.jacobi.check;

import dev.jacobi.notation.TextSpelling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the mutation study found, as Markdown.
final class MutationTable {
  private MutationTable() {}

  static String of(
      List<MutationStudy.Judged> all, List<Rewritten.Judged> right, int examples, double seconds) {
    StringBuilder t = new StringBuilder();
    t.append(
        """
        # Mutation study

        Written by `bin/mutants`. The right formulas of the examples, made wrong by a generator that
        shares no code with the diagnoses and whose evaluation decides by numbers alone whether a
        mutant changes the value; then judged by `jacobi check` as claims of the same text.

        - *refuted*: refuted, or malformed where its shapes no longer fit.
        - *right code first*: the diagnosis is the code of the mistake that was made. Where another
          single mistake leads from the same right formula to the same wrong value or text, both
          descriptions are equally true and the codes of both count. A pair is named rightly by the
          code of either mistake.
        - *taken for*: what the others were most often called; `shape` and `index` are said of what does
          not fit where no edit was found, `unknown` of what fits.

        A diagnosis may take eight million steps of work, about half a second. The right sides of the examples' claims are
        changed, all of each chain; a value that stays the same is no mistake and is left out, and a
        row for a column is told apart by neither.

        """);
    t.append(
        "%d examples, %d mutants, %.0f s in all, %.0f ms a mutant, seed %d.%n%n"
            .formatted(
                examples,
                all.size(),
                seconds,
                all.stream().mapToDouble(MutationStudy.Judged::millis).average().orElse(0),
                MutationStudy.SEED));
    t.append("| mistake | code | mutants | no longer fit | refuted | right code first |");
    t.append(" taken for |\n| --- | --- | ---: | ---: | ---: | ---: | --- |\n");
    for (Mutation m : Mutation.values())
      row(t, m.text, "`" + m.code.word() + "`", all, j -> isSingle(j) && j.mutant().first() == m);
    row(t, "**all single**", "", all, MutationTable::isSingle);
    row(t, "**pairs**", "of either", all, j -> !isSingle(j));
    t.append("\n## Right formulas, rewritten\n\n");
    t.append(
        """
        The same formulas written otherwise, of equal value by the same evaluation. A false alarm is
        one that is refuted or malformed; *unread* are those not understood.

        | rewriting | formulas | false alarms | unread | conditional or notation |
        | --- | ---: | ---: | ---: | ---: |
        """);
    Map<String, int[]> rows = new TreeMap<>();
    for (Rewritten.Judged j : right) {
      int[] n = rows.computeIfAbsent(j.way(), _ -> new int[4]);
      n[0]++;
      if (j.said().verdict().isWrong()) n[1]++;
      if (j.said().verdict() == Verdict.UNREAD) n[2]++;
      if (j.said().verdict() == Verdict.CONDITIONAL || j.said().verdict() == Verdict.NOTATION)
        n[3]++;
    }
    rows.forEach((way, n) ->
        t.append("| %s | %d | %d | %d | %d |%n".formatted(way, n[0], n[1], n[2], n[3])));
    return t.toString();
  }

  private static boolean isSingle(MutationStudy.Judged j) {
    return j.mutant().second().isEmpty();
  }

  private static void row(
      StringBuilder t,
      String name,
      String code,
      List<MutationStudy.Judged> all,
      Predicate<MutationStudy.Judged> which) {
    List<MutationStudy.Judged> those = all.stream().filter(which).toList();
    Map<String, Integer> others = new TreeMap<>();
    for (MutationStudy.Judged j : those)
      if (!j.isNamed())
        others.merge(
            j.isCaught()
                ? "`" + j.said().diagnosis().map(Code::word).orElse("none") + "`"
                : j.said().verdict().word(),
            1,
            Integer::sum);
    List<String> most =
        others.entrySet().stream()
            .sorted((a, b) -> b.getValue() - a.getValue())
            .limit(3)
            .map(e -> e.getKey() + " " + e.getValue())
            .toList();
    t.append(
        "| %s | %s | %d | %d | %s | %s | %s |%n"
            .formatted(
                name,
                code,
                those.size(),
                those.stream().filter(j -> !j.mutant().fits()).count(),
                share(those, MutationStudy.Judged::isCaught),
                share(those, MutationStudy.Judged::isNamed),
                String.join(", ", most)));
  }

  private static String share(
      List<MutationStudy.Judged> all, Predicate<MutationStudy.Judged> which) {
    if (all.isEmpty()) return "-";
    double share = 100.0 * all.stream().filter(which).count() / all.size();
    return share == 100 ? "100 %" : "%.1f %%".formatted(Math.min(99.9, share));
  }

  /// Prints what was missed or called otherwise, for those who improve the diagnoses.
  static void misses(List<MutationStudy.Judged> all, List<Rewritten.Judged> right) {
    for (MutationStudy.Judged j : all)
      if (!j.isNamed())
        System.out.printf(
            "%s %s%s | %s | of %s | %s %s (for %s%s) %s -> %s%n",
            j.file(),
            j.mutant().first(),
            j.mutant().second().map(x -> "+" + x).orElse(""),
            j.mutant().claim(),
            TextSpelling.PLAIN.spell(j.mutant().of().right()),
            j.said().verdict(),
            j.said().diagnosis().map(Code::word).orElse("-"),
            j.mutant().codes(),
            j.mutant().fits() ? "" : " misfit",
            j.said().message(),
            j.said().correct().map(Relation.Correct::text).orElse(""));
    for (Rewritten.Judged j : right)
      if (!j.said().verdict().isTrue())
        System.out.printf(
            "%s %s | %s | %s %s %s%n",
            j.file(),
            j.way(),
            j.claim(),
            j.said().verdict(),
            j.said().message(),
            j.said().reason());
  }
}

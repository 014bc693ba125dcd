package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One name for another of the same shape: once, everywhere, or two of them exchanged.
final class NameEdits implements Edits {
  private final Setting setting;

  NameEdits(Setting setting) {
    this.setting = setting;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    Trees.walk(
        written,
        x -> {
          if (x instanceof Syntax.Name n) names.add(n.text());
        });
    all.addAll(Edits.everywhere(Code.NAME, written, this::other));
    for (String a : names)
      for (Syntax other : others(setting, Edits.name(a))) {
        String b = ((Syntax.Name) other).text();
        if (!names.contains(b)) {
          String said = "`" + b + "` is meant wherever `" + a + "` stands";
          all.add(new Edit(Code.NAME, renamed(written, Map.of(a, b)), said));
        } else if (a.compareTo(b) < 0) {
          Syntax exchanged = renamed(written, Map.of(a, b, b, a));
          all.add(new Edit(Code.NAME, exchanged, "`" + a + "` and `" + b + "` are exchanged"));
        }
      }
    return all;
  }

  /// Everywhere but in derivatives.
  private static Syntax renamed(Syntax s, Map<String, String> to) {
    if (s instanceof Syntax.Name n)
      return new Syntax.Name(to.getOrDefault(n.text(), n.text()), n.place());
    if (s instanceof Syntax.Derivative) return s;
    List<Syntax> parts = Trees.parts(s);
    return parts.isEmpty() ? s : Trees.with(s, parts.stream().map(p -> renamed(p, to)).toList());
  }

  private List<Change> other(Syntax s) {
    return others(setting, s).stream().map(x -> new Change(x, Edits.meant(x, s))).toList();
  }

  /// Names of the same shape that the model knows.
  static List<Syntax> others(Setting setting, Syntax s) {
    if (s instanceof Syntax.Entry e && e.of() instanceof Syntax.Name)
      return others(setting, e.of()).stream()
          .<Syntax>map(x -> new Syntax.Entry(x, e.indices(), e.place()))
          .toList();
    if (!(s instanceof Syntax.Name n)) return List.of();
    String name = Vocabulary.canonicalName(n.text());
    if (!setting.model.knows(name)) return List.of();
    List<Syntax> all = new ArrayList<>();
    for (String other : setting.names())
      if (!other.equals(name) && setting.model.shape(other).equals(setting.model.shape(name)))
        all.add(new Syntax.Name(other, n.place()));
    return all;
  }
}

package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The letters that a document calls the place of the one: "where $k$ is the correct class",
/// "one-hot at index k", "$y_k = 1$".
final class HotLetters {
  private static final List<String> WORDS =
      List.of(
          "correct",
          "true",
          "one-hot",
          "one hot",
          "onehot",
          "target",
          "truth",
          "label",
          "gold",
          "verdader",
          "verdadeir",
          "etiqueta",
          "richtig",
          "wahre",
          "vrai",
          "真实",
          "正确",
          "标签",
          "独热");
  private static final Set<String> BEFORE = Set.of("index", "class", "position", "component");

  private HotLetters() {}

  static Set<String> of(Document document, Lines lines) {
    Set<String> hot = new HashSet<>();
    List<Part> line = new ArrayList<>();
    int at = -1;
    for (Part p : document.parts()) {
      if (lines.line(p.from()) != at) {
        line(line, hot);
        line.clear();
        at = lines.line(p.from());
      }
      line.add(p);
    }
    line(line, hot);
    return hot;
  }

  private static void line(List<Part> parts, Set<String> hot) {
    var words = new StringBuilder();
    for (Part p : parts) if (p instanceof Part.Prose w) words.append(' ').append(w.line());
    String text = words.toString().toLowerCase(Locale.ROOT);
    boolean said = WORDS.stream().anyMatch(text::contains);
    for (Part p : parts) {
      if (!(p instanceof Part.Math m) || m.display()) continue;
      String tex = m.tex().replace(" ", "").replace("{", "").replace("}", "");
      if (said && isLetter(tex)) hot.add(tex);
      boolean one = tex.length() == 5 && tex.charAt(1) == '_' && tex.endsWith("=1");
      if (one && isLetter(tex.substring(2, 3))) hot.add(tex.substring(2, 3));
    }
    if (!said) return;
    String[] all = text.split("[^a-z]+");
    for (int q = 1; q < all.length; q++)
      if (BEFORE.contains(all[q - 1]) && isLetter(all[q])) hot.add(all[q]);
  }

  private static boolean isLetter(String s) {
    return s.length() == 1 && s.charAt(0) >= 'a' && s.charAt(0) <= 'z';
  }
}

package dev.jacobi;

import java.util.ArrayList;
import java.util.List;

/// A formula of the language as text with parts: `{0} + {1}`. Knows its shape, so that a part can
/// be put in the place of another.
record Phrase(List<String> shape, String template, List<Phrase> parts) {
  static Phrase leaf(List<String> shape, String text) {
    return new Phrase(shape, text, List.of());
  }

  boolean isLeaf() {
    return parts.isEmpty();
  }

  String text() {
    String text = template;
    for (int q = 0; q < parts.size(); q++) {
      Phrase p = parts.get(q);
      boolean bare = p.isLeaf() && p.template.matches("[a-zA-Z0-9_.]+");
      text = text.replace("{" + q + "}", bare ? p.template : "(" + p.text() + ")");
    }
    return text;
  }

  /// The same text a little shorter: a part of the same shape in the place of a whole.
  List<Phrase> smaller(List<Phrase> leaves) {
    List<Phrase> all = new ArrayList<>();
    if (isLeaf()) return all;
    for (Phrase l : leaves) if (l.shape.equals(shape)) all.add(l);
    for (Phrase p : parts) if (p.shape.equals(shape)) all.add(p);
    for (int q = 0; q < parts.size(); q++)
      for (Phrase s : parts.get(q).smaller(leaves)) {
        List<Phrase> changed = new ArrayList<>(parts);
        changed.set(q, s);
        all.add(new Phrase(shape, template, changed));
      }
    return all;
  }
}

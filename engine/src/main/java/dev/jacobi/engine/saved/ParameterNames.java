package dev.jacobi.engine.saved;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/// Names of arrays as names of Java parameters: `dC/dW1` is `dC_dW1`, `hess(C, w)` is `hess_C_w`.
final class ParameterNames {
  private ParameterNames() {}

  static List<String> of(List<SavedFunction.Array> arrays) {
    List<String> names = new ArrayList<>();
    for (SavedFunction.Array a : arrays) {
      String plain = identifier(a.name());
      String name = plain;
      for (int q = 2; names.contains(name); q++) name = plain + "_" + q;
      names.add(name);
    }
    return names;
  }

  private static String identifier(String name) {
    var s = new StringBuilder();
    for (int c : name.codePoints().toArray()) {
      boolean kept = c != '$' && Character.isJavaIdentifierPart(c);
      if (kept) s.appendCodePoint(c);
      else if (!s.isEmpty() && s.charAt(s.length() - 1) != '_') s.append('_');
    }
    while (s.length() > 1 && s.charAt(s.length() - 1) == '_') s.setLength(s.length() - 1);
    if (s.isEmpty() || !Character.isJavaIdentifierStart(s.codePointAt(0))) s.insert(0, '_');
    return SourceVersion.isIdentifier(s) && !SourceVersion.isKeyword(s) ? s.toString() : s + "_";
  }
}

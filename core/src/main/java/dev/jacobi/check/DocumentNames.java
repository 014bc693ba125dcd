package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.LatexNames;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What LaTeX has to know of the names of a setting.
final class DocumentNames implements LatexNames {
  private static final Pattern TIME =
      Pattern.compile("_\\{?t\\b|\\bt *[-+=<]|\\(t\\)|\\bt *\\\\in|\\^\\{\\(?t[-+]");

  private final Setting setting;
  private final boolean smallT;

  DocumentNames(Setting setting) {
    this(setting, false);
  }

  /// - `smallT`: whether a t above a matrix may be its transpose
  DocumentNames(Setting setting, boolean smallT) {
    this.setting = setting;
    this.smallT = smallT;
  }

  /// Whether nothing in a document speaks of a time t.
  static boolean isTimeless(String text) {
    return !TIME.matcher(text).find();
  }

  @Override
  public boolean turnsBySmallT() {
    return smallT && !setting.knows("t") && !setting.isExtent("t");
  }

  @Override
  public Optional<String> known(List<String> candidates) {
    for (String c : candidates) {
      String name = Vocabulary.canonicalName(c);
      if (isValue(name) || isFunction(name) || setting.isDifferential(name))
        return Optional.of(name);
    }
    return Optional.empty();
  }

  @Override
  public int order(String name) {
    if (!setting.model.knows(name)) {
      if (setting.model.knows(aliased(name))) return order(aliased(name));
      return setting.isExtent(name) ? 0 : -1;
    }
    List<Extent> shape = setting.model.shape(name);
    boolean row = shape.size() == 2 && shape.get(0).equals(Extent.ONE);
    return row ? 1 : shape.size();
  }

  @Override
  public List<String> extents(String name) {
    String whole = setting.model.knows(name) ? name : aliased(name);
    return setting.model.knows(whole)
        ? setting.model.shape(whole).stream().map(Extent::toString).toList()
        : List.of();
  }

  private String aliased(String name) {
    return setting.aliases().get(name) instanceof Syntax.Name n
        ? Vocabulary.canonicalName(n.text())
        : name;
  }

  @Override
  public String target(String name) {
    return aliased(name);
  }

  @Override
  public boolean isFunction(String name) {
    return setting.isFunction(name)
        || setting.isFunction(aliased(name))
        || isNameOfBuiltIn(name)
        || setting.model.definitions().containsKey(name); // `J(x)`: the interpreter decides
  }

  /// An alias for a function of the language, `alias "g" = tanh`.
  private boolean isNameOfBuiltIn(String name) {
    String target = aliased(name);
    return !target.equals(name) && Vocabulary.isFunction(target) && !setting.model.knows(target);
  }

  @Override
  public boolean isOfNumbers(String name) {
    return setting.isFunction(name) && !setting.knows(name);
  }

  @Override
  public boolean rests(String name, List<String> on) {
    boolean all =
        on.stream()
            .allMatch(
                n -> known(List.of(n)).isPresent() && setting.restsOn(aliased(name), aliased(n)));
    return all && setting.lists.computeIfAbsent(name, _ -> on).equals(on);
  }

  @Override
  public boolean isSaidSo(String name, String inside) {
    return setting.lists.computeIfAbsent(name, _ -> List.of(inside)).equals(List.of(inside));
  }

  @Override
  public boolean isEntered(String name) {
    return setting.knows(name) || setting.isEntered(name);
  }

  @Override
  public boolean isDependent(String name) {
    return !setting.isFunction(name) && setting.model.definitions().containsKey(name);
  }

  @Override
  public boolean isValue(String name) {
    return setting.knows(name) || setting.isExtent(name);
  }

  @Override
  public boolean isExtent(String name) {
    return setting.isExtent(name) && !setting.knows(name);
  }
}

package dev.jacobi.notation;

import dev.jacobi.notation.LatexResolved.Base;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Letters side by side that are one name: `dW2`, `CE`, `softmax` typed without its backslash. All
/// others are factors.
///
/// @param length how many things the name takes
record LatexRun(String word, int length) {
  private static final int LONGEST = 24;

  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("ReLU", "relu"),
          Map.entry("Relu", "relu"),
          Map.entry("RELU", "relu"),
          Map.entry("ReLu", "relu"),
          Map.entry("LeakyReLU", "leaky_relu"),
          Map.entry("GELU", "gelu"),
          Map.entry("ELU", "elu"),
          Map.entry("SELU", "selu"),
          Map.entry("SiLU", "silu"),
          Map.entry("Softmax", "softmax"),
          Map.entry("SoftMax", "softmax"),
          Map.entry("LogSoftmax", "log_softmax"),
          Map.entry("logsoftmax", "log_softmax"),
          Map.entry("LogSumExp", "logsumexp"),
          Map.entry("LSE", "logsumexp"),
          Map.entry("lse", "logsumexp"),
          Map.entry("Sigmoid", "sigmoid"),
          Map.entry("sigmoid", "sigmoid"),
          Map.entry("Softplus", "softplus"),
          Map.entry("Tanh", "tanh"),
          Map.entry("Tr", "tr"),
          Map.entry("Trace", "tr"),
          Map.entry("Diag", "diag"),
          Map.entry("Vec", "vec"),
          Map.entry("sgn", "sign"),
          Map.entry("arcsin", "asin"),
          Map.entry("arccos", "acos"),
          Map.entry("arctan", "atan"),
          Map.entry("lg", "log10"),
          Map.entry("LayerNorm", "layernorm"),
          Map.entry("LN", "layernorm"),
          Map.entry("arg max", "argmax"));

  /// The longest name that begins at an index.
  static LatexRun at(List<Tex> items, int i, LatexNames names) {
    List<String> letters = letters(items, i, names);
    boolean scripted = items.get(i + letters.size() - 1) instanceof Tex.Scripted;
    boolean called = isWord(letters, items, i, names);
    for (int length = letters.size(); length >= (called ? letters.size() : 2); length--) {
      String word = String.join("", letters.subList(0, length));
      Tex last = items.get(i + length - 1);
      Tex.Scripted scripts =
          scripted && length == letters.size() && last instanceof Tex.Scripted raw
              ? LatexScripts.merged(raw)
              : LatexScripts.NONE;
      if (isName(word, scripts, items, i, length, names)) {
        return new LatexRun(word, length);
      }
    }
    boolean list = LatexNaming.isList(items, i + letters.size());
    return called || isCapitals(letters, list, names)
        ? new LatexRun(String.join("", letters), letters.size())
        : new LatexRun(letters.getFirst(), 1);
  }

  private static List<String> letters(List<Tex> items, int i, LatexNames names) {
    List<String> letters = new ArrayList<>();
    for (int j = i; j < items.size() && letters.size() < LONGEST; j++) {
      Tex item = items.get(j);
      Tex core = item instanceof Tex.Scripted(Tex base, _, _, _, _, _) ? base : item;
      if (!(core instanceof Leaf leaf)) {
        break;
      }
      boolean differential = j == i + 1 && letters.getFirst().equals("d");
      boolean touching = leaf.from() == items.get(i).to();
      boolean styled = differential && (touching || !names.isValue("d")); // `d\mathbf{W}`, `d W`
      if (j > i && !leaf.tight() && !styled) {
        break;
      }
      boolean letter =
          leaf.is(Role.LETTER) && (leaf.text().length() == 1 || differential || j == i);
      boolean digits = leaf.is(Role.NUMBER) && j > i && leaf.text().indexOf('.') < 0;
      if (!letter && !digits) {
        break;
      }
      letters.add(leaf.text());
      if (item instanceof Tex.Scripted || digits || leaf.text().length() > 1 && j == i) {
        break;
      }
    }
    return letters.isEmpty() ? List.of("") : letters;
  }

  private static boolean isName(
      String word, Tex.Scripted scripts, List<Tex> items, int i, int length, LatexNames names) {
    Base base = new Base(word, "");
    boolean marked = !scripts.sub().isEmpty() || LatexScripts.isLabel(scripts.sup());
    if (marked && LatexResolved.of(base, scripts, names).isKnown(names)) {
      return true;
    }
    if (LatexLabels.known(base, scripts, names).isPresent()) {
      return true;
    }
    boolean fenced = LatexNaming.isFence(items, i + length);
    if (names.known(List.of(word)).isPresent()) {
      return true;
    }
    if (word.charAt(0) == 'd' && !names.isValue("d") && isDifferential(word, scripts, names)) {
      return true;
    }
    return !function(word, names).isEmpty() && (fenced || word.length() > 2 || word.equals("ln"));
  }

  /// `dW2`, `dz_2`: a d before a name that is known.
  static boolean isDifferential(String word, Tex.Scripted scripts, LatexNames names) {
    Base rest = new Base(word.substring(1), "");
    return names.known(LatexResolved.spellings(rest.stem())).isPresent()
        || LatexResolved.of(rest, scripts, names).isKnown(names);
  }

  /// `CE`, when none of its letters is known, or when it is called.
  private static boolean isCapitals(List<String> letters, boolean called, LatexNames names) {
    if (letters.size() < 2) {
      return false;
    }
    boolean known = false;
    for (String letter : letters) {
      boolean capital = letter.length() == 1 && Character.isUpperCase(letter.charAt(0));
      known |= names.isValue(letter) || names.isFunction(letter);
      if (!capital) {
        return false;
      }
    }
    return called || !known;
  }

  /// `logit(p)`: three letters or more right before a bracket are the word for a function, when
  /// some of them are no names.
  private static boolean isWord(List<String> letters, List<Tex> items, int i, LatexNames names) {
    int next = i + letters.size();
    boolean called =
        letters.size() > 2
            && next < items.size()
            && items.get(next) instanceof Tex.Fence(String open, _, _, boolean tight, _, _)
            && open.equals("(")
            && tight
            && !(items.get(next - 1) instanceof Tex.Scripted);
    return called
        && letters.stream().allMatch(l -> l.length() == 1 && Character.isLetter(l.charAt(0)))
        && letters.stream()
            .skip(functionLength(letters))
            .anyMatch(l -> !names.isValue(l) && !names.isFunction(l));
  }

  /// How many letters a function takes that the letters begin with: 3 of `logp`.
  private static int functionLength(List<String> letters) {
    for (int length = letters.size() - 1; length > 1; length--) {
      if (Vocabulary.isFunction(String.join("", letters.subList(0, length)))) {
        return length;
      }
    }
    return 0;
  }

  /// The function that a word names, as it is called here; empty when it is none.
  static String function(String word, LatexNames names) {
    if (names.isFunction(word)) {
      return word;
    }
    if (names.isValue(word)) {
      return "";
    }
    String spelled = SPELLINGS.getOrDefault(word, word);
    boolean known = spelled.length() > 1 && Vocabulary.isFunction(spelled);
    boolean greek = !Vocabulary.greekLetter(spelled).isEmpty();
    return known && !greek ? Vocabulary.ALIASES.getOrDefault(spelled, spelled) : "";
  }
}

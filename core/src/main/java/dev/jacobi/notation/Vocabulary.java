package dev.jacobi.notation;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of the language: built-in functions and their aliases, operators that bind indices,
/// the words that begin a statement, value sets. What a function means stands in the function table
/// of `expr`; a test holds the two together.
public final class Vocabulary {
  /// Functions under their first name, in the order of docs/language.md.
  public static final Set<String> FUNCTIONS =
      words(
          "exp expm1 log log1p log2 log10 sqrt rsqrt square abs sign floor sin cos tan asin acos",
          "atan sinh cosh tanh asinh acosh atanh erf",
          "sigmoid relu leaky_relu elu selu gelu gelu_tanh silu mish softplus softsign",
          "hardtanh step",
          "max min pow where clip",
          "softmax log_softmax logsumexp normalize layernorm rmsnorm argmax",
          "sum mean var prod rowsum colsum rowmean colmean norm1 norm2 norminf normp",
          "tr det logdet inv transpose tril triu diag dot outer kron vec cumsum",
          "mse sse bce bce_logits ce ce_logits hinge huber kl nll cosine",
          "I ones zeros delta e vector matrix grad jac hess");

  /// Other names of the field, each with the function it means.
  public static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("sigma", "sigmoid"),
          Map.entry("sigm", "sigmoid"),
          Map.entry("softargmax", "softmax"),
          Map.entry("ln", "log"),
          Map.entry("trace", "tr"),
          Map.entry("swish", "silu"),
          Map.entry("norm", "norm2"),
          Map.entry("normF", "norm2"),
          Map.entry("eye", "I"));

  /// Operators that bind indices: `sum[i] …`.
  public static final Set<String> BOUND_OPERATORS =
      words("sum prod max min mean softmax logsumexp");

  /// Words that ask for something: `derive C wrt W1`.
  public static final Set<String> REQUESTS = words("derive jacobian hessian vjp jvp hvp");

  public static final Set<String> ROLES = words("input target parameter");

  /// Words of keys and families: known, so that they are not taken for names, but not read yet.
  public static final Set<String> RESERVED = words("alias section for");

  /// Value sets that are a word.
  public static final Set<String> SETS = words("R R+ simplex onehot sym psd inv");

  /// Numbers with a name.
  public static final Set<String> CONSTANTS = words("pi inf");

  private static final String GREEK =
      "αalpha βbeta γgamma δdelta εepsilon ϵepsilon ζzeta ηeta θtheta ϑtheta ιiota "
          + "κkappa ϰkappa λlambda μmu µmu νnu ξxi οomicron πpi ϖpi ρrho ϱrho σsigma ςvarsigma "
          + "τtau υupsilon φphi ϕphi χchi ψpsi ωomega ΑAlpha ΒBeta ΓGamma ΔDelta ΕEpsilon "
          + "ΖZeta ΗEta ΘTheta ΙIota ΚKappa ΛLambda ΜMu ΝNu ΞXi ΟOmicron ΠPi ΡRho ΣSigma "
          + "ΤTau ΥUpsilon ΦPhi ΧChi ΨPsi ΩOmega ℓell";

  private static final Map<Character, String> GREEK_WORDS = greekWords();

  private static final int MATH_ALPHABETS = 0x1D400;
  private static final int MATH_ALPHABETS_END = 0x1D6A4;

  private Vocabulary() {}

  private static Set<String> words(String... lines) {
    return Collections.unmodifiableSet(
        new LinkedHashSet<>(List.of(String.join(" ", lines).split(" "))));
  }

  private static Map<Character, String> greekWords() {
    Map<Character, String> words = new HashMap<>();
    for (String entry : GREEK.split(" ")) {
      words.put(entry.charAt(0), entry.substring(1));
    }
    return words;
  }

  /// Whether a name, in any of its spellings, is that of a built-in function.
  public static boolean isFunction(String name) {
    String canonical = canonicalName(name);
    return FUNCTIONS.contains(canonical) || ALIASES.containsKey(canonical);
  }

  /// The words that may begin a statement, for suggestions.
  static final Set<String> KEYWORDS =
      words("assume input target parameter derive jacobian hessian vjp jvp hvp alias section for");

  /// The one spelling of a name: Greek letters by their names, subscript digits as digits, hats,
  /// tildes and bars as `_hat`, `_tilde`, `_bar`: β is `beta`, W₁ is `W1`, ŷ is `y_hat`. A name
  /// that is all ASCII is its own.
  public static String canonicalName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return canonicalUnicode(name);
      }
    }
    return name;
  }

  private static String canonicalUnicode(String name) {
    StringBuilder plain = new StringBuilder();
    StringBuilder accents = new StringBuilder();
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      int letter = Accents.letterOf(c);
      String accent = Accents.wordOf(c);
      if (letter != 0) {
        appendLetter(plain, letter);
      }
      if (!accent.isEmpty()) {
        accents.append('_').append(accent);
      }
    }
    return plain.append(accents).toString();
  }

  private static void appendLetter(StringBuilder plain, int c) {
    int digit = Letters.digitOfSubscript(c);
    String greek = c > 0xFFFF ? "" : GREEK_WORDS.getOrDefault((char) c, "");
    if (digit >= 0) {
      plain.append(digit);
    } else if (!greek.isEmpty()) {
      plain.append(greek);
    } else if (c >= MATH_ALPHABETS && c < MATH_ALPHABETS_END) {
      int letter = (c - MATH_ALPHABETS) % 52;
      plain.append((char) (letter < 26 ? 'A' + letter : 'a' + letter - 26));
    } else {
      plain.appendCodePoint(c);
    }
  }

  /// The Greek letter that a word names, or the empty string.
  static String greekLetter(String word) {
    int found = (" " + GREEK + " ").indexOf(word + " ");
    while (found > 0) {
      char letter = GREEK.charAt(found - 2);
      if (letter >= 128) {
        return String.valueOf(letter);
      }
      found = (" " + GREEK + " ").indexOf(word + " ", found + 1);
    }
    return "";
  }
}

package dev.jacobi.notation;

import java.util.Collection;
import java.util.Optional;

/// The word that was probably meant.
public final class Nearest {
  private static final int FAR = 3;

  private Nearest() {}

  /// The nearest of some words, at most two edits away (a letter more, less, other, or two
  /// exchanged) and fewer edits than the word has letters; of equals one as long as the word, else
  /// the first. Capitals count least. None when the word is among them.
  public static Optional<String> to(String word, Collection<String> words) {
    int best = Math.min(FAR, word.length());
    Optional<String> nearest = Optional.empty();
    for (String candidate : words) {
      if (candidate.equalsIgnoreCase(word) && !candidate.equals(word)) {
        return Optional.of(candidate);
      }
    }
    for (String candidate : words) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(word, candidate);
        boolean sameLength =
            nearest.isPresent()
                && nearest.get().length() != word.length()
                && candidate.length() == word.length();
        if (distance < best || (distance == best && sameLength)) {
          best = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return best == 0 ? Optional.empty() : nearest;
  }

  /// Damerau and Levenshtein's distance, with adjacent exchanges only.
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}

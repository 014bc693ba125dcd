package dev.jacobi.learn.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One cell of a table: a number, no value, or a word.
final class Cell {
  private static final Set<String> NO_VALUE =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", ".");

  private Cell() {}

  static boolean isMissing(String cell) {
    return cell.length() <= 4 && NO_VALUE.contains(cell.toLowerCase(Locale.ROOT));
  }

  /// Whether it is written as a decimal number: no `1d`, `0x10` or `1_000`, which are Java's.
  static boolean isNumber(String s) {
    int at = sign(s, 0);
    int start = at;
    at = digits(s, at);
    int digits = at - start;
    if (at < s.length() && s.charAt(at) == '.') {
      int after = digits(s, at + 1);
      digits += after - at - 1;
      at = after;
    }
    if (digits == 0) return false;
    if (at < s.length() && (s.charAt(at) == 'e' || s.charAt(at) == 'E')) {
      int power = sign(s, at + 1);
      at = digits(s, power);
      if (at == power) return false;
    }
    return at == s.length();
  }

  private static int sign(String s, int at) {
    return at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String s, int at) {
    while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') at++;
    return at;
  }

  /// Whether it can be meant as a word: it has a letter, and is no infinity and no formula of a
  /// spreadsheet.
  static boolean isWord(String s) {
    return s.chars().anyMatch(Character::isLetter) && !s.startsWith("=") && repair(s).isEmpty();
  }

  /// What was meant by a cell that is no number, and how to write it; empty when that is not clear.
  static String repair(String s) {
    for (Repair r : REPAIRS) if (r.of.matcher(s).matches()) return r.text;
    return "";
  }

  private record Repair(Pattern of, String text) {
    Repair(String of, String text) {
      this(Pattern.compile(of, Pattern.CASE_INSENSITIVE), text);
    }
  }

  private static final List<Repair> REPAIRS =
      List.of(
          new Repair("[-+]?(inf|infinity)", "mend it, or leave the line out"),
          new Repair("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?", "write it without commas"),
          new Repair("[-+]?\\d*,\\d+(e[-+]?\\d+)?", "write a decimal point, not a comma"),
          new Repair("[-+]?[\\d.]+\\s*%", "write it without the percent sign"),
          new Repair("[-+]?\\p{Sc}\\s*[\\d.,]+|[-+]?[\\d.,]+\\s*\\p{Sc}", "write no currency"),
          new Repair("0x[0-9a-f]+", "write it in decimal digits"),
          new Repair(
              "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})([ T].*)?",
              "that is a date: write days, or choose other columns with --input"),
          new Repair("\\d+:\\d+(:\\d+)?.*", "that is a time: write seconds"),
          new Repair("[-+]?[\\d.]*e[-+]?", "its exponent has no digits"),
          new Repair("[-+]?\\.?e[-+]?\\d+", "it has an exponent and no digits before it"),
          new Repair("[-+]?[\\d.]+\\s*\\p{L}+.*", "write it without a unit"),
          new Repair("[-+]?\\d[\\d _']*\\d", "write the digits together"),
          new Repair("\u2212[\\d.]+", "write the minus sign as -"),
          new Repair("\\d+/\\d+", "write the fraction as a decimal number"),
          new Repair("true|false|yes|no", "write 1 and 0"),
          new Repair("=.*", "that is a spreadsheet's formula: save its values"));
}

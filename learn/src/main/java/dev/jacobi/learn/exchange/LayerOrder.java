package dev.jacobi.learn.exchange;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names such as `layers.10.weight` in the order of their layers, numbers by value, and of one
/// layer the weight before its bias.
final class LayerOrder {
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  static final Comparator<String> OF_NAMES =
      Comparator.<String, String>comparing(LayerOrder::layer, LayerOrder::compare)
          .thenComparingInt(n -> n.endsWith("weight") ? 0 : 1)
          .thenComparing(Comparator.naturalOrder());

  private LayerOrder() {}

  private static String layer(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static int compare(String a, String b) {
    Matcher x = PART.matcher(a);
    Matcher y = PART.matcher(b);
    while (true) {
      boolean more = x.find();
      if (more != y.find()) return more ? 1 : -1;
      if (!more) return 0;
      int c = part(x.group(), y.group());
      if (c != 0) return c;
    }
  }

  private static int part(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    int byLength = numbers ? Integer.compare(a.length(), b.length()) : 0;
    return byLength != 0 ? byLength : a.compareTo(b);
  }
}

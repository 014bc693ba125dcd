package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.notation.Place;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The lines of a text: where each begins, and which of them hold mathematics.
final class Lines {
  private final String text;
  private final int[] starts;
  private Set<Integer> math;

  Lines(String text) {
    this.text = text;
    int n = 1;
    for (int q = 0; q < text.length(); q++) if (text.charAt(q) == '\n') n++;
    starts = new int[n];
    int line = 1;
    for (int q = 0; q < text.length(); q++) if (text.charAt(q) == '\n') starts[line++] = q + 1;
  }

  /// Counted from 0.
  int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : -at - 2;
  }

  Place place(int offset, int length) {
    int line = line(offset);
    return new Place(line + 1, offset - starts[line] + 1, length);
  }

  boolean hasMath(Document d, int offset) {
    if (math == null) {
      math = new HashSet<>();
      for (Part p : d.parts()) if (p instanceof Part.Math) math.add(line(p.from()));
    }
    return math.contains(line(offset));
  }

  /// Whether a part stands on the line of the one before it.
  boolean onSameLine(Document d, int at) {
    return at > 0 && line(d.parts().get(at).from()) == line(d.parts().get(at - 1).from());
  }

  /// The lines that some mathematics stands in, with the words around it.
  String around(Part.Math m) {
    int to = text.indexOf('\n', Math.min(text.length(), m.from() + m.tex().length()));
    return text.substring(text.lastIndexOf('\n', m.from()) + 1, to < 0 ? text.length() : to);
  }

  /// Of Markdown: what is said there lasts as long as the section.
  boolean isHeading(int offset) {
    return text.startsWith("#", text.lastIndexOf('\n', offset) + 1);
  }
}

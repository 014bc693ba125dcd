package dev.jacobi.learn.data;

import java.util.Optional;
import java.util.regex.Pattern;

/// How files are to be read, where they do not say it themselves.
///
/// @param label the column of labels; else the one called so, or the last
/// @param separator between the cells of a table; else the commonest of comma, semicolon and tab
/// @param header whether a table begins with names; else it does if its first line has no number
/// @param leaveOut whether lines without a value are left out, not refused
/// @param pixels to which pictures are brought; else all must be alike
/// @param colour whether pictures keep red, green and blue
public record Reading(
    Optional<String> label,
    Optional<Character> separator,
    Optional<Boolean> header,
    boolean leaveOut,
    Optional<Pixels> pixels,
    boolean colour) {
  /// Of a picture.
  public record Pixels(int rows, int columns) {
    public Pixels {
      if (rows < 1 || columns < 1 || (long) rows * columns > 1 << 24)
        throw new DataException(rows + "x" + columns + " pixels: rows and columns, such as 28x28");
    }

    /// Reads `28x28`.
    public static Pixels of(String text) {
      var m = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})").matcher(text.strip());
      if (!m.matches())
        throw new DataException(text + ": rows and columns are expected, such as 28x28");
      return new Pixels(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }
  }

  public static final Reading PLAIN =
      new Reading(
          Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), false);

  public Reading label(String name) {
    return new Reading(Optional.of(name), separator, header, leaveOut, pixels, colour);
  }

  public Reading separator(char c) {
    return new Reading(label, Optional.of(c), header, leaveOut, pixels, colour);
  }

  public Reading header(boolean there) {
    return new Reading(label, separator, Optional.of(there), leaveOut, pixels, colour);
  }

  public Reading leaveOut(boolean leave) {
    return new Reading(label, separator, header, leave, pixels, colour);
  }

  public Reading pixels(Pixels p) {
    return new Reading(label, separator, header, leaveOut, Optional.of(p), colour);
  }

  public Reading colour(boolean keep) {
    return new Reading(label, separator, header, leaveOut, pixels, keep);
  }
}

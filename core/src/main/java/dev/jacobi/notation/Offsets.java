package dev.jacobi.notation;

/// Where the lines and places of a text are, as offsets in it.
///
/// It remembers where it was asked last and counts on from there, so that asking for place after
/// place of one long line costs one pass over it. For one thread.
public final class Offsets {
  private final String text;
  private final int[] starts;
  private int line;
  private int column;
  private int offset;

  public Offsets(String text) {
    this.text = text;
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
    starts = new int[lines];
    int next = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts[next++] = i + 1;
  }

  /// How many lines there are; the last may be empty.
  public int lines() {
    return starts.length;
  }

  /// The offset of a line's first character; lines count from 1.
  public int start(int line) {
    return starts[line - 1];
  }

  /// The offset behind a line's last character, its end of line left out.
  public int end(int line) {
    int end = line < starts.length ? starts[line] - 1 : text.length();
    boolean windows = end > start(line) && text.charAt(end - 1) == '\r';
    return windows ? end - 1 : end;
  }

  /// The offset of a line's column, at most the line's end; columns count code points from 1.
  public int of(int line, int column) {
    if (line != this.line || column < this.column) {
      this.line = line;
      this.column = 1;
      offset = start(line);
    }
    int end = end(line);
    while (this.column < column && offset < end) {
      offset += Character.charCount(text.codePointAt(offset));
      this.column++;
    }
    return offset;
  }
}

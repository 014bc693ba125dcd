package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.PythonLine;
import java.util.List;

/// Where the lines of a block of code stand in their file.
///
/// - `from`: where the block begins in the text
record CodePlaces(String text, Lines lines, int from) {

  String stretch(PythonLine line) {
    return text.substring(from + line.from(), from + line.to());
  }

  /// Where a line stands in the text; of one over several lines, its first.
  Place place(PythonLine line) {
    return place(line, new CodeText.Item(stretch(line), 0));
  }

  Place place(PythonLine line, CodeText.Item item) {
    int end = item.text().indexOf('\n');
    int length = end < 0 ? item.text().length() : end;
    return lines.place(from + line.from() + item.from(), Math.max(1, length));
  }

  /// A place that the reader of the block gave, as one of the text.
  Place place(PythonLine line, Place inner) {
    Place begin = place(line);
    int down = inner.line() - line.place().line();
    int column =
        down == 0 ? begin.column() + inner.column() - line.place().column() : inner.column();
    return new Place(begin.line() + down, Math.max(1, column), inner.length());
  }

  /// What a line gives back in one of its places.
  CodeText.Item item(PythonLine line, int which) {
    List<CodeText.Item> items = CodeText.items(stretch(line));
    return items.get(Math.min(which, items.size() - 1));
  }
}

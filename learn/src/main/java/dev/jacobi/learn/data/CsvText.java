package dev.jacobi.learn.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The text of a table: UTF-8, with or without a byte order mark, gzipped or not.
final class CsvText {
  /// Stands in a line of its own after the last: a character that no text has.
  static final String END = "\uffff";

  private static final int BEGINNING = 1 << 16;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final String beginning;
  private final Reader reader;

  private CsvText(String beginning, Reader reader) {
    this.beginning = beginning;
    this.reader = reader;
  }

  static CsvText open(Path path, String file) throws IOException {
    var in = new BufferedInputStream(Gzip.open(path), BEGINNING);
    in.mark(BEGINNING);
    byte[] first = in.readNBytes(BEGINNING - 1);
    in.reset();
    int mark = mark(first, file);
    in.skipNBytes(mark);
    String text = new String(first, mark, first.length - mark, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0)
      throw new DataException(file + ": is no text: a table of comma-separated values is expected");
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[") || start.startsWith("<"))
      throw new DataException(
          file
              + ": is no table of comma-separated values; it begins like "
              + (start.startsWith("<") ? "HTML or XML" : "JSON"));
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new BufferedReader(new InputStreamReader(in, decoder));
    return new CsvText(text, new Ended(reader, new StringReader("\n" + END)));
  }

  /// How long the byte order mark is.
  private static int mark(byte[] b, String file) {
    boolean utf16 = b.length > 1 && ((b[0] == -1 && b[1] == -2) || (b[0] == -2 && b[1] == -1));
    if (utf16) throw new DataException(file + ": is in UTF-16: save it as UTF-8");
    return b.length > 2 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  Reader reader() {
    return reader;
  }

  /// The one that the first line with anything in it has most of.
  char separator() {
    String line = beginning.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    char best = SEPARATORS[0];
    int most = 0;
    for (char s : SEPARATORS) {
      int n = count(line, s);
      if (n > most) {
        most = n;
        best = s;
      }
    }
    return best;
  }

  private static int count(String line, char c) {
    int n = 0;
    boolean quoted = false;
    for (int q = 0; q < line.length(); q++) {
      if (line.charAt(q) == '"') quoted = !quoted;
      else if (!quoted && line.charAt(q) == c) n++;
    }
    return n;
  }

  /// What broke the reading off, told for people.
  static DataException broken(Path path, String file, IOException cause) {
    return cause instanceof CharacterCodingException
        ? new DataException(file + line(path) + ": is not UTF-8: save it as UTF-8", cause)
        : new DataException(file + ": " + cause.getMessage(), cause);
  }

  /// Where the first line stands that is no UTF-8.
  private static String line(Path path) {
    try (InputStream in = new BufferedInputStream(Gzip.open(path))) {
      byte[] all = in.readAllBytes();
      int from = 0;
      for (int line = 1; from < all.length; line++) {
        int to = from;
        while (to < all.length && all[to] != '\n') to++;
        if (!isUtf8(ByteBuffer.wrap(all, from, to - from))) return ":" + line;
        from = to + 1;
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// One reader after another.
  private static final class Ended extends Reader {
    private final Reader first;
    private final Reader second;

    Ended(Reader first, Reader second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public int read(char[] into, int at, int most) throws IOException {
      int n = first.read(into, at, most);
      return n >= 0 ? n : second.read(into, at, most);
    }

    @Override
    public void close() throws IOException {
      first.close();
    }
  }
}

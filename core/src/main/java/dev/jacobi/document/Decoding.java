package dev.jacobi.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes to text.
final class Decoding {
  private static final Charset WINDOWS =
      Charset.isSupported("windows-1252")
          ? Charset.forName("windows-1252")
          : StandardCharsets.ISO_8859_1;

  /// Of so many characters, one may be a control character.
  private static final int TEXT_PER_CONTROL = 20;

  private Decoding() {}

  static String decode(String name, byte[] bytes) {
    if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
      throw new DocumentException(name, "a PDF file; its text or LaTeX source is needed");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return checked(name, new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return checked(name, new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    return checked(name, eightBit(bytes));
  }

  private static String eightBit(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static String checked(String name, String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new DocumentException(name, "not a text file (a zero byte at character " + i + ")");
      }
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        controls++;
      }
    }
    if (controls * (long) TEXT_PER_CONTROL > text.length()) {
      throw new DocumentException(name, "not a text file (" + controls + " control characters)");
    }
    return text;
  }
}

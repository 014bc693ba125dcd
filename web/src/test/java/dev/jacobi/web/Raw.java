package dev.jacobi.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/// A client that says exactly what it is told to, right or wrong.
public record Raw(int port) {
  private static final int PATIENCE = 45_000;

  /// What came back. `status` is 0 when the connection was closed without an answer.
  public record Answer(int status, String head, String body) {}

  /// Sends text as it is, in which `\n` ends a line, and reads what comes.
  public Answer send(String text) throws IOException {
    return send(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  public Answer send(byte[] bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // It has heard enough; there may be an answer all the same.
      }
      return answer(read(socket));
    }
  }

  private static String read(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      byte[] some = new byte[8192];
      for (int n; (n = socket.getInputStream().read(some)) >= 0; ) {
        all.write(some, 0, n);
        if (isWhole(all.toString(ISO_8859_1))) break;
      }
    } catch (SocketTimeoutException | SocketException e) {
      // What is there is the answer.
    }
    return all.toString(UTF_8);
  }

  private static boolean isWhole(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) return false;
    var length = java.util.regex.Pattern.compile("(?i)content-length: *(\\d+)").matcher(text);
    return length.find() && text.length() >= end + 4 + Integer.parseInt(length.group(1));
  }

  private static Answer answer(String text) {
    int end = text.indexOf("\r\n\r\n");
    boolean isHttp = text.startsWith("HTTP/1.1 ") && text.length() > 12;
    int status = isHttp ? Integer.parseInt(text.substring(9, 12)) : 0;
    return new Answer(
        status, end < 0 ? text : text.substring(0, end), end < 0 ? "" : text.substring(end + 4));
  }

  /// A request with a body, as a browser's page would send it.
  public String post(String path, String body) {
    return post(path, body, "");
  }

  public String post(String path, String body, String headers) {
    return "POST %s HTTP/1.1\nHost: localhost:%d\nContent-Type: application/json\n%sContent-Length: %d\n\n%s"
        .formatted(path, port, headers, body.getBytes(UTF_8).length, body);
  }

  public String get(String path, String headers) {
    return "GET %s HTTP/1.1\nHost: localhost:%d\n%s\n".formatted(path, port, headers);
  }
}

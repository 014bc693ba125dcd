package dev.jacobi.web;

import com.sun.net.httpserver.Headers;
import dev.jacobi.web.desk.Refusal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says who may ask.
///
/// A page of another site can make a browser send requests here. It is told by its Origin, and,
/// where it made its own name mean this machine, by its Host. For an address that others can reach
/// a token is asked as well, which the server prints when it starts.
final class Guard {
  /// The cookie that holds the token, set when a page is opened with it.
  static final String COOKIE = "jacobi";

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9.-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}]");

  private final List<String> hosts;
  private final int port;
  private final Optional<String> token;

  Guard(InetAddress address, int port, Optional<String> token) {
    this.port = port;
    this.token = token;
    List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "[::1]"));
    String literal = address.getHostAddress().replaceFirst("%.*", "");
    names.add(literal.contains(":") ? "[" + literal + "]" : literal);
    this.hosts = List.copyOf(names);
  }

  /// - error: [Refusal] for a request that another site made, or that does not say where it goes
  void admit(Headers headers) throws Refusal {
    String host = host(headers);
    for (String origin : headers.getOrDefault("Origin", List.of()))
      if (!origin.equalsIgnoreCase("http://" + host))
        throw new Refusal(403, "this page answers to itself alone, not to " + shown(origin));
    for (String site : headers.getOrDefault("Sec-Fetch-Site", List.of()))
      if (!site.equals("same-origin") && !site.equals("none"))
        throw new Refusal(403, "this page answers to itself alone, not to another site");
  }

  /// - error: [Refusal] where a token is needed and this request has none, or another
  void require(Headers headers) throws Refusal {
    if (token.isEmpty()) return;
    for (String cookies : headers.getOrDefault("Cookie", List.of()))
      for (String cookie : cookies.split(";", -1))
        if (cookie.strip().startsWith(COOKIE + "=") && isToken(cookie.strip().substring(7))) return;
    throw new Refusal(401, "open the address with the token that `jacobi serve` printed");
  }

  /// Whether this is the token, found out in the same time for every wrong one.
  boolean isToken(String given) {
    byte[] right = token.orElse("").getBytes(StandardCharsets.UTF_8);
    return token.isPresent()
        && MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8));
  }

  boolean asksToken() {
    return token.isPresent();
  }

  private String host(Headers headers) throws Refusal {
    List<String> all = headers.getOrDefault("Host", List.of());
    if (all.size() != 1) throw new Refusal(400, "a request names one Host");
    String host = all.getFirst().toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    String name = hasPort ? host.substring(0, colon) : host;
    String at = hasPort ? host.substring(colon + 1) : "80";
    // Behind a token every name may be meant: only the user's own browser has it.
    boolean known = token.isPresent() ? NAME.matcher(name).matches() : hosts.contains(name);
    if (!known || !at.equals(Integer.toString(port)))
      throw new Refusal(421, "there is no " + shown(host) + " here");
    return host;
  }

  private static String shown(String s) {
    return s.length() > 80 ? s.substring(0, 80) + "…" : s;
  }
}

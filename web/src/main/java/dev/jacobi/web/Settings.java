package dev.jacobi.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Where a server listens, and what protects it there.
///
/// - `port`: 0 takes a free one
/// - `token`: what a client must know, for addresses that others can reach
/// - `budget`: how many seconds one computation may take
/// - `workers`: how many computations run at once
public record Settings(
    InetAddress address, int port, Optional<String> token, int budget, int workers) {
  private static final int TOKEN_BYTES = 16;

  /// The usual ones: a token for every address but the loopback ones.
  ///
  /// @throws UnknownHostException when no address has this name
  public static Settings of(String bind, int port) throws UnknownHostException {
    var address = InetAddress.getByName(bind);
    Optional<String> token = address.isLoopbackAddress() ? Optional.empty() : Optional.of(random());
    int cores = Runtime.getRuntime().availableProcessors();
    return new Settings(address, port, token, Limits.BUDGET, Math.clamp(cores, 2, 8));
  }

  public Settings withBudget(int seconds) {
    return new Settings(address, port, token, seconds, workers);
  }

  static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package dev.jacobi.web;

import com.sun.net.httpserver.Headers;
import dev.jacobi.web.desk.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page and its files, and what a browser may do with them.
final class Page {
  private static final Pattern IMPORTS =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final String NONCE = "%NONCE%";

  private final Assets assets;
  private final String index;
  private final String imports;

  Page(Assets assets) {
    this.assets = assets;
    this.index = new String(assets.at("/index.html").orElseThrow().bytes(), StandardCharsets.UTF_8);
    Matcher m = IMPORTS.matcher(index);
    this.imports = m.find() ? hash(m.group(1)) : "";
  }

  /// - error: [Refusal] (404) for what is none of them
  Reply at(String path, Headers asked) throws Refusal {
    if (path.equals("/") || path.equals("/index.html")) return index();
    var asset =
        assets.at(path).orElseThrow(() -> new Refusal(404, "there is nothing at this address"));
    boolean unchanged =
        asked.getOrDefault("If-None-Match", java.util.List.of()).contains(asset.tag());
    var headers = Map.of("ETag", asset.tag(), "Cache-Control", "no-cache");
    return new Reply(
        unchanged ? 304 : 200, asset.type(), unchanged ? new byte[0] : asset.bytes(), headers);
  }

  private Reply index() {
    String nonce = Settings.random();
    byte[] html = index.replace(NONCE, nonce).getBytes(StandardCharsets.UTF_8);
    return new Reply(
        200, "text/html; charset=utf-8", html, Map.of("Content-Security-Policy", policy(nonce)));
  }

  /// Scripts and styles of this server alone, no frame, no plug-in, no form, no other host. The
  /// editor makes its style sheet as it runs, with a word that only this page knows.
  private String policy(String nonce) {
    return "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self' 'nonce-%s'; "
            .formatted(imports, nonce)
        + "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; object-src 'none'";
  }

  private static String hash(String script) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

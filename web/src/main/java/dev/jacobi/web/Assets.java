package dev.jacobi.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of the page: read once, when the server starts, and found by their path since. A
/// request names one of them or nothing.
final class Assets {
  private static final String ROOT = "/dev/jacobi/web/page/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "json", "application/json",
          "md", "text/markdown; charset=utf-8",
          "jacobi", "text/plain; charset=utf-8");

  /// A file, what it is, and a mark that changes with it.
  record Asset(byte[] bytes, String type, String tag) {}

  private final Map<String, Asset> byPath = new TreeMap<>();

  private Assets() {}

  static Assets load() throws IOException {
    var assets = new Assets();
    URL index = Assets.class.getResource(ROOT + "index.html");
    if (index == null) throw new IOException("the page is not in this jar");
    try {
      assets.read(index.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    return assets;
  }

  /// The file at a path, as it stands in a request: `/lib/katex/katex.mjs`.
  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /// All files below a path, by what follows it.
  Map<String, Asset> below(String path) {
    Map<String, Asset> all = new TreeMap<>();
    byPath.forEach((p, asset) -> {
      if (p.startsWith(path)) all.put(p.substring(path.length()), asset);
    });
    return all;
  }

  /// From a folder of classes, or from the jar.
  private void read(URI index) throws IOException {
    if (!index.getScheme().equals("jar")) {
      readAll(Path.of(index).getParent());
      return;
    }
    String jar = index.toString();
    try (var system =
        FileSystems.newFileSystem(URI.create(jar.substring(0, jar.indexOf('!'))), Map.of())) {
      readAll(system.getPath(ROOT));
    }
  }

  private void readAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String path = root.relativize(file).toString().replace('\\', '/');
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type != null) put("/" + path, file, type);
      }
    }
  }

  private void put(String path, Path file, String type) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readAllBytes();
      byPath.put(path, new Asset(bytes, type, '"' + digest(bytes) + '"'));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(all, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

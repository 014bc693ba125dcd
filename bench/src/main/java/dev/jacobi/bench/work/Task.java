package dev.jacobi.bench.work;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is to be done, and its sizes: `logistic-hessian:m=1000,n=100`.
public record Task(String kind, Map<String, Integer> sizes) {

  public Task {
    sizes = Map.copyOf(sizes);
  }

  public static Task read(String text) {
    int colon = text.indexOf(':');
    var sizes = new LinkedHashMap<String, Integer>();
    if (colon >= 0)
      for (String pair : text.substring(colon + 1).split(",")) {
        String[] sides = pair.split("=");
        sizes.put(sides[0], Integer.valueOf(sides[1]));
      }
    return new Task(colon < 0 ? text : text.substring(0, colon), sizes);
  }

  public int size(String name) {
    Integer size = sizes.get(name);
    if (size == null) throw new IllegalArgumentException(kind + " without the size " + name);
    return size;
  }
}

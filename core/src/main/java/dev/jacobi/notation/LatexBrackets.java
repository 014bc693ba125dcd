package dev.jacobi.notation;

/// Brackets as they were written: `[0,1)` closes otherwise than it opens.
final class LatexBrackets {
  private LatexBrackets() {}

  static String written(Tex.Fence fence, String inside) {
    String close =
        switch (fence.close()) {
          case "(" -> ")";
          case "[" -> "]";
          case "{" -> "}";
          default -> fence.close();
        };
    return fence.open() + inside + close;
  }
}

package dev.jacobi.engine.kernel;

import java.util.Optional;

/// What this JVM has: whether the vector module is there, asked once. A class that uses the module
/// is loaded only after this said yes.
public final class Machine {
  /// Whether the vector twins run. `-Djacobi.vector=false` asks for the scalar ones.
  public static final boolean VECTOR = detect();

  /// OpenBLAS, where the command line asks for it and it is there.
  static final Optional<Blas> BLAS = Blas.named();

  private Machine() {}

  private static boolean detect() {
    if ("false".equals(System.getProperty("jacobi.vector"))) return false;
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!there) {
      System.getLogger("dev.jacobi.engine")
          .log(
              System.Logger.Level.INFO,
              "the JDK's vector module is absent: numbers are computed one by one, slower."
                  + " Add --add-modules jdk.incubator.vector to the java command.");
    }
    return there;
  }
}
